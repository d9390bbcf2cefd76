"""Reads of workshops: those of an assessment, what is next in one, and where it stands."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, F, QuerySet
from django.shortcuts import get_object_or_404

from ..content.loader import framework
from ..content.schema import Framework, Practice
from ..links import code_in, fits
from ..maturity.agreement import spread
from ..models import GROUPS, AgreedStage, Answer, Assessment, Seat, Workshop
from .sheets import is_sealed

# By hand, because every phone asks it every two seconds: one look at a few rows, each found by an index. It reads how
# many have voted and what this seat itself said, nothing else of the votes.
SEAT = """
SELECT w.code, w.version, CASE WHEN w.closed_at IS NULL AND a.state <> 'final' THEN w.phase ELSE 'closed' END,
       (SELECT COUNT(*) FROM assessments_vote v WHERE v.workspace_id = w.workspace_id AND v.workshop_id = w.id
            AND v.practice = w.practice AND v.round = w.round),
       own.id, own.stage
FROM assessments_seat s
JOIN assessments_workshop w ON w.id = s.workshop_id
JOIN assessments_assessment a ON a.id = w.assessment_id
JOIN assessments_company c ON c.id = a.company_id AND c.deleted_at IS NULL
JOIN assessments_workspace k ON k.id = w.workspace_id AND k.deleted_at IS NULL
LEFT JOIN assessments_vote own ON own.workspace_id = w.workspace_id AND own.workshop_id = w.id
    AND own.practice = w.practice AND own.round = w.round AND own.seat_id = s.id
WHERE s.code = %s
"""


class SeatState(NamedTuple):
    """What a phone must know: `choice` is what it has voted, "" nothing yet."""

    workshop: uuid.UUID
    version: int
    phase: str
    voted: int
    choice: str

    @property
    def stand(self) -> str:
        """Grows or changes with everything that needs the page anew."""
        return f"{self.version}.{self.phase}"

    @property
    def tag(self) -> str:
        """Changes with everything that shows at all."""
        return f"{self.stand}.{self.voted}.{self.choice}"


class HostState(NamedTuple):
    """What the projected page must know: `seats` by group, and how many have voted, never what."""

    version: int
    phase: str
    voted: int
    seats: dict[str, int]

    @property
    def stand(self) -> str:
        return f"{self.version}.{self.phase}"

    @property
    def tag(self) -> str:
        return ".".join(map(str, (self.stand, self.voted, *self.seats.values())))

    @property
    def joined(self) -> int:
        """How many phones are in the room."""
        return sum(self.seats.values())


@dataclass(frozen=True, slots=True)
class HeldWorkshop:
    """A workshop in the list, with what was settled while it ran."""

    workshop: Workshop
    seats: int
    settled: list[AgreedStage]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A practice on the agenda. `agreed` is the settled stage, `differ` whether opinions in the answers do."""

    practice: Practice
    agreed: int | None
    differ: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """The practices in the order of the workshop: those on which opinions differ first."""

    items: tuple[AgendaItem, ...]

    @property
    def first(self) -> str:
        """Where a workshop begins: the first practice that is not settled, or the first of all."""
        return next((each.practice.id for each in self.items if each.agreed is None), self.items[0].practice.id)

    @property
    def settled(self) -> int:
        """How many practices are settled."""
        return sum(each.agreed is not None for each in self.items)

    def after(self, practice: str) -> str:
        """The next one that is not settled, from the beginning again at the end; the very next where all are; or ""."""
        at = self._at(practice)
        round_trip = [*self.items[at + 1 :], *self.items[: max(at, 0)]]
        found = next((each.practice.id for each in round_trip if each.agreed is None), "")
        return found or (round_trip[0].practice.id if round_trip else "")

    def before(self, practice: str) -> str:
        """The one before on the agenda, settled or not; "" at the first."""
        at = self._at(practice)
        return self.items[at - 1].practice.id if at > 0 else ""

    def _at(self, practice: str) -> int:
        return next((at for at, each in enumerate(self.items) if each.practice.id == practice), -1)


def agenda_of(assessment: Assessment) -> Agenda:
    """What there is to settle; two queries, however many answered."""
    frame = framework(assessment.framework, assessment.framework_version)
    agreed = dict(_agreed(assessment).exclude(stage=None).values_list("practice", "stage"))
    differing = _differing(assessment, frame)
    items = [
        AgendaItem(each, agreed.get(each.id), each.id in differing) for each in frame.asked(assessment.practice_set)
    ]
    return Agenda(tuple(sorted(items, key=lambda each: not each.differ)))


