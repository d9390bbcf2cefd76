"""What sections say of another one: a reader from whom that one is kept must not meet it there."""

from __future__ import annotations

from collections.abc import Iterable

from ..source import Source
from .board import flags_decision
from .certainty import gap_statements
from .reasons import WRITERS
from .trust import capped_text

REASONS = {"red-flag": "flags", "customers-see-less": "customers"}  # kinds of reasons, and whose numbers they tell


def borrowed(source: Source) -> dict[str, tuple[str, ...]]:
    """The texts that stand in other sections, by the id of the section they tell of; none twice."""
    told: dict[str, list[str]] = {
        "flags": [*capped_text(source), *flags_decision(source)],
        "customers": [],
        "gap": [*gap_statements(source)],
    }
    for section, text in _reasons(source):
        told[section].append(text)
    return {section: tuple(dict.fromkeys(texts)) for section, texts in told.items() if texts}


def _reasons(source: Source) -> Iterable[tuple[str, str]]:
    for step in source.recommendations.steps:
        for reason in step.reasons:
            line = WRITERS[reason.kind](source, reason) if reason.kind in REASONS else None
            if line:
                yield REASONS[reason.kind], line.text
