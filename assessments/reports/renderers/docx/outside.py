"""The sections that say what customers say, and where on their way it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document.table import Column, Line

if TYPE_CHECKING:
    from ...document import CustomersSection, JourneyCard, JourneysSection
    from .cells import Row
    from .writing import Writing


def customers(to: Writing, section: CustomersSection) -> None:
    """The measures, then what the company says of itself beside what customers say."""
    if section.numbers:
        rows: list[Row] = [
            (Line(each.label, True), Line(each.number.text, True), each.range_text, Line(each.note, small=True))
            for each in section.numbers
        ]
        columns = [Column(section.head.topic, 30), Column(to.words["value"], 14, True), Column("", 30), Column("", 26)]
        to.pen.table(columns, rows, section.head.topic)
    if section.rows:
        to.figure("customers", section.caption or section.head.topic)
        columns = [
            Column(to.words["dimension"], 24), Column(section.legend_own, 16, True),
            Column(section.legend_customers, 16, True), Column(section.difference_label, 14, True), Column("", 30),
        ]  # fmt: skip
        rows = [
            (Line(each.name, True), each.own.text, each.customers.text, Line(each.difference.text, True),
             (Line(each.verdict), Line(each.by_group, small=True)))
            for each in section.rows
        ]  # fmt: skip
        to.pen.table(columns, rows, section.head.finding)
    else:
        to.pen.say(section.caption, "CX Small")


def journeys(to: Writing, section: JourneysSection) -> None:
    """Every journey shown: the line of feeling, its stages, what hurts and what would lift it."""
    for place, card in enumerate(section.journeys):
        _journey(to, place, card)
    to.pen.say(section.caption, "CX Small")
    to.pen.say(section.others, "CX Small")


def _journey(to: Writing, place: int, card: JourneyCard) -> None:
    pen = to.pen
    pen.heading(card.title, 2)
    pen.say(card.about, "CX Small", stays=True)
    to.figure(f"journey-{place}", card.figure_title or card.title)
    pen.say(" · ".join(f"{term} {words}" for term, words in card.facts), "CX Small")
    pen.say(card.finding)
    pen.say(card.advice)
    stages = [
        (Line(f"{each.name}{' ▸' if each.hurts else ''}", True), Line(each.value, True), Line(each.people, small=True),
         Line(to.join.listed(*each.touchpoints), small=True))
        for each in card.stages
    ]  # fmt: skip
    pen.table([Column("", 28), Column(to.words["score"], 14, True), Column("", 18), Column("", 40)], stages, card.title)
    for title, rows in (
        (card.pains_title, [(each.text, each.touchpoint, each.note) for each in card.pains]),
        (card.lifts_title, [(each.text, each.touchpoint, each.name) for each in card.lifts]),
    ):
        if rows:
            pen.say(title, "CX Table Head")
            lines = [((Line(words, True), Line(" · ".join(filter(None, rest)), small=True)),) for words, *rest in rows]
            pen.table([Column("", 100)], lines)
