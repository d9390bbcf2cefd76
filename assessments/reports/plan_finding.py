"""What a plan to targets comes to, in one or two sentences. Call inside the reader’s language."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .plan_words import PlanWords
from .target_words import targets_text
from .wording import joined, opened


def plan_finding(words: PlanWords) -> str:
    """How many steps at what effort lead where; then what no steps reach."""
    plan = words.plan
    without = {each.target for each in plan.unreachable}
    reachable = [each for each in plan.targets if each not in without]
    sentences = []
    if plan.steps:
        sentences.append(_reached(words, targets_text(words.framework, words.language, reachable)))
    elif reachable:
        said = targets_text(words.framework, words.language, reachable)
        sentences.append(_("%(targets)s: reached already.") % {"targets": opened(said)})
    if without:
        said = targets_text(words.framework, words.language, [each.target for each in plan.unreachable])
        sentences.append(_("No steps lead to %(targets)s.") % {"targets": said})
    return joined(sentences)


def _reached(words: PlanWords, targets: str) -> str:
    count, effort = len(words.plan.steps), words.plan.effort
    points = ngettext("%(effort)s effort point", "%(effort)s effort points", effort) % {"effort": effort}
    steps = ngettext(
        "%(targets)s: %(count)s step is enough, %(points)s in all.",
        "%(targets)s: %(count)s steps are enough, %(points)s in all.",
        count,
    )
    return steps % {"targets": opened(targets), "count": count, "points": points}
