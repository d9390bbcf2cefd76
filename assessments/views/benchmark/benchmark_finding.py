"""The sentence above the benchmark: first the company’s own way, then where it lies among others, if that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from ...benchmark.benchmark import Benchmark
from ...queries.benchmark_figures import ALL
from ...reports.wording import index_text, joined
from .benchmark_words import place_said


def finding(company: Any, standings: Sequence[Any], found: Mapping[str, Benchmark], computed: bool) -> str:
    """What the numbers say; nothing about others where nothing of them may be shown."""
    if not computed:
        return _("The company’s figures are being computed.")
    if not standings:
        return _("Nothing to compare yet: the first result comes first.")
    return joined([_own(standings), _others(company, found)])


def _own(standings: Sequence[Any]) -> str:
    changes = standings[0].changes
    points, verdict = changes.get("experience", (None, ""))
    if len(standings) < 2 or points is None:
        if len(standings) < 2:
            return _("This is the first result: later ones are set beside it.")
        return _("Experience cannot be compared with the round before.")
    size = index_text(abs(points))
    if verdict == "up":
        return _("Experience is %(points)s points higher than in the round before.") % {"points": size}
    if verdict == "down":
        return _("Experience is %(points)s points lower than in the round before.") % {"points": size}
    return _("Experience has not visibly changed since the round before.")


def _others(company: Any, found: Mapping[str, Benchmark]) -> str:
    if not company.compared_since:
        return _("The company does not take part in the comparison with others.")
    one = found["experience"]
    views = [each for each in one.views if each.cohort == ALL and not each.hidden]
    if not views:
        return _("Too few others take part to show them.")
    if not one.history or not one.history[-1].comparable:
        return _("The latest result is not one that is compared with others.")
    return _("Among %(n)s others, experience is %(place)s.") % {"n": views[0].n, "place": place_said(views[0], True)}
