"""The small figures in the rows of the portfolio."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import cache
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from assessments.pieces import drawn
from assessments.reports.charts import catalogue as charts
from assessments.reports.wording import enumerated, index_text
from assessments.words.reader import reader_language

register = template.Library()
ID = "zQglyphQz"  # stands for what tells one small pyramid of the page from the next


@register.simple_tag
def portfolio_glyph(place: uuid.UUID, achieved: int) -> SafeString:
    """The pyramid of a row; there are eight of them, each drawn once a language."""
    return mark_safe(_glyph(reader_language(), achieved).replace(ID, f"g{place}"))  # noqa: S308 - our own drawing


@register.simple_tag
def portfolio_spark(place: uuid.UUID, scores: Sequence[float]) -> SafeString:
    """Experience over the rounds; nothing before the second."""
    if len(scores) < 2:
        return SafeString("")
    title = _("Experience over the rounds: %(scores)s") % {"scores": enumerated([index_text(each) for each in scores])}
    return drawn(charts.spark(charts.WEB, f"s{place}", scores, title))


@register.filter
def level_key(level: int) -> str:
    """The key of a level 1..6."""
    return charts.LEVELS[level - 1]


@cache
def _glyph(language: str, achieved: int) -> str:
    if achieved < 0:
        title = _("Not assessed")
    elif not achieved:
        title = _("No level attained yet")
    else:
        title = _("Level %(level)s attained") % {"level": achieved}
    return charts.glyph(charts.WEB, ID, achieved, title).svg


@register.simple_tag
def benchmark_axis(gate: float) -> SafeString:
    """The 0 to 100 axis above the rows of a benchmark."""
    return drawn(charts.axis(gate=gate))


@register.simple_tag
def benchmark_figure(row: Any, gate: float) -> SafeString:
    """One score beside others (views/benchmark/benchmark_rows.py)."""
    figure = charts.benchmark_row(
        charts.WEB,
        row.id,
        row.key,
        row.own,
        row.title,
        median=row.median,
        band=row.band,
        references=row.references,
        gate=gate,
    )
    return drawn(figure)
