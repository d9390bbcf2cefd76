"""The headline under the table of dimensions: the level by the gate, the strict line, trust by its weakest stone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ....maturity.units import BANDS
from ...charts.tokens import NEUTRALS
from ...document import Workings
from ...document.workings import TOP_BAND
from .pen import HAIRLINE, Cell, Pen, said
from .places import HAIR, named, rows_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WHOLE = ("level_attained", "strict_line", "lowest_level", "highest_level", "evidenced_level")
Line = tuple[str, str, Cell]  # a word’s key, the formula, and the value of the report


def write_headline(pen: Pen, sheet: Worksheet, name: str, workings: Workings, first: int) -> None:
    """Label, calculated value, the report’s value. Each calculated cell has a name, `cx_` and its word’s key."""
    words = pen.words
    row = first + len(workings.dimensions) + 2
    for column, title in enumerate((words["summary"], words["now"], words["reported"])):
        pen.write(sheet, row - 1, column, title, pen.head_with(align="right") if column else pen.head)
    sheet.set_row(row - 1, 30)
    for key, formula, value in _lines(pen, workings, first):
        row += 1
        form = "0" if key in WHOLE else "0.00"
        shown = pen.format(num_format=form, bold=True, align="right", **HAIRLINE)
        quiet = pen.format(num_format=form, font_color=NEUTRALS["ink-3"], align="right", **HAIRLINE)
        pen.write(sheet, row - 1, 0, words[key])
        pen.formula(sheet, f"B{row}", f"={formula}", value, shown)
        pen.write(sheet, row - 1, 2, "" if value is None else value, quiet)
        pen.book.define_name(f"cx_{key}", f"={named(name, f'$B${row}')}")


def _lines(pen: Pen, workings: Workings, first: int) -> Iterable[Line]:
    kinds = [each.level for each in workings.dimensions]
    (bottom, top), (left, right) = rows_of(kinds, first)
    yield from _levels(pen, workings, bottom, top)
    yield from _trust(pen, workings, left, right)


def _levels(pen: Pen, workings: Workings, bottom: int, top: int) -> Iterable[Line]:
    found, count = pen.document.card.headline, top - bottom + 1
    scores = f"B{bottom}:B{top}"
    yield "level_attained", f"SUM(N{bottom}:N{top})", found.achieved_level
    strict = _strict(bottom, top)
    yield (
        "strict_line",
        f'IF({strict}={count},{count},IF(INDEX({scores},{strict}+1)="","",{strict}))',
        found.strict_level,
    )
    level = f"SUM(N{bottom}:N{top})"
    following = f"INDEX({scores},MIN({count},{level}+1))"
    further = f'IF({following}="","",{level}+MIN(cx_decimal_cap,{following}/cx_gate))'
    yield "decimal", f"IF({level}={count},{count},{further})", found.decimal
    yield "experience", f'IF(COUNT({scores})=0,"",AVERAGE({scores}))', found.average
    yield "lowest_level", f"SUM(O{bottom}:O{top})", found.lowest_level
    yield "highest_level", f"SUM(P{bottom}:P{top})", found.highest_level
    if workings.evidence_known:
        yield "evidenced_level", f"SUM(T{bottom}:T{top})", found.evidenced_level


def _strict(bottom: int, top: int) -> str:
    """The strict climb: a level counts while it stands and every one below it is above the strict line."""
    held = [f'IF(B{row}="",0,IF(B{row}>cx_strict_lower+{HAIR},1,0))' for row in range(bottom, top)]
    terms = [
        f"N{row}*{'*'.join(held[: row - bottom])}" if row > bottom else f"N{row}" for row in range(bottom, top + 1)
    ]
    return f"({'+'.join(terms)})"


def _trust(pen: Pen, workings: Workings, left: int, right: int) -> Iterable[Line]:
    trust = pen.document.card.trust
    scores, names = f"B{left}:B{right}", f"A{left}:A{right}"
    all_rated = f"COUNT({scores})={right - left + 1}"
    none = pen.words["not_rated"]
    yield "trust_index", f'IF({all_rated},GEOMEAN(Q{left}:Q{right}),"")', trust.index
    yield "trust_mean", f'IF({all_rated},AVERAGE({scores}),"")', trust.mean
    name = next((each.name for each in workings.dimensions if each.id == trust.weakest), none)
    yield "weakest_factor", f"IF(COUNT({scores})=0,{said(none)},INDEX({names},MATCH(MIN({scores}),{scores},0)))", name
    bands = f"R{left}:R{right}"
    lowest = f"MIN({bands})"
    lifted = f"IF(COUNTIF({bands},{TOP_BAND})>={right - left},MIN({TOP_BAND},{lowest}+1),{lowest})"
    title = workings.bands[BANDS.index(trust.band)] if trust.band else none
    yield "trust_band", f"IF({all_rated},INDEX(cx_bands,MIN(cx_trust_cap,{lifted})+1),{said(none)})", title
