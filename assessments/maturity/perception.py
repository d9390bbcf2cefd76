"""How differently leaders and the front line see the same dimensions, and what may be said of it (method 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..content.schema import Dimension, Framework
from .agreement import PerceptionGap, judged_gap, mean
from .anonymity import ORDER, groups_of
from .answers import Answer, AnswerSheet, counted

Cells = Mapping[str, Mapping[str, Sequence[int]]]  # the stages given, by class and then by practice


@dataclass(frozen=True, slots=True)
class View:
    """One class on one dimension: its mean stage 0..4, and how many people that is."""

    name: str
    stage: float
    people: int


@dataclass(frozen=True, slots=True)
class DimensionView:
    """The classes on one dimension that may be shown, and the gap between the first and the last of the company."""

    id: str
    views: tuple[View, ...]
    gap: PerceptionGap | None

    def of(self, name: str) -> View | None:
        """What a class says; None where it is not shown here."""
        return next((each for each in self.views if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Perception:
    """What each class says of each dimension.

    `classes` counts the people of each who answered, from the top of the company down; a class is a group, or several
    in an anonymous sheet. `leaders` and `frontline` name the two that are compared, None where there are not two.
    `least` is how many people a class needs to be shown.
    """

    classes: Mapping[str, int]
    leaders: str | None
    frontline: str | None
    least: int
    dimensions: tuple[DimensionView, ...]

    @property
    def compared(self) -> tuple[DimensionView, ...]:
        """The dimensions on which both sides may be shown."""
        return tuple(each for each in self.dimensions if each.gap)

    @property
    def flagged(self) -> tuple[DimensionView, ...]:
        """Those with a gap large enough to claim, the widest first."""
        found = [each for each in self.compared if each.gap and each.gap.flagged]
        return tuple(sorted(found, key=lambda each: -abs(each.gap.stages) if each.gap else 0.0))


def perceive(framework: Framework, sheet: AnswerSheet) -> Perception:
    """The views of all classes on all dimensions of a sheet, by what people said and not by what was agreed."""
    least = max(sheet.minimum_group, framework.thresholds.agreement.spread_min_n)
    classes = _classes(sheet)
    leaders = next((each for each in classes if ORDER[0] in groups_of(each)), None)
    frontline = next((each for each in classes if ORDER[-1] in groups_of(each)), None)
    sides = (leaders, frontline) if leaders and frontline and leaders != frontline else None
    seen = _Seen(framework, classes, sides, least)
    for respondent in sheet.respondents:
        if respondent.group in classes:
            seen.hear(respondent.group, respondent.answers)
    asked = {practice.id for practice in framework.asked(sheet.practice_set)}
    return Perception(
        classes=classes,
        leaders=sides[0] if sides else None,
        frontline=sides[1] if sides else None,
        least=least,
        dimensions=tuple(seen.dimension(each, asked) for each in framework.dimensions),
    )


def _classes(sheet: AnswerSheet) -> dict[str, int]:
    """The classes that hold no other class, with their people: what is joined for single practices is none."""
    counts: dict[str, int] = {}
    for each in sheet.respondents:
        if each.answers:
            counts[each.group] = counts.get(each.group, 0) + 1
    apart = [name for name in counts if not any(set(groups_of(other)) < set(groups_of(name)) for other in counts)]
    known = [name for name in apart if groups_of(name)[0] in ORDER]
    return {name: counts[name] for name in sorted(known, key=lambda each: ORDER.index(groups_of(each)[0]))}


class _Seen:
    """Gathers what each class says of each practice, and reads the dimensions from it."""

    def __init__(self, framework: Framework, classes: Iterable[str], sides: tuple[str, str] | None, least: int) -> None:
        self.framework = framework
        self.sides = sides
        self.least = least
        self.said: dict[str, list[dict[str, int]]] = {name: [] for name in classes}  # stages of each person

    def hear(self, name: str, answers: Mapping[str, Answer]) -> None:
        """One person’s answers."""
        stages = {practice: counted(self.framework, answer) for practice, answer in answers.items()}
        self.said[name].append({practice: stage for practice, stage in stages.items() if stage is not None})

    def dimension(self, dimension: Dimension, asked: set[str]) -> DimensionView:
        """The views of one dimension: on the practices that both sides speak of, so that like meets like."""
        weights = {each.id: each.weight for each in dimension.practices if each.id in asked}
        cells = {name: self._cells(name, weights) for name in self.said}
        both = set(cells[self.sides[0]]) & set(cells[self.sides[1]]) if self.sides else set()
        if not both:
            return DimensionView(dimension.id, tuple(self._views(cells, weights)), None)
        common = {
            name: {practice: stages for practice, stages in said.items() if practice in both}
            for name, said in cells.items()
        }
        views = tuple(self._views(common, weights))
        return DimensionView(dimension.id, views, self._gap(views, common))

    def _cells(self, name: str, weights: Mapping[str, float]) -> dict[str, list[int]]:
        """The stages a class gave, by practice; practices it did not speak of are not there."""
        cells = {practice: [each[practice] for each in self.said[name] if practice in each] for practice in weights}
        return {practice: stages for practice, stages in cells.items() if stages}

    def _views(self, cells: Cells, weights: Mapping[str, float]) -> Iterable[View]:
        for name, said in cells.items():
            people = sum(any(practice in each for practice in said) for each in self.said[name])
            if people >= self.least:
                weight = sum(weights[practice] for practice in said)
                stage = sum(weights[practice] * mean(stages) for practice, stages in said.items()) / weight
                yield View(name, stage, people)

    def _gap(self, views: Sequence[View], cells: Cells) -> PerceptionGap | None:
        """Leaders minus front line where both are shown; how many they are is counted by how many said each thing."""
        ends = [each for name in self.sides or () for each in views if each.name == name]
        if len(ends) < 2:
            return None
        depth = min(sum(map(len, cells[each.name].values())) // len(cells[each.name]) for each in ends)
        return judged_gap(ends[0].stage - ends[1].stage, depth, self.framework.thresholds.agreement)
