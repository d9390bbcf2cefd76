"""The public page on which people of a group join an assessment by its shared link."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ...actions.answers import AnswersClosed
from ...actions.joining import join_assessment, send_link_again
from ...actions.respondents import AddressTaken, TooMany
from ...cookies.links import begin_joining, joined_by, joining, let_in, remember_joined
from ...forms.respondents import JoinForm
from ...links import code_in, fits, key_in
from ...places import place_by_code
from ...queries.respondents import group_link_by_code
from ...words.reader import reader_language
from ..crumbs import of_assessment
from ..discreet import discreet
from .answering_by_link import enter, unknown_link


@discreet
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Hand the link's key over; then say who one is, as far as the assessment wants to know; then answer."""
    if "key" in request.POST:
        return _opened(request, key_in(request.POST["key"]))
    link = _link(request)
    if link is None:
        refused = request.method == "POST"
        return render(request, "answering_by_link/join.html", {"unknown": refused}, status=404 if refused else 200)
    if not _takes(link):
        return _not_now(request, link)
    form = JoinForm(request.POST or None, anonymous=link.assessment.anonymous)
    if request.method != "POST" or not form.is_valid():
        status = 400 if form.is_bound else 200
        return render(request, "answering_by_link/join.html", _context(link, form), status=status)
    return _joined(request, link, form)


def _opened(request: HttpRequest, key: str) -> HttpResponse:
    """The key is here: whoever has joined on this device goes on, others are asked."""
    code = code_in(key)
    link = group_link_by_code(code) if code else None
    if link is None or not fits("group", link, key):
        return render(request, "answering_by_link/join.html", {"unknown": True}, status=404)
    known = _known(request, link) if "new" not in request.POST else None
    if known is not None:
        return known if "again" in request.POST else _ask_who(request, link, key)
    if not _takes(link):
        return _not_now(request, link)
    response = redirect("join")
    begin_joining(response, link.code, link.link_version)
    return response


def _ask_who(request: HttpRequest, link: Any, key: str) -> HttpResponse:
    """Somebody has joined on this device: the same person again, or another one on a shared tablet?"""
    return render(request, "answering_by_link/join.html", {**_context(link), "again": key})


def _known(request: HttpRequest, link: Any) -> HttpResponse | None:
    """Whoever has joined on this device goes on; None where nobody has, or where they were erased since."""
    held = joined_by(request, link.code)
    if held is None:
        return None
    try:
        place = place_by_code(held[0])
    except Http404:
        return None
    return enter(request, *held) if place.link_version == held[1] else unknown_link(request, gone=True)


def _joined(request: HttpRequest, link: Any, form: JoinForm) -> HttpResponse:
    said = form.cleaned_data
    try:
        row = join_assessment(link=link, name=said.get("name", ""), email=said["email"], language=reader_language())
    except AddressTaken:
        send_link_again(link=link, email=said["email"])
        return _sent(request, link, said["email"])
    except TooMany:
        return _not_now(request, link, full=True)
    except AnswersClosed:
        return _not_now(request, link)
    if row.email:
        return _sent(request, link, row.email)
    response = redirect("own_start", code=row.code)
    let_in(response, row.code, row.link_version)
    remember_joined(request, response, link.code, row.code, row.link_version)
    return response


def _sent(request: HttpRequest, link: Any, email: str) -> HttpResponse:
    """Their link comes by mail and by mail only: whoever typed the address here may be somebody else.

    The page is the same whether or not the address was known.
    """
    return render(request, "answering_by_link/join.html", {**_context(link), "sent": email})


def _link(request: HttpRequest) -> Any:
    """The link that somebody has opened on this device, as long as it holds."""
    held = joining(request)
    link = group_link_by_code(held[0]) if held else None
    return link if link and held and link.link_version == held[1] else None


def _takes(link: Any) -> bool:
    return link.is_open and link.assessment.state == "collecting" and link.assessment.is_open


def _not_now(request: HttpRequest, link: Any, *, full: bool = False) -> HttpResponse:
    draft = link.assessment.state == "draft" and link.is_open
    context = {**_context(link), "not_now": True, "draft": draft, "full": full}
    return render(request, "answering_by_link/join.html", context, status=403)


def _context(link: Any, form: JoinForm | None = None) -> dict[str, Any]:
    assessment = link.assessment
    return {
        "form": form,
        "group": link.group,
        **of_assessment(assessment),
    }
