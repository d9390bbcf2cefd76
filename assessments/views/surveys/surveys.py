"""Pages of a company’s own surveys of customers: the list, one survey with its waves, making and changing one."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...access import company_for
from ...actions.meanwhile import MeanwhileChanged
from ...actions.surveys import add_survey, close_survey, open_wave, update_survey
from ...content.questionnaires import questionnaire
from ...forms.meanwhile import status_of
from ...forms.sent import number_in
from ...forms.surveys import SurveyEditForm, SurveyForm
from ...queries.surveys import mail_of, survey_of, surveys_of, touchpoints_of, waves_of
from ...words.reader import reader_language
from ..crumbs import of_company
from ..once import made_once
from ..qr import qr_drawing
from .survey_words import list_finding, survey_finding, wave_said

ACTS: dict[str, Callable[[HttpRequest, Any], Any]] = {
    "open": lambda request, row: open_wave(user=request.user, survey=row, number=number_in(request.POST, "wave")),
    "close": lambda request, row: close_survey(user=request.user, survey=row),
}
KEPT = ("title", "about", "touchpoint", "open_link")


@require_safe
def surveys(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """All surveys of a company."""
    company, _role = granted = company_for(request.user, code)
    rows = surveys_of(company)
    context = {
        **of_company(company),
        "may_write": granted.may_write,
        "rows": [(each, kind_said(each.survey)) for each in rows],
        "finding": list_finding(rows) if rows else "",
    }
    return render(request, "surveys/surveys.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def survey_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Make a survey; it stays a draft until its first wave is opened."""
    company, _role = company_for(request.user, code, write=True)
    form = SurveyForm(request.POST or None)
    if form.is_valid():
        row = add_survey(user=request.user, company=company, **form.fields_of_survey())
        return redirect("survey", code=company.code, survey=row.code)
    return _form_page(request, company, form, _("New survey of customers"))


@require_http_methods(["GET", "HEAD", "POST"])
def survey_edit(request: HttpRequest, code: uuid.UUID, survey: uuid.UUID) -> HttpResponse:
    """Change a survey; where somebody else was quicker, theirs is shown beside what was typed."""
    company, _role = company_for(request.user, code, write=True)
    row = survey_of(company, survey)
    known = {each: getattr(row, each) for each in KEPT}
    known |= {"ask": f"{row.kind} {row.variant}".strip(), "origins": "\n".join(row.origins)}
    form = SurveyEditForm(request.POST or None, initial=known, fixed=row.state != "draft")
    if form.is_valid():
        try:
            update_survey(user=request.user, survey=row, **form.fields_of_survey())
        except MeanwhileChanged:  # a moment ago: looked at again, the form says so
            return survey_edit(request, code, survey)
        return redirect("survey", code=company.code, survey=row.code)
    return _form_page(request, company, form, _("Edit the survey"), row)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, code: uuid.UUID, survey: uuid.UUID) -> HttpResponse:
    """One survey: what came in, how to ask, its waves; open the next wave, or close it."""
    company, _role = granted = company_for(request.user, code, write=request.method == "POST")
    row = survey_of(company, survey)
    if request.method == "POST":
        act = ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise Http404
        act(request, row)
        return redirect("survey", code=code, survey=survey)
    return render(request, "surveys/survey.html", _context(request, granted, row))


def _context(request: HttpRequest, granted: Any, row: Any) -> dict[str, Any]:
    said = [wave_said(row, each) for each in waves_of(row)]
    wave = said[0].row.wave if said and row.state == "open" else None
    asks = bool(wave and row.open_link)
    url = open_url(request, row)
    return {
        **of_company(granted.thing),
        "may_write": granted.may_write,
        "survey": row,
        "kind": kind_said(row),
        "waves": said,
        "wave": wave,
        "next_wave": len(said) + 1,
        "finding": survey_finding(row, said),
        "url": url if asks else "",
        "qr": qr_drawing(url) if asks else "",
        "snippet": _snippet(row, url) if asks and row.origins else "",
        "mail": mail_of(wave),
    }


def _snippet(row: Any, url: str) -> str:
    """What the owner of a website pastes into a page."""
    title = _("Survey of %(company)s") % {"company": row.company.name}
    title = title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return f'<iframe src="{url}" title="{title}" width="100%" height="720" frameborder="0" loading="lazy"></iframe>'


def open_url(request: HttpRequest, row: Any) -> str:
    """The open link of a survey."""
    return request.build_absolute_uri(reverse("survey_open", args=[row.code]))


def kind_said(row: Any) -> dict[str, str]:
    """What a survey measures, in the reader’s language."""
    asked, language = questionnaire(row.kind), reader_language()
    scale = asked.scale(row.variant)
    headline = asked.items_of(row.variant)[-1]  # whose numbers the page shows
    return {
        "name": asked.name.to(language),
        "scale": scale.name.to(language),
        "when": asked.when.to(language),
        "question": headline.asked(language, row.company.name, row.about),
    }


def _form_page(request: HttpRequest, company: Any, form: SurveyForm, title: str, row: Any = None) -> HttpResponse:
    context = {
        **of_company(company),
        "form": form,
        "title": title,
        "survey": row,
        "touchpoints": touchpoints_of(company),
    }
    return render(request, "surveys/form.html", context, status=status_of(form, 400 if form.is_bound else 200))
