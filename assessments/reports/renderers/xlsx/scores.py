"""The sheet of scores: every dimension calculated from its practices, beside what the report says of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ....maturity.scorecard import DimensionScore
from ....maturity.units import BANDS, PERCENT_PER_STAGE
from ...charts.tokens import NEUTRALS, TONES
from ...document import WorkedDimension, Workings
from .climb import climb
from .headline import write_headline
from .joining import joined
from .pen import HAIRLINE, Cell, Pen, said
from .places import HAIR, Places

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FIRST = 5  # the first dimension’s row, counted from one
WIDTHS = (
    38.0,
    13.0,
    13.0,
    10.0,
    10.0,
    10.0,
    18.0,
    11.0,
    9.0,
    11.0,
    8.0,
    11.0,
    10.0,
    9.0,
    10.0,
    10.0,
    12.0,
    9.0,
    9.0,
    10.0,
)
TEXTS = (6, 8)  # the columns of text: band, rated
Formula = tuple[str, str, Cell]


def write_scores(pen: Pen, name: str, workings: Workings, places: Places) -> None:
    """The ten dimensions, then the headline."""
    words, sheet = pen.words, pen.sheet(name, repeat=FIRST - 2)
    sealed = words.get("sealed_evidence", "") if workings.anonymous else ""
    pen.opening(sheet, joined(words["scores_about"], sealed))
    titles = (
        words["dimension"], words["now"], words["reported"], words["change"], words["lowest"], words["highest"],
        words["band"], words["coverage"], words["rated"], words["evidenced"], words["asked"], words["applicable"],
        words["answered"], words["stands"], words["lowest"], words["highest"], words["line_trust_floor"], words["band"],
        words["gate_line"], words["evidenced"],
    )  # fmt: skip
    pen.heads(sheet, FIRST - 2, titles, WIDTHS, 1)
    for text in TEXTS:
        pen.write(sheet, FIRST - 2, text, titles[text], pen.head_with(indent=1))
    sheet.set_row(FIRST - 2, 44)
    levels = [each.id for each in workings.dimensions if each.level]
    card = pen.document.card
    found = {each.id: each for each in card.dimensions}
    stands = [
        climb([getattr(found[key], part) for key in levels], workings.thresholds.gate)
        for part in ("score", "low", "high", "evidenced")
    ]
    for place, dimension in enumerate(workings.dimensions):
        _row(pen, sheet, FIRST + place, dimension, found[dimension.id], places)
        if dimension.level:
            for column, source, told in zip("NOPT", "BEFJ", stands, strict=True):
                _stands(pen, sheet, FIRST + place, column, source, told[place])
    write_headline(pen, sheet, name, workings, FIRST)
    sheet.freeze_panes(FIRST - 1, 1)
    sheet.print_area(0, 0, FIRST + len(workings.dimensions) + 15, 9)


def _row(
    pen: Pen, sheet: Worksheet, row: int, dimension: WorkedDimension, found: DimensionScore, places: Places
) -> None:
    line = {**HAIRLINE, "valign": "vcenter"}
    tone = TONES[dimension.id]
    sheet.set_row(row - 1, 18)
    score = pen.format(num_format="0.00", bold=True, **line)
    quiet = pen.format(num_format="0.00", font_color=NEUTRALS["ink-3"], **line)
    pen.write(sheet, row - 1, 0, dimension.name, pen.format(bold=True, font_color=tone.on, bg_color=tone.c, **line))
    pen.write(sheet, row - 1, 2, found.score, quiet)
    looks = {"B": score, "D": quiet}
    if not places.evidence_known:
        pen.write(sheet, row - 1, 9, found.evidenced, quiet)
    for column, formula, value in _formulas(pen, row, dimension, found, places):
        whole = pen.format(num_format="0", **line)
        pen.formula(sheet, f"{column}{row}", f"={formula}", value, looks.get(column) or _look(pen, column, whole))


def _look(pen: Pen, column: str, whole: Format) -> Format:
    if column in "GI":
        return pen.format(indent=1, valign="vcenter", **HAIRLINE)
    if column in "KLMNOPRST":
        return whole
    return pen.format(num_format="0.00", valign="vcenter", **HAIRLINE)


def _formulas(
    pen: Pen, row: int, dimension: WorkedDimension, found: DimensionScore, places: Places
) -> Iterable[Formula]:
    """The rules of the method for one dimension, cell by cell."""
    key, at = f'"{dimension.id}"', places.column
    here = f"{at('C')},{key}"
    share = (
        f"IF(SUMIFS({at('D')},{here},{at('M')},1)=0,0,SUMIFS({at('N')},{here})/SUMIFS({at('D')},{here},{at('M')},1))"
    )
    yield "K", f"COUNTIFS({here})", found.practices
    yield "L", f"COUNTIFS({here},{at('M')},1)", found.applicable
    yield "M", f'COUNTIFS({here},{at("G")},">=0")', found.answered
    yield "H", f"100*{share}", 100 * (found.coverage or 0)
    yes, no, none = (pen.words[each] for each in ("yes", "no", "not_rated"))
    enough = (
        f"AND(L{row}>=cx_level_min,H{row}/100>=cx_rated_part/cx_rated_whole-{HAIR})"
        if dimension.level
        else f"M{row}>=cx_factor_min"
    )
    rated = f"IF(cx_short_set=1,AND(K{row}>0,K{row}=M{row}),{enough})"
    yield "I", f"IF({rated},{said(yes)},{said(no)})", yes if found.rated else no
    sums = [("B", "O", "N", found.score), ("E", "Q", "P", found.low), ("F", "R", "P", found.high)]
    if places.evidence_known:
        sums.append(("J", "T", "N", found.evidenced))
    for column, total, weight, value in sums:
        percent = f"ROUND({PERCENT_PER_STAGE:g}*SUMIFS({at(total)},{here})/SUMIFS({at(weight)},{here}),9)"
        yield column, f'IF(I{row}={said(yes)},{percent},"")', value
    yield "S", "cx_gate", places.workings.thresholds.gate
    change = f'IF(OR(B{row}="",C{row}=""),IF(AND(B{row}="",C{row}=""),0,"–"),ROUND(B{row}-C{row},6))'
    yield "D", change, 0
    edges = "+".join(f"IF(B{row}>cx_band_{edge}+{HAIR},1,0)" for edge in (1, 2, 3))
    yield "R", f'IF(B{row}="","",{edges})', None if found.band is None else BANDS.index(found.band)
    title = places.workings.bands[BANDS.index(found.band)] if found.band else none
    yield "G", f'IF(R{row}="",{said(none)},INDEX(cx_bands,R{row}+1))', title
    if not dimension.level:
        floor = places.workings.thresholds.trust_floor
        yield (
            "Q",
            f'IF(B{row}="","",MAX(cx_trust_floor,B{row}))',
            None if found.score is None else max(floor, found.score),
        )


def _stands(pen: Pen, sheet: Worksheet, row: int, column: str, source: str, value: int) -> None:
    """Whether a level stands together with every level below it."""
    holds = f'IF({source}{row}="",0,IF({source}{row}>cx_gate+{HAIR},1,0))'
    below = "" if row == FIRST else f"{column}{row - 1}*"
    pen.formula(sheet, f"{column}{row}", f"={below}{holds}", value, pen.format(num_format="0", **HAIRLINE))