def agreed_on(assessment: Assessment, practice: str) -> AgreedStage | None:
    """What was settled about a practice, also where it was taken back."""
    return _agreed(assessment).filter(practice=practice).select_related("settled_by").first()


def workshops_of(assessment: Assessment) -> list[HeldWorkshop]:
    """The workshops, newest first; two queries, however many there are."""
    rows = Workshop.objects.filter(workspace=assessment.workspace_id, assessment=assessment)
    held = list(rows.annotate(phones=Count("seats")).order_by("-opened_at"))
    agreed = list(_agreed(assessment).exclude(stage=None).order_by("settled_at")) if held else []
    return [HeldWorkshop(each, each.phones, [row for row in agreed if _within(row.settled_at, each)]) for each in held]


def workshop_in(assessment: Assessment, code: uuid.UUID) -> Workshop:
    """The workshop of this assessment with this code; 404 where there is none."""
    rows = Workshop.objects.filter(workspace=assessment.workspace_id, assessment=assessment)
    return get_object_or_404(rows.select_related("assessment"), code=code)


def workshop_by_key(key: str) -> Workshop | None:
    """The workshop that a link leads to; None for a key that was never one, or is not any more."""
    code = code_in(key)
    workshop = _alive().filter(code=code).first() if code else None
    return workshop if workshop and fits("workshop", workshop, key) else None


def workshop_of_seat(seat: uuid.UUID) -> tuple[Workshop, str] | None:
    """The workshop in which a seat is, and the seat's group."""
    workshop = _alive().filter(seats__code=seat).annotate(seat_group=F("seats__group")).first()
    return (workshop, str(getattr(workshop, "seat_group", ""))) if workshop else None


def seat_state(seat: uuid.UUID) -> SeatState | None:
    """Where the workshop stands for a phone; one query."""
    with connection.cursor() as cursor:
        cursor.execute(SEAT, (Seat._meta.get_field("code").get_db_prep_value(seat, connection),))
        row = cursor.fetchone()
    if row is None:
        return None
    code, version, phase, voted, own, stage = row
    choice = "" if own is None else "dont_know" if stage is None else str(stage)
    return SeatState(code if isinstance(code, uuid.UUID) else uuid.UUID(code), version, phase, voted, choice)


def host_state(workshop: Workshop) -> HostState:
    """Where a workshop stands for its host; two queries."""
    counts = dict(workshop.seats.values_list("group").annotate(Count("pk")))
    votes = workshop.votes.filter(workspace=workshop.workspace_id, practice=workshop.practice, round=workshop.round)
    seats = {group: counts.get(group, 0) for group in GROUPS}
    return HostState(workshop.version, workshop.phase, votes.count(), seats)


def is_over(workshop: Workshop) -> bool:
    """Whether nobody joins or votes any more."""
    return workshop.closed_at is not None or workshop.assessment.state == "final"


def _alive() -> QuerySet[Workshop]:
    rows = Workshop.objects.filter(workspace__deleted_at=None, assessment__company__deleted_at=None)
    return rows.select_related("assessment__company", "assessment__workspace")


def _agreed(assessment: Assessment) -> QuerySet[AgreedStage]:
    return AgreedStage.objects.filter(workspace=assessment.workspace_id, assessment=assessment)


def _within(moment: datetime, workshop: Workshop) -> bool:
    return workshop.opened_at <= moment and (workshop.closed_at is None or moment <= workshop.closed_at)


def _differing(assessment: Assessment, frame: Framework) -> set[str]:
    """The practices on which opinions differ. Of an anonymous round nothing is told while it still collects."""
    if is_sealed(assessment):
        return set()
    rows = Answer.objects.filter(workspace=assessment.workspace_id, respondent__assessment=assessment)
    counted = rows.exclude(stage=None).values_list("practice", "stage").annotate(Count("pk"))
    stages: dict[str, list[int]] = {}
    for practice, stage, count in counted:
        stages.setdefault(practice, []).extend([stage] * count)
    least = assessment.minimum_group if assessment.anonymous else 0
    return {practice for practice, given in stages.items() if len(given) >= least and _differ(given, frame)}


def _differ(stages: Iterable[int], frame: Framework) -> bool:
    found = spread(list(stages), frame.thresholds.agreement)
    return bool(found and found.disagreement)
