"""The tornado of worth for the screen."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from assessments.pieces import drawn
from assessments.reports.charts import catalogue as charts
from assessments.reports.document.value import ValueFigure, ValueSwing

register = template.Library()


@register.simple_tag
def tornado_bar(figure: ValueFigure, swing: ValueSwing) -> SafeString:
    """How far one assumption sways a figure, on the scale of the whole tornado; silent, the numbers stand beside it."""
    return drawn(charts.tornado_row(charts.WEB, swing.at_low, swing.at_high, figure.base, *figure.span))
