"""What customers said in a window, as one value: what the page and the report tell.

Everything comes from counts. Different questions are never added up; where one number needs one question of a measure
(the experience index, the quadrant), it is the one that most have answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .change import Change
from .counts import Counts, together
from .metrics import Ces, Csat, Nps, TrustPulse, ces, csat, nps, trust_pulse
from .pointing import Pointed, pointed
from .series import CES, CSAT, MEASURES, NPS, TRUST, Measured, Question, measured
from .standing import IndexOfTouchpoints, index_of_touchpoints
from .tally import ALL, CUTS, SEGMENT, TOUCHPOINT, Tally, change_between, low_is_good
from .windows import Window, months_until

MAIN = (NPS, CSAT, CES)


class Asked(NamedTuple):
    """How many invitations to our own surveys went out in the window, and how many of them were answered.

    `silent`: how many of those that asked for a recommendation were not.
    """

    asked: int
    answered: int
    silent: int

    @property
    def rate(self) -> float:
        """The response rate, 0..1."""
        return self.answered / self.asked


class Month(NamedTuple):
    """A month "YYYY-MM" and its number; None where nobody answered."""

    month: str
    measured: Measured | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One question: its number in the window and in the one before (None of no answers), and the last twelve months.

    `change` is None where one of the two has fewer than 30 answers: nothing is said of such a change. `nps`, `csat` and
    `ces` are filled for the measure it is.
    """

    question: Question
    counts: Counts
    now: Measured | None
    before: Measured | None
    change: Change | None
    months: tuple[Month, ...] = ()
    nps: Nps | None = None
    csat: Csat | None = None
    ces: Ces | None = None

    @property
    def n(self) -> int:
        """How many answered in the window."""
        return self.now.n if self.now else 0

    @property
    def trend(self) -> int:
        """1 where it visibly got better, -1 where it visibly got worse, 0 where nothing may be said."""
        if not (self.change and self.change.visible):
            return 0
        return 1 if (self.change.difference > 0) != low_is_good(self.question) else -1


@dataclass(frozen=True, slots=True)
class VoiceSummary:
    """What customers said in `window`, of all or of one touchpoint or segment (`cut`, `about`).

    `readings`: the questions of NPS, CSAT and CES, most answered first within a measure. `trust` is the pulse, with the
    numbers of its items by measure. `index`, `touchpoints` and `segments` are those of the whole company. `answers`
    counts scores. `asked` is None where our own surveys asked nobody by name. `places`: the counts of the window by
    cut, name and question ("all" has the one name "").
    """

    window: Window
    cut: str
    about: str
    answers: int
    readings: tuple[Reading, ...]
    trust: TrustPulse
    trust_items: Mapping[str, Reading]
    index: IndexOfTouchpoints
    touchpoints: tuple[Pointed, ...]
    segments: tuple[Pointed, ...]
    asked: Asked | None
    places: Mapping[str, Mapping[str, Mapping[Question, Counts]]]

    def of(self, measure: str) -> tuple[Reading, ...]:
        """The readings of one measure."""
        return tuple(each for each in self.readings if each.question.measure == measure)

    def main(self, measure: str) -> Reading | None:
        """The reading of a measure that most have answered in the window; None where nobody has."""
        return next((each for each in self.of(measure) if each.now), None)


def reading(
    question: Question, now: Counts, before: Counts, months: Mapping[str, Counts], names: Sequence[str]
) -> Reading:
    """One question from its counts; `names` are the months of its line."""
    high = question.high
    return Reading(
        question,
        now,
        measured(question, now),
        measured(question, before),
        change_between(question, before, now),
        tuple(Month(each, measured(question, months.get(each, {}))) for each in names),
        nps(now) if question.measure == NPS else None,
        csat(now, high) if question.measure == CSAT else None,
        ces(now, question.form) if question.form else None,
    )


def summary(
    window: Window,
    tallies: Sequence[Tally],
    months: Mapping[tuple[Question, str], Counts],
    importances: Mapping[str, int],
    *,
    cut: str = ALL,
    about: str = "",
    asked: Asked | None = None,
) -> VoiceSummary:
    """Everything from the tallies of all cuts.

    `months` holds the counts of the chosen cut by question and month "YYYY-MM"; `importances` that of each touchpoint
    (1..3; 2 where it is not there).
    """
    names = months_until(window.last)
    here = {each.question: each for each in tallies if (each.cut, each.about) == (cut, about)}
    questions = {*here, *(question for question, month in months if month in names)}
    found = [_reading(each, here.get(each), months, names) for each in questions]
    found.sort(key=lambda each: (MEASURES.index(each.question.measure), -each.n, each.question))
    trust = _items(found)
    return VoiceSummary(
        window=window,
        cut=cut,
        about=about,
        answers=sum(each.n for each in found),
        readings=tuple(each for each in found if each.question.measure in MAIN),
        trust=trust_pulse({key.removeprefix("trust-").replace("out", "outcome"): trust[key].counts for key in trust}),
        trust_items=trust,
        index=index_of_touchpoints(of_cut(tallies, TOUCHPOINT), importances),
        touchpoints=pointed(tallies, TOUCHPOINT),
        segments=pointed(tallies, SEGMENT),
        asked=asked,
        places={each: of_cut(tallies, each) for each in CUTS},
    )


def _reading(
    question: Question, tally: Tally | None, months: Mapping[tuple[Question, str], Counts], names: Sequence[str]
) -> Reading:
    line = {month: counts for (each, month), counts in months.items() if each == question}
    return reading(question, tally.now if tally else {}, tally.before if tally else {}, line, names)


def _items(found: Iterable[Reading]) -> dict[str, Reading]:
    """The items of the trust pulse on 0..10, of each the question that most have answered."""
    items: dict[str, Reading] = {}
    for each in found:
        if each.question.measure in TRUST and (each.question.low, each.question.high) == (0, 10):
            items.setdefault(each.question.measure, each)
    return items


def of_cut(tallies: Iterable[Tally], cut: str) -> dict[str, dict[Question, Counts]]:
    """The counts of the window by place and question."""
    places: dict[str, dict[Question, Counts]] = {}
    for each in tallies:
        if each.cut == cut:
            rows = places.setdefault(each.about, {})
            rows[each.question] = together((rows.get(each.question, {}), each.now))
    return places
