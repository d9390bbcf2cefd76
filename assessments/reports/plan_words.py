"""The reason for each step of a plan to targets, and why a target is out of reach, in the reader’s language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..content.schema import Framework
from ..planning.plan import Plan, PlannedStep
from ..planning.reach import Unreachable
from ..planning.targets import Target
from .target_words import target_text
from .wording import index_text, listed, named, opened, quoted, score_text, stage_text


@dataclass(frozen=True, slots=True)
class PlanWords:
    """Says a plan in `language`; call inside it."""

    framework: Framework
    language: str
    plan: Plan

    def title(self, practice: str) -> str:
        """The title of a practice."""
        return self.framework.practices[practice].title.to(self.language)

    def name(self, dimension: str) -> str:
        """The short name of a dimension."""
        return self.framework.by_dimension[dimension].name.to(self.language)

    def target(self, target: Target) -> str:
        """A target in words."""
        return target_text(self.framework, self.language, target)

    def reasons(self, step: PlannedStep) -> tuple[str, ...]:
        """Why the step is needed: a sentence for each target that fails without it, then one for what waits for it."""
        return tuple(self._reasons(step))

    def _reasons(self, step: PlannedStep) -> Iterator[str]:
        for target in step.serves:
            yield self._serves(step, target)
        if step.opens:
            titles = listed([quoted(self.title(each)) for each in step.opens])
            yield _("Has to stand before %(practices)s") % {"practices": titles}

    def _serves(self, step: PlannedStep, target: Target) -> str:
        if target.kind == "practice":
            return _("Is a target itself: stage %(stage)s") % {"stage": int(target.value)}
        words = {
            "target": opened(self.target(target)),
            "name": self.name(step.dimension),
            "gate": f"{self.framework.thresholds.gate:g}",
            "now": self._score(self.plan.now.scores[step.dimension]),
            "then": self._score(self.plan.then.scores[step.dimension]),
        }
        if target.kind == "level":
            return _("%(target)s: %(name)s has to pass %(gate)s; it goes from %(now)s to %(then)s") % words
        return _("%(target)s: %(name)s goes from %(now)s to %(then)s") % words

    def _score(self, score: float | None) -> str:
        return score_text(score, self.framework.thresholds)

    def why_not(self, missing: Unreachable) -> str:
        """Why no steps reach a target, about whom, and how far they lead."""
        about = listed(self._names(missing.about))
        why = {
            "not-rated": _("not rated, because too few questions are answered or apply: %(about)s"),
            "capped": _("held down until these red flags are closed: %(about)s"),
            "not-asked": _("the questionnaire did not ask for %(about)s"),
            "not-applicable": _("%(about)s was said not to apply"),
            "unanswered": _("nobody knew the answer to %(about)s; a step cannot stand in for an answer"),
            "blocked": _("these must be answered first: %(about)s"),
        }[missing.why] % {"about": about}
        if missing.best is None:
            return opened(why)
        return opened(_("%(why)s (steps lead to %(best)s)") % {"why": why, "best": self._best(missing)})

    def _names(self, about: Sequence[str]) -> list[str]:
        found = []
        for each in about:
            if each in self.framework.by_dimension:
                found.append(named([self.name(each)]))
            elif each in self.framework.practices:
                found.append(quoted(self.title(each)))
            else:
                found.append(quoted(self.framework.flags[each].title.to(self.language)))
        return found

    def _best(self, missing: Unreachable) -> str:
        best, kind = missing.best or 0.0, missing.target.kind
        if kind == "level":
            return _("level %(number)s") % {"number": int(best)}
        if kind == "band":
            return quoted(self.framework.bands[int(best)].title.to(self.language))
        if kind == "practice":
            return _("stage %(stage)s") % {"stage": stage_text(best)}
        return index_text(best) if kind == "trust" else self._score(best)
