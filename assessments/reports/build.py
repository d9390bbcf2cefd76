"""Builds the report document: every number from the scorecard, every text finished in the reader's language, once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..content.schema import Framework
from ..maturity.answers import AnswerSheet
from ..maturity.outside_in import Comparison
from ..maturity.perception import Perception
from ..maturity.projection import Projection, project
from ..maturity.scorecard import Scorecard
from ..maturity.steps import Recommendations
from .basis import dated_notes
from .document import Facts, ReportDocument
from .outside import Outside
from .sections.answers import all_voices, answers_section
from .sections.board import board_cut
from .sections.borrowed import borrowed
from .sections.certainty import certainty_section
from .sections.customers import customers_section
from .sections.flags import flags_section
from .sections.gap import gap_section, left_out
from .sections.group_pages import group_pages
from .sections.journeys import journeys_section
from .sections.lenses import lenses_section
from .sections.method import method_section
from .sections.opening import finding, keys, notices
from .sections.profile import profile_section, synergy_section
from .sections.pyramid import pyramid_section
from .sections.roadmap import LANES, roadmap_section
from .sections.since import since_section
from .sections.steps import step_cards, steps_section
from .sections.strengths import strengths_section
from .sections.trust import trust_section
from .sections.value import value_section
from .sections.workings import workings_section
from .sections_order import order_of
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
    facts, outside = source.facts, source.outside
    order = order_of(source.look.sections, tuple(_absent(source)))
    number = {name: place for place, name in enumerate(order, start=1)}
    cards = step_cards(source)
    said = all_voices(source)
    title = _("Customer-experience maturity report")
    document = ReportDocument(
        language=source.language,
        title=title,
        company=source.company,
        subtitle=facts.title,
        date_text=day_text(facts.held_on),
        eyebrow=tuple(each for each in (_("Maturity report"), day_text(facts.held_on), facts.title) if each),
        finding=finding(source),
        notices=notices(source),
        keys=keys(source),
        pyramid=pyramid_section(source, number.get("pyramid", 0)),
        trust=trust_section(source, number.get("trust", 0)),
        since=since_section(source, source.since, number.get("since", 0)) if source.since else None,
        profile=profile_section(source, number.get("profile", 0)),
        synergy=synergy_section(source, number.get("synergy", 0)),
        strengths=strengths_section(source, number.get("strengths", 0)),
        customers=customers_section(source, number.get("customers", 0)) if outside else None,
        journeys=journeys_section(source, number.get("journeys", 0)) if outside and outside.journeys else None,
        lenses=lenses_section(source, number.get("lenses", 0)),
        flags=flags_section(source, number.get("flags", 0)),
        steps=steps_section(source, number.get("steps", 0), cards),
        roadmap=roadmap_section(source, number.get("roadmap", 0)),
        certainty=certainty_section(source, number.get("certainty", 0)),
        gap=gap_section(source, number.get("gap", 0)),
        value=value_section(source.ledger, source.currency, number.get("value", 0)) if source.ledger else None,
        answers=answers_section(source, number.get("answers", 0), said),
        method=method_section(source, number.get("method", 0)),
        all_steps=cards,
        all_voices=tuple((source.practice(practice), voice) for practice, voices in said.items() for voice in voices),
        words=fixed_words(),
        facts=facts,
        card=source.card,
        recommendations=source.recommendations,
        perception=source.perception,
        order=order if source.look.sections or left_out(source) else (),
        workings=workings_section(source),
        board=board_cut(source, cards),
        groups=group_pages(source, cards),
        borrowed=borrowed(source),
    )
    return replace(document, notes=dated_notes(document, source.look.notes))


def _absent(source: Source) -> Iterable[str]:
    """The sections that there is nothing to say in."""
    if not source.outside:
        yield "customers"
    if not (source.outside and source.outside.journeys):
        yield "journeys"
    if not source.since:
        yield "since"
    if not source.ledger:
        yield "value"
    if left_out(source):
        yield "gap"


def _projections(framework: Framework, card: Scorecard, recommendations: Recommendations) -> dict[str, Projection]:
    """The pyramid after each lane: its own steps and those of the lanes before."""
    return {
        lane: project(
            framework, card, [each for each in recommendations.steps if LANES.index(each.lane) <= LANES.index(lane)]
        )
        for lane in LANES
    }
