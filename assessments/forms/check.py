"""What the 10-minute check asks beside its practices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ..cookies.check import COMPANY
from ..models import Company, Workspace
from .accounts import SignupForm
from .framework_choices import group_choices
from .names import NameField

NEW = "new"


class BeginForm(forms.Form):
    """Nothing need be said; the name of the company stands on the result."""

    company = NameField(
        label=_("Name of the company (optional)"),
        required=False,
        max_length=COMPANY,
        help_text=_("It stands on your result and is kept in this browser only."),
    )


def company_field(**options: Any) -> forms.CharField:
    """The name of the company that the check becomes an assessment of."""
    return NameField(label=_("Name of the company"), max_length=COMPANY, **options)


def group_field() -> forms.ChoiceField:
    """Whose view the answers are."""
    return forms.ChoiceField(
        label=_("I answered as"), widget=forms.RadioSelect, initial="managers", choices=group_choices
    )


class KeepSignupForm(SignupForm):
    """An account, and what the check becomes in it."""

    company = company_field()
    group = group_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["company", "group", "name", "email", "password1"])


class KeepForm(forms.Form):
    """For people with an account: a company they have, or a new one in one of their workspaces."""

    place = forms.ChoiceField(label=_("Keep it with"))
    company = company_field(required=False)
    group = group_field()

    def __init__(self, *args: Any, places: Iterable[tuple[Workspace, list[Company]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whole = [workspace for workspace, _companies in places if not workspace.partial]
        self.workspaces = {f"{NEW}:{workspace.code}": workspace for workspace in whole}
        self.companies = {str(each.code): each for _workspace, companies in places for each in companies}
        cast(forms.ChoiceField, self.fields["place"]).choices = [
            (
                workspace.name,
                [
                    *([] if workspace.partial else [(f"{NEW}:{workspace.code}", _("A new company"))]),
                    *((str(c.code), c.name) for c in companies),
                ],
            )
            for workspace, companies in places
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("place") in self.workspaces and not data.get("company"):
            self.add_error("company", _("Give the new company a name, or choose one you have."))
        return data
