"""Which steps to take, in which order, and why (method 5). Every reason is a value that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from ..content.schema import Framework, Impact, Practice, Size, StepThresholds
from .lanes import Lane, fill_lanes
from .lines import below
from .scorecard import PracticeScore, Scorecard

Kind = Literal[
    "gap", "target", "holds-level", "level-achieved", "next-level", "far-level", "trust", "weakest-factor",
    "customers-see-less", "red-flag", "critical-absent", "privacy-behind", "impact", "effort", "prerequisite-of",
    "blocked-by",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step stands where it stands: what kind of reason, about whom (ids), and its number."""

    kind: Kind
    about: tuple[str, ...] = ()
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The factors of a priority score: `(gap / 4) × impact × weight × block × multiplier ÷ effort`."""

    gap: float
    impact: int
    weight: float
    block: float
    multiplier: float
    effort: int

    @property
    def priority(self) -> float:
        """The priority score; the higher, the sooner."""
        # the weight comes last, so that steps of equal rank stay equal whatever it is
        return self.gap / 4 * self.impact * self.block * self.multiplier / self.effort * self.weight


@dataclass(frozen=True, slots=True)
class Step:
    """One recommended step of a practice, from a stage to a later one, with its priority, lane and reasons."""

    practice: str
    dimension: str
    from_stage: int
    to_stage: int
    priority: float
    parts: Parts
    effort: Size
    impact: Impact
    lane: Lane
    quick_win: bool
    blocked_by: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class KeepUp:
    """A practice that is strong now, with the day on which to look again."""

    practice: str
    dimension: str
    stage: float
    review_on: date


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The steps by lane and priority, and what to keep up."""

    steps: tuple[Step, ...]
    keep_up: tuple[KeepUp, ...]


def recommend(
    framework: Framework,
    card: Scorecard,
    today: date,
    targets: Mapping[str, int] | None = None,
    customers_see_less: Mapping[str, float] | None = None,
) -> Recommendations:
    """Every step that the answers call for, ordered: lane first, then priority, then practice id.

    `targets` are wanted stages by practice id; a practice without one aims at the next stage. `customers_see_less` are
    the points by which the company thinks better of a dimension than its customers do, by dimension id: they are a
    reason, and of steps of equal priority put theirs first.
    """
    outside = customers_see_less or {}
    candidates = [_candidate(framework, card, each, targets or {}, outside) for each in card.practices.values()]
    steps = [each for each in candidates if each is not None]
    lanes = fill_lanes(
        {each.practice: each.priority for each in steps},
        {each.practice: each.parts.effort for each in steps},
        {each.practice: each.blocked_by for each in steps},
        framework.thresholds.steps.capacity,
        first={each.practice for each in steps if each.dimension in outside},
    )
    helped = {key: tuple(sorted(each.practice for each in steps if key in each.blocked_by)) for key in lanes}
    placed = [_placed(each, lanes[each.practice], helped[each.practice]) for each in steps]
    order = ("now", "next", "later")
    placed.sort(key=lambda each: (order.index(each.lane), -each.priority, each.dimension not in outside, each.practice))
    return Recommendations(tuple(placed), tuple(_keep_up(framework, card, today)))


def _placed(step: Step, lane: Lane, helped: tuple[str, ...]) -> Step:
    reasons = (*step.reasons, Reason("prerequisite-of", helped)) if helped else step.reasons
    return replace(step, lane=lane, reasons=reasons)


