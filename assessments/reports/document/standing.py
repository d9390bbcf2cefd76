"""The sections that say where the company stands."""

from __future__ import annotations

from dataclasses import dataclass

from .basics import DimensionRow, FigureText, Head, Number, PracticeLine


@dataclass(frozen=True, slots=True)
class PyramidSection:
    """The six levels, base first, and which of them stand."""

    head: Head
    figure: FigureText
    levels: tuple[DimensionRow, ...]
    achieved: int
    gate: float
    caption: str


@dataclass(frozen=True, slots=True)
class TrustSection:
    """The four factors with index, mean and band."""

    head: Head
    factors: tuple[DimensionRow, ...]
    index: Number
    mean: Number
    band_text: str
    caption: str


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """The ten dimensions on one axis, with the words of the legend."""

    head: Head
    rows: tuple[DimensionRow, ...]
    legend_score: str
    legend_range: str
    legend_evidenced: str
    caption: str


@dataclass(frozen=True, slots=True)
class SynergySection:
    """Where experience and trust meet: the dot's place, 0..100, None where one of them is not rated.

    `quadrants` run top left, top right, bottom left, bottom right; they meet where experience and trust begin to count
    as strong, at `experience_line` and `trust_line`.
    """

    head: Head
    figure: FigureText
    experience: float | None
    trust: float | None
    quadrants: tuple[str, str, str, str]
    x_label: str
    x_ticks: tuple[str, str, str]
    y_label: str
    caption: str
    experience_line: float = 50.0
    trust_line: float = 50.0


@dataclass(frozen=True, slots=True)
class StrengthsSection:
    """What is firm, what weighs most, what to keep up; `nothing` is said in place of an empty list."""

    head: Head
    strengths_title: str
    strengths: tuple[PracticeLine, ...]
    gaps_title: str
    gaps: tuple[PracticeLine, ...]
    keep_up_title: str
    keep_up: tuple[PracticeLine, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class LensItem:
    """One heading of a lens with the practices under it."""

    title: str
    score: Number
    practices: tuple[PracticeLine, ...]


@dataclass(frozen=True, slots=True)
class LensPage:
    """One lens."""

    id: str
    title: str
    about: str
    items: tuple[LensItem, ...]


@dataclass(frozen=True, slots=True)
class LensesSection:
    """All lenses."""

    head: Head
    lenses: tuple[LensPage, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class FlagRow:
    """An open red flag: what it means, what it changes, and what bears it out where it was raised for the company."""

    id: str
    title: str
    about: str
    effect: str
    practices: tuple[str, ...]
    evidence: tuple[str, ...] = ()

    @property
    def unnamed(self) -> tuple[str, ...]:
        """Its practices, without those that its effect has named already."""
        return tuple(each for each in self.practices if each not in self.effect)


@dataclass(frozen=True, slots=True)
class FlagsSection:
    """The red flags reported open."""

    head: Head
    flags: tuple[FlagRow, ...]
    caption: str
