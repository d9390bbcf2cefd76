"""The forms of django-allauth in our words, and the name that sign-up asks beside e-mail and password."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account import forms as allauth
from allauth.core import context
from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ..queries.members import KEPT_KEY, invitation_by_key, state_of
from .names import NameField

LABELS = {
    "email": _("E-mail address"),
    "login": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Current password"),
    "remember": _("Stay signed in on this device"),
}
NEW_PASSWORD = {"password1": _("New password"), "password2": _("New password, once more")}


class InOurWords(forms.Form):
    """Labels above the fields, in our words; no placeholders, which vanish as one types."""

    labels: ClassVar[dict[str, Any]] = LABELS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
            if name == "password":
                field.help_text = ""  # the way to a new password stands below the form


class LoginForm(InOurWords, allauth.LoginForm):
    """E-mail and password."""


class SignupForm(InOurWords, allauth.SignupForm):
    """Name, e-mail, and the password once."""

    labels: ClassVar[dict[str, Any]] = {**LABELS, "password1": _("Password")}
    field_order = ("name", "email", "password1")

    name = NameField(label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = _invitation()
        if self.invitation:  # made with another address, the account would not be the invited one
            self.initial.setdefault("email", self.invitation.email)

    def try_save(self, request: HttpRequest) -> tuple[Any, HttpResponse | None]:
        """Make the account; of a form sent twice at once, the second goes where the first does, or to sign in."""
        try:
            made: tuple[Any, HttpResponse | None] = super().try_save(request)
        except IntegrityError:
            if not get_user_model().objects.filter(email=self.cleaned_data["email"].lower()).exists():
                raise
            return None, redirect(settings.LOGIN_REDIRECT_URL)
        return made


def _invitation() -> Any:
    """The open invitation that brought this browser here; None for others."""
    key = context.request.session.get(KEPT_KEY, "") if context.request else ""
    found = invitation_by_key(key) if key else None
    return found if found and state_of(found) == "open" else None


class AddEmailForm(InOurWords, allauth.AddEmailForm):
    """Another e-mail address."""

    labels: ClassVar[dict[str, Any]] = {"email": _("New e-mail address")}


class ChangePasswordForm(InOurWords, allauth.ChangePasswordForm):
    """The current password, and the new one twice."""

    labels: ClassVar[dict[str, Any]] = {**LABELS, **NEW_PASSWORD}


class SetPasswordForm(InOurWords, allauth.SetPasswordForm):
    """A first password, for an account without one."""

    labels = NEW_PASSWORD


class ResetPasswordForm(InOurWords, allauth.ResetPasswordForm):
    """Where to send the link."""


class ResetPasswordKeyForm(InOurWords, allauth.ResetPasswordKeyForm):
    """The new password, for one who came by the link."""

    labels = NEW_PASSWORD


class ReauthenticateForm(InOurWords, allauth.ReauthenticateForm):
    """The password once more, before something that matters."""
