"""The link by which people of a group join themselves: open, close, renew; on a page to print, with its QR code."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...access import assessment_for
from ...actions.group_links import close_group_link, open_group_link, renew_group_link
from ...links import path_to
from ...queries.respondents import group_links
from ..crumbs import of_assessment
from ..qr import qr_drawing, qr_file

ACTS = {"open": open_group_link, "close": close_group_link, "renew": renew_group_link}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def group_link(request: HttpRequest, code: uuid.UUID, group: str) -> HttpResponse:
    """A page to project or print: what is asked, the QR code, the address."""
    assessment, _role = assessment_for(request.user, code, write=True)
    links = group_links(assessment)
    if group not in links:
        raise Http404
    if request.method == "POST":
        act = ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise Http404
        act(user=request.user, assessment=assessment, group=group)
        return redirect("respondents", code=code) if act is close_group_link else redirect(request.path)
    link = links[group]
    url = _url(request, link) if link and link.is_open else ""
    context = {
        **of_assessment(assessment),
        "group": group,
        "link": link,
        "url": url,
        "qr": qr_drawing(url) if url else "",
    }
    return render(request, "respondents/group_link.html", context)


@never_cache
@require_safe
def group_link_svg(request: HttpRequest, code: uuid.UUID, group: str) -> HttpResponse:
    """The QR code as a file, for slides and posters."""
    assessment, _role = assessment_for(request.user, code, write=True)
    link = group_links(assessment).get(group)
    if link is None or not link.is_open:
        raise Http404
    return qr_file(_url(request, link), f"{assessment.company.name} {assessment.title} {group}.svg")


def _url(request: HttpRequest, link: Any) -> str:
    return request.build_absolute_uri(path_to("group", link))
