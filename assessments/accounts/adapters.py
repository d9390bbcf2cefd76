"""How django-allauth makes accounts here: with a name, a language, and a place at once, one’s own or one invited to."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.accounts import choose_language, keep_confirmed
from ..actions.invitations import accept_invitation
from ..actions.workspaces import open_workspace
from ..limits.sign_in import LimitsMixin
from ..queries.members import KEPT_KEY, invitation_by_key
from ..queries.second_step import has_app
from ..words.reader import reader_language
from .letters import LettersMixin

if TYPE_CHECKING:
    from allauth.account.models import EmailAddress
    from django.forms import BaseForm
    from django.http import HttpRequest, HttpResponse

    from ..models import User

log = logging.getLogger(__name__)


def remember_language(response: HttpResponse, code: str) -> None:
    """Keep the language on this device, for pages before and after sign-in."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        httponly=True,
    )


def settle(request: HttpRequest, user: User, *, by_form: bool, always_own: bool = False) -> None:
    """Give a new account its place: the one of the invitation that brought it here, or else a workspace of its own."""
    found = invitation_by_key(request.session.get(KEPT_KEY, ""))
    joined = found is not None and accept_invitation(user=user, invitation=found, signing_up=by_form) == "joined"
    if found and found.email and joined and by_form:
        # The key came to this address by mail: that is the proof a letter of ours would ask for.
        AccountAdapter(request).stash_verified_email(request, found.email)
    if always_own or not joined:
        open_workspace(user=user, name=_("%(name)s’s workspace") % {"name": user.name})


class AccountAdapter(LimitsMixin, LettersMixin, DefaultAccountAdapter):
    """Opens the workspace in the transaction that makes the account, so that nobody is ever without one."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy("E-mail address and password do not match. Check both."),
        "email_taken": gettext_lazy(
            "There is an account with this e-mail address. Sign in, or ask for a new password."
        ),
        "enter_current_password": gettext_lazy("This is not your current password."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "too_many_login_attempts": gettext_lazy("Too many attempts. Wait five minutes, then try again."),
        "rate_limited": gettext_lazy("Too many attempts. Wait a few minutes, then try again."),
        "unverified_primary_email": gettext_lazy("Confirm your e-mail address first: we have sent you a link."),
    }

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            keep_confirmed(address=email_address)
        return confirmed

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """To the ways of signing in: the form itself, empty once more, would look as if nothing had been done."""
        return reverse("mfa_index")

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """The ways to show that it is you, in our words."""
        said = {
            "reauthenticate": _("Use my password"),
            "mfa_reauthenticate": _("Use a code from my app") if has_app(user) else _("Use a recovery code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        return [{**each, "description": said[each["id"]]} for each in super().get_reauthentication_methods(user)]

    def save_user(self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True) -> Any:
        user.name = form.cleaned_data.get("name", "").strip()
        user.language = reader_language()
        with transaction.atomic():
            saved = super().save_user(request, user, form, commit)
            if commit:
                # Whoever keeps the check needs a workspace of their own to keep it in.
                settle(request, user, by_form=True, always_own="company" in form.cleaned_data)
        return saved

    def post_login(self, request: HttpRequest, user: User, **options: Any) -> Any:
        """The language chosen on this device wins; a device where none was chosen takes that of the account."""
        response = super().post_login(request, user, **options)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = str(chosen) if chosen in dict(settings.LANGUAGES) else user.language
        if language != user.language:
            choose_language(user=user, language=language)
        remember_language(response, language)
        return response


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """The same for those who come from the organisation’s own sign-in (OpenID Connect)."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultSocialAccountAdapter.error_messages,
        "email_taken": gettext_lazy(
            "There is an account with this e-mail address. Sign in to it, then connect it with %s under “Sign-in”."
        ),
        "disconnect_last": gettext_lazy("This is your only way to sign in. Set a password first."),
        "connected_other": gettext_lazy("This sign-in belongs to another account."),
    }

    def on_authentication_error(self, request: HttpRequest, *args: Any, exception: Any = None, **options: Any) -> None:
        """Whoever runs this server reads why; the page says that it did not work."""
        if options.get("error") != AuthError.CANCELLED:
            why = exception or request.GET.get("error")
            log.warning("The organisation’s sign-in did not answer as it should: %r", why)

    def get_signup_form_initial_data(self, sociallogin: Any) -> dict[str, Any]:
        return {**super().get_signup_form_initial_data(sociallogin), "name": sociallogin.user.name}

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        user = super().populate_user(request, sociallogin, data)
        user.email = (user.email or "").lower()
        user.name = (data.get("name") or user.email.partition("@")[0])[:150]
        return user

    def save_user(self, request: HttpRequest, sociallogin: Any, form: BaseForm | None = None) -> Any:
        if form:
            return super().save_user(request, sociallogin, form)
        sociallogin.user.language = reader_language()
        with transaction.atomic():
            user = super().save_user(request, sociallogin, None)
            settle(request, user, by_form=False)
        return user


class MFAAdapter(DefaultMFAAdapter):
    """The second step at sign-in, in our words."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": gettext_lazy(
            "Your sign-in has a second step, so no address can be added. Remove the second step first."
        ),
        "incorrect_code": gettext_lazy("This code is not right, or too old. Take the one shown now."),
        "unverified_email": gettext_lazy(
            "Confirm your e-mail address first, so that nobody else can lock you out of your account."
        ),
    }

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        return _("Passkey")
