"""The sections that say what it all rests on."""

from __future__ import annotations

from dataclasses import dataclass

from .basics import Head, Number


@dataclass(frozen=True, slots=True)
class CertaintyRow:
    """One of the five criteria of certainty."""

    id: str
    name: str
    value: str
    grade: str
    grade_text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class CertaintySection:
    """The criteria, then what else limits the result."""

    head: Head
    rows: tuple[CertaintyRow, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one respondent said about one practice."""

    who: str
    answer: str
    note: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice with its answer, remarks on it, and who wrote a note or named evidence."""

    practice: str
    title: str
    question: str
    stage: Number
    answer: str
    remarks: tuple[str, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class PracticeGroup:
    """The practices of one dimension."""

    dimension: str
    name: str
    score: Number
    rows: tuple[PracticeRow, ...]


@dataclass(frozen=True, slots=True)
class AnswersSection:
    """Every practice that was asked."""

    head: Head
    groups: tuple[PracticeGroup, ...]


@dataclass(frozen=True, slots=True)
class MethodSection:
    """Rules, scope and limits as pairs of a term and its text."""

    head: Head
    items: tuple[tuple[str, str], ...]
