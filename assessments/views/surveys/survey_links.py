"""What a company shows of a survey before and beside its pages: the preview, and the QR code as a file."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...access import company_for
from ...queries.surveys import survey_of
from ..qr import qr_file
from .survey_page import language_of, show_form
from .surveys import open_url


@never_cache
@require_safe
def survey_preview(request: HttpRequest, code: uuid.UUID, survey: uuid.UUID) -> HttpResponse:
    """The survey as customers will see it, without a button that sends."""
    company, _role = company_for(request.user, code)
    row = survey_of(company, survey)
    return show_form(request, row, language_of(request), preview=True)


@never_cache
@require_safe
def survey_svg(request: HttpRequest, code: uuid.UUID, survey: uuid.UUID) -> HttpResponse:
    """The QR code of the open link, for posters and receipts."""
    company, _role = company_for(request.user, code)
    row = survey_of(company, survey)
    if not row.open_link:
        raise Http404
    return qr_file(open_url(request, row), f"{company.name} {row.title}.svg")
