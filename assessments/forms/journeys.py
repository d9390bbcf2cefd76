"""The cells of a journey as they are edited: which there are, how each is asked, and what comes back of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..files.text import clean, one_line
from ..journey.cells import number
from ..words import journeys as labels

Ask = Literal["line", "text", "lines", "choice", "count", "feeling", "trust", "pains", "metrics", "flags", "lifts"]
Rows = list[dict[str, str]]  # what the fields of a cell hold, a dict a row; one row in all cells but lists of things


class Spec(NamedTuple):
    """How a cell is asked: its label, the kind of fields, and what can be chosen."""

    label: str | Promise
    ask: Ask
    choices: Mapping[str, str | Promise] = {}
    hint: str | Promise = ""


SPECS: dict[str, Spec] = {
    "map:title": Spec(_("Title"), "line"),
    "map:kind": Spec(_("What the map shows"), "choice", labels.KINDS),
    "map:scale": Spec(_("Scale of the feeling"), "choice", labels.SCALES),
    "map:persona.name": Spec(_("Whose journey it is"), "line"),
    "map:persona.segment": Spec(_("Segment"), "line"),
    "map:persona.goal": Spec(_("What they want to reach"), "text"),
    "map:persona.expectations": Spec(_("What they expect"), "lines"),
    "map:scope.from": Spec(_("Where the journey begins"), "line"),
    "map:scope.to": Spec(_("Where it ends"), "line"),
    "map:scope.scenario": Spec(_("The situation"), "text"),
    "stages:name": Spec(_("Name of the stage"), "line"),
    "stages:aim": Spec(_("Customer’s aim"), "text"),
    "stages:duration": Spec(_("How long it takes"), "line"),
    "touchpoints:name": Spec(_("Touchpoint"), "line"),
    "touchpoints:channel": Spec(_("Channel"), "line"),
    "touchpoints:online": Spec(_("Online or not"), "choice", labels.ONLINE),
    "touchpoints:importance": Spec(_("Importance"), "choice", labels.IMPORTANCE),
    "touchpoints:actions": Spec(_("What they do"), "lines"),
    "touchpoints:thoughts": Spec(_("What they think"), "lines"),
    "touchpoints:needs": Spec(_("What they need"), "lines"),
    "touchpoints:emotion": Spec(_("Feeling"), "feeling", labels.BASES),
    "touchpoints:pains": Spec(_("Pain points"), "pains"),
    "touchpoints:moment_of_truth": Spec(_("Moment of truth"), "choice", labels.MOMENTS),
    "touchpoints:goal": Spec(_("Our goal here"), "text"),
    "touchpoints:metrics": Spec(_("Metrics"), "metrics"),
    "touchpoints:inside.owner": Spec(pgettext_lazy("of work", "Owner"), "line"),
    "touchpoints:inside.process": Spec(_("Process"), "line"),
    "touchpoints:inside.systems": Spec(_("Systems"), "lines"),
    "touchpoints:inside.capability": Spec(_("Capability it takes"), "line"),
    "touchpoints:influences": Spec(_("What influences them"), "lines"),
    "touchpoints:trust": Spec(_("Trust"), "trust", labels.EFFECTS),
    "touchpoints:mistakes": Spec(_("Mistakes made here"), "flags"),
    "touchpoints:opportunities": Spec(_("What would lift it"), "lifts", labels.STATUSES),
    "evidence:type": Spec(_("Kind of evidence"), "choice", labels.SOURCES),
    "evidence:date": Spec(_("When"), "line"),
    "evidence:n": Spec(_("How many people"), "count"),
    "evidence:note": Spec(_("What it says"), "text"),
}
FIELDS: dict[Ask, tuple[str, ...]] = {
    "feeling": ("value", "n", "basis"),
    "pains": ("text", "severity", "frequency"),
    "metrics": ("id", "value", "n", "window"),
    "flags": ("flag",),
    "lifts": ("text", "practice", "owner", "due", "status"),
}
NUMBERS = {"value", "n", "severity", "frequency"}
USUAL = {"status": "open", "basis": "assumed"}  # what counts where nothing was chosen; by itself it says nothing


@dataclass(frozen=True, slots=True)
class SentCell:
    """What somebody sent for one cell: the stamp of what they saw, and the rows of its fields as they typed them."""

    cell: str
    seen: str
    rows: Rows


def spec_of(cell: str) -> Spec | None:
    """How the cell of this name is asked; None for one that does not exist."""
    return SPECS.get(":".join(cell.split(":", 2)[:2]))


def fields_of(ask: Ask) -> tuple[str, ...]:
    """The names of the fields of a cell."""
    return FIELDS.get(ask, ("value",))


def said_in(data: QueryDict) -> list[SentCell]:
    """Every cell that was sent; ones we do not know are left out."""
    names = [key.removesuffix("|seen") for key in data if key.endswith("|seen")]
    return [_said(data, name, spec) for name in names if (spec := spec_of(name))]


def _said(data: QueryDict, name: str, spec: Spec) -> SentCell:
    columns = {field: data.getlist(f"{name}|{field}") for field in fields_of(spec.ask)}
    most = max(map(len, columns.values()))
    tidy = clean if spec.ask in ("text", "lines") else one_line
    rows = [{field: tidy(each[at]) if at < len(each) else "" for field, each in columns.items()} for at in range(most)]
    said = [row for row in rows if any(text for field, text in row.items() if field not in USUAL)]
    return SentCell(name, data.get(f"{name}|seen", ""), said)


def same(spec: Spec, rows: Rows, value: Any) -> bool:
    """Whether the fields say what the value says already, blanks at the ends of texts aside."""
    return rows == [{field: clean(text) for field, text in row.items()} for row in rows_of(spec, value)]


def value_of(spec: Spec, rows: Rows) -> Any:
    """The plain value of a cell as the format has it; None for nothing. What is no number stays text, to be refused."""
    if spec.ask in ("pains", "metrics", "lifts"):
        return [_kept(row) for row in rows]
    if spec.ask == "flags":
        return [row["flag"] for row in rows if row["flag"]]
    if spec.ask == "feeling":
        return _kept(rows[0]) if rows else None
    said = rows[0]["value"] if rows else ""
    if spec.ask == "trust":
        factor, _colon, effect = said.partition(":")
        return {"factor": factor, "effect": number(effect)} if said else None
    if spec.ask == "lines":
        return [line.strip() for line in said.splitlines() if line.strip()]
    if spec.choices == labels.ONLINE:
        return {"true": True, "false": False}.get(said)
    if spec.ask == "count" or spec.choices in (labels.IMPORTANCE, labels.SCALES):
        return number(said)
    return said or None


def _kept(row: dict[str, str]) -> dict[str, Any]:
    return {key: number(value) if key in NUMBERS else value for key, value in row.items() if value}


def rows_of(spec: Spec, value: Any) -> Rows:
    """What the fields of a cell hold for a value; no row where nothing was said."""
    if value is None:
        return []
    if spec.ask in ("pains", "metrics", "lifts"):
        return [_shown(spec, each) for each in value]
    if spec.ask == "flags":
        return [{"flag": each} for each in value]
    if spec.ask == "feeling":
        return [_shown(spec, value)]
    if spec.ask == "trust":
        return [{"value": f"{value['factor']}:{value['effect']}"}]
    if spec.ask == "lines":
        return [{"value": "\n".join(value)}] if value else []
    said = str(value).lower() if isinstance(value, bool) else str(value)
    return [{"value": said}] if said else []


def _shown(spec: Spec, value: Mapping[str, Any]) -> dict[str, str]:
    return {field: _cell(field, value.get(field)) for field in fields_of(spec.ask)}


def _cell(field: str, value: Any) -> str:
    if value is None:
        return USUAL.get(field, "")
    if field == "frequency":
        return f"{(Decimal(str(value)) * 100).normalize():f}%"
    return str(value)
