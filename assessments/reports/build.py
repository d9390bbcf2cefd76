"""Builds the report document: every number from the scorecard, every text finished in the reader's language, once."""

from __future__ import annotations

from datetime import date
from itertools import count

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..content.schema import Framework
from ..maturity.answers import AnswerSheet
from ..maturity.outside_in import Comparison
from ..maturity.perception import Perception
from ..maturity.projection import Projection, project
from ..maturity.scorecard import Scorecard
from ..maturity.steps import Recommendations
from .document import Facts, ReportDocument
from .outside import Outside
from .sections.answers import answers_section, voices
from .sections.certainty import certainty_section
from .sections.customers import customers_section
from .sections.flags import flags_section
from .sections.gap import gap_section
from .sections.journeys import journeys_section
from .sections.lenses import lenses_section
from .sections.method import method_section
from .sections.opening import finding, keys, notices
from .sections.profile import profile_section, synergy_section
from .sections.pyramid import pyramid_section
from .sections.roadmap import LANES, roadmap_section
from .sections.steps import step_cards, steps_section
from .sections.strengths import strengths_section
from .sections.trust import trust_section
from .source import Source
from .wording import day_text
from .words import fixed_words


def source_of(
    framework: Framework,
    sheet: AnswerSheet,
    facts: Facts,
    card: Scorecard,
    recommendations: Recommendations,
    language: str,
    today: date,
    seen: Perception,
    compared: Comparison,
    outside: Outside | None,
) -> Source:
    """Everything the sections are written from."""
    projections = _projections(framework, card, recommendations)
    return Source(framework, sheet, facts, card, recommendations, projections, seen, language, today, compared, outside)


def build(source: Source) -> ReportDocument:
    """The finished report in `source.language`."""
    with override(source.language):
        return _build(source)


def _build(source: Source) -> ReportDocument:
    facts = source.facts
    cards, number = step_cards(source), count(1)  # sections are numbered as they come
    title = _("Customer-experience maturity report")
    return ReportDocument(
        language=source.language,
        title=title,
        company=source.company,
        subtitle=facts.title,
        date_text=day_text(facts.held_on),
        eyebrow=tuple(each for each in (_("Maturity report"), day_text(facts.held_on), facts.title) if each),
        finding=finding(source),
        notices=notices(source),
        keys=keys(source),
        pyramid=pyramid_section(source, next(number)),
        trust=trust_section(source, next(number)),
        profile=profile_section(source, next(number)),
        synergy=synergy_section(source, next(number)),
        strengths=strengths_section(source, next(number)),
        customers=customers_section(source, next(number)) if source.outside else None,
        journeys=journeys_section(source, next(number)) if source.outside and source.outside.journeys else None,
        lenses=lenses_section(source, next(number)),
        flags=flags_section(source, next(number)),
        steps=steps_section(source, next(number), cards),
        roadmap=roadmap_section(source, next(number)),
        certainty=certainty_section(source, next(number)),
        gap=gap_section(source, next(number)),
        answers=answers_section(source, next(number)),
        method=method_section(source, next(number)),
        all_steps=cards,
        all_voices=tuple(
            (source.practice(practice), voice)
            for practice in source.card.practices
            for voice in voices(source, practice)
        ),
        words=fixed_words(),
        facts=facts,
        card=source.card,
        recommendations=source.recommendations,
        perception=source.perception,
    )


def _projections(framework: Framework, card: Scorecard, recommendations: Recommendations) -> dict[str, Projection]:
    """The pyramid after each lane: its own steps and those of the lanes before."""
    return {
        lane: project(
            framework, card, [each for each in recommendations.steps if LANES.index(each.lane) <= LANES.index(lane)]
        )
        for lane in LANES
    }
