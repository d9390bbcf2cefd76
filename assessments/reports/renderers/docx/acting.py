"""The sections that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document.table import Column, Line

if TYPE_CHECKING:
    from ...document import FlagsSection, RoadmapLane, RoadmapSection, StepCard, StepsSection
    from .cells import Row
    from .writing import Writing

LANE_PICTURE = 1100  # twips


def flags(to: Writing, section: FlagsSection) -> None:
    """The red flags that are open."""
    if not section.flags:
        return
    rows = [
        ((Line(each.title, True), Line(each.about), *(Line(line, small=True) for line in each.evidence)),
         tuple(map(Line, (each.effect, *each.unnamed))))
        for each in section.flags
    ]  # fmt: skip
    to.pen.table([Column("", 60), Column("", 40)], rows, section.caption or section.head.topic)


def steps(to: Writing, section: StepsSection) -> None:
    """Every step of the first two lanes with its reasons."""
    for each in section.steps:
        _step(to, section, each)
    to.pen.say(section.more, "CX Small")


def _step(to: Writing, section: StepsSection, step: StepCard) -> None:
    pen = to.pen
    pen.heading(f"{step.number}.\u2002{step.do}", 3)
    pen.say(" · ".join(each for each in (step.lane_text, step.quick_win) if each), "CX Eyebrow")
    pen.say(step.how, stays=True)
    facts = [(step.dimension_name, f"{step.practice_title} · {step.move}"), *step.facts]
    facts += [(section.first_sign_title, step.first_sign)] if step.first_sign else []
    said = [(Line(term, small=True), words) for term, words in facts]
    pen.table([Column("", 24), Column("", 76)], said, together=True, stays=True)
    pen.say(section.reasons_title, "CX Table Head", stays=True)
    reasons: list[Row] = [(Line(each.value, True), each.text) for each in step.reasons]
    reasons.append((Line(step.priority.text, small=True), Line(to.words["priority"], small=True)))
    pen.table([Column("", 24), Column("", 76)], reasons, together=True)


def roadmap(to: Writing, section: RoadmapSection) -> None:
    """A table for each lane, under the pyramid expected at its end."""
    for place, lane in enumerate(section.lanes):
        _lane(to, place, lane)
    to.pen.say(section.caption, "CX Small")


def _lane(to: Writing, place: int, lane: RoadmapLane) -> None:
    pen = to.pen
    pen.heading(lane.name, 2)
    picture = to.pictures.get(f"lane-{place}")
    if picture:
        pen.made.append(pen.picture(picture, LANE_PICTURE, stays=True))
    pen.say(lane.period, "CX Small", stays=True)
    pen.say(lane.outcome, bold=True, stays=bool(lane.items))
    if not lane.items:
        return
    rows = [(str(item.number), Line(item.title, True), Line(item.note, small=True)) for item in lane.items]
    columns = [Column(to.words["step"], 9), Column("", 56), Column("", 35)]
    pen.table(columns, rows, to.join.named(lane.name, lane.period))
