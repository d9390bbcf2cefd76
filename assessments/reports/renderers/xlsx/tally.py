"""What one group says of one practice, as its formulas will find it: the values that stand beside them."""

from __future__ import annotations

from dataclasses import dataclass

from ...document import WorkedPractice, Workings
from ...document.workings import ABSENT, DONT_KNOW

TOP = 4


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gave a stage, its sum, how many do not know."""

    answered: int
    total: int
    dont_know: int

    @property
    def mean(self) -> float | None:
        return self.total / self.answered if self.answered else None

    @property
    def low(self) -> float | None:
        """The mean if all who do not know had said stage 0."""
        people = self.answered + self.dont_know
        return self.total / people if people else None

    @property
    def high(self) -> float | None:
        """The mean if they had said the top stage."""
        people = self.answered + self.dont_know
        return (self.total + TOP * self.dont_know) / people if people else None


def tally(practice: WorkedPractice, workings: Workings, group: str) -> Tally:
    """The answers of the people of this group to a practice."""
    said = [answer for person, answer in zip(workings.people, practice.answers, strict=True) if person.group == group]
    stages = [0 if answer == ABSENT else int(answer) for answer in said if answer == ABSENT or answer.isdigit()]
    return Tally(len(stages), sum(stages), said.count(DONT_KNOW))
