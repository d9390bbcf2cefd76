"""The charts of a report for print: drawings without text, with their labels beside them for the typesetter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ...charts.marks import logo, print_mark
from ...charts.paint import PRINT, Figure
from ...charts.pyramid import glyph, pyramid
from ...charts.quadrant import quadrant
from ...charts.rows import axis, bar_row, dot_row, dumbbell_row
from ...charts.shapes import FACTORS, LEVELS
from ...charts.tokens import NEUTRALS, TONES
from ...look import OURS, Look
from ..joiner import joiner
from ..journey_line import journey_line
from .house_logo import house_logo
from .safetext import clean
from .value_figures import tornado_figures

if TYPE_CHECKING:
    from ...document import CustomerRow, DimensionRow, GapRow, ReportDocument

REGULAR, STRONG = 400, 600
OUR_LOGO = {"svg": logo(PRINT), "width": 28, "height": 26, "alt": "", "labels": []}
NUMERALS = {  # strokes on the field of a level's mark, 26 x 20
    "l1": "M10.9 7.9 13.5 6.1V15",
    "l2": "M10.3 8.6A2.7 2.6 0 0 1 15.7 8.4C15.7 9.6 15 10.4 14 11.3L10.6 14.2H16",
    "l3": "M10.5 6.9H15.2L12.7 10A2.35 2.35 0 1 1 10.4 13.2",
    "l4": "M14.5 15V6.5L10.3 12.6H16.3",
    "l5": "M15.4 6.9H11.3L10.9 10.6A2.5 2.4 0 1 1 10.5 13.3",
    "l6": "M14.5 6.1 11 10.8M13.1 9.6A2.55 2.55 0 1 1 13.1 14.7 2.55 2.55 0 1 1 13.1 9.6",
}


def figures(document: ReportDocument, look: Look = OURS) -> dict[str, Any]:
    """Every drawing of the report by its place, as plain values."""
    plain = partial(plain_figure, language=document.language)
    section, synergy = document.pyramid, document.synergy
    scores = [row.score.value for row in section.levels]
    cover = pyramid(
        PRINT, "cover", scores, section.achieved, section.gate, section.figure.title, section.figure.desc,
        lines=False, numerals=False,
    )  # fmt: skip
    cross = quadrant(
        PRINT, "synergy", synergy.experience, synergy.trust, synergy.quadrants, synergy.figure.title,
        synergy.figure.desc, synergy.x_label, synergy.y_label, synergy.experience_line, synergy.trust_line,
        unrated_label=document.words["not_rated"], x_labels=synergy.x_ticks,
    )  # fmt: skip
    unrated = document.words["not_rated"]
    profile = [_dot(row, section.gate, unrated) for row in document.profile.rows]
    return {
        "cover": plain(cover),
        "pyramid": plain(_pyramid(document, scores)),
        "axis": plain(axis(gate=section.gate, paint=PRINT)),
        "profile": [plain(each) for each in profile],
        "stages": plain(axis(paint=PRINT, per=25)),
        "gap": [plain(_dumbbell(row)) for row in document.gap.rows],
        "customers": [plain(_customers(row, section.gate)) for row in _rows(document)],
        "journeys": _journeys(document),
        "value": [[plain(each) for each in tornado] for tornado in tornado_figures(document)],
        "trust": [plain(_bar(row, section.gate, unrated)) for row in document.trust.factors],
        "synergy": plain(cross),
        "lanes": [
            plain(glyph(PRINT, f"lane-{lane.id}", lane.achieved, lane.figure.title, lane.figure.desc))
            for lane in document.roadmap.lanes
        ],
        "marks": {key: _mark(key) for key in (*LEVELS, *FACTORS)},
        "logo": house_logo(look, document.facts.prepared_by) or OUR_LOGO,
    }


def colours() -> dict[str, Any]:
    """The colours of levels, factors and everything else: the same as in the drawings."""
    return {"tones": {key: tone._asdict() for key, tone in TONES.items()}, **NEUTRALS}


def _pyramid(document: ReportDocument, scores: list[float | None]) -> Figure:
    section, factors = document.pyramid, document.trust.factors
    return pyramid(
        PRINT,
        "pyramid",
        scores,
        section.achieved,
        section.gate,
        section.figure.title,
        section.figure.desc,
        trust=[row.score.value for row in factors],
        trust_names=[row.name for row in factors],
        trust_texts=[row.score.text for row in factors],
        unrated_label=document.words["not_rated"],
    )


def _dot(row: DimensionRow, gate: float, unrated: str) -> Figure:
    return dot_row(
        PRINT, f"profile-{row.id}", row.id, row.score.value, row.low, row.high, row.evidenced, row.title, gate,
        unrated_label=unrated,
    )  # fmt: skip


def _dumbbell(row: GapRow) -> Figure:
    return dumbbell_row(
        PRINT, f"gap-{row.id}", row.id, row.place("leaders"), row.place("frontline"), row.title,
        middle=row.place("managers"),
    )  # fmt: skip


def _rows(document: ReportDocument) -> tuple[CustomerRow, ...]:
    return document.customers.rows if document.customers else ()


def _customers(row: CustomerRow, gate: float) -> Figure:
    return dumbbell_row(PRINT, f"customers-{row.id}", row.id, row.own.value, row.customers.value, row.title, gate)


def _journeys(document: ReportDocument) -> list[dict[str, Any] | None]:
    """The line of feeling of each journey that has one."""
    cards = enumerate(document.journeys.journeys if document.journeys else ())
    lines = [journey_line(PRINT, f"way-{place}", card) for place, card in cards]
    return [plain_figure(each, document.language) if each else None for each in lines]


def _bar(row: DimensionRow, gate: float, unrated: str) -> Figure:
    return bar_row(
        PRINT, f"trust-{row.id}", row.id, row.score.value, row.title, gate, unrated_label=unrated
    )  # fmt: skip


def _mark(key: str) -> dict[str, Any]:
    """The mark of a level or factor, whole: a label over each of a hundred marks would cost more than all charts."""
    figure = print_mark(key)
    numeral = NUMERALS.get(key, "")
    stroke = (
        f'<path d="{numeral}" fill="none" stroke="{TONES[key].on}" stroke-width="1.75"/></svg>' if numeral else "</svg>"
    )
    return {"svg": figure.svg.removesuffix("</svg>") + stroke, "width": figure.width}


def plain_figure(figure: Figure, language: str) -> dict[str, Any]:
    """A figure as plain values for typst: its drawing without text, and the labels that are set over it."""
    sign, said = joiner(language), (clean(figure.title), clean(figure.desc))
    return {
        "svg": figure.svg,
        "width": figure.width,
        "height": figure.height,
        "alt": (sign.stop + sign.between).join(filter(None, said)),
        "labels": [
            {
                "x": label.x,
                "y": label.y,
                "text": clean(label.text),
                "size": label.size,
                "anchor": label.anchor,
                "weight": STRONG if label.weight > REGULAR else REGULAR,  # two weights: each one more is a font more
                "fill": label.fill,
            }
            for label in figure.labels
        ],
    }
