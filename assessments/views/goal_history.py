"""What a company aimed at before, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..content.loader import framework
from ..planning.stored import targets_in
from ..reports.target_words import targets_text
from ..reports.wording import opened


@dataclass(frozen=True)
class Past:
    """A closed goal: its targets in words, and the row it comes from."""

    said: str
    goal: Any


def past(goals: Iterable[Any], language: str) -> list[Past]:
    """Closed goals, each in the words of the framework it was set with."""
    found = []
    for each in goals:
        base = each.assessment
        frame = framework(base.framework, base.framework_version)
        targets = targets_in(frame, each.targets, each.by).all(frame)
        found.append(Past(opened(targets_text(frame, language, targets)), each))
    return found
