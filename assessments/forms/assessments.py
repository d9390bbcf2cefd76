"""What we ask when an assessment starts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..content.loader import framework
from ..content.schema import Framework


def suggested_title(day: datetime.date) -> str:
    """A title for a round on this day: month and year."""
    return date_format(day, "YEAR_MONTH_FORMAT")


class AssessmentForm(forms.Form):
    """Title, date, how many practices, and whose view the person gives."""

    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("It stands on the cover of the report."))
    held_on = forms.DateField(label=_("Date"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    practice_set = forms.ChoiceField(label=_("Questions"), widget=forms.RadioSelect)
    group = forms.ChoiceField(
        label=_("I answer as"),
        widget=forms.RadioSelect,
        help_text=_("Leaders, managers and frontline count alike in the result, however many answer in each."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        frame = framework()
        practice_set = cast(forms.ChoiceField, self.fields["practice_set"])
        group = cast(forms.ChoiceField, self.fields["group"])
        counts = {name: len(frame.asked(name)) for name in ("full", "quick")}
        practice_set.choices = [
            ("full", _("All %(count)d practices, about 25 minutes") % {"count": counts["full"]}),
            (
                "quick",
                _("The %(count)d most telling ones, about 10 minutes; the result is indicative")
                % {"count": counts["quick"]},
            ),
        ]
        language = get_language() or "en"
        group.choices = [(each.id, each.title.to(language)) for each in frame.groups]


def marked_flags(data: Mapping[str, str], frame: Framework) -> tuple[set[str], set[str]]:
    """The red flags that were opened and closed on the page: what is ticked now against what it showed as open."""
    ticked = {each for each in frame.flags if data.get(f"flag-{each}")}
    shown = set(data.get("shown", "").split(",")) & set(frame.flags)
    return ticked - shown, shown - ticked


def marked_targets(data: Mapping[str, str], frame: Framework) -> dict[str, int | None]:
    """The stage aimed at for each practice on the page; None where none was chosen."""
    sent = {each: data[f"target-{each}"] for each in frame.practices if f"target-{each}" in data}
    return {practice: int(stage) if stage in ("1", "2", "3", "4") else None for practice, stage in sent.items()}
