"""The order and choice of sections, as a form of many small parts: works by keyboard and without script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django import forms
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from ..reports.document import SECTIONS
from ..reports.sections_order import HIDDEN, LOCKED
from .section_names import SECTION_NAMES


class SectionRow(NamedTuple):
    """A section in the list: whether it is shown, and whether it has to be."""

    id: str
    name: str
    shown: bool
    locked: bool


def rows_of(stored: Sequence[str]) -> list[SectionRow]:
    """Every section in the order that a house style stores; those it does not know stand where ours do."""
    order = [each.removeprefix(HIDDEN) for each in stored if each.removeprefix(HIDDEN) in SECTIONS]
    for place, each in enumerate(SECTIONS):
        if each not in order:
            before = [known for known in SECTIONS[:place] if known in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, each)
    return [
        SectionRow(each, str(SECTION_NAMES[each]), each in LOCKED or f"{HIDDEN}{each}" not in stored, each in LOCKED)
        for each in order
    ]


def stored_from(data: QueryDict) -> list[str]:
    """What the list says as a house style stores it; [] where it is our own order with everything shown."""
    order = [each for each in dict.fromkeys(data.getlist("order")) if each in SECTIONS]
    shown = {*data.getlist("shown"), *LOCKED}
    stored = [each if each in shown else f"{HIDDEN}{each}" for each in order]
    return [] if tuple(stored) == SECTIONS else stored


def moved(stored: Sequence[str], act: str) -> list[str]:
    """The order after a move such as "up:trust"; unchanged where it leads past an end."""
    direction, _colon, section = act.partition(":")
    order = [row.id if row.shown else f"{HIDDEN}{row.id}" for row in rows_of(stored)]
    place = next((at for at, each in enumerate(order) if each.removeprefix(HIDDEN) == section), 0)
    to = place + (-1 if direction == "up" else 1)
    if 0 <= to < len(order):
        order[place], order[to] = order[to], order[place]
    return order


def named(stored: Sequence[str]) -> str:
    """The sections that are shown, by name and in their order."""
    return pgettext("between the names of a list", ", ").join(each.name for each in rows_of(stored) if each.shown)


class _ListOfSections(forms.HiddenInput):
    """Only read: templates/style/sections.html draws it."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return stored_from(data)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return SafeString()


class SectionsField(forms.Field):
    """The list as a field, whose value is what a house style stores."""

    widget = _ListOfSections

    def __init__(self) -> None:
        super().__init__(required=False)
