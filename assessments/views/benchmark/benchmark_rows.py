"""The rows of the benchmark page: what stands beside each score, in words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from ...benchmark.benchmark import Benchmark
from ...benchmark.views import View
from ...content.loader import framework
from ...queries.benchmark_figures import ALL, value_of
from ...reports.wording import day_text, index_text
from ...words.labels import INDUSTRIES, SIZES
from ...words.reader import reader_language
from .benchmark_words import hidden_said, place_said, shown_said


class FigureBesideOthers(NamedTuple):
    """One figure: whose it is, its own score, what it is set beside, both in words. `key` "": no level or factor."""

    id: str
    key: str
    name: str
    own: float | None
    own_text: str
    median: float | None
    band: tuple[float, float] | None
    references: tuple[float, ...]
    beside: str
    place: str
    title: str


class ShownCohort(NamedTuple):
    """A cohort: its name, whether anything of it may be shown, how many others are in it, and its rows."""

    id: str
    name: str
    n: int
    hidden: str
    published_on: datetime.date | None
    rows: tuple[FigureBesideOthers, ...]


class OwnRound(NamedTuple):
    """One round of the company’s own history."""

    title: str
    held_on: datetime.date
    level: int | None
    experience: str
    trust: str
    provisional: bool


def name_of(figure: str) -> str:
    """A figure in the reader’s language."""
    if figure in ("experience", "trust", "decimal"):
        return {"experience": _("Experience"), "trust": _("Trust"), "decimal": _("Decimal level")}[figure]
    return framework().by_dimension[figure].name.to(reader_language())


def history_rows(standings: Sequence[Any]) -> list[OwnRound]:
    """The company’s own results, newest first."""
    return [
        OwnRound(
            each.assessment.title,
            each.held_on,
            each.level,
            index_text(each.average),
            index_text(each.trust),
            each.provisional,
        )
        for each in standings
    ]


def cohort_parts(
    cohorts: Sequence[str], found: Mapping[str, Benchmark], references: Sequence[Any]
) -> list[ShownCohort]:
    """Each cohort with its rows; one of which nothing may be shown says why."""
    return [_part(cohort, found, references) for cohort in cohorts]


def _part(cohort: str, found: Mapping[str, Benchmark], references: Sequence[Any]) -> ShownCohort:
    views = {figure: next((each for each in one.views if each.cohort == cohort), None) for figure, one in found.items()}
    shown = {figure: view for figure, view in views.items() if view and not view.hidden}
    first = next((each for each in views.values() if each), None)
    rows = tuple(_row(cohort, figure, view, found[figure], references) for figure, view in shown.items())
    hidden = "" if rows else hidden_said(first)
    n = max((each.n for each in shown.values()), default=first.n if first else 0)
    return ShownCohort(
        cohort.replace(":", "-"), cohort_name(cohort), n, hidden, first.published_on if first else None, rows
    )


def _row(cohort: str, figure: str, view: View, one: Benchmark, references: Sequence[Any]) -> FigureBesideOthers:
    own = one.history[-1] if one.history else None
    outside = tuple(each.value for each in references if each.about == figure)
    key = figure if figure in framework().by_dimension else ""
    beside, place = shown_said(view), place_said(view, own.comparable if own else False)
    name = name_of(figure)
    text = index_text(own.value if own else None)
    title = _("%(name)s: own %(own)s; others: %(others)s") % {"name": name, "own": text, "others": beside}
    band = (view.quartiles.lower, view.quartiles.upper) if view.quartiles else None
    return FigureBesideOthers(
        f"{cohort.replace(':', '-').replace('+', '')}-{figure}",
        key,
        name,
        own.value if own else None,
        text,
        view.median,
        band,
        outside,
        beside,
        place,
        title,
    )


def reference_rows(
    references: Sequence[Any], standings: Sequence[Any]
) -> list[tuple[Any, FigureBesideOthers | None, str]]:
    """Each figure from outside beside the own score, with its source; a decimal level has no place on the axis."""
    newest = standings[0] if standings else None
    return [(each, _reference(each, newest), name_of(each.about)) for each in references]


def _reference(figure: Any, newest: Any) -> FigureBesideOthers | None:
    if figure.about == "decimal":
        return None
    own = value_of(newest, figure.about) if newest else None
    text, name = index_text(own), name_of(figure.about)
    words = {"name": name, "own": text, "value": f"{figure.value:g}", "day": day_text(figure.noted_on)}
    title = _("%(name)s: own %(own)s; reference figure %(value)s of %(day)s") % words
    key = figure.about if figure.about in framework().by_dimension else ""
    id = f"reference-{figure.code.hex[:12]}"
    return FigureBesideOthers(id, key, name, own, text, None, None, (figure.value,), "", "", title)


def cohort_name(cohort: str) -> str:
    """A cohort in words."""
    kind, _colon, value = cohort.partition(":")
    if kind == ALL:
        return _("All companies that take part")
    return str((INDUSTRIES if kind == "industry" else SIZES).get(value, value))
