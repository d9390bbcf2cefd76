"""The forms of a second step at sign-in and of other sign-ins, in our words."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.socialaccount import forms as social
from django import forms
from django.utils.translation import gettext_lazy as _

from ..queries.second_step import has_app
from .accounts import LABELS, InOurWords
from .names import NameField


class OfAppOrList(InOurWords):
    """Asks for the code of the app or a recovery code; where there is no app, for the latter alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_app = has_app(kwargs["user"])
        self.fields["code"].label = _("Code") if self.has_app else _("Recovery code")


class CodeForm(OfAppOrList, mfa.AuthenticateForm):
    """After the password."""


class CodeAgainForm(OfAppOrList, mfa.ReauthenticateForm):
    """Before something that matters."""


class AppForm(InOurWords, totp.ActivateTOTPForm):
    """The first code of an app, as proof that it works."""

    labels: ClassVar[dict[str, Any]] = {"code": _("The code that the app shows")}


class CredentialField(forms.JSONField):
    """What the browser says of a passkey. Anybody may send anything: no page of ours breaks over what is no JSON.

    Django’s own raises for numbers of thousands of digits, and for what is nested more deeply than Python follows.
    """

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What the form is shown with again: nothing of what was sent, since each answer of a passkey is for once."""
        return initial


class PasskeyForm(webauthn.LoginWebAuthnForm):
    """A passkey alone, instead of address and password."""

    credential = CredentialField()


class PasskeyAfterForm(webauthn.AuthenticateWebAuthnForm):
    """A passkey, after the password."""

    credential = CredentialField()


class PasskeyAgainForm(webauthn.ReauthenticateWebAuthnForm):
    """A passkey, before something that matters."""

    credential = CredentialField()


class AddPasskeyForm(InOurWords, webauthn.AddWebAuthnForm):
    """A name for the key, and whether it signs in by itself."""

    credential = CredentialField()

    labels: ClassVar[dict[str, Any]] = {
        "name": _("Name, to tell it from others"),
        "passwordless": _("Sign in with it alone, without the password"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].help_text = _("The device then asks for your finger, face or PIN each time.")


class NamePasskeyForm(InOurWords, webauthn.EditWebAuthnForm):
    """Another name for a key."""

    labels: ClassVar[dict[str, Any]] = {"name": _("Name, to tell it from others")}


class OrganisationSignupForm(InOurWords, social.SignupForm):
    """What the organisation’s sign-in did not tell us."""

    labels: ClassVar[dict[str, Any]] = LABELS
    field_order = ("name", "email")

    name = NameField(label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))

    @property
    def taken(self) -> str:
        """Why somebody is asked at all whose address came along: an account has it. What to do then; "" otherwise."""
        try:
            self.validate_unique_email(self.initial["email"])
        except forms.ValidationError as error:
            return str(error.messages[0])
        return ""
