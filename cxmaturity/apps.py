"""The static files app, told which files of installed packages nobody asks for."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class StaticFiles(StaticFilesConfig):
    """Collects one stylesheet of Bootstrap's 32 and one build of htmx: the rest would only cost start-up time."""

    ignore_patterns = (
        *StaticFilesConfig.ignore_patterns,
        "*.map",
        "bootstrap-*",
        "bootstrap.css",
        "bootstrap.rtl.*",
        "htmax-*",
        "htmx-4*",
        "htmx-2.js",
        "ext",
    )
