"""The section that says what better experience may be worth, and on which assumptions."""

from __future__ import annotations

from dataclasses import dataclass

from .basics import Head
from .table import Column, Line, Table


@dataclass(frozen=True, slots=True)
class ValueSwing:
    """One assumption in a tornado: the figure with it at its low and at its high, and its own ends in words."""

    key: str
    name: str
    at_low: float
    at_high: float
    low_text: str
    high_text: str
    assumed: str


@dataclass(frozen=True, slots=True)
class ValueFigure:
    """One figure as a range in its unit, `title` in a sentence; `swings` its tornado, under `sways` and `caption`.

    `finding` says in a sentence what sways it most, "" where nothing does.
    """

    id: str
    name: str
    unit: str
    low: float
    base: float
    high: float
    low_text: str
    base_text: str
    high_text: str
    note: str
    title: str
    sways: str
    caption: str
    swings: tuple[ValueSwing, ...]
    finding: str = ""

    @property
    def span(self) -> tuple[float, float]:
        """The ends of the scale of its tornado."""
        ends = [self.base, *(end for each in self.swings for end in (each.at_low, each.at_high))]
        return min(ends), max(ends)


@dataclass(frozen=True, slots=True)
class ValueGap:
    """A figure that is not shown, and why."""

    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One assumption: shares 0..1 as numbers, as percent in the texts."""

    key: str
    name: str
    unit: str
    low: float
    base: float
    high: float
    low_text: str
    base_text: str
    high_text: str
    source: str
    source_text: str
    detail: str
    date: str
    date_text: str
    owner: str


@dataclass(frozen=True, slots=True)
class ValueLabels:
    """The words over the columns, and over what is not shown."""

    figure: str
    low: str
    base: str
    high: str
    unit: str
    assumption: str
    at_low: str
    at_high: str
    source: str
    owner: str
    date: str
    ledger: str
    withheld: str


@dataclass(frozen=True, slots=True)
class ValueSection:
    """Ranges, what is withheld, the tornado of the figures in `drawn`, the ledger, and what has to be said beside."""

    head: Head
    figures: tuple[ValueFigure, ...]
    withheld: tuple[ValueGap, ...]
    drawn: tuple[str, ...]
    ledger: tuple[LedgerRow, ...]
    cautions: tuple[str, ...]
    labels: ValueLabels

    @property
    def tornados(self) -> tuple[ValueFigure, ...]:
        """The figures whose tornado is drawn."""
        return tuple(each for each in self.figures if each.id in self.drawn)

    @property
    def ranges(self) -> Table:
        """The figures."""
        say = self.labels
        columns = Column(say.figure, 76), *_ends(say, 21, 21), Column(say.unit, 31)
        rows = [
            ((Line(each.name, True), Line(each.note, small=True)), Line(each.low_text, True), each.base_text,
             Line(each.high_text, True), Line(each.unit, small=True))
            for each in self.figures
        ]  # fmt: skip
        return Table(columns, rows, self.head.topic)

    def swayed(self, figure: ValueFigure) -> Table:
        """What a figure comes to with each assumption at its ends."""
        say = self.labels
        columns = Column(say.assumption, 62), Column(say.at_low, 21, True), Column(say.at_high, 21, True)
        rows = [
            ((Line(each.name, True), Line(each.assumed, small=True)), each.low_text, each.high_text)
            for each in figure.swings
        ]
        return Table(columns, rows, figure.sways)

    @property
    def assumptions(self) -> Table:
        """The ledger. Who may not know the owners reads days under the last title."""
        say = self.labels
        last = say.owner if any(each.owner for each in self.ledger) else say.date
        columns = Column(say.assumption, 51), *_ends(say, 17, 20), Column(say.source, 37), Column(last, 28)
        rows = [
            ((Line(each.name, True), Line(each.unit, small=True)), each.low_text, each.base_text, each.high_text,
             (Line(each.source_text), Line(each.detail, small=True)),
             (Line(each.owner), Line(each.date_text, small=True)))
            for each in self.ledger
        ]  # fmt: skip
        return Table(columns, rows, say.ledger)


def _ends(say: ValueLabels, end: float, middle: float) -> tuple[Column, ...]:
    return Column(say.low, end, True), Column(say.base, middle, True), Column(say.high, end, True)
