"""One customer comment: what it is about, who sees to it, what was replied."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import Granted, company_for
from ...actions.comments import handle_comment
from ...actions.flags import AlreadyOpen, raise_flag
from ...content.loader import framework
from ...forms.comments import SentComment, settled_in
from ...forms.framework_choices import flag_choices
from ...queries.comment_filter import MARK_KINDS
from ...queries.comments import CommentRow, comment_of, marks_of, next_unread, tags_of
from ...queries.flags import open_flags
from ...queries.members import people_of
from ..crumbs import of_company
from .comment_words import line_of, practice_marked


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, code: uuid.UUID, comment: uuid.UUID) -> HttpResponse:
    """A comment with everything that was settled for it."""
    company, _role = granted = company_for(request.user, code, write=request.method == "POST")
    row = comment_of(company, comment)
    if request.method == "POST":
        return _settle(request, granted, row)
    return _show(request, granted, row, _as_it_stands(row))


def _settle(request: HttpRequest, granted: Granted[Any], row: CommentRow) -> HttpResponse:
    """Keep what was sent, or show it again: beside what somebody else has settled meanwhile, or with what is wrong."""
    company = granted.thing
    owners = [each.user_id for each in _people(company)]
    form = settled_in(request.POST, owners, timezone.localdate())
    if form.errors:
        return _show(request, granted, row, form, status=400)
    if not handle_comment(user=request.user, company=company, comment=row, seen=form.seen, to=form.handling()):
        now = comment_of(company, row.code)
        return _show(request, granted, now, replace(form, seen=now.version), newer=True, status=409)
    messages.success(request, _("The comment is saved."))
    if form.raises and form.add_flag:
        _raise(request, company, row, form.add_flag)
    return HttpResponseRedirect(request.get_full_path(), status=303)


def _raise(request: HttpRequest, company: Any, row: CommentRow, flag: str) -> None:
    try:
        raise_flag(user=request.user, company=company, flag=flag, evidence="", origin="comment", about=str(row.code))
        messages.success(request, _("The red flag is raised, with this comment as its evidence."))
    except AlreadyOpen:
        messages.success(request, _("The red flag was open already; the comment is linked to it."))


def _show(
    request: HttpRequest,
    granted: Granted[Any],
    row: CommentRow,
    form: SentComment,
    *,
    newer: bool = False,
    status: int = 200,
) -> HttpResponse:
    company = granted.thing
    frame = framework()
    context = {
        **of_company(company),
        "may_write": granted.may_write,
        "line": line_of(row),
        "comment": row,
        "form": form,
        "newer": newer,
        "ticked": {**form.marks, "practice": [practice_marked(each) for each in form.marks.get("practice", ())]},
        "tags": tags_of(company),
        "practices": frame.practices.values(),
        "flags": flag_choices(),
        "open_flags": open_flags(company),
        "people": _people(company),
        "next": next_unread(company, row),
    }
    return render(request, "comments/comment.html", context, status=status)


def _people(company: Any) -> list[Any]:
    return people_of(company.workspace, company, partial=company.workspace.partial)


def _as_it_stands(row: CommentRow) -> SentComment:
    return SentComment(
        marks={kind: marks_of(row, kind) for kind in MARK_KINDS},
        owner=str(row.owner_id or ""),
        reply=row.reply,
        replied_on=f"{timezone.localtime(row.replied_at):%Y-%m-%d}" if row.replied_at else "",
        done=row.done_at is not None,
        seen=row.version,
    )
