"""What every section is made of: facts, numbers, heads, rows and lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an assessment besides its answers. `prepared_by` is the workspace's name or empty."""

    company: str
    industry: str
    size: str
    title: str
    held_on: date
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as shown, its exact value (None: not rated) and the key of its explanation."""

    text: str
    value: float | None
    key: str


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a section: its topic, its finding in one sentence, and at most two paragraphs more."""

    number: int
    key: str
    topic: str
    finding: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the four figures under the finding."""

    label: str
    number: Number
    note: str


@dataclass(frozen=True, slots=True)
class FigureText:
    """What a chart says to those who cannot see it."""

    title: str
    desc: str


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """A level or factor in a figure.

    `status` is attained, next, beyond or unrated (levels), rated or unrated (factors).
    `low` and `high` bound the score by the don't-knows (their texts are "" in milestones of before); `evidenced` is the
    score with unevidenced claims cut.
    """

    id: str
    number: int
    name: str
    asks: str
    status: str
    status_text: str
    score: Number
    low: float | None
    high: float | None
    evidenced: float | None
    band_text: str
    range_text: str
    coverage_text: str
    evidenced_text: str
    title: str
    low_text: str = ""
    high_text: str = ""


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """A practice with the sentence of the stage it has reached; "" where unanswered."""

    practice: str
    dimension: str
    title: str
    sentence: str
    stage: Number
    note: str
