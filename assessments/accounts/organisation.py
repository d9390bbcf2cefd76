"""The way to the organisation’s own sign-in, which may be down."""

from __future__ import annotations

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.openid_connect import views as openid
from django.http import HttpRequest, HttpResponse
from requests import RequestException


@login_not_required
def to_organisation(request: HttpRequest, provider_id: str) -> HttpResponse:
    """As django-allauth does it, which looks for failures only when somebody comes back from there."""
    try:
        return openid.login(request, provider_id)
    except RequestException as error:
        return render_authentication_error(request, provider_id, exception=error)
