"""The figures of a journey map, from its findings: the line of feeling, and the whole map, with their words."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..content.schema import Framework
from ..journey.findings import JourneyFindings
from ..journey.map import Opportunity, Stage, Touchpoint
from .charts.alone import alone
from .charts.journey import Bands, FeelingMark, feeling_line
from .charts.journey_map import MapRows, MapStage, Piece, journey_map
from .charts.paint import Figure, Paint
from .journey_words import felt, moment_name, pain_said, people

EVERY_VALUE = 8  # up to so many values, each is written at its marker; beyond, only the ones to notice
SEVERE = 4


def feeling_figure(paint: Paint, id: str, findings: JourneyFindings) -> Figure | None:
    """The line of feeling; None where no value is known."""
    if findings.feeling is None:
        return None
    return feeling_line(
        paint, id, marks(findings), _("Feeling along the journey"), description(findings),
        scale=findings.map.scale, hot=hot(findings),
    )  # fmt: skip


def map_figure(id: str, findings: JourneyFindings, framework: Framework, language: str) -> Figure | None:
    """The whole map for print, labels apart; None while it has no stages. The words are in the active language."""
    map = findings.map
    if not map.stages:
        return None
    columns = [
        MapStage(each.stage.name, each.stage.duration, _cells(each.stage, each.n, framework, language), tuple(band))
        for each, band in zip(findings.stages, marks(findings), strict=True)
    ]
    above = (("aim", _("Customer’s aim")), ("touchpoints", _("Touchpoints")))
    below = (("pains", _("Pain points")), ("lift", _("What would lift it")), ("asked", _("Asked")))
    rows = MapRows(above, _("Feeling"), below)
    return journey_map(
        id, columns, rows, map.title or _("Journey"), description(findings),
        eyebrow=" · ".join(filter(None, (map.persona.name, map.persona.segment, map.scope.scenario))),
        legend=legend(findings) if findings.feeling else "", scale=map.scale, hot=hot(findings),
    )  # fmt: skip


def map_svg(findings: JourneyFindings, framework: Framework, language: str) -> bytes | None:
    """The whole map as an SVG file of its own; None while it has no stages."""
    figure = map_figure("journey", findings, framework, language)
    return alone(figure, language) if figure else None


def hot(findings: JourneyFindings) -> int | None:
    """The place of the one stage that hurts most, if any does."""
    return findings.stages.index(findings.hurting[0]) if findings.hurting else None


def marks(findings: JourneyFindings) -> Bands:
    """The marks of every stage’s touchpoints, with words at the ones to notice."""
    notes = _notes(findings)
    points = findings.feeling.points if findings.feeling else ()
    by_place = {point.place: point for point in points}
    bands: list[list[FeelingMark | None]] = []
    place = 0
    for stage in findings.map.stages:
        bands.append([])
        for _touchpoint in stage.touchpoints:
            mark = None
            if point := by_place.get(place):
                shown = place in notes or len(points) <= EVERY_VALUE
                text = felt(point.value) if shown else ""
                assumed = point.emotion.basis == "assumed"
                mark = FeelingMark(point.value, point.emotion.n, assumed, text, notes.get(place, ""))
            bands[-1].append(mark)
            place += 1
    return bands


def _notes(findings: JourneyFindings) -> dict[int, str]:
    """What is said at a marker besides its value, by the place of its touchpoint."""
    line = findings.feeling
    if line is None:
        return {}
    words: dict[int, list[str]] = {}
    for point, word in (
        (line.peak, pgettext("feeling", "peak")),
        (line.lowest, pgettext("feeling", "lowest")),
        (line.end, pgettext("feeling", "end")),
    ):
        words.setdefault(point.place, []).append(word)
    return {place: _(", ").join(each) for place, each in words.items()}


def description(findings: JourneyFindings) -> str:
    """The line in words: every touchpoint that has a value."""
    if findings.feeling is None:
        return _("No feeling is known yet.")
    said = [f"{point.touchpoint.name} {felt(point.value)}" for point in findings.feeling.points]
    return _("%(values)s.") % {"values": _(", ").join(said)}


def legend(findings: JourneyFindings) -> str:
    """How the line is read."""
    scale = findings.map.scale
    return _(
        "Feeling: %(low)s very poor to %(high)s very good. Filled: observed or reported. Hollow: assumed. "
        "Larger markers stand for more people."
    ) % {"low": f"−{scale}", "high": f"+{scale}"}


def _cells(stage: Stage, asked: int | None, framework: Framework, language: str) -> dict[str, tuple[Piece, ...]]:
    lifts = [each for point in stage.touchpoints for each in point.opportunities if each.status != "dropped"]
    return {
        "aim": (Piece(stage.aim, "k-map-strong"),) if stage.aim else (),
        "touchpoints": tuple(piece for point in stage.touchpoints for piece in _touchpoint(point)),
        "pains": tuple(_pains(stage)) or (Piece(_("None noted"), "k-map-small"),),
        "lift": tuple(piece for each in lifts for piece in _lift(each, framework, language)),
        "asked": (Piece(people(asked), "k-map-small"),) if asked is not None else (),
    }


def _touchpoint(point: Touchpoint) -> Iterator[Piece]:
    yield Piece(point.name)
    if point.moment_of_truth:
        yield Piece(_("Moment of truth: %(moment)s") % {"moment": moment_name(point.moment_of_truth)}, "k-map-small")


def _pains(stage: Stage) -> Iterator[Piece]:
    for point in stage.touchpoints:
        for pain in point.pains:
            yield Piece(pain.text, "k-map-bad" if (pain.severity or 0) >= SEVERE else "k-map-warn")
            if said := pain_said(pain):
                yield Piece(said, "k-map-small")


def _lift(opportunity: Opportunity, framework: Framework, language: str) -> Iterator[Piece]:
    dimension = framework.dimension_of.get(opportunity.practice)
    if dimension:
        yield Piece(dimension.name.to(language), "k-map-small")
    yield Piece(opportunity.text)
