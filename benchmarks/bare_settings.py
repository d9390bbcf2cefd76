"""Our settings with the bare views beside our own addresses, for the benchmarks of pages; never for use."""

from cxmaturity.settings import *  # noqa: F403 - this is the point

ROOT_URLCONF = "benchmarks.bare_urls"
