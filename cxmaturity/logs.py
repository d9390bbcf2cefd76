"""The lines of the log."""

from __future__ import annotations

import logging
from copy import copy


class Line(logging.Formatter):
    """One line a record, and below it the traceback of what went wrong with us. What a visitor asked that cannot be
    answered (a host that is not ours, a body that is none) has a status below 500, and its line says all of it."""

    def format(self, record: logging.LogRecord) -> str:
        if getattr(record, "status_code", 500) < 500:
            record = copy(record)  # other handlers may want the rest
            record.exc_info = record.exc_text = None
        return super().format(record)
