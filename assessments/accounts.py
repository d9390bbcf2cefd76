"""How django-allauth makes accounts here: with a name, a language, and a workspace at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from .actions import choose_language, open_workspace

if TYPE_CHECKING:
    from django.forms import BaseForm
    from django.http import HttpRequest, HttpResponse

    from .models import User


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


class AccountAdapter(DefaultAccountAdapter):
    """Opens the workspace in the transaction that makes the account, so that nobody is ever without one."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy("E-mail address and password do not belong together. Check both."),
        "email_taken": gettext_lazy(
            "There is an account with this e-mail address. Sign in, or ask for a new password."
        ),
        "enter_current_password": gettext_lazy("This is not your current password."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "too_many_login_attempts": gettext_lazy("Too many attempts. Wait five minutes, then try again."),
        "rate_limited": gettext_lazy("Too many attempts. Wait a few minutes, then try again."),
        "unverified_primary_email": gettext_lazy("Confirm your e-mail address first: we have sent you a link."),
    }

    def save_user(self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True) -> Any:
        user.name = form.cleaned_data.get("name", "").strip()
        user.language = get_language() or settings.LANGUAGE_CODE
        with transaction.atomic():
            saved = super().save_user(request, user, form, commit)
            if commit:
                open_workspace(user=user, name=_("%(name)s’s workspace") % {"name": user.name})
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
