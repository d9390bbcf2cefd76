"""The rules themselves, one function a red flag; each is a trigger of method 9.2, told in its docstring."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from .alarms import Alarm, AlarmFacts, Heard, MonthFigure, is_sale
from .change import share_change
from .display import SCORE_FROM
from .metrics import Csat, Nps

RECENT = 3  # months
LATE_MONTHS = 2  # so many of the last three
SATISFIED_FROM = 75.0
MOST_SATISFIED = 50.0
FEW_TAKE_IT = 5.0
MOST_STEPS = 2


def alarms(facts: AlarmFacts) -> tuple[Alarm, ...]:
    """Every alarm that the facts raise, in the order of the flags; several may raise one flag."""
    found = [alarm for rule in RULES for alarm in rule(facts)]
    return tuple(sorted(found, key=lambda each: (each.flag, each.rule, each.places)))


def long_waits(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-01: nine waits in ten took up to more than the target, in two of the last three months."""
    for place, months in _by_place(facts, "waiting").items():
        measured = [each for each in months if each.numbers.get("n", 0) >= SCORE_FROM]
        late = [each for each in measured if "target" in each.numbers and _over(each)]
        if len(late) >= LATE_MONTHS:
            numbers = {"months": len(late), "p90": late[-1].numbers["p90"], "target": late[-1].numbers["target"]}
            yield Alarm("RF-01", "waits", _month(late[-1]), _excess(late[-1]), _places(place), numbers)


