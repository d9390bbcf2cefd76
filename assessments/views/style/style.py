"""The look of a workspace’s documents: its page, its files, a picture of the cover."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ...access import Granted, workspace_for
from ...actions.meanwhile import MeanwhileChanged
from ...actions.style import SAID, TYPES, remove_style_file, reset_style, save_style, save_style_file
from ...forms.meanwhile import SEEN, status_of
from ...forms.style import StyleFileForm, StyleForm
from ...forms.style_sections import moved, rows_of, stored_from
from ...queries.style import style_files, style_of
from ...words.reader import reader_language
from .style_trial import bears
from .style_typed import as_typed, typed


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def style(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """How the documents look: name, colour, lines, sections; the files have forms of their own.

    Where somebody else was quicker, theirs is shown beside what was typed.
    """
    granted = workspace_for(request.user, code, write=True)
    kept = style_of(granted.thing)
    form = StyleForm(request.POST or None, initial=_known(kept))
    stored = stored_from(request.POST) if request.method == "POST" else kept.sections
    if "move" in request.POST:  # a button without script: nothing is kept yet, nothing typed is lost
        stored = moved(stored, request.POST["move"])
        return page(request, granted, kept, form=as_typed(request), stored=stored, moved=True)
    if not form.is_valid():
        return page(request, granted, kept, form=form, stored=stored, status=status_of(form))
    try:
        save_style(user=request.user, workspace=granted.thing, read=kept, said=form.cleaned_data)
    except MeanwhileChanged:  # a moment ago: looked at again, the form says so
        return style(request, code)
    messages.success(request, _("Saved. Every document made from now on looks like this."))
    return redirect("style", code=code)


@never_cache
@require_POST
def style_upload(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """Take in a logo or a template, or remove the one there is; never one that somebody else has put there unseen."""
    granted = workspace_for(request.user, code, write=True)
    if kind not in TYPES:
        raise Http404
    about: dict[str, Any] = {"user": request.user, "workspace": granted.thing, "kind": kind}
    about["seen"] = request.POST.get(f"{SEEN}-{kind}")
    form = StyleFileForm(kind, request.POST, request.FILES)
    try:
        if "remove" in request.POST:
            remove_style_file(**about)
            messages.success(request, _("Removed."))
            return _back(request, granted)
        if form.is_valid() and kind != "logo" and not bears(kind, form.cleaned_data["content"], reader_language()):
            text = _(
                "No document can be built upon this template. Open it in PowerPoint or Word, save it again, try again."
            )
            form.add_error("file", text)
        if not form.is_valid():
            return _back(request, granted, refused=form)
        save_style_file(**about, name=form.cleaned_data["file"].name, content=form.cleaned_data["content"])
    except MeanwhileChanged:
        now = style_files(granted.thing).get(kind)
        return _back(request, granted, refused=form.overtaken_by(now.name if now else ""), status=409)
    messages.success(request, _("Saved. Every document made from now on looks like this."))
    return _back(request, granted)


def _back(
    request: HttpRequest, granted: Granted[Any], refused: StyleFileForm | None = None, status: int = 422
) -> HttpResponse:
    """To the page again, with all that stands typed there and is not saved."""
    kept = style_of(granted.thing)
    said = typed(request, kept)
    if refused is None and not (said and said.unsaved):
        return redirect("style", code=granted.thing.code)
    more = {"form": said.form, "stored": said.stored, "unsaved": said.unsaved} if said else {}
    return page(request, granted, kept, refused=refused, status=status if refused else 200, **more)


@require_POST
def style_reset(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Back to our look, without logo and templates."""
    workspace, _role = workspace_for(request.user, code, write=True)
    reset_style(user=request.user, workspace=workspace)
    messages.success(request, _("Documents have our look again."))
    return redirect("style", code=code)


def page(
    request: HttpRequest,
    granted: Granted[Any],
    kept: Any,
    *,
    form: StyleForm | None = None,
    stored: list[str] | None = None,
    refused: StyleFileForm | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The page, with whatever was refused still in its forms."""
    workspace = granted.thing
    files = style_files(workspace)
    forms = {kind: refused if refused and refused.kind == kind else StyleFileForm(kind) for kind in TYPES}
    context = {
        "workspace": workspace,
        "may_write": granted.may_write,
        "may_own": granted.may_own,
        "form": form or StyleForm(initial=_known(kept)),
        "rows": rows_of(kept.sections if stored is None else stored),
        "files": [{"kind": kind, "form": forms[kind], "kept": files.get(kind)} for kind in TYPES],
        "own": kept.pk is not None or bool(files),
        "stamp": _stamp(kept, files),
        **more,
    }
    return render(request, "style/style.html", context, status=status)


def _known(kept: Any) -> dict[str, Any]:
    return {name: getattr(kept, name) for name in SAID}


def _stamp(kept: Any, files: dict[str, Any]) -> str:
    """Changes whenever the cover may: part of the picture’s address."""
    when = kept.updated_at.timestamp() if kept.pk else 0
    return f"{when:.3f}-{files['logo'].digest[:8] if 'logo' in files else ''}"
