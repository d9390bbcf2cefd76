"""The figures of rounds side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString

from assessments.pieces import drawn
from assessments.reports.charts import catalogue as charts
from assessments.rounds.common import Round

register = template.Library()


@register.simple_tag
def round_pyramid(place: int, held: Round, title: str) -> SafeString:
    """The pyramid of one round, without its stones."""
    scores = [each.score if each.rated else None for each in held.card.levels]
    gate = held.framework.thresholds.gate
    return drawn(
        charts.pyramid(charts.WEB, f"round-{place}", scores, held.card.headline.achieved_level, gate, title, "")
    )


@register.filter
def titled(values: Sequence[str], held: Sequence[tuple[Any, ...]]) -> list[tuple[str, str]]:
    """Each of the values of rounds with the title of its round, which opens its tuple in `held`."""
    return [(value, each[0].title) for value, each in zip(values, held, strict=True)]


@register.simple_tag
def round_glyph(place: int, achieved: int, title: str) -> SafeString:
    """The pyramid of one round in small."""
    return drawn(charts.glyph(charts.WEB, f"glyph-{place}", achieved, title))


@register.simple_tag
def round_slopes(id: str, names: Sequence[str], courses: Sequence[charts.Course], title: str, desc: str) -> SafeString:
    """Scores over the rounds, a line for each level or factor."""
    return drawn(charts.slopes(charts.WEB, id, names, courses, title, desc))


@register.simple_tag
def round_steps(id: str, names: Sequence[str], levels: Sequence[int | None], title: str, desc: str) -> SafeString:
    """The achieved level over the rounds."""
    return drawn(charts.level_steps(charts.WEB, id, names, levels, title, desc))
