"""A journey map (`cx-journey/1`): one persona's way through stages and touchpoints, as frozen values.

A map tells from one point of view. `actual` maps hold experience; `planned` ones say how it is meant to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from .kinds import (
    Basis,
    Count,
    Day,
    Effect,
    Factor,
    Flag,
    Frozen,
    Importance,
    Key,
    Moment,
    Name,
    Number,
    Severity,
    Share,
    Source,
    Status,
    Texts,
    Words,
    YesNo,
)

SCHEMA: Literal["cx-journey/1"] = "cx-journey/1"


class Emotion(Frozen):
    """How it feels: -2 very poor to +2 very good (or -5 to +5, as the map's `scale` says), the mean of `n` people."""

    value: Number
    n: Count | None = None
    basis: Basis = "assumed"


class Pain(Frozen):
    """What hurts. `severity` 1..5, `frequency` the share 0..1 of customers it happens to; None: nobody knows yet."""

    text: Name
    severity: Severity | None = None
    frequency: Share | None = None


class Metric(Frozen):
    """A measured value at this touchpoint, for example the metric M-CES in a window of time."""

    id: Key
    value: Number | None = None
    n: Count | None = None
    window: Words = ""


class Inside(Frozen):
    """What stands behind a touchpoint within the company."""

    process: Words = ""
    owner: Words = ""
    systems: Texts = ()
    capability: Words = ""


class Trust(Frozen):
    """Trust won (1, 2) or lost (-1, -2) here, by factor."""

    factor: Factor
    effect: Effect


class Opportunity(Frozen):
    """What would lift this touchpoint; `practice` is the key of a practice of the framework, or empty."""

    text: Name
    practice: Words = ""
    owner: Words = ""
    due: Day | None = None
    status: Status = "open"


class Touchpoint(Frozen):
    """One contact between customer and company.

    `importance` 1..3, 1 where nobody has said; `mistakes` are the keys of red flags seen here.
    """

    id: Key
    name: Name
    channel: Words = ""
    online: YesNo | None = None
    importance: Importance = 1
    actions: Texts = ()
    thoughts: Texts = ()
    needs: Texts = ()
    emotion: Emotion | None = None
    pains: Annotated[tuple[Pain, ...], Field(max_length=50)] = ()
    moment_of_truth: Moment | None = None
    goal: Words = ""
    metrics: Annotated[tuple[Metric, ...], Field(max_length=50)] = ()
    inside: Inside = Inside()
    influences: Texts = ()
    trust: Trust | None = None
    mistakes: Annotated[tuple[Flag, ...], Field(max_length=50)] = ()
    opportunities: Annotated[tuple[Opportunity, ...], Field(max_length=50)] = ()


class Stage(Frozen):
    """A stretch of the journey: what the customer wants there, and how long it takes, in words."""

    id: Key
    name: Name
    aim: Words = ""
    duration: Words = ""
    touchpoints: Annotated[tuple[Touchpoint, ...], Field(max_length=50)] = ()


class Persona(Frozen):
    """Whose journey it is."""

    name: Words = ""
    segment: Words = ""
    goal: Words = ""
    expectations: Texts = ()


class Scope(Frozen):
    """Where the map begins and ends, and the situation it tells of."""

    start: Words = Field(default="", alias="from")
    to: Words = ""
    scenario: Words = ""


class Evidence(Frozen):
    """What the map rests on; `date` in words, such as 2026-10 or spring 2026."""

    id: Key
    type: Source
    date: Words = ""
    n: Count | None = None
    note: Words = ""


class JourneyMap(Frozen):
    """A whole map. Values are in the order of the journey."""

    schema_: Literal["cx-journey/1"] = Field(default=SCHEMA, alias="schema")
    id: Words = ""
    title: Words = ""
    kind: Literal["actual", "planned"] = "actual"
    scale: Literal[2, 5] = 2
    persona: Persona = Persona()
    scope: Scope = Scope()
    stages: Annotated[tuple[Stage, ...], Field(max_length=40)] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=50)] = ()

    def touchpoints(self) -> Iterator[Touchpoint]:
        """Every touchpoint in the order of the journey."""
        for stage in self.stages:
            yield from stage.touchpoints
