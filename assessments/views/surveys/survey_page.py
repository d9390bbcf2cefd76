"""The one page on which customers answer: how it is made, in which language, with what they have typed so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from ...content.questionnaires import questionnaire
from ...forms.survey_answers import AnswerForm
from ...words.reader import reader_language

LANGUAGES = dict(settings.LANGUAGES)
TRAP = "website"  # a field nobody sees: whatever fills it in is no person


def language_of(request: HttpRequest, invited: str = "") -> str:
    """The language to show: the one just chosen, that of the invitation, or what the browser asks for."""
    chosen = request.POST.get("language") or request.POST.get("spoken") or request.GET.get("l", "")
    return next((each for each in (chosen, invited) if each in LANGUAGES), reader_language())


def show_form(
    request: HttpRequest,
    survey: Any,
    language: str,
    *,
    form: AnswerForm | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The page with the questions; `form` brings what was typed, `more` goes to the template."""
    with translation.override(language):
        form = form or answer_form(survey)
        context = {**page_context(survey, language), **_questions(survey, form, language), **more, "form": form}
        return render(request, "survey_public/form.html", context, status=status)


def answer_form(survey: Any, data: Mapping[str, Any] | None = None) -> AnswerForm:
    """The form of a survey."""
    return AnswerForm(data, asked=questionnaire(survey.kind), variant=survey.variant)


def page_context(survey: Any, language: str) -> dict[str, Any]:
    """What every page of a survey knows."""
    return {
        "survey": survey,
        "company": survey.company,
        "asker": survey.created_by.email if survey.created_by else "",
        "language": language,
        "languages": LANGUAGES.items(),
        "is_nps": survey.kind == "nps",
    }


def _questions(survey: Any, form: AnswerForm, language: str) -> dict[str, Any]:
    asked = questionnaire(survey.kind)
    scale = asked.scale(survey.variant)
    chosen = form.data if form.is_bound else {}
    return {
        "scale": {"values": scale.values, "low": scale.low_end.to(language), "high": scale.high_end.to(language)},
        "items": [
            {
                "name": each.measure,
                "question": each.asked(language, survey.company.name, survey.about),
                "chosen": chosen.get(each.measure, ""),
                "errors": form.errors.get(each.measure, []) if form.is_bound else [],
            }
            for each in asked.items_of(survey.variant)
        ],
        "follow_ups": [
            {
                "name": each.id,
                "question": each.question.to(language),
                "text": chosen.get(each.id, ""),
                "errors": form.errors.get(each.id, []) if form.is_bound else [],
            }
            for each in asked.follow_ups
        ],
    }


def given_said(survey: Any, scores: Mapping[str, int], texts: Mapping[str, str], language: str) -> list[dict[str, Any]]:
    """What somebody has answered, question by question, for the page that shows it to them."""
    asked = questionnaire(survey.kind)
    top = asked.scale(survey.variant).high
    said: list[dict[str, Any]] = [
        {"question": each.asked(language, survey.company.name, survey.about), "score": scores[each.measure], "of": top}
        for each in asked.items_of(survey.variant)
        if each.measure in scores
    ]
    said += [
        {"question": each.question.to(language), "text": texts[each.id]}
        for each in asked.follow_ups
        if each.id in texts
    ]
    return said
