"""Which numbers raise which red flag, and which do not: the triggers of the method, at their edges."""

from __future__ import annotations

from datetime import date

import pytest

from assessments.voice.alarm_rules import alarms
from assessments.voice.alarms import Alarm, AlarmFacts, Heard, MonthFigure, is_news, is_sale
from assessments.voice.metrics import csat, nps

TODAY = date(2026, 11, 20)
SEP, OCT, NOV = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)


def raised(*figures: MonthFigure, **facts: object) -> list[tuple[str, str]]:
    found = alarms(AlarmFacts(TODAY, figures=figures, **facts))  # type: ignore[arg-type]
    return [(each.flag, each.rule) for each in found]


def waits(month: date, p90: float, *, n: int = 100, target: float | None = 15, where: str = "") -> MonthFigure:
    numbers = {"p50": 3.0, "p90": p90, "n": n} | ({} if target is None else {"target": target})
    return MonthFigure("waiting", where, month, numbers)


def reviews(month: date, positive: int, negative: int, **more: int) -> MonthFigure:
    numbers = {"positive": positive, "neutral": 0, "negative": negative, "answered": 0, **more}
    return MonthFigure("reviews", "", month, numbers)


def heard(promoters: int, detractors: int, satisfied: int, not_satisfied: int, where: str = "") -> Heard:
    return Heard(where, nps({10: promoters, 0: detractors}), csat({5: satisfied, 1: not_satisfied}, 5), "2026-11")


def test_waits_over_target_in_two_of_three_months() -> None:
    assert raised(waits(SEP, 20), waits(OCT, 10), waits(NOV, 16)) == [("RF-01", "waits")]
    assert raised(waits(SEP, 20), waits(OCT, 15), waits(NOV, 15)) == []  # the target itself is met


@pytest.mark.parametrize(
    "figures",
    [
        [waits(OCT, 20, n=29), waits(NOV, 20)],  # too few were measured in one of them
        [waits(OCT, 20, target=None), waits(NOV, 20)],
        [waits(date(2026, 8, 1), 20), waits(NOV, 20)],  # four months lie between them
        [waits(OCT, 20, where="Phone"), waits(NOV, 20, where="Chat")],  # one month each
        [waits(date(2026, 6, 1), 20), waits(date(2026, 7, 1), 20)],  # old news
    ],
)
def test_waits_that_raise_nothing(figures: list[MonthFigure]) -> None:
    assert raised(*figures) == []


def test_cases_past_their_date_and_reopened() -> None:
    def solved(**numbers: float) -> MonthFigure:
        usual = {"p50": 4.0, "p90": 30.0, "cases": 100, "first_contact": 50, "reopened": 8}
        return MonthFigure("resolution", "", NOV, usual | numbers)

    assert raised(solved(overdue=1)) == [("RF-03", "overdue")]
    assert raised(solved(overdue=0)) == raised(solved()) == []
    assert raised(solved(reopen_limit=7)) == [("RF-03", "reopened")]
    assert raised(solved(reopen_limit=8)) == raised(solved(reopen_limit=7, cases=29)) == []


def test_criticism_without_an_answer() -> None:
    assert raised(reviews(NOV, 5, 1, unanswered_72h=1)) == [("RF-10", "silence")]
    assert raised(reviews(OCT, 5, 1, unanswered_72h=1), reviews(NOV, 5, 1, unanswered_72h=0)) == []


def test_bad_reviews_outweigh_good_ones_or_grow_beyond_chance() -> None:
    assert raised(reviews(SEP, 5, 7), reviews(OCT, 5, 7), reviews(NOV, 4, 4)) == [("RF-18", "outweighed")]
    assert raised(reviews(NOV, 14, 15)) == []  # 29 reviews say nothing yet
    before = reviews(date(2026, 7, 1), 90, 10)
    assert raised(before, reviews(NOV, 70, 30)) == [("RF-18", "more-negative")]
    assert raised(before, reviews(NOV, 88, 12)) == []  # chance does as much


def test_satisfied_but_not_loyal() -> None:
    assert raised(heard=(heard(10, 20, 75, 25),)) == [("RF-12", "unloyal")]
    assert raised(heard=(heard(10, 20, 74, 26),)) == []
    assert raised(heard=(heard(10, 19, 75, 25),)) == []  # 29 answers to one of the two questions


def test_satisfied_and_fewer_come_back() -> None:
    def repeat(month: date, hits: int) -> MonthFigure:
        return MonthFigure("repeat", "", month, {"customers": 200, "repeat": hits})

    loyal = (heard(20, 10, 80, 20),)
    assert raised(repeat(OCT, 100), repeat(NOV, 70), heard=loyal, actions=1) == [("RF-12", "fewer-repeat")]
    assert raised(repeat(OCT, 100), repeat(NOV, 97), heard=loyal, actions=1) == []


def test_pressure_is_seen_where_something_is_sold_only() -> None:
    assert raised(heard=(heard(10, 20, 60, 40, "Store checkout"),)) == [("RF-11", "pressure")]
    assert raised(heard=(heard(10, 20, 60, 40, "Repair"),)) == []
    assert raised(heard=(heard(10, 20, 60, 40, "Floor"),), sales=frozenset({"Floor"})) == [("RF-11", "pressure")]
    assert is_sale("门店收银") and is_sale("線上結帳") and not is_sale("售后咨询")


def test_customers_asked_too_often() -> None:
    assert raised(nps_twice=1, asked_twice=2) == [("RF-14", "asked-twice"), ("RF-14", "nps-twice")]
    assert raised(nps_twice=0, asked_twice=None) == []


def test_rewards_nobody_takes() -> None:
    def reward(**numbers: float) -> MonthFigure:
        return MonthFigure("rewards", "", NOV, {"eligible": 1000, "claimed": 50, **numbers})

    assert raised(reward(claimed=49)) == [("RF-16", "uptake")]
    assert raised(reward()) == raised(reward(eligible=29, claimed=0)) == raised(reward(steps=2)) == []
    assert raised(reward(steps=3)) == [("RF-16", "steps")]


def test_resting_on_a_good_score() -> None:
    good = (heard(20, 10, 80, 20),)
    assert raised(heard=good) == [("RF-19", "resting")]
    assert raised(heard=good, actions=1) == []


def test_news_is_later_worse_or_elsewhere() -> None:
    closed = [Alarm("RF-01", "waits", "2026-10", 5, ("Phone",)).as_json()]
    assert not is_news(Alarm("RF-01", "waits", "2026-10", 5, ("Phone",)), closed)
    assert not is_news(Alarm("RF-01", "waits", "2026-09", 4, ("Phone",)), closed)
    assert is_news(Alarm("RF-01", "waits", "2026-11", 1, ("Phone",)), closed)
    assert is_news(Alarm("RF-01", "waits", "2026-10", 6, ("Phone",)), closed)
    assert is_news(Alarm("RF-01", "waits", "2026-10", 5, ("Chat",)), closed)
    assert is_news(Alarm("RF-03", "overdue", "2026-10", 1), [])
