"""What we ask of an owner who invites somebody."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Company, Workspace
from ..queries.members import belongs_already
from ..words.labels import ROLES, ROLES_SAID


class InviteForm(forms.Form):
    """An address or none, a role, and the language of the letter."""

    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Only an account with this address can accept. Left empty, you get a link to pass on yourself."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES)

    def __init__(
        self, *args: Any, roles: tuple[str, ...], workspace: Workspace, company: Company | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.workspace, self.company = workspace, company
        role = cast(forms.ChoiceField, self.fields["role"])
        role.choices = [(each, _said(each)) for each in roles]

    def clean(self) -> dict[str, Any]:
        """Nobody is invited to what they have: the letter would promise it, and accepting it would change nothing."""
        data = super().clean() or {}
        email, role = data.get("email", "").lower(), data.get("role")
        there = belongs_already(self.workspace, self.company, email, role) if email and role else None
        if there:
            place = there.company or self.workspace
            self.add_error("email", _already(str(there.user), place.name, ROLES[there.role]))
        return data


def _already(name: str, place: str, role: str) -> str:
    return gettext(
        "%(name)s belongs to %(place)s already, with the role “%(role)s”: an invitation would change nothing. Another "
        "role is given on the page of its members."
    ) % {"name": name, "place": place, "role": role}


def _said(role: str) -> str:
    return gettext("%(role)s: %(said)s") % {"role": ROLES[role], "said": ROLES_SAID[role]}
