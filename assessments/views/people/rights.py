"""A person’s own data: what there is, taking it along, having it erased; and the same for respondents by the team."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...access import assessment_for
from ...actions.rights import SoleOwner, delete_account, erase_respondent, note_export
from ...forms.rights import TypedForm
from ...places import Place
from ...queries.rights import everything_about, everything_of, respondent_at, respondent_of
from ...words.reader import reader_language
from ..answering.answering_by_link import by_own_link
from ..crumbs import of_assessment
from ..downloads import JSON, as_file

KINDS = {"json": JSON, "zip": "application/zip"}


@never_cache
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """What is known of the reader, to look at."""
    return render(request, "rights/my_data.html", {"data": everything_of(request.user, reader_language())})


@never_cache
@require_safe
def my_data_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The same to take along: as JSON, or as a ZIP with a page to read besides."""
    data = everything_of(request.user, reader_language())
    content = as_json(data) if kind == "json" else _as_zip(request, data)
    return as_file(content, KINDS[kind], f"my-data.{kind}")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account_delete(request: HttpRequest) -> HttpResponse:
    """Delete one’s own account, after typing its address."""
    form = TypedForm(request.POST or None, wanted=request.user.email, label=_("Your e-mail address"))
    context: dict[str, Any] = {"form": form, "wanted": request.user.email}
    if form.is_valid():
        try:
            delete_account(user=request.user)
        except SoleOwner as refused:
            context["alone"] = refused.workspaces
            return render(request, "rights/account_delete.html", context, status=409)
        logout(request)
        messages.success(request, _("Your account is deleted. Your answers stay in the sums, without your name."))
        return redirect("home")
    return render(request, "rights/account_delete.html", context)


@never_cache
@require_safe
def respondent_data(request: HttpRequest, code: uuid.UUID, respondent: uuid.UUID) -> HttpResponse:
    """What is known of a respondent, for the team to hand over; answers only where the assessment is named."""
    assessment, _role = assessment_for(request.user, code, write=True)
    person = respondent_of(assessment, respondent)
    data = everything_about(person, answers=not assessment.anonymous, language=reader_language())
    note_export(user=request.user, respondent=person)
    return as_file(as_json(data), KINDS["json"], "respondent.json")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def respondent_erase(request: HttpRequest, code: uuid.UUID, respondent: uuid.UUID) -> HttpResponse:
    """Forget who a respondent is, after a look at what goes and what stays."""
    assessment, _role = assessment_for(request.user, code, write=True)
    person = respondent_of(assessment, respondent)
    if request.method == "POST":
        erase_respondent(user=request.user, respondent=person)
        messages.success(request, _("The person is erased. The stages they chose stay in the sums, without a name."))
        return redirect("respondents", code=code)
    context = {
        **of_assessment(assessment),
        "person": person,
    }
    return render(request, "rights/respondent_erase.html", context)


@require_safe
@by_own_link
def own_data(request: HttpRequest, place: Place) -> HttpResponse:
    """What is known of somebody who answers by a personal link, for themselves."""
    data = everything_about(respondent_at(place), answers=True, language=reader_language())
    return as_file(as_json(data), KINDS["json"], "my-data.json")


def as_json(data: dict[str, Any]) -> bytes:
    """The data as people and programs can read it."""
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def _as_zip(request: HttpRequest, data: dict[str, Any]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("my-data.json", as_json(data))
        archive.writestr("my-data.html", render_to_string("rights/my_data_file.html", {"data": data}, request))
    return packed.getvalue()
