"""Days as people write them into forms, files and commands."""

from __future__ import annotations

import re
from datetime import date

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def iso_day(text: str) -> date | None:
    """The day that `text` names as YYYY-MM-DD; None for everything else.

    Python itself reads more as a day, weeks (2026-W01-1) and days without hyphens among it, which nobody means.
    """
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
