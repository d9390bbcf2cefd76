"""The cells of the editor: as boxes for the page, and saved one by one as they come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.translation import gettext as _

from ...actions.journeys import edit_journey
from ...files.journeys import fault_said
from ...forms.journeys import SPECS, Rows, SentCell, Spec, fields_of, rows_of, same, spec_of, value_of
from ...journey.edits import Cell, NotThere, Part, cell_of, stamp, value_at
from ...journey.faults import MapFaults
from ...journey.map import JourneyMap
from ...queries.journeys import map_of
from ...reports.wording import joined

State = Literal["saved", "newer", "refused", "gone"]
ORDER: tuple[State, ...] = ("gone", "newer", "refused", "saved")  # what a whole form came to: its worst


@dataclass(frozen=True, slots=True)
class CellBox:
    """A cell on the page. `about` names what it belongs to; `theirs` is what somebody else has put there meanwhile."""

    cell: Cell
    spec: Spec
    seen: str
    rows: Rows
    about: str = ""
    error: str = ""
    theirs: str | None = None

    @property
    def name(self) -> str:
        """The name of the cell in forms."""
        return str(self.cell)

    @property
    def row(self) -> dict[str, str]:
        """The fields of a cell that has one row."""
        return self.rows[0] if self.rows else dict.fromkeys(fields_of(self.spec.ask), "")

    @property
    def lines(self) -> Rows:
        """The rows of a cell that has several, with an empty one to write into."""
        return [*self.rows, dict.fromkeys(fields_of(self.spec.ask), "")]

    @property
    def ticked(self) -> list[str]:
        """What is ticked in a cell of flags."""
        return [row["flag"] for row in self.rows]


@dataclass(frozen=True, slots=True)
class CellOutcome:
    """What became of one cell that was sent."""

    said: SentCell
    state: State
    message: str = ""
    map: JourneyMap | None = None


@dataclass(frozen=True, slots=True)
class Boxes:
    """Makes the boxes of a map; what was sent and not saved is shown as it was typed."""

    map: JourneyMap
    outcomes: Mapping[str, CellOutcome] = field(default_factory=dict)

    def box(self, part: Part, name: str, id: str = "", about: str = "") -> CellBox:
        """The box of one cell."""
        cell = Cell(part, name, id)
        spec = SPECS[f"{part}:{name}"]
        now = rows_of(spec, value_at(self.map, cell))
        outcome = self.outcomes.get(str(cell))
        seen = stamp(self.map, cell)
        if outcome is None or outcome.state == "saved":
            return CellBox(cell, spec, seen, now, about)
        if outcome.state == "newer":
            return CellBox(cell, spec, seen, outcome.said.rows, about, theirs=in_words(now))
        return CellBox(cell, spec, outcome.said.seen, outcome.said.rows, about, error=outcome.message)

    def all(self, part: Part, names: Iterable[str], id: str = "", about: str = "") -> list[CellBox]:
        """The boxes of several cells."""
        return [self.box(part, name, id, about) for name in names]


def save(*, user: Any, journey: Any, said: Sequence[SentCell]) -> list[CellOutcome]:
    """Write what was sent, cell by cell; what says nothing new is left alone."""
    return [_save(user, journey, each) for each in said]


def _save(user: Any, journey: Any, said: SentCell) -> CellOutcome:
    spec = spec_of(said.cell)
    try:
        cell = cell_of(said.cell)
        assert spec is not None  # noqa: S101 - `said_in` gives none that we do not know
        before = _map(journey)
        if same(spec, said.rows, value_at(before, cell)):
            return CellOutcome(said, "saved", map=before)
        edited = edit_journey(user=user, journey=journey, cell=cell, seen=said.seen, value=value_of(spec, said.rows))
    except NotThere:
        return CellOutcome(said, "gone", _("This is not on the map any more: somebody has taken it out."))
    except MapFaults as error:
        return CellOutcome(said, "refused", joined(list(dict.fromkeys(map(_fault, error.faults)))))
    return CellOutcome(said, "saved" if edited.done else "newer", map=edited.map)


def _fault(fault: Any) -> str:
    allowed = fault.allowed.strip("()")
    said = fault_said(fault)
    return joined([said, _("Allowed: %(allowed)s.") % {"allowed": allowed}]) if allowed else said


def _map(journey: Any) -> JourneyMap:
    journey.refresh_from_db(fields=["map"])
    return map_of(journey)


def in_words(rows: Rows) -> str:
    """What a cell says, on one line."""
    return " · ".join(", ".join(filter(None, row.values())) for row in rows)


def worst(outcomes: Sequence[CellOutcome]) -> State:
    """What a form of several cells came to."""
    return min((each.state for each in outcomes), key=ORDER.index, default="saved")
