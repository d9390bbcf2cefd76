"""Days as the exports of other tools write them, beyond what our own format takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from datetime import date as Day

from ..files.response_values import YEAR_LAST, Order, UnusableError, day_of

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
NAMED = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:(\d{1,2})[\s-]+)?([a-z]{3})[a-z]*\.?[\s-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?"
    r"(\d{4})\b(.*)",
    re.IGNORECASE,
)
HALVES = re.compile("上午|下午|凌晨|中午|晚上")
EPOCH = re.compile(r"(\d{10})(?:\d{3})?")
SHORT_YEAR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?!\d)(.*)")


def day_in(value: object, order: Order) -> Day:
    """The day in a cell. Raises UnusableError.

    Besides what `day_of` takes: names of English months, seconds since 1970, years of two digits, halves of the day in
    Chinese, and numbers as spreadsheets count days.
    """
    if isinstance(value, str):
        value = _plainer(value.strip())
    return day_of(value, order, serials=True)


def _plainer(text: str) -> str:
    if found := EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(found[1]), UTC).date().isoformat()
    if (found := NAMED.fullmatch(text)) and found[2].lower() in MONTHS and (found[1] or found[3]):
        return f"{found[4]}-{MONTHS.index(found[2].lower()) + 1}-{found[1] or found[3]}"
    if found := SHORT_YEAR.fullmatch(text):
        text = f"{found[1]}{found[2]}{found[3]}{found[2]}20{found[4]}{found[5]}"
    return HALVES.sub(" ", text)


def order_of(values: Iterable[object]) -> Order | None:
    """In which order days and months stand before the year in these cells; "" if nowhere, None if nothing tells."""
    seen = False
    for value in values:
        found = YEAR_LAST.fullmatch(_plainer(value.strip())) if isinstance(value, str) else None
        if not found:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 or second > 12:
            return "dmy" if first > 12 else "mdy"
        seen = seen or first != second
    return None if seen else ""


__all__ = ["Order", "UnusableError", "day_in", "order_of"]
