"""What the workbook calculates with: the answers that may be shown, one by one, and the lines of the method."""

from __future__ import annotations

from dataclasses import dataclass

from ...content.schema import Thresholds

DONT_KNOW, NOT_APPLICABLE, ABSENT = "dk", "na", "no"
TOP_BAND = 3


@dataclass(frozen=True, slots=True)
class WorkedPerson:
    """Somebody who answered, or nobody in particular; `group` is the title of one of `Workings.groups`."""

    name: str
    group: str


@dataclass(frozen=True, slots=True)
class WorkedDimension:
    """A level or a factor as the workbook names it."""

    id: str
    name: str
    level: bool


@dataclass(frozen=True, slots=True)
class WorkedPractice:
    """A practice that was asked, with an answer for each person.

    An answer is "0" to "4", DONT_KNOW, NOT_APPLICABLE (which leaves the score), ABSENT (which counts as 0), or "".
    `backed` says behind which of them a note or a link stands; () where that may not be told, or is not known.
    """

    practice: str
    title: str
    dimension: str
    weight: float
    agreed: int | None
    answers: tuple[str, ...]
    backed: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Workings:
    """Everything from which the scores follow.

    `groups` are titles; each weighs the same in the mean of a practice. `bands` are the titles of N, P, L and F, and
    `trust_cap` the place of the highest that open red flags leave to trust. `stages` are the names of 0 to 4.
    """

    groups: tuple[str, ...]
    people: tuple[WorkedPerson, ...]
    dimensions: tuple[WorkedDimension, ...]
    practices: tuple[WorkedPractice, ...]
    thresholds: Thresholds
    stages: tuple[str, ...]
    bands: tuple[str, ...]
    trust_cap: int
    quick: bool
    anonymous: bool

    @property
    def evidence_known(self) -> bool:
        """Whether every answer says if a note or a link stands behind it."""
        return all(len(each.backed) == len(each.answers) for each in self.practices)
