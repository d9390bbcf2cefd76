"""What we ask of an owner who invites somebody."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

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

    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = cast(forms.ChoiceField, self.fields["role"])
        role.choices = [(each, _said(each)) for each in roles]


def _said(role: str) -> str:
    return gettext("%(role)s: %(said)s") % {"role": ROLES[role], "said": ROLES_SAID[role]}
