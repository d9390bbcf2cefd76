"""Prerequisites that are not met yet, and the unanswered practices that stand in the way of meeting them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..content.schema import Framework
from ..maturity.lines import below
from ..maturity.scorecard import PracticeScore

Practices = Mapping[str, PracticeScore]


def open_needs(framework: Framework, practices: Practices, key: str) -> tuple[str, ...]:
    """The prerequisites of a practice that are not met; one that is not asked or does not apply is (as for steps)."""
    return tuple(need for need in framework.practices[key].needs if _open(framework, practices.get(need)))


def _open(framework: Framework, found: PracticeScore | None) -> bool:
    if found is None or not found.applicable:
        return False
    return found.stage is None or below(found.stage, framework.thresholds.prerequisite_stage)


def waits_for(framework: Framework, practices: Practices, key: str) -> tuple[str, ...]:
    """The unanswered practices for which a practice waits, directly or in a chain; () when it can be lifted.

    What nobody answered cannot be planned for: whether it is met is for an answer to say and not for a step.
    """
    needs = open_needs(framework, practices, key)
    return tuple(dict.fromkeys(each for need in needs for each in _unanswered(framework, practices, need)))


def _unanswered(framework: Framework, practices: Practices, key: str) -> Iterator[str]:
    if practices[key].stage is None:
        yield key
    else:
        yield from waits_for(framework, practices, key)
