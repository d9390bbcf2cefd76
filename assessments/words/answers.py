"""What is said of answers in a file."""

from __future__ import annotations

from django.utils.translation import ngettext


def unasked_lines(answers: int, agreed: int, targets: int) -> list[str]:
    """That so many answers, agreed stages and targets are for practices which the quick set leaves out, a line each."""
    lines = (
        ngettext(
            "%(count)d answer is to a practice that the 10-minute check does not ask: it counts in no score.",
            "%(count)d answers are to practices that the 10-minute check does not ask: they count in no score.",
            answers,
        ),
        ngettext(
            "%(count)d agreed stage is for a practice that the 10-minute check does not ask: it counts in no score.",
            "%(count)d agreed stages are for practices that the 10-minute check does not ask: they count in no score.",
            agreed,
        ),
        ngettext(
            "%(count)d target stage is for a practice that the 10-minute check does not ask: it leads to no step.",
            "%(count)d target stages are for practices that the 10-minute check does not ask: they lead to no step.",
            targets,
        ),
    )
    counts = (answers, agreed, targets)
    return [line % {"count": count} for line, count in zip(lines, counts, strict=True) if count]
