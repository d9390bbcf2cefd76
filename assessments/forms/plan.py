"""An item of the plan, and a gap that is accepted."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..calendar_months import months_after
from ..files.text import clean
from ..words.labels import PLAN_EFFORTS, PLAN_IMPACTS, PLAN_LANES
from .days import DayField
from .framework_choices import practice_choices
from .texts import LineField, TextField

LINKS, LINK = 10, 500
REVIEW_MONTHS = 6


class PlanItemForm(forms.Form):
    """What is to be done, for which practice, by whom, until when, and how one sees that it works."""

    title = LineField(label=_("What is to be done"), max_length=300)
    owner = LineField(label=pgettext_lazy("of work", "Owner"), max_length=150, required=False)
    owner_email = forms.EmailField(
        label=_("E-mail address of the owner"),
        required=False,
        help_text=_("Members of the workspace are reminded a week before the date, on the day, and weekly after it."),
    )
    due_on = DayField(label=_("Due"), required=False)
    starts_on = DayField(label=_("Begins"), required=False)
    lane = forms.ChoiceField(label=_("When"), required=False, choices=PLAN_LANES.items())
    practice = forms.ChoiceField(
        label=_("Practice it lifts"), required=False, choices=lambda: [("", _("None")), *practice_choices()]
    )
    effort = forms.ChoiceField(label=_("Effort"), required=False, choices=[("", _("Not said")), *PLAN_EFFORTS.items()])
    impact = forms.ChoiceField(label=_("Impact"), required=False, choices=[("", _("Not said")), *PLAN_IMPACTS.items()])
    signal = TextField(
        label=_("First sign that it works"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    note = TextField(label=_("Notes"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    links = forms.CharField(
        label=_("Links"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One address on each line, at most ten."),
    )

    @classmethod
    def known(cls, item: Any) -> dict[str, Any]:
        """What the fields hold of an item."""
        return {**{field: getattr(item, field) for field in cls.base_fields}, "links": "\n".join(item.links)}

    @property
    def said(self) -> dict[str, Any]:
        """What was said, as the actions take it; the lane only where one was."""
        return {key: value for key, value in self.cleaned_data.items() if key != "lane" or value}

    def clean_owner_email(self) -> str:
        return str(self.cleaned_data["owner_email"]).lower()

    def clean_links(self) -> list[str]:
        """Addresses of pages, each once."""
        found = list(dict.fromkeys(clean(self.cleaned_data["links"]).split()))
        if len(found) > LINKS:
            raise forms.ValidationError(_("These are more than ten links. Keep the ten that matter."))
        for each in found:
            if len(each) > LINK or not _is_page(each):
                raise forms.ValidationError(
                    _("“%(link)s” is not the address of a page. Begin it with https://."), params={"link": each[:80]}
                )
        return found

    def clean(self) -> dict[str, Any]:
        """Nothing ends before it begins."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        starts, due = data.get("starts_on"), data.get("due_on")
        if starts and due and starts > due:
            self.add_error("starts_on", _("This is after the day on which it is due."))
        return data


class AcceptForm(forms.Form):
    """Why the company lives with a gap, and when it looks again."""

    reason = TextField(
        label=_("Why do you live with it?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Give a reason: whoever looks again wants to know it.")},
    )
    review_on = DayField(label=_("Look again on"), help_text=_("On this day it comes up on the plan by itself."))

    @staticmethod
    def known(item: Any = None) -> dict[str, Any]:
        """Half a year from now; the reason of before, where the gap was accepted already."""
        again = item is not None and item.state == "accepted"
        return {"reason": item.note if again else "", "review_on": months_after(timezone.localdate(), REVIEW_MONTHS)}

    def clean_review_on(self) -> datetime.date:
        """In the future."""
        day: datetime.date = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day after today."))
        return day


def _is_page(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