def unresolved(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-03: cases open past their date, or more of them reopened than the company's own limit."""
    for place, months in _by_place(facts, "resolution").items():
        last, by = months[-1], months[-1].numbers
        if overdue := by.get("overdue"):
            yield Alarm("RF-03", "overdue", _month(last), overdue, _places(place), {"overdue": overdue})
        limit, cases = by.get("reopen_limit"), by.get("cases", 0)
        if limit is None or cases < SCORE_FROM:
            continue
        percent = 100 * by["reopened"] / cases
        if percent > limit:
            numbers = {"percent": round(percent, 1), "cases": cases, "limit": limit}
            yield Alarm("RF-03", "reopened", _month(last), round(percent), _places(place), numbers)


def silence(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-10: public criticism that nobody has answered for more than 72 hours."""
    for place, months in _by_place(facts, "reviews").items():
        if number := months[-1].numbers.get("unanswered_72h"):
            yield Alarm("RF-10", "silence", _month(months[-1]), number, _places(place), {"number": number})


def pressure(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-11: after a sale most are satisfied, and yet more detract than promote."""
    for each in facts.heard:
        sale = each.touchpoint in facts.sales or is_sale(each.touchpoint)
        pair = _both(each)
        if sale and pair and pair.nps.score < 0 and pair.csat.satisfied.percent > MOST_SATISFIED:
            yield Alarm("RF-11", "pressure", each.until, 0, _places(each.touchpoint), pair.numbers)


def unloyal(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-12: three in four satisfied, while NPS is below zero or fewer come back (a change beyond chance)."""
    everyone = next((each for each in facts.heard if not each.touchpoint), None)
    if everyone is None or not _satisfied(everyone.csat):
        return
    pair = _both(everyone)
    if pair and pair.nps.score < 0:
        yield Alarm("RF-12", "unloyal", everyone.until, 0, (), pair.numbers)
    months = _by_place(facts, "repeat").get("", [])
    if len(months) < 2:
        return
    before, now = (each.numbers for each in months[-2:])
    pairs = [(int(each["repeat"]), int(each["customers"])) for each in (before, now)]
    if _falls(*pairs) and everyone.csat:
        shares = [round(100 * hits / n, 1) for hits, n in pairs]
        percent = everyone.csat.satisfied.percent
        numbers = {"csat": round(percent), "percent_before": shares[0], "percent_now": shares[1]}
        yield Alarm("RF-12", "fewer-repeat", _month(months[-1]), 0, (), numbers)


def too_many_surveys(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-14: the same customer twice within 180 days for NPS, or twice within 90 for anything."""
    until = f"{facts.today:%Y-%m}"
    for rule, number, days in (("nps-twice", facts.nps_twice, 180), ("asked-twice", facts.asked_twice, 90)):
        if number:
            yield Alarm("RF-14", rule, until, 0, (), {"number": number, "days": days})


def unused_reward(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-16: fewer than 5 % of those entitled take the reward, or it takes more than two steps."""
    for place, months in _by_place(facts, "rewards").items():
        last, by = months[-1], months[-1].numbers
        if by.get("eligible", 0) >= SCORE_FROM and (percent := 100 * by["claimed"] / by["eligible"]) < FEW_TAKE_IT:
            numbers = {"percent": round(percent, 1), "eligible": by["eligible"]}
            yield Alarm("RF-16", "uptake", _month(last), -round(percent), _places(place), numbers)
        if (steps := by.get("steps", 0)) > MOST_STEPS:
            yield Alarm("RF-16", "steps", _month(last), steps, _places(place), {"steps": steps})


def bad_word(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-18: more bad reviews than good in three months, or a larger share of them than in the three before."""
    every = [each for each in facts.figures if each.kind == "reviews" and not each.touchpoint]
    recent = _by_place(facts, "reviews").get("", [])
    if not recent:
        return
    end = _count(recent[-1].month)
    now = _reviews(each for each in every if end - RECENT < _count(each.month) <= end)
    before = _reviews(each for each in every if end - 2 * RECENT < _count(each.month) <= end - RECENT)
    positive, negative, n = now
    if n >= SCORE_FROM and negative > positive:
        yield Alarm("RF-18", "outweighed", _month(recent[-1]), 0, (), {"positive": positive, "negative": negative})
    if _falls((before[2] - before[1], before[2]), (n - negative, n)):
        shares = {"percent_before": round(100 * before[1] / before[2], 1), "percent_now": round(100 * negative / n, 1)}
        yield Alarm("RF-18", "more-negative", _month(recent[-1]), 0, (), shares)


def resting(facts: AlarmFacts) -> Iterator[Alarm]:
    """RF-19: customers are satisfied and loyal (CSAT 75 and NPS 0 or more), and no improvement is under way.

    These are the lines of the quadrant: a company keeps no target of its own for its scores.
    """
    everyone = next((each for each in facts.heard if not each.touchpoint), None)
    if everyone is None or facts.actions or not _satisfied(everyone.csat):
        return
    pair = _both(everyone)
    if pair and pair.nps.score >= 0:
        yield Alarm("RF-19", "resting", everyone.until, 0, (), pair.numbers)


RULES = (long_waits, unresolved, silence, pressure, unloyal, too_many_surveys, unused_reward, bad_word, resting)


def _by_place(facts: AlarmFacts, kind: str) -> Mapping[str, list[MonthFigure]]:
    """The figures of a kind at each touchpoint in the three months up to the newest; older news is none."""
    found: dict[str, list[MonthFigure]] = defaultdict(list)
    for each in sorted(facts.figures, key=lambda each: each.month):
        if each.kind == kind and each.month <= facts.today:
            found[each.touchpoint].append(each)
    oldest = _count(facts.today) - RECENT
    newest = {place: _count(months[-1].month) for place, months in found.items()}
    return {
        place: [each for each in months if newest[place] - RECENT < _count(each.month)]
        for place, months in found.items()
        if newest[place] >= oldest
    }


def _count(month: date) -> int:
    return month.year * 12 + month.month


def _month(figure: MonthFigure) -> str:
    return f"{figure.month:%Y-%m}"


def _places(place: str) -> tuple[str, ...]:
    return (place,) if place else ()


def _over(waits: MonthFigure) -> bool:
    return waits.numbers["p90"] > waits.numbers["target"]


def _excess(waits: MonthFigure) -> float:
    return round(waits.numbers["p90"] - waits.numbers["target"], 1)


def _satisfied(csat: Csat | None) -> bool:
    return csat is not None and csat.satisfied.n >= SCORE_FROM and csat.satisfied.percent >= SATISFIED_FROM


class Pair(NamedTuple):
    """NPS and CSAT, each from enough answers to be shown."""

    nps: Nps
    csat: Csat

    @property
    def numbers(self) -> dict[str, float]:
        """Both as they are told; an NPS just below zero is not told as zero."""
        score = self.nps.score
        return {
            "nps": round(score) or round(score, 1), "nps_n": self.nps.n,
            "csat": round(self.csat.satisfied.percent), "csat_n": self.csat.satisfied.n,
        }  # fmt: skip


def _both(heard: Heard) -> Pair | None:
    """Both scores, where both may be shown."""
    nps, csat = heard.nps, heard.csat
    if nps and csat and min(nps.n, csat.satisfied.n) >= SCORE_FROM:
        return Pair(nps, csat)
    return None


def _falls(before: tuple[int, int], now: tuple[int, int]) -> bool:
    """Whether a share (hits, n) has become smaller, beyond chance, with enough on both sides."""
    if min(before[1], now[1]) < SCORE_FROM:
        return False
    change = share_change(*before, *now)
    return change is not None and change.visible and change.difference < 0


def _reviews(figures: Iterable[MonthFigure]) -> tuple[int, int, int]:
    """Positive, negative and all reviews of several months."""
    rows = [each.numbers for each in figures]
    positive, neutral, negative = (
        int(sum(by.get(name, 0) for by in rows)) for name in ("positive", "neutral", "negative")
    )
    return positive, negative, positive + neutral + negative
