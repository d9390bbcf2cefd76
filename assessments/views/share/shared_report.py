"""The report behind a link: made for people outside, from what is now or from what a milestone kept."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from ...queries.share_links import content_of
from ...queries.sheets import stamp_of
from ...queries.style import look_of
from ...reports.audience import for_audience, left_out
from ...reports.build import build
from ...reports.cut_words import cut_words
from ...reports.document import ReportDocument
from ...reports.frozen import document_in
from ...reports.look import Look
from ...reports.renderers import RENDERERS
from ...reports.renderers.archive import named_file
from ...reports.sections_order import order_of
from ...results.kept import kept_under
from ...results.sources import nameless_rows
from ..downloads import as_file
from ..report.still import still_body

FILES = ("pdf", "board-pdf")  # what holds no single answer
BOARD = frozenset(("pyramid", "trust", "strengths", "flags", "steps"))  # the sections that the board’s two pages show


def files_of(link: Any, look: Look) -> tuple[str, ...]:
    """The files that readers may take along: the board’s summary only where nothing that it shows is left out."""
    if not link.may_download:
        return ()
    return tuple(each for each in FILES if each != "board-pdf" or BOARD.isdisjoint(_left_out(link, look)))


def _left_out(link: Any, look: Look) -> frozenset[str]:
    """The sections that readers of a link do not see, because of the link or because of the house style then or now."""
    if link.milestone_id is None:
        return left_out(look.sections and order_of(look.sections), link.hidden)
    order = kept_under(f"order-{link.milestone.digest}-{link.language}", lambda: _order(link))
    return left_out(order.decode().split(), link.hidden)


def _order(link: Any) -> bytes:
    """The sections of a milestone’s report, kept because a whole milestone is read for them."""
    return " ".join(document_in(content_of(link), link.language).order).encode()


def shared_body(link: Any, look: Look) -> bytes:
    """The sections as HTML; made once for all who read them, until something changes."""
    logo = f"{reverse('shared_logo', args=[link.code])}?{look.logo[:12]}" if look.logo else ""
    return kept_under(_key(link, "page", look), lambda: still_body(document_of(link), logo, look.name))


def shared_file_of(link: Any, kind: str, bare: Look) -> HttpResponse:
    """A PDF of the report; made once for all who take it along. `bare` is the look without its files."""
    renderer = RENDERERS[kind]

    def made() -> bytes:
        look = look_of(link.workspace_id, None, link.language)
        with override(link.language):
            return renderer.render(document_of(link), look)

    with override(link.language):
        part = cut_words().get(renderer.part, "")
    name = named_file(f"{link.assessment.company.name} {link.assessment.title}", part, renderer.extension)
    return as_file(kept_under(_key(link, kind, bare), made), renderer.content_type, name)


def document_of(link: Any) -> ReportDocument:
    """What the audience of a link may see."""
    if link.milestone_id:
        document = document_in(content_of(link), link.language)
    else:
        document = build(nameless_rows(link.assessment, (link.language,))[link.language])
    return for_audience(document, link.hidden)


def bare_look(link: Any) -> Look:
    """The look of the house, without its files; one query."""
    return look_of(link.workspace_id, None, link.language, files=False)


def _key(link: Any, form: str, look: Look) -> str:
    """Names all that the report is made of, in this form."""
    now = (timezone.localdate(), stamp_of(link.workspace_id, link.assessment_id))
    made_of = link.milestone.digest if link.milestone_id else now
    told = (link.code, link.language, link.hidden, made_of, form, look)
    return f"share-{sha256(repr(told).encode()).hexdigest()}"
