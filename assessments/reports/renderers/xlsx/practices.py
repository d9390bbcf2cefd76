"""The sheet on which the stage of each practice is calculated: a mean for each group, then the mean of the groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ....maturity.units import TOP_STAGE
from ...document import WorkedPractice, Workings
from .pen import A3, HAIRLINE, Cell, Pen
from .places import PRACTICES_FROM, PROVEN, Places
from .tally import Tally, tally

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEAD = PRACTICES_FROM - 1  # the row of heads, counted from one
WIDTHS = (24.0, 40.0, 9.0, 8.0, 9.0, 10.0, 10.0, 9.0, 9.0, 10.0, 10.0, 12.0, 11.0, 8.0, 8.0, 8.0, 8.0, 8.0, 10.0, 10.0)
Formula = tuple[str, str, Cell]  # a column, its formula and the value it has now


def write_practices(pen: Pen, workings: Workings, places: Places) -> None:
    """One row a practice. The columns after the applicable ones are sums by weight, then come the groups’ own."""
    words, sheet = pen.words, pen.sheet(places.practices, repeat=HEAD - 1, paper=A3)
    pen.opening(sheet, words["practices_about"])
    weighted = tuple(
        f"{words['weight']} × {each}"
        for each in (words["answered"], words["stage"], words["people"], words["lowest"], words["highest"])
    )
    titles = (
        words["code"], words["practice"], words["dimension"], words["weight"], words["agreed"], words["self_rated"],
        words["stage"], words["lowest"], words["highest"], words["answered"], words["dont_know"],
        words["not_applicable"], words["applicable"], *weighted,
    )  # fmt: skip
    if workings.evidence_known:
        titles += (words["evidenced"], f"{words['weight']} × {words['evidenced']}")
    pen.heads(sheet, HEAD - 1, titles, WIDTHS[: len(titles)], 3)
    _group_heads(pen, sheet, places)
    sheet.set_row(HEAD - 1, 44)
    for place, practice in enumerate(workings.practices):
        _row(pen, sheet, PRACTICES_FROM + place, practice, places)
    sheet.freeze_panes(HEAD, 2)
    sheet.print_area(0, 0, PRACTICES_FROM + len(workings.practices) - 2, 12)


def _group_heads(pen: Pen, sheet: Worksheet, places: Places) -> None:
    """Over each measure the group it is of: the formulas look for exactly this title."""
    said = {
        "n": "answered", "sum": "sum_of", "dk": "dont_know", "mean": "mean_of", "low": "lowest", "high": "highest",
        PROVEN: "evidenced",
    }  # fmt: skip
    for name in places.all_measures:
        for place, group in enumerate(places.workings.groups):
            column = places.measure_at(name, place)
            sheet.set_column(column, column, 11)
            pen.write(sheet, HEAD - 2, column, pen.words[said[name]], pen.small)
            pen.write(sheet, HEAD - 1, column, group, pen.head)


def _row(pen: Pen, sheet: Worksheet, row: int, practice: WorkedPractice, places: Places) -> None:
    pen.write(sheet, row - 1, 0, practice.practice)
    pen.write(sheet, row - 1, 1, practice.title)
    pen.write(sheet, row - 1, 2, practice.dimension)
    pen.write(sheet, row - 1, 3, practice.weight, pen.format(num_format="General"))
    told = [tally(practice, places.workings, group) for group in places.workings.groups]
    for column, formula, value in (*_stage(pen, row, practice, places), *_groups(row, told, places)):
        whole = pen.format(num_format="General", **HAIRLINE)
        pen.formula(sheet, f"{column}{row}", f"={formula}", value, whole if column in "EJKLM" else pen.number)


def _stage(pen: Pen, row: int, practice: WorkedPractice, places: Places) -> Iterable[Formula]:
    """The stage that counts, its range by don’t-knows, the counts, and the sums that dimensions are made of."""
    place, found = row - PRACTICES_FROM, pen.document.card.practices[practice.practice]
    agreed, means = places.agreed_of(place), places.measures("mean", row)
    yield "E", f'IF({agreed}="","",{agreed})', practice.agreed
    yield "F", f'IF(COUNT({means})=0,"",AVERAGE({means}))', found.self_rated
    yield "G", f'IF(E{row}="",F{row},E{row})', found.stage
    for column, name, value in (("H", "low", found.low), ("I", "high", found.high)):
        range_ = places.measures(name, row)
        yield column, f'IF(E{row}="",IF(COUNT({range_})=0,"",AVERAGE({range_})),E{row})', value
    yield "J", f"SUM({places.measures('n', row)})", found.answered
    yield "K", f"SUM({places.measures('dk', row)})", found.dont_know
    yield "L", f"COUNTIF({places.answers_of(place)},cx_na)", found.not_applicable
    yield "M", f'IF(OR(E{row}<>"",J{row}>0,K{row}>0,L{row}=0),1,0)', int(found.applicable)
    weight = practice.weight
    yield "N", f'IF(G{row}="",0,D{row})', 0 if found.stage is None else weight
    yield "O", f'IF(G{row}="",0,D{row}*G{row})', weight * (found.stage or 0)
    yield "P", f'IF(H{row}="",0,D{row})', 0 if found.low is None else weight
    yield "Q", f'IF(H{row}="",0,D{row}*H{row})', weight * (found.low or 0)
    yield "R", f'IF(I{row}="",0,D{row}*I{row})', weight * (found.high or 0)
    if places.evidence_known:
        range_ = places.measures(PROVEN, row)
        yield "S", f'IF(E{row}="",IF(COUNT({range_})=0,"",AVERAGE({range_})),E{row})', found.evidenced
        yield "T", f'IF(S{row}="",0,D{row}*S{row})', weight * (found.evidenced or 0)


def _groups(row: int, told: list[Tally], places: Places) -> Iterable[Formula]:
    """Each group’s answers to the practice, counted, and their mean."""
    known_marks = places.evidence_known
    answers, groups = places.answers_of(row - PRACTICES_FROM), places.groups
    for group, found in enumerate(told):
        column = {name: places.measure(name, group) for name in places.all_measures}
        title = f"{column['n']}${HEAD}"
        here = {name: f"{letter}{row}" for name, letter in column.items()}
        known = f"({here['n']}+{here['dk']})"
        yield (
            column["n"],
            f'COUNTIFS({groups},{title},{answers},">=0")+COUNTIFS({groups},{title},{answers},cx_no)',
            found.answered,
        )
        yield column["sum"], f"SUMIFS({answers},{groups},{title})", found.total
        yield column["dk"], f"COUNTIFS({groups},{title},{answers},cx_dk)", found.dont_know
        yield column["mean"], f'IF({here["n"]}=0,"",{here["sum"]}/{here["n"]})', found.mean
        yield column["low"], f'IF({known}=0,"",{here["sum"]}/{known})', found.low
        yield column["high"], f'IF({known}=0,"",({here["sum"]}+{TOP_STAGE}*{here["dk"]})/{known})', found.high
        if known_marks:
            cut = _unproven(row, f"{groups},{title}", answers, places)
            yield column[PROVEN], f'IF({here["n"]}=0,"",({here["sum"]}-({cut}))/{here["n"]})', found.proven


def _unproven(row: int, group: str, answers: str, places: Places) -> str:
    """What high stages say beyond the cap, less the same of those behind which something stands."""
    claims = f'{group},{answers},">="&cx_evidence_from,{answers},">"&cx_unproven_cap'
    proven = f"{claims},{places.marks_of(row - PRACTICES_FROM)},cx_backed"
    beyond = (f"SUMIFS({answers},{each})-cx_unproven_cap*COUNTIFS({each})" for each in (claims, proven))
    return "{}-({})".format(*beyond)
