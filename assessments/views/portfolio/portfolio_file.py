"""The portfolio as a file: what is filtered, in the order asked for, with a column that says how sure it is."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...access import workspace_for
from ...actions.standings import fresh_places
from ...files.table_xlsx import Cell, table_xlsx
from ...forms.portfolio import wanted_of
from ...queries.portfolio import in_batches
from ...queries.standings import CompanyPlace
from ...reports.wording import rounded
from ...words.labels import INDUSTRIES, SIZES
from ...words.reader import reader_language
from ..downloads import BOM, CSV, as_file, as_stream, csv_line
from ..report.many_files import too_many_for
from .portfolio_words import CompanyLine, line_of

KINDS = {
    "csv": CSV,
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
BATCH = 200
SECONDS = 0.1  # of each batch, to compute what is missing


@never_cache
@require_safe
def portfolio_file(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponseBase:
    """All companies that match, in the language of the page; figures that are not those of now are left out."""
    workspace, _role = workspace_for(request.user, code)
    if kind not in KINDS:
        raise Http404
    if refused := too_many_for(request, 1, reverse("workspace", args=[code])):
        return refused
    batches = in_batches(workspace, wanted_of(request.GET), BATCH)
    rows = (_row(line_of(each)) for batch in batches for each in fresh_places(batch, SECONDS))
    name = f"{workspace.name} {_('companies')} {timezone.localdate()}.{kind}"
    if kind == "xlsx":
        return as_file(table_xlsx(_("Companies"), _names(), rows, reader_language()), KINDS[kind], name)
    return as_stream(_csv(rows), KINDS[kind], name)


def _names() -> list[str]:
    return [
        _("Company"),
        _("Industry"),
        _("Size"),
        _("Level attained"),
        _("Experience"),
        _("Experience: change"),
        _("Experience: visible"),
        _("Trust"),
        _("Trust: change"),
        _("Trust: visible"),
        _("Result of"),
        _("Figures"),
        _("Status"),
        _("Latest round"),
        pgettext("an assessment", "Held on"),
        _("Next date"),
        _("What is due"),
    ]


def _row(line: CompanyLine) -> Sequence[Cell]:
    place, standing = line.place, line.place.standing
    company, latest = place.company, place.latest
    shown = place.shown if line.level is not None else None
    return (
        company.name,
        str(INDUSTRIES.get(company.industry, "")),
        str(SIZES.get(company.size, "")),
        line.level,
        _rounded(standing.average if standing else None),
        *_change(place, "experience"),
        _rounded(standing.trust if standing else None),
        *_change(place, "trust"),
        shown.assessment.held_on if shown else None,
        line.missing or (_("provisional") if standing and standing.provisional else ""),
        line.state,
        latest.assessment.title if latest else "",
        latest.assessment.held_on if latest else None,
        line.next_on,
        line.next,
    )


def _change(place: CompanyPlace, what: str) -> tuple[Cell, Cell]:
    """Points since the round before, and whether they are more than chance."""
    points, verdict = (place.standing.changes if place.standing else {}).get(what, (None, ""))
    if points is None:
        return None, ""
    return _rounded(points), _("yes") if verdict in ("up", "down") else _("no")


def _rounded(value: float | None) -> float | None:
    return None if value is None else rounded(value, 1)


def _csv(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield BOM + csv_line(_names())
    for row in rows:
        yield csv_line(row)
