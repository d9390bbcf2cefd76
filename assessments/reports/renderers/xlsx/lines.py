"""The sheet of the method’s lines: every formula refers to these cells by name."""

from __future__ import annotations

from collections.abc import Iterable

from ...document import Workings
from .pen import Pen
from .places import named

FIRST = 4
WIDTHS = (52.0, 14.0, 60.0)


def lines_of(workings: Workings) -> dict[str, float]:
    """The lines by name."""
    limits = workings.thresholds
    part, whole = limits.rated_share
    return {
        "gate": limits.gate,
        "strict_lower": limits.strict_lower,
        "decimal_cap": limits.decimal_cap,
        **{f"band_{place}": edge for place, edge in enumerate(limits.band_edges, start=1)},
        "level_min": limits.level_min_applicable,
        "factor_min": limits.factor_min_answered,
        "rated_part": part,
        "rated_whole": whole,
        "trust_floor": limits.trust_floor,
        "trust_cap": workings.trust_cap,
        "short_set": int(workings.quick),
        **_of_evidence(workings),
    }


def _of_evidence(workings: Workings) -> dict[str, float]:
    if not workings.evidence_known:
        return {}
    limits = workings.thresholds
    return {"evidence_from": limits.evidence_from_stage, "unproven_cap": limits.unevidenced_cap}


def write_lines(pen: Pen, name: str, workings: Workings) -> None:
    """Lines, codes of answers, names of bands and of groups; each has a name that formulas use."""
    words, sheet = pen.words, pen.sheet(name, portrait=True, repeat=0)
    pen.opening(sheet, words["lines_about"])
    pen.heads(sheet, FIRST - 2, (words["line"], words["value"], words["meaning"]), WIDTHS)
    value = pen.format(
        num_format="General", align="left", indent=1, bg_color="#FDF3E0", bottom=1, bottom_color="#DCE4E6"
    )
    row = FIRST - 1
    for key, limit in lines_of(workings).items():
        pen.write(sheet, row, 0, words[f"line_{key}"])
        pen.write(sheet, row, 1, limit, value)
        _name(pen, f"cx_{key}", name, f"$B${row + 1}")
        row += 1
    first_code = row + 2
    for column, title in enumerate((words["answer"], words["code"], words["meaning"])):
        pen.write(sheet, row + 1, column, title, pen.head)
    row += 2
    for code, meaning in _codes(pen, workings):
        pen.write(sheet, row, 0, words["stage"] if isinstance(code, int) else words["answer"])
        pen.write(sheet, row, 1, code, value)
        pen.write(sheet, row, 2, meaning)
        row += 1
    for place, key in enumerate(("dk", "na", "no")):
        _name(pen, f"cx_{key}", name, f"$B${row - 2 + place}")
    _name(pen, "cx_answers", name, f"$B${first_code + 1}:$B${row}")
    _name(pen, "cx_stages", name, f"$B${first_code + 1}:$B${row - 3}")
    row = _list(pen, name, row + 1, words["band"], workings.bands, "cx_bands")
    row = _list(pen, name, row + 1, words["group"], workings.groups, "cx_groups")
    if workings.evidence_known:
        _list(pen, name, row + 1, words["evidence"], (words["yes"],), "cx_backed")


def _codes(pen: Pen, workings: Workings) -> Iterable[tuple[str | int, str]]:
    yield from enumerate(workings.stages)
    for key in ("dk", "na", "no"):
        yield pen.words[f"code_{key}"], pen.words[f"means_{key}"]


def _list(pen: Pen, name: str, row: int, title: str, items: tuple[str, ...], key: str) -> int:
    """A named list of titles under a head; the row after it."""
    sheet = pen.sheets[name]
    for column, text in enumerate((title, "", "")):
        pen.write(sheet, row, column, text, pen.head)
    for place, item in enumerate(items, start=1):
        pen.write(sheet, row + place, 1, item)
    _name(pen, key, name, f"$B${row + 2}:$B${row + 1 + len(items)}")
    return row + 1 + len(items)


def _name(pen: Pen, key: str, sheet: str, place: str) -> None:
    pen.book.define_name(key, f"={named(sheet, place)}")
