"""What is asked when the next round starts: nothing but a title, and whether people are invited at once."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .assessments import suggested_title

TITLE = 200
SEASONS = {
    12: gettext_lazy("Winter %(year)s"),
    3: gettext_lazy("Spring %(year)s"),
    6: gettext_lazy("Summer %(year)s"),
    9: gettext_lazy("Autumn %(year)s"),
}


def season_title(day: datetime.date, taken: Collection[str] = ()) -> str:
    """A title for a round that starts on this day: the season and the year; the month where that is taken."""
    start = day.month // 3 * 3 or 12
    title = str(SEASONS[start]) % {"year": day.year}
    return suggested_title(day) if title in taken else title


def asked_for(data: Mapping[str, str], day: datetime.date) -> tuple[str, bool]:
    """The title that was typed, or else ours, and whether people are invited."""
    title = data.get("title", "").strip()[:TITLE]
    return title or season_title(day), "invite" in data


def not_over() -> str:
    """What people read who want the next round while this one takes answers."""
    return _("Nothing was started: this round still takes answers. Close it first.")
