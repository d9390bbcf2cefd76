"""The files of a house style: the logo on pages, templates to take along, the picture of the cover."""

from __future__ import annotations

import uuid
from dataclasses import replace
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ...access import assessment_for, workspace_for
from ...queries.style import look_of, style_file
from ...reports.build import build
from ...reports.look import Look
from ...results.kept import kept_under
from ...words.reader import reader_language
from ..downloads import as_file
from ..report.sample import sample_source

SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}


@require_safe
def style_download(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """A file of the house style, for members of the whole workspace."""
    workspace, _role = workspace_for(request.user, code)
    return file_of(workspace.pk, kind)


@require_safe
def report_logo(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The logo in the head of a report, for those who may see the report."""
    assessment, _role = assessment_for(request.user, code)
    return file_of(assessment.workspace_id, "logo")


def file_of(workspace_id: int, kind: str) -> HttpResponse:
    """A file of a house style to a reader whose right has been seen to; 404 where there is none."""
    found = style_file(workspace_id, kind)
    if found is None:
        raise Http404
    content = bytes(found.content)
    if kind != "logo":
        return as_file(content, found.content_type, found.name)
    headers = {**SAFE, "Cache-Control": "private, max-age=3600"}  # a picture of pages
    return HttpResponse(content, content_type=found.content_type, headers=headers)


@require_safe
def style_cover(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The cover of a report of an invented company in this house style."""
    workspace, _role = workspace_for(request.user, code, write=True)
    language = reader_language()
    look = replace(look_of(workspace.pk, None, language), sections=())
    told = (workspace.name, look.name, look.accent, look.cover_line, look.logo, language)
    key = f"cover-{sha256(repr(told).encode()).hexdigest()}"
    content = kept_under(key, lambda: _cover(workspace, look, language))
    return HttpResponse(content, content_type="image/png", headers={**SAFE, "Cache-Control": "private, max-age=600"})


def _cover(workspace: Any, look: Look, language: str) -> bytes:
    from ...reports.renderers.cover_png import cover_png  # noqa: PLC0415 - the typesetter weighs more than a page

    source = sample_source(language)
    facts = replace(source.facts, prepared_by=workspace.name)
    with override(language):
        return cover_png(build(replace(source, facts=facts)), look)
