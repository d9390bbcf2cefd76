"""What people said, as values: answers, the respondents who gave them, and the sheet that is scored.

*Don't know*, *not applicable* and *unanswered* are states of their own; none of them is a number (method 1.4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..content.schema import Framework

FULL = "full"
QUICK = "quick"
PRACTICE_SETS = (FULL, QUICK)


@dataclass(frozen=True, slots=True)
class Answer:
    """One respondent's answer to one practice: a stage 0..4, or don't know, or not applicable with a reason's id.

    Raises ValueError unless it is exactly one of the three. `backed`: a note or a link stands behind it that is not
    told here, because it would say who gave the answer.
    """

    stage: int | None = None
    dont_know: bool = False
    not_applicable: str = ""
    note: str = ""
    evidence: str = ""
    backed: bool = False

    def __post_init__(self) -> None:
        if (self.stage is not None) + self.dont_know + bool(self.not_applicable) != 1:
            raise ValueError("an answer is a stage, or don't know, or not applicable with a reason: exactly one")
        if self.stage is not None and not 0 <= self.stage <= 4:
            raise ValueError(f"a stage is 0 to 4, not {self.stage}")

    @property
    def evidenced(self) -> bool:
        """True when a note or a link stands behind the answer."""
        return bool(self.note or self.evidence or self.backed)


def counted(framework: Framework, answer: Answer) -> int | None:
    """The stage for which an answer counts: “we choose not to” is stage 0 (method 1.4). None where it is no stage."""
    if answer.not_applicable:
        return 0 if framework.reasons[answer.not_applicable].counts_as_zero else None
    return answer.stage


@dataclass(frozen=True, slots=True)
class Respondent:
    """A person who answers, in a role group, with answers by practice id. Missing keys are unanswered."""

    name: str
    group: str
    answers: Mapping[str, Answer]


class Remark(NamedTuple):
    """A note and evidence on a practice, by nobody in particular."""

    note: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """The stage of a practice on which a review settled, and its reason. Raises ValueError for a stage not 0..4."""

    stage: int
    reason: str

    def __post_init__(self) -> None:
        if not 0 <= self.stage <= 4:
            raise ValueError(f"a stage is 0 to 4, not {self.stage}")


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A red flag that is open for the whole company: what raised it, on which day, and what bears it out.

    `origin` is measure, journey, comment or hand; `numbers` what a rule found, by name.
    """

    flag: str
    origin: str
    raised_on: date
    evidence: str = ""
    numbers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """Everything that is scored: the answers of one assessment, what was agreed, its open red flags and its targets.

    `red_flags` are those ticked for this assessment, `raised` those of the company. `practice_set` is "full" or
    "quick", or ValueError is raised; `held_on` the day of the assessment; `targets` wanted stages and `agreed` settled
    ones by practice id. An anonymous sheet (assessments/maturity/anonymity.py) has a `minimum_group`, how many people
    it `counted`, and `remarks` by practice.
    """

    respondents: tuple[Respondent, ...]
    held_on: date
    practice_set: str = FULL
    red_flags: frozenset[str] = frozenset()
    targets: Mapping[str, int] = field(default_factory=dict)
    agreed: Mapping[str, Agreed] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)
    minimum_group: int = 0
    counted: int | None = None
    raised: tuple[RaisedFlag, ...] = ()

    def __post_init__(self) -> None:
        if self.practice_set not in PRACTICE_SETS:
            raise ValueError(f"a practice set is one of {', '.join(PRACTICE_SETS)}, not {self.practice_set!r}")

    @property
    def open_flags(self) -> frozenset[str]:
        """The ids of all red flags that count, whoever raised them."""
        return self.red_flags | {each.flag for each in self.raised}

    @property
    def people(self) -> int:
        """How many people have answered anything."""
        return sum(bool(each.answers) for each in self.respondents) if self.counted is None else self.counted

    @property
    def anonymous(self) -> bool:
        """Whether this sheet shows nothing about fewer than `minimum_group` people."""
        return bool(self.minimum_group)

    @property
    def too_few(self) -> bool:
        """Whether too few have answered for an anonymous sheet to show anything at all."""
        return self.anonymous and not self.respondents
