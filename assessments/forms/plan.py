"""An item of the plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ..content.loader import framework


def practice_choices() -> list[Any]:
    """Every practice under its level or factor, in the reader’s language, for a select."""
    language = get_language() or "en"
    groups = [
        (each.name.to(language), [(practice.id, practice.title.to(language)) for practice in each.practices])
        for each in framework().dimensions
    ]
    return [("", _("None")), *groups]


class PlanItemForm(forms.Form):
    """What is to be done, for which practice, by whom, until when."""

    title = forms.CharField(label=_("What is to be done"), max_length=300)
    practice = forms.ChoiceField(label=_("Practice it lifts"), required=False, choices=practice_choices)
    owner = forms.CharField(label=pgettext_lazy("of work", "Owner"), max_length=150, required=False)
    due_on = forms.DateField(
        label=_("Due"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(label=_("Note"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
