"""A whole list of people at once, pasted or as a file: checked, shown, and only then written."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...actions.life import NoLonger
from ...actions.respondents import TooMany, add_respondents
from ...content.loader import framework
from ...files.people import People, read_pasted, read_people
from ...files.problems import FileProblems
from ...forms.respondents import PeopleForm
from ...queries.respondents import addresses_of
from ..crumbs import of_assessment
from ..once import made_once
from ..previews import put_by, taken
from .respondents import added_words, nobody_more, open_assessment, too_many_words


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def respondents_list(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Paste or choose a list; then see who would come; then write it. Nothing is written before the second button."""
    assessment = open_assessment(request, code)
    if "token" in request.POST:
        return _confirm(request, assessment, request.POST["token"])
    form = PeopleForm(request.POST or None, request.FILES or None, practice_set=assessment.practice_set)
    context: dict[str, Any] = {**of_assessment(assessment), "form": form}
    if not form.is_valid():
        return render(request, "respondents/list.html", context, status=400 if form.is_bound else 200)
    try:
        people = _read(form, assessment)
    except FileProblems as problems:
        context |= {"problems": problems.problems, "more": problems.more}
        return render(request, "respondents/list.html", context, status=400)
    return _preview(request, assessment, people, form)


def _read(form: PeopleForm, assessment: Any) -> People:
    frame = framework(assessment.framework, assessment.framework_version)
    file = form.cleaned_data["file"]
    if file:
        return read_people(file.name, file.read(), frame, need_email=assessment.anonymous)
    return read_pasted(form.cleaned_data["people"], frame, need_email=assessment.anonymous)


def _preview(request: HttpRequest, assessment: Any, people: People, form: PeopleForm) -> HttpResponse:
    """Show who would come, and put the list by with what was typed."""
    known = addresses_of(assessment)
    typed = {name: form.cleaned_data[name] for name in ("people", "part", "dimensions")}
    new = [each for each in people.people if not each.email or each.email not in known]
    context = {
        **of_assessment(assessment),
        "new": new,
        "there": [each for each in people.people if each.email and each.email in known],
        "twice": people.twice,
        "token": put_by(request, assessment, (people.kept(), form.chosen_part(), typed)),
    }
    return render(request, "respondents/preview.html", context)


def _confirm(request: HttpRequest, assessment: Any, token: str) -> HttpResponse:
    kept = taken(request, assessment, token)
    people, part, typed = kept or ([], {}, None)
    form = PeopleForm(initial=typed, practice_set=assessment.practice_set)
    context: dict[str, Any] = {**of_assessment(assessment), "form": form}
    if kept is None:
        context["gone"] = _("The preview is too old, or was written already. Please check the list once more.")
        return render(request, "respondents/list.html", context, status=410)
    if "back" in request.POST:
        return render(request, "respondents/list.html", context)
    try:
        added = add_respondents(user=request.user, assessment=assessment, people=people, **part)
    except TooMany:
        context["gone"] = too_many_words()
        return render(request, "respondents/list.html", context, status=409)
    except NoLonger:
        raise PermissionDenied(nobody_more()) from None
    messages.success(request, added_words(added.count))
    return redirect("respondents", code=assessment.code)
