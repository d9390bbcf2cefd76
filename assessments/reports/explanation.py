"""What a number was made of, as a value: one level of the way down to single answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExplanationLine:
    """One line of an explanation. `key` opens the next one down; empty where there is none."""

    label: str
    value: str
    note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A number with the sentence that says how it is made, the sum itself, and its parts."""

    title: str
    value: str
    sentence: str
    formula: str
    parts: tuple[ExplanationLine, ...]
