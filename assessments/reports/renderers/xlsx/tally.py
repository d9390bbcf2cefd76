"""What one group says of one practice, as its formulas will find it: the values that stand beside them."""

from __future__ import annotations

from dataclasses import dataclass

from ....maturity.units import TOP_STAGE
from ...document import WorkedPractice, Workings
from ...document.workings import ABSENT, DONT_KNOW


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gave a stage, its sum, how many do not know, and how much of the sum is claimed without evidence."""

    answered: int
    total: int
    dont_know: int
    unproven: int

    @property
    def mean(self) -> float | None:
        return self.total / self.answered if self.answered else None

    @property
    def proven(self) -> float | None:
        """The mean with what is claimed without evidence cut."""
        return (self.total - self.unproven) / self.answered if self.answered else None

    @property
    def low(self) -> float | None:
        """The mean if all who do not know had said stage 0."""
        people = self.answered + self.dont_know
        return self.total / people if people else None

    @property
    def high(self) -> float | None:
        """The mean if they had said the top stage."""
        people = self.answered + self.dont_know
        return (self.total + TOP_STAGE * self.dont_know) / people if people else None


def tally(practice: WorkedPractice, workings: Workings, group: str) -> Tally:
    """The answers of the people of this group to a practice."""
    backed = practice.backed or (True,) * len(practice.answers)
    said = [
        (answer, proof)
        for person, answer, proof in zip(workings.people, practice.answers, backed, strict=True)
        if person.group == group
    ]
    stages = [
        (0 if answer == ABSENT else int(answer), proof)
        for answer, proof in said
        if answer == ABSENT or answer.isdigit()
    ]
    limits = workings.thresholds
    unproven = [
        max(0, stage - limits.unevidenced_cap)
        for stage, proof in stages
        if stage >= limits.evidence_from_stage and not proof
    ]
    unknown = sum(answer == DONT_KNOW for answer, _proof in said)
    return Tally(len(stages), sum(stage for stage, _proof in stages), unknown, sum(unproven))
