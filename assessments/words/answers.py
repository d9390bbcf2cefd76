"""What is said of answers in a file."""

from __future__ import annotations

from django.utils.translation import ngettext


def unasked_text(count: int) -> str:
    """That so many answers are to practices which the quick set leaves out; "" where none is."""
    text = ngettext(
        "%(count)d answer is to a practice that the 10-minute check does not ask: it counts in no score.",
        "%(count)d answers are to practices that the 10-minute check does not ask: they count in no score.",
        count,
    )
    return text % {"count": count} if count else ""
