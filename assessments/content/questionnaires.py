"""What our own surveys ask customers: the questions, the scales and the open follow-ups, in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from .schema import Frozen, Key, Text

HERE = Path(__file__).parent / "surveys"
KINDS = ("nps", "csat", "ces", "trust")


class Scale(Frozen):
    """The values `low`..`high` with a word at either end; `variant` is that of the measure ("" where it has none)."""

    variant: str
    low: int
    high: int
    name: Text
    low_end: Text
    high_end: Text

    @property
    def values(self) -> range:
        """What may be chosen."""
        return range(self.low, self.high + 1)


class Item(Frozen):
    """One statement or question that is scored. `about` is said instead where the survey is about one thing."""

    measure: str
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
