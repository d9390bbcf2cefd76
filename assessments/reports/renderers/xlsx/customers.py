"""The sheets of the result’s workbook that tell what customers say, and of their journeys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...document import CustomersSection, JourneysSection
from .rows import Row


def customers_rows(section: CustomersSection, words: Mapping[str, str]) -> Iterable[Row]:
    """Each measure, then each dimension from inside and outside."""
    yield (
        words["dimension"], words["own_view"], words["customers"], words["lowest"], words["highest"], words["people"],
        section.difference_label, words["status"], words["respondents"],
    )  # fmt: skip
    for each in section.numbers:
        yield each.label, None, each.number.value, each.low, each.high, each.n, None, each.note
    for row in section.rows:
        yield (
            row.name, row.own.value, row.customers.value, row.low, row.high, row.n, row.difference.value, row.verdict,
            row.by_group,
        )  # fmt: skip
    for text in (section.head.finding, *section.head.paragraphs, section.caption):
        yield (text,)


def journeys_rows(section: JourneysSection) -> Iterable[Row]:
    """Each journey with its numbers, pains and what would lift it."""
    yield section.head.topic, "", "", "", ""
    yield (section.head.finding,)
    for card in section.journeys:
        yield card.title, card.about, card.finding
        for label, value in card.facts:
            yield "", label, value
        for pain in card.pains:
            yield card.pains_title, pain.touchpoint, pain.text, pain.note, pain.score
        for lift in card.lifts:
            yield card.lifts_title, lift.touchpoint, lift.text