def _candidate(
    framework: Framework,
    card: Scorecard,
    found: PracticeScore,
    targets: Mapping[str, int],
    outside: Mapping[str, float],
) -> Step | None:
    """The step of one practice, not yet in a lane; None where it is unanswered, at its target or at the top."""
    reached = found.reached
    if reached is None or not found.applicable:
        return None
    practice = framework.practices[found.id]
    limits = framework.thresholds.steps
    wanted = targets.get(found.id, reached + 1)
    to_stage = min(4, wanted, reached + limits.max_gap)
    if to_stage <= reached:
        return None
    parts, position = _parts(framework, card, practice, to_stage - reached)
    open_needs = tuple(key for key in practice.needs if not _met(framework, card, key))
    reasons = [Reason("gap", (str(reached), str(to_stage)), found.stage)]
    if found.id in targets:
        reasons.append(Reason("target", (), targets[found.id]))
    reasons += [*position, *_reservation_reasons(card, found.id)]
    if found.dimension in outside:
        reasons.append(Reason("customers-see-less", (found.dimension,), outside[found.dimension]))
    reasons += [Reason("impact", (practice.impact,), parts.impact), Reason("effort", (practice.effort,), parts.effort)]
    reasons += [Reason("blocked-by", (key,), card.practices[key].stage) for key in open_needs]
    return Step(
        practice=found.id,
        dimension=found.dimension,
        from_stage=reached,
        to_stage=to_stage,
        priority=parts.priority,
        parts=parts,
        effort=practice.effort,
        impact=practice.impact,
        lane="later",
        quick_win=practice.effort == "S" and practice.impact in limits.quick_win_impact and not open_needs,
        blocked_by=open_needs,
        reasons=tuple(reasons),
    )


def _parts(framework: Framework, card: Scorecard, practice: Practice, gap: int) -> tuple[Parts, list[Reason]]:
    limits = framework.thresholds.steps
    block, reasons = _block(framework, card, practice)
    multiplier = 1.0
    dimension = framework.dimension_of[practice.id].id
    weakest = next((each for each in card.trust.factors if each.id == card.trust.weakest), None)
    if weakest and weakest.id == dimension and below(weakest.score or 0.0, limits.weakest_factor_below):
        multiplier *= limits.weakest_factor_multiplier
        reasons.append(Reason("weakest-factor", (dimension,), weakest.score))
    flags = tuple(flag for flag in card.red_flags if practice.id in framework.flags[flag].practices)
    if flags:
        multiplier *= limits.red_flag_multiplier
        reasons.append(Reason("red-flag", flags))
    parts = Parts(
        gap=gap,
        impact=limits.impact[practice.impact],
        weight=practice.weight,
        block=block,
        multiplier=min(limits.multiplier_cap, multiplier),
        effort=limits.effort[practice.effort],
    )
    return parts, reasons


def _block(framework: Framework, card: Scorecard, practice: Practice) -> tuple[float, list[Reason]]:
    """How much a practice holds the pyramid down: most in the lowest level not yet achieved."""
    limits: StepThresholds = framework.thresholds.steps
    dimension = framework.dimension_of[practice.id]
    score = next(each.score for each in card.dimensions if each.id == dimension.id)
    if dimension.kind == "factor":
        return limits.block_near, [Reason("trust", (dimension.id,), score)]
    number = framework.levels.index(dimension) + 1
    holding = card.headline.achieved_level + 1
    if number == holding:
        return limits.block_holding, [Reason("holds-level", (dimension.id,), score)]
    if number < holding:
        return limits.block_near, [Reason("level-achieved", (dimension.id,), score)]
    if number == holding + 1:
        return limits.block_near, [Reason("next-level", (dimension.id,), score)]
    return limits.block_far, [Reason("far-level", (dimension.id,), score)]


def _reservation_reasons(card: Scorecard, practice: str) -> Iterable[Reason]:
    for each in card.headline.reservations:
        if each.practice == practice:
            yield Reason(each.kind, (practice,), each.stage)


def _met(framework: Framework, card: Scorecard, key: str) -> bool:
    """A prerequisite is met from its stage on, or where it does not apply to this business."""
    found = card.practices.get(key)
    if found is None or not found.applicable:
        return True  # what the short set does not ask may not be held against anyone
    return found.stage is not None and not below(found.stage, framework.thresholds.prerequisite_stage)


def _keep_up(framework: Framework, card: Scorecard, today: date) -> Iterable[KeepUp]:
    limits = framework.thresholds.steps
    review_on = today + timedelta(days=limits.keep_up_review_days)
    strong = [
        KeepUp(each.id, each.dimension, each.stage, review_on)
        for each in card.practices.values()
        if each.stage is not None and not below(each.stage, limits.keep_up_stage)
    ]
    return sorted(strong, key=lambda each: (-each.stage, each.practice))
