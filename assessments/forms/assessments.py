"""What we ask when an assessment starts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ..content.loader import framework
from ..content.schema import Framework
from ..models import SMALLEST_GROUP
from .days import DayField, LastDayField
from .framework_choices import group_choices
from .meanwhile import MeanwhileForm
from .names import NameField

LARGEST_GROUP = 50
NOBODY = "nobody"


def suggested_title(day: datetime.date) -> str:
    """A title for a round on this day: month and year."""
    return date_format(day, "YEAR_MONTH_FORMAT")


def _sets() -> list[tuple[str, Any]]:
    said = {
        "full": _("All %(count)d practices, about 25 minutes"),
        "quick": _("The %(count)d most telling ones, about 10 minutes; the result is indicative"),
    }
    return [(name, text % {"count": len(framework().asked(name))}) for name, text in said.items()]


class AssessmentForm(forms.Form):
    """Title, dates, how many practices, whether by name, and whose view the person gives.

    `assessment` is the one to be changed: whether it is anonymous is not asked again, its smallest group only grows.
    """

    title = NameField(label=_("Title"), max_length=200, help_text=_("It stands on the cover of the report."))
    held_on = DayField(label=_("Date"))
    practice_set = forms.ChoiceField(label=_("Questions"), widget=forms.RadioSelect, choices=_sets)
    names = forms.ChoiceField(
        label=_("Names"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("named", _("Named: your team sees who has said what, and can ask further")),
            ("anonymous", _("Anonymous: nobody sees who has said what, and results show groups only")),
        ],
        help_text=_("Respondents read this before the first question, so it cannot be changed later."),
    )
    minimum_group = forms.IntegerField(
        label=_("Smallest group shown"),
        required=False,
        min_value=SMALLEST_GROUP,
        max_value=LARGEST_GROUP,
        help_text=_("For anonymous assessments: nothing is shown about fewer people than this. Five is usual."),
    )
    closes_on = LastDayField(
        label=_("Last day for answers (optional)"),
        required=False,
        help_text=_("At the end of this day the assessment closes by itself."),
    )
    group = forms.ChoiceField(
        label=_("I answer as"),
        widget=forms.RadioSelect,
        help_text=_("Leaders, managers and frontline count alike in the result, however many answer in each."),
    )

    def __init__(self, *args: Any, assessment: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.assessment = assessment
        groups = group_choices()
        if self.initial.get("group") not in dict(groups):
            groups.append((NOBODY, _("Not at all: I only ask others")))
        cast(forms.ChoiceField, self.fields["group"]).choices = groups
        if assessment is not None:
            del self.fields["names"]
            if not assessment.anonymous or not assessment.is_open:
                del self.fields["minimum_group"]
            if assessment.is_open:
                cast(LastDayField, self.fields["closes_on"]).known = assessment.closes_on
            else:
                del self.fields["closes_on"]

    def clean_minimum_group(self) -> int | None:
        """Never smaller than what those who have answered were told."""
        wanted: int | None = self.cleaned_data["minimum_group"]
        if self.assessment is not None and wanted is not None and wanted < self.assessment.minimum_group:
            raise forms.ValidationError(
                _("It can only grow: people have answered knowing that it is %(size)d."),
                params={"size": self.assessment.minimum_group},
            )
        return wanted

    def choices(self) -> dict[str, Any]:
        """What was chosen, as the acts take it."""
        data = self.cleaned_data
        chosen = {name: data.get(name) for name in ("title", "held_on", "practice_set", "closes_on")}
        if data.get("minimum_group"):
            chosen["minimum_group"] = data["minimum_group"]
        answers = data["group"] != NOBODY
        if self.assessment is not None:
            return {**chosen, "group": data["group"] if answers else ""}
        return {**chosen, "anonymous": data["names"] == "anonymous", "answers": answers, "group": data["group"]}


class AssessmentEditForm(MeanwhileForm, AssessmentForm):
    """The same of an assessment that others may be changing, too."""


def marked_flags(data: Mapping[str, str], frame: Framework) -> tuple[set[str], set[str]]:
    """The red flags that were opened and closed on the page: what is ticked now against what it showed as open."""
    ticked = {each for each in frame.flags if data.get(f"flag-{each}")}
    shown = set(data.get("shown", "").split(",")) & set(frame.flags)
    return ticked - shown, shown - ticked


def marked_targets(data: Mapping[str, str], frame: Framework) -> dict[str, int | None]:
    """The stage aimed at for each practice on the page; None where none was chosen. What is no stage is passed over."""
    sent = {each: data[f"target-{each}"] for each in frame.practices if f"target-{each}" in data}
    return {
        practice: int(stage) if stage else None for practice, stage in sent.items() if stage in ("", "1", "2", "3", "4")
    }
