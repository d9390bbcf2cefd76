"""Our settings with two more addresses for benchmarks/servers.py; never for use."""

from cxmaturity.settings import *  # noqa: F403 - this is the point

ROOT_URLCONF = "benchmarks.server_urls"
