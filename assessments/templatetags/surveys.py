"""What our templates say of surveys: their state, and why somebody is left alone."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.reports.wording import enumerated
from assessments.words.labels import SURVEY_STATES

register = template.Library()
register.filter(enumerated)


@register.filter
def survey_state(value: str) -> str:
    """The name of a state of a survey."""
    return str(SURVEY_STATES.get(value, value))


@register.filter
def verdict_said(verdict: Any) -> str:
    """Whether a customer would be asked now, and why not yet (queries/survey_rhythm.py)."""
    if verdict.state == "wait":
        days = {
            "asked": date_format(verdict.wait.because.on, "DATE_FORMAT"),
            "until": date_format(verdict.wait.until, "DATE_FORMAT"),
        }
        return _("Not yet: asked on %(asked)s, may be asked from %(until)s.") % days
    said = {
        "ask": _("Yes"),
        "refused": _("No: does not want to be asked by this company."),
        "asked": _("No: asked in this wave already."),
    }
    return said[verdict.state]
