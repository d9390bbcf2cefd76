"""What people said, as values: answers, the respondents who gave them, and the sheet that is scored.

*Don't know*, *not applicable* and *unanswered* are states of their own; none of them is a number (method 1.4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

FULL = "full"
QUICK = "quick"
PRACTICE_SETS = (FULL, QUICK)


@dataclass(frozen=True, slots=True)
class Answer:
    """One respondent's answer to one practice: a stage 0..4, or don't know, or not applicable with a reason's id.

    Raises ValueError unless it is exactly one of the three.
    """

    stage: int | None = None
    dont_know: bool = False
    not_applicable: str = ""
    note: str = ""
    evidence: str = ""

    def __post_init__(self) -> None:
        if (self.stage is not None) + self.dont_know + bool(self.not_applicable) != 1:
            raise ValueError("an answer is a stage, or don't know, or not applicable with a reason: exactly one")
        if self.stage is not None and not 0 <= self.stage <= 4:
            raise ValueError(f"a stage is 0 to 4, not {self.stage}")

    @property
    def evidenced(self) -> bool:
        """True when a note or a link stands behind the answer."""
        return bool(self.note or self.evidence)


@dataclass(frozen=True, slots=True)
class Respondent:
    """A person who answers, in a role group, with answers by practice id. Missing keys are unanswered."""

    name: str
    group: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """Everything that is scored: the answers of one assessment, its open red flags and its targets.

    `practice_set` is "full" or "quick", or ValueError is raised; `held_on` the day of the assessment; `targets` wanted
    stages by practice id.
    """

    respondents: tuple[Respondent, ...]
    held_on: date
    practice_set: str = FULL
    red_flags: frozenset[str] = frozenset()
    targets: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.practice_set not in PRACTICE_SETS:
            raise ValueError(f"a practice set is one of {', '.join(PRACTICE_SETS)}, not {self.practice_set!r}")
