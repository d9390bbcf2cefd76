"""What our own surveys ask customers: the questions, the scales and the open follow-ups, in every language."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from .loader import explain, read_toml
from .schema import LANGUAGES, Frozen, Key, Measure, Text, Whole

HERE = Path(__file__).parent / "surveys"
KINDS = ("nps", "csat", "ces", "trust")


class Scale(Frozen):
    """The values `low`..`high` with a word at either end; `variant` is that of the measure ("" where it has none)."""

    variant: str
    low: Whole
    high: Whole
    name: Text
    low_end: Text
    high_end: Text

    @property
    def values(self) -> range:
        """What may be chosen."""
        return range(self.low, self.high + 1)


class Item(Frozen):
    """One statement or question that is scored. `about` is said instead where the survey is about one thing."""

    measure: Measure
    variant: str = ""
    question: Text
    about: Text | None = None

    def asked(self, language: str, company: str, about: str) -> str:
        """The question in `language` with the names in it."""
        text = (self.about if about and self.about else self.question).to(language)
        # Each name once, left to right: a company called {about} stays that.
        first, found, rest = text.partition("{company}")
        return first.replace("{about}", about) + (company if found else "") + rest.replace("{about}", about)


class FollowUp(Frozen):
    """One open question; customers may leave it empty."""

    id: Key
    question: Text


class Questionnaire(Frozen):
    """What one kind of survey asks. `when` tells the company when it is the right one."""

    id: Literal["nps", "csat", "ces", "trust"]
    name: Text
    when: Text
    scales: Annotated[tuple[Scale, ...], Field(min_length=1)]
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    follow_ups: Annotated[tuple[FollowUp, ...], Field(min_length=3, max_length=3)]

    def scale(self, variant: str) -> Scale:
        """The scale of a variant; raises KeyError where there is none."""
        return {each.variant: each for each in self.scales}[variant]

    def items_of(self, variant: str) -> tuple[Item, ...]:
        """What a survey with this variant scores, in order."""
        return tuple(each for each in self.items if each.variant in ("", variant))

    @property
    def headline(self) -> str:
        """The measure that comments stand beside: the only one, or the outcome of several."""
        return self.items[-1].measure


@dataclass(frozen=True, slots=True)
class SurveyAnswer:
    """What a customer gave: scores by measure, and words by follow-up question; those left empty are not there."""

    scores: Mapping[str, int]
    texts: Mapping[str, str]


@cache
def questionnaire(kind: str) -> Questionnaire:
    """The questionnaire of a kind of survey; raises KeyError for another kind."""
    if kind not in KINDS:
        raise KeyError(kind)
    return Questionnaire.model_validate(tomllib.loads((HERE / f"{kind}.toml").read_text(encoding="utf-8")))


def problems_in(folder: Path) -> Iterator[str]:
    """Every problem of the questionnaires in a folder, one line each: file, field, what, and how to mend it."""
    for kind in KINDS:
        problems: list[str] = []
        file = f"{kind}.toml"
        data = read_toml(folder / file, problems)
        if not problems:
            try:
                problems += [f"{file}: {each}" for each in _problems_within(Questionnaire.model_validate(data), kind)]
            except ValidationError as error:
                problems += explain(error, data, file)
        yield from (f"{folder.name}/{each}" for each in problems)


def _problems_within(found: Questionnaire, kind: str) -> Iterator[str]:
    """What no single field can show: entries that cannot be told apart, scales that nothing is asked on, lost names."""
    if found.id != kind:
        yield f"id: must be {kind!r}, as the file is called (found {found.id!r})"
    keys = {
        "scales: variant": [each.variant for each in found.scales],
        "follow_ups: id": [e.id for e in found.follow_ups],
    }
    for place, used in keys.items():
        for key, times in Counter(used).items():
            if times > 1:
                yield f"{place}: {key!r} is used {times} times; give each entry one of its own"
    for number, scale in enumerate(found.scales, start=1):
        if scale.low >= scale.high:
            yield f"scales[{number}].high: must be above low (found {scale.high})"
        if not found.items_of(scale.variant):
            yield f"scales[{number}].variant: no entry of items is asked on {scale.variant!r}; add one, or correct it"
    for number, item in enumerate(found.items, start=1):
        if item.variant and item.variant not in keys["scales: variant"]:
            yield f"items[{number}].variant: {item.variant!r} is no variant of a scale here; correct or remove it"
        yield from (f"items[{number}].{each}" for each in _lost_names(item))


def _lost_names(item: Item) -> Iterator[str]:
    """Names in braces that nothing is put in for, so that customers would read the braces."""
    texts = {"question": item.question, **({"about": item.about} if item.about else {})}
    for field, text in texts.items():
        for language in LANGUAGES:
            for name in re.findall(r"\{(?!company\}|about\})[^{}]*\}?", text.to(language)):
                yield f"{field}.{language}: {name} stands for nothing; write {{company}} or {{about}}"
