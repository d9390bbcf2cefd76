"""Our settings with the bare views beside our own addresses, for the benchmarks of pages; never for use."""

from cxmaturity.settings import *  # noqa: F403 - this is the point
from cxmaturity.settings import AUTHENTICATION_BACKENDS

ROOT_URLCONF = "benchmarks.bare_urls"
AUTHENTICATION_BACKENDS = [*AUTHENTICATION_BACKENDS, "django.contrib.auth.backends.ModelBackend"]
