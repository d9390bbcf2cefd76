"""The way from a report into the plan: put into its kept HTML when it is sent, since it differs by reader and hour."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.template.loader import render_to_string

from ...pieces import kept
from ...places import Place
from ...queries.plan_steps import steps_taken
from ...words.reader import reader_language

MARK = re.compile(rb"<!--adopt:([a-z0-9-]+)-->")  # written by templates/report/sections/steps.html
ALL = "all"


def taken_at(place: Place) -> dict[str, str]:
    """What of the report is in the plan already, by practice; one query."""
    return steps_taken(place.workspace_id, place.company.code, place.assessment_id)


def with_adopting(body: bytes, place: Place, taken: Mapping[str, str]) -> bytes:
    """The body of a report with what can be done about each step, or what is in the plan already."""
    language, url, may_write = reader_language(), f"/companies/{place.company.code}/plan/", place.may_write

    def said(mark: re.Match[bytes]) -> bytes:
        practice = mark[1].decode()
        return _piece(language, practice, taken.get(practice, ""), may_write).replace("PLAN-URL", url).encode()

    return MARK.sub(said, body)


@kept
def _piece(language: str, practice: str, state: str, may_write: bool) -> str:
    """One such piece: the same for every company but for the address of its plan."""
    context = {"practice": practice, "state": state, "may_write": may_write, "all": practice == ALL}
    return render_to_string("report/adopt.html", context)
