"""What people without an account see by a link to a report: the report, its PDF where that is allowed, nothing else.

The key stands after `#`; the first page takes it in the body of a form and gives the device a cookie for the addresses
of this one link (assessments/cookies/shares.py). Whatever is wrong with a link, the same page says so.
"""

from __future__ import annotations

import uuid
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from ...actions.share_links import count_view, try_password
from ...cookies.shares import COUNTED, KNOWN, OPENED, let_in, step_of
from ...links import Coded, code_in, fits, key_in
from ...queries.share_links import belongs_here, open_share
from ...queries.sheets import is_sealed
from ...queries.style import style_file
from ...reports.accent import on_screen
from ..discreet import View, discreet
from ..downloads import as_file
from ..report.report_page import report_page
from .shared_report import bare_look, files_of, shared_body, shared_file_of

NOTHING = Coded(uuid.UUID(int=0))


def untold(view: View) -> View:
    """For what a link shows: its address is told to nobody, not even to another page of ours.

    A page that asks for something must say where its form comes from, or Django refuses it (see `discreet`).
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if not getattr(response, "asks", False):
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return wrapped


@discreet
@require_http_methods(["GET", "HEAD", "POST"])
def share_link(request: HttpRequest) -> HttpResponse:
    """Where links to reports lead: hands the key over, and goes on to the report."""
    if request.method != "POST":
        return render(request, "share/enter.html")
    key = key_in(request.POST.get("key", ""))
    code = code_in(key)
    link = open_share(code) if code else None
    # A key of nothing takes as long to refuse as a forged one.
    if not fits("share", link or NOTHING, key) or link is None:
        return gone(request)
    response = redirect("shared", code=link.code)
    if step_of(request, link.code, link.version) is None:  # who comes back keeps what they had
        let_in(response, link.code, link.version, KNOWN if link.password else OPENED)
    return response


@untold
@discreet
@require_http_methods(["GET", "HEAD", "POST"])
def shared(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The report, after its password where it has one."""
    link, step = _opened(request, code)
    if link is None:
        return gone(request)
    with override(link.language):
        if step == KNOWN:
            response = _password(request, link)
        elif request.method == "POST":
            response = redirect("shared", code=code)
        else:
            response = _report(request, link, step)
        response.headers["Content-Language"] = link.language
        return response


@untold
@discreet
@require_safe
def shared_file(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """The report as a PDF, where whoever shared it lets readers take it along."""
    link, step = _opened(request, code)
    if link is None or step == KNOWN:
        return gone(request)
    look = bare_look(link)
    if kind not in files_of(link, look) or _not_yet(link):
        raise Http404
    return shared_file_of(link, kind, look)


@untold
@discreet
@require_safe
def shared_logo(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The logo of the house whose report it is."""
    link, step = _opened(request, code)
    found = style_file(link.workspace_id, "logo") if link and step != KNOWN else None
    if found is None:
        raise Http404
    return as_file(bytes(found.content), "image/png", "logo.png")


@untold
@discreet
@require_safe
def shared_look(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The colour of the house, as a stylesheet of its own: our pages take no style that stands within them."""
    link, step = _opened(request, code)
    accent = bare_look(link).accent if link and step != KNOWN else ""
    if not accent:
        raise Http404
    light, dark = on_screen(accent)
    return HttpResponse(f":root {{ --cx-house: light-dark({light}, {dark}); }}\n", content_type="text/css")


def gone(request: HttpRequest) -> HttpResponse:
    """The one page for links that lead nowhere: withdrawn, expired, replaced, mistyped or never made."""
    return _asking(render(request, "share/enter.html", {"gone": True}, status=404))


def _opened(request: HttpRequest, code: uuid.UUID) -> tuple[Any, int]:
    """The link as it is now and how far this device has come with it; None where it may not see even its name."""
    link = open_share(code)
    step = step_of(request, code, link.version if link else 0)
    return (link, step) if link and step is not None else (None, KNOWN)


def _password(request: HttpRequest, link: Any) -> HttpResponse:
    said = try_password(link=link, password=request.POST.get("password", "")) if request.method == "POST" else ""
    if said == "right":
        response = redirect("shared", code=link.code)
        let_in(response, link.code, link.version, OPENED)
        return response
    status = {"wrong": 403, "too-many": 429}.get(said, 200)
    return _asking(render(request, "share/password.html", {"said": said}, status=status))


def _asking(response: HttpResponse) -> HttpResponse:
    response.asks = True  # type: ignore[attr-defined]  # for `untold`
    return response


def _report(request: HttpRequest, link: Any, step: int) -> HttpResponse:
    context = {"link": link, "company": link.assessment.company}
    if _not_yet(link):
        return render(request, "share/not_yet.html", context, status=409)
    look = bare_look(link)
    context |= {"downloads": files_of(link, look), "house": look}
    response = report_page(request, "share/report.html", shared_body(link, look), context)
    if step == OPENED and request.method == "GET":
        if not (request.user.is_authenticated and belongs_here(request.user, link)):
            count_view(link=link)
        let_in(response, link.code, link.version, COUNTED)
    return response


def _not_yet(link: Any) -> bool:
    """Whether the live report of an anonymous assessment is still closed to everybody."""
    return link.milestone_id is None and is_sealed(link.assessment)
