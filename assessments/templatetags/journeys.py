"""The choices of the journey editor that come from the framework, each list rendered once a language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from assessments.content.loader import framework
from assessments.forms.journeys import SPECS
from assessments.journey.mistakes import SEVEN
from assessments.words.journeys import FACTORS
from assessments.words.reader import reader_language

register = template.Library()
Option = tuple[str, str]


@register.simple_tag
def practice_options(chosen: str) -> SafeString:
    """Every practice under its level or factor; `chosen` is kept even where the framework does not know it."""
    return _select(_practices(reader_language()), chosen)


@register.simple_tag
def metric_options(chosen: str) -> SafeString:
    """The metrics of the framework; `chosen` is kept even where it is none of them."""
    return _select((("", _metrics(reader_language())),), chosen)


@register.simple_tag
def trust_options(chosen: str) -> SafeString:
    """Each trust factor, won or lost."""
    return _select(_effects(reader_language()), chosen)


@register.simple_tag
def flags_of(ticked: list[str]) -> list[tuple[str, str, bool]]:
    """The seven mistakes, and whatever else is ticked: key, title, whether it is ticked."""
    flags, language = framework().flags, reader_language()
    keys = dict.fromkeys((*SEVEN, *(each for each in ticked if each in flags)))
    return [(key, flags[key].title.to(language), key in ticked) for key in keys]


@cache
def _practices(language: str) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    return tuple(
        (each.name.to(language), tuple((one.id, one.title.to(language)) for one in each.practices))
        for each in framework().dimensions
    )


@cache
def _metrics(language: str) -> tuple[Option, ...]:
    return tuple((each.id, each.title.to(language)) for each in framework().metrics)


def _effects(language: str) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """Not kept: the labels are in the catalogue of the active language."""
    names = {key: framework().by_dimension[key.lower()].name.to(language) for key in FACTORS}
    effects = SPECS["touchpoints:trust"].choices.items()
    colon = pgettext("after a label", ": ")
    return tuple(
        (name, tuple((f"{key}:{effect}", f"{name}{colon}{said}") for effect, said in effects))
        for key, name in names.items()
    )


def _select(groups: Iterable[tuple[str, tuple[Option, ...]]], chosen: str) -> SafeString:
    groups = tuple(groups)
    known = not chosen or any(chosen == key for _name, options in groups for key, _title in options)
    own = SafeString("") if known else _options(((chosen, chosen),), chosen)
    parts = [
        format_html('<optgroup label="{}">{}</optgroup>', name, _options(options, chosen))
        if name
        else _options(options, chosen)
        for name, options in groups
    ]
    return format_html("{}{}", own, SafeString("".join(parts)))


def _options(options: Iterable[Option], chosen: str) -> SafeString:
    rows = ((key, SafeString(" selected") if key == chosen else "", title) for key, title in options)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)
