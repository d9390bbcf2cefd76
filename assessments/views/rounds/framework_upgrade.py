"""The page that says what a newer version of the framework changes, and takes an open assessment on to it."""

from __future__ import annotations

import uuid
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import assessment_for
from ...actions.framework_upgrade import AlreadyNewest, StillSealed, upgrade_framework
from ...actions.life import NoLonger
from ...content.loader import framework, newest
from ...content.schema import Framework
from ...queries.sheets import AssessmentRow
from ...rounds.frameworks import Difference, differences
from ...rounds.upgrades import OTHER_WORDS
from ...words.reader import reader_language
from ..assessments import no_longer
from ..crumbs import of_assessment

WHAT = {
    "added": gettext_lazy("new"),
    "removed": gettext_lazy("gone"),
    "moved": gettext_lazy("in another dimension"),
    "reworded": gettext_lazy("question reworded"),
    "stages": gettext_lazy("stages mean something else"),
    "weight": gettext_lazy("other weight"),
    "quick": gettext_lazy("quick set changed"),
    "critical": gettext_lazy("critical or not"),
    "advice": gettext_lazy("advice reworded"),
}


class ChangedPractice(NamedTuple):
    """A practice that differs: what about it, and what becomes of its answers; the statements before and now."""

    title: str
    what: list[str]
    answers: str
    statements: list[tuple[str, str]]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def framework_upgrade(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Show the difference; go on to the newest version when that is asked for."""
    assessment, _role = granted = assessment_for(request.user, code, write=request.method == "POST")
    if request.method == "POST":
        return _upgraded(request, assessment)
    before = framework(assessment.framework, assessment.framework_version)
    now = framework(assessment.framework, newest(assessment.framework))
    found = differences(before, now)
    context = {
        **of_assessment(assessment),
        "before": before,
        "now": now,
        "rows": [_row(each, before, now, reader_language()) for each in found],
        "apart": sum(bool(OTHER_WORDS & set(each.what)) for each in found),
        "offered": granted.may_write and is_behind(assessment),
    }
    return render(request, "rounds/framework.html", context)


def is_behind(assessment: AssessmentRow) -> bool:
    """Whether an open assessment by name could go on to a newer version."""
    newer = newest(assessment.framework) > assessment.framework_version
    return newer and assessment.is_open and not assessment.anonymous


def _upgraded(request: HttpRequest, assessment: Any) -> HttpResponse:
    name = _("Before version %(version)s of the framework") % {"version": newest(assessment.framework)}
    try:
        waiting = upgrade_framework(user=request.user, assessment=assessment, milestone=name)
    except NoLonger:
        messages.error(request, no_longer())
    except StillSealed:
        messages.error(
            request, _("Nothing was changed: an anonymous round keeps its version, since a copy would tell.")
        )
    except AlreadyNewest:
        messages.info(request, _("Nothing was changed: it asks the newest version already."))
    else:
        said = ngettext(
            "The newest version is asked from now on. %(count)s answer waits to be confirmed; a milestone keeps "
            "everything as it was.",
            "The newest version is asked from now on. %(count)s answers wait to be confirmed; a milestone keeps "
            "everything as it was.",
            waiting,
        )
        messages.success(request, said % {"count": waiting})
    return redirect("assessment", code=assessment.code)


def _row(found: Difference, before: Framework, now: Framework, language: str) -> ChangedPractice:
    old, new = before.practices.get(found.practice), now.practices.get(found.practice)
    shown = new or old
    return ChangedPractice(
        shown.title.to(language) if shown else found.practice,
        [str(WHAT[each]) for each in found.what],
        _fate(found),
        [
            (was.to(language), becomes.to(language))
            for was, becomes in zip(old.stages, new.stages, strict=True)
            if was != becomes
        ]
        if old and new
        else [],
    )


def _fate(found: Difference) -> str:
    """What becomes of answers to this practice."""
    if "added" in found.what:
        return _("asked anew")
    if "removed" in found.what:
        return _("no longer asked")
    if OTHER_WORDS & set(found.what):
        return _("shown as before, to be confirmed")
    return _("kept")
