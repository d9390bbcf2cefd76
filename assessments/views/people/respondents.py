"""Pages on which the team keeps the list of those who answer."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...access import assessment_for
from ...actions.life import NoLonger
from ...actions.respondents import (
    AddressTaken,
    HasAnswered,
    TooMany,
    add_respondents,
    remove_respondent,
    renew_link,
    update_respondent,
)
from ...forms.respondents import RespondentForm
from ...queries.respondents import RespondentRow, group_links, headcount, may_go_on, respondent_in, respondents_page
from ..answering.answering_by_link import personal_link
from ..assessments import no_longer
from ..crumbs import of_assessment
from ..once import made_once


@never_cache
@require_safe
def respondents(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Who answers; readers of an anonymous round see only how many."""
    assessment, _role = granted = assessment_for(request.user, code)
    context = {
        **of_assessment(assessment),
        "may_write": granted.may_write,
        "count": headcount(assessment),
        "links": group_links(assessment) if granted.may_write else None,
    }
    if granted.may_write or not assessment.anonymous:
        page, rows = respondents_page(assessment, request.GET.get("page", "1"))
        context |= {"page": page, "rows": rows, "listed": True}
    return render(request, "respondents/respondents.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def respondents_add(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Add one person by hand."""
    assessment = open_assessment(request, code)
    form = RespondentForm(request.POST or None, anonymous=assessment.anonymous, practice_set=assessment.practice_set)
    if form.is_valid() and _added(request, assessment, form):
        return redirect(request.path) if "more" in request.POST else redirect("respondents", code=code)
    context = {**of_assessment(assessment), "form": form}
    return render(request, "respondents/add.html", context, status=400 if form.is_bound else 200)


def _added(request: HttpRequest, assessment: Any, form: RespondentForm) -> bool:
    person = {name: form.cleaned_data[name] for name in ("name", "email", "group", "language")}
    try:
        added = add_respondents(user=request.user, assessment=assessment, people=[person], **form.chosen_part())
    except TooMany:
        form.add_error(None, too_many_words())
        return False
    except NoLonger:
        raise PermissionDenied(nobody_more()) from None
    if added.there:
        form.add_error("email", _("Somebody with this address answers here already."))
        return False
    messages.success(request, added_words(added.count))
    return True


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def respondent(request: HttpRequest, code: uuid.UUID, who: uuid.UUID) -> HttpResponse:
    """Change one person, and hand over their link where answers go by name."""
    assessment, _role = assessment_for(request.user, code, write=True)
    row = respondent_in(assessment, who)
    by_link = not row.respondent.user_id
    form = RespondentForm(
        request.POST or None,
        initial=_known(row),
        anonymous=assessment.anonymous and by_link,
        by_link=by_link,
        practice_set=assessment.practice_set,
        passed_on=row.part == "passed",
    )
    if form.is_valid() and _updated(request, assessment, row, form):
        return redirect("respondents", code=code)
    context = {
        **of_assessment(assessment),
        "form": form,
        "row": row,
        "by_link": by_link,
        "shut_out": not by_link and assessment.is_open and not may_go_on(row.respondent, assessment),
        "link": personal_link(request, row.respondent) if by_link and not assessment.anonymous else "",
    }
    return render(request, "respondents/respondent.html", context, status=400 if form.is_bound else 200)


def _known(row: RespondentRow) -> dict[str, Any]:
    who = row.respondent
    return {
        "name": who.name,
        "email": who.email,
        "group": who.group,
        "language": who.language,
        "part": row.part,
        "dimensions": who.dimensions,
    }


def _updated(request: HttpRequest, assessment: Any, row: RespondentRow, form: RespondentForm) -> bool:
    said = {"email": row.respondent.email, **form.cleaned_data}
    known = {name: said[name] for name in ("name", "email", "group", "language")}
    try:
        update_respondent(
            user=request.user, assessment=assessment, code=row.respondent.code, **known, **form.chosen_part()
        )
    except AddressTaken:
        form.add_error("email", _("Somebody with this address answers here already."))
        return False
    except HasAnswered:
        form.add_error(
            None,
            _(
                "Once an anonymous assessment takes answers, address, group and questions stay as they are: a link at "
                "another address, or the sums before and after, would tell what was said. Erase this person and add "
                "them anew."
            ),
        )
        return False
    except NoLonger:
        messages.error(request, no_longer())
        return True
    messages.success(request, _("The person is saved."))
    return True


@require_POST
def respondent_remove(request: HttpRequest, code: uuid.UUID, who: uuid.UUID) -> HttpResponse:
    """Take somebody out who has not answered."""
    assessment, _role = assessment_for(request.user, code, write=True)
    row = respondent_in(assessment, who)
    try:
        remove_respondent(user=request.user, assessment=assessment, code=row.respondent.code)
    except HasAnswered:
        text = _("Not removed: this person has answered, or may have. Erase them: what was answered stays in the sums.")
        messages.error(request, text)
        return redirect("respondent", code=code, who=who)
    except NoLonger:
        messages.error(request, no_longer())
        return redirect("respondents", code=code)
    messages.success(request, _("Removed."))
    return redirect("respondents", code=code)


@require_POST
def respondent_renew(request: HttpRequest, code: uuid.UUID, who: uuid.UUID) -> HttpResponse:
    """Make the personal link of before worthless."""
    assessment, _role = assessment_for(request.user, code, write=True)
    row = respondent_in(assessment, who)
    if renew_link(user=request.user, assessment=assessment, code=row.respondent.code):
        messages.success(request, _("The previous link no longer works. The new one is on its way by mail."))
    else:
        messages.success(request, _("The previous link no longer works."))
    return redirect("respondent", code=code, who=who)


def open_assessment(request: HttpRequest, code: uuid.UUID) -> Any:
    """The assessment, for those who may write, as long as it takes answers."""
    assessment, _role = assessment_for(request.user, code, write=True)
    if not assessment.is_open:
        raise PermissionDenied(nobody_more())
    return assessment


def nobody_more() -> str:
    """What is said where somebody is added too late."""
    return _("The assessment is closed: nobody can be added any more.")


def added_words(count: int) -> str:
    """How many people were added, for the page that comes next."""
    return ngettext("%(count)d person added.", "%(count)d people added.", count) % {"count": count}


def too_many_words() -> str:
    """What we say where an assessment would have more people than we allow."""
    return _("Nobody was added: an assessment has at most 500 respondents.")
