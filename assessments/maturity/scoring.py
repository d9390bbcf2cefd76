"""Answers in, scorecard out: the one place where the parts of the method meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..content.schema import Framework
from . import pyramid
from .answers import QUICK, AnswerSheet
from .confidence import grade_confidence
from .dimensions import score_dimension
from .practices import score_practices, self_rated
from .scorecard import SCORING_VERSION, DimensionScore, Headline, PracticeScore, Scorecard, Trust
from .trust import score_trust, synergy


def score(framework: Framework, sheet: AnswerSheet, today: date) -> Scorecard:
    """The scorecard of `sheet` as seen on `today`. Raises KeyError for a red flag or a reason it does not know."""
    practices = score_practices(framework, sheet)
    dimensions = _dimensions(framework, practices, sheet)
    levels = tuple(each for each in dimensions if framework.by_dimension[each.id].kind == "level")
    factors = tuple(each for each in dimensions if framework.by_dimension[each.id].kind == "factor")
    open_flags = {framework.flags[flag].id for flag in sheet.open_flags}
    flags = tuple(flag for flag in framework.flags if flag in open_flags)
    trust = score_trust(framework, factors, flags)
    headline = _headline(framework, sheet, practices, levels, trust)
    return Scorecard(
        framework_id=framework.id,
        framework_version=framework.version,
        scoring_version=SCORING_VERSION,
        practice_set=sheet.practice_set,
        respondents=sheet.people,
        headline=headline,
        confidence=grade_confidence(framework, sheet, practices, today),
        levels=levels,
        trust=trust,
        synergy=synergy(framework.thresholds, [each.score for each in levels], headline.achieved_level, trust),
        practices=practices,
        red_flags=flags,
    )


def _dimensions(framework: Framework, practices: dict[str, PracticeScore], sheet: AnswerSheet) -> list[DimensionScore]:
    """Every dimension, with its score on the answers alone where agreed stages count."""
    found = [score_dimension(framework, each, practices, sheet.practice_set) for each in framework.dimensions]
    if not sheet.agreed:
        return found
    plain = self_rated(practices)
    return [
        each._replace(self_rated=score_dimension(framework, dimension, plain, sheet.practice_set).score)
        for dimension, each in zip(framework.dimensions, found, strict=True)
    ]


def _headline(
    framework: Framework,
    sheet: AnswerSheet,
    practices: dict[str, PracticeScore],
    levels: Sequence[DimensionScore],
    trust: Trust,
) -> Headline:
    thresholds = framework.thresholds
    scores = [each.score for each in levels]
    achieved = pyramid.achieved(scores, thresholds)
    lowest = pyramid.achieved([each.low for each in levels], thresholds)
    highest = pyramid.achieved([each.high for each in levels], thresholds)
    return Headline(
        achieved_level=achieved,
        strict_level=pyramid.strict(scores, thresholds),
        decimal=pyramid.decimal(scores, thresholds),
        average=pyramid.average(scores),
        evidenced_level=pyramid.achieved([each.evidenced for each in levels], thresholds),
        self_rated_level=pyramid.achieved([each.self_rated for each in levels], thresholds),
        lowest_level=lowest,
        highest_level=highest,
        provisional=tuple(_provisional(sheet, (*levels, *trust.factors), lowest, highest)),
        reservations=pyramid.reservations(framework, practices, achieved),
    )


def _provisional(sheet: AnswerSheet, dimensions: Sequence[DimensionScore], lowest: int, highest: int) -> Iterable[str]:
    """Why a result is provisional: the short set, a dimension not rated, or don't-knows that leave the level open."""
    if sheet.practice_set == QUICK:
        yield "quick-set"
    if not all(each.rated for each in dimensions):
        yield "not-rated"
    if lowest != highest:
        yield "dont-know"
