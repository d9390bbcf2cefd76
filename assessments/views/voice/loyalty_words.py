"""The quadrant of satisfaction and loyalty in words: its finding, its points, and what to do for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ...content.loader import framework
from ...reports.charts import catalogue as charts
from ...reports.wording import index_text, listed, signed_text
from ...voice.cards import cards
from ...voice.display import SCORE_FROM
from ...voice.figures import summary
from ...voice.loyalty_points import CONTENT, NEITHER, LeftOut, LoyaltyPoint
from ...voice.metrics import Nps, Share
from ...words.reader import reader_language


@dataclass(frozen=True)
class PointRow:
    """A point of the quadrant in the list beside it; `numeral` "" is the company as a whole."""

    numeral: str
    name: str
    csat: str
    csat_between: str
    nps: str
    nps_between: str
    trap: bool
    field: str


def finding(points: Sequence[LoyaltyPoint], whole: Sequence[LoyaltyPoint]) -> str:
    """Where customers are satisfied and not loyal; else that nowhere they are; else that nothing can be said."""
    if not points and not whole:
        return _("Too few answers to set satisfaction against loyalty.")
    if sure := [each.name for each in points if each.is_trap and each.nps.interval.high < NEITHER]:
        return _("Satisfied but not loyal: %(places)s.") % {"places": listed(sure)}
    if perhaps := [each.name for each in points if each.is_trap]:
        return _("Satisfied, and perhaps not loyal: %(places)s.") % {"places": listed(perhaps)}
    if any(each.is_trap for each in whole):
        return _("Customers as a whole are satisfied, and perhaps not loyal.")
    low = [each.name for each in points if not each.content and not each.loyal]
    if low:
        return _("Neither satisfied nor loyal: %(places)s.") % {"places": listed(low)}
    return _("Nowhere are customers satisfied and yet not loyal.")


def point_rows(points: Sequence[LoyaltyPoint], whole: Sequence[LoyaltyPoint]) -> list[PointRow]:
    """The whole first, then the places, the least loyal first, numbered as in the figure."""
    return [
        *(_row("", _("All customers"), each) for each in whole),
        *(_row(str(at), each.name, each) for at, each in enumerate(points, 1)),
    ]


def _row(numeral: str, name: str, point: LoyaltyPoint) -> PointRow:
    low, high = point.csat.satisfied.interval
    between = pgettext("an interval", "%(low)s to %(high)s")
    return PointRow(
        numeral,
        name,
        _("%(share)s%%") % {"share": index_text(point.csat.satisfied.percent)},
        between % {"low": index_text(low), "high": index_text(high)},
        signed_text(point.nps.score),
        between % {"low": signed_text(point.nps.interval.low), "high": signed_text(point.nps.interval.high)},
        point.is_trap,
        field_names()[(0 if point.loyal else 2) + point.content],
    )


def field_names() -> tuple[str, str, str, str]:
    """The fields: top left, top right, bottom left, bottom right."""
    return (
        _("Loyal, not satisfied"),
        _("Satisfied and loyal"),
        pgettext("neither satisfied nor loyal", "Neither"),
        _("Satisfied, not loyal"),
    )


def quadrant_of(points: Sequence[LoyaltyPoint], whole: Sequence[LoyaltyPoint]) -> dict[str, Any]:
    """What the figure needs (charts.loyalty_quadrant)."""
    spots = [charts.Spot(*_place(each)) for each in whole]
    spots += [charts.Spot(*_place(each), str(at)) for at, each in enumerate(points, 1)]
    return {
        "spots": spots,
        "names": field_names(),
        "title": _("Satisfaction against loyalty"),
        "desc": _("To the right the share of satisfied customers, upwards the NPS. The table says every number."),
        "xlab": _("Satisfied (CSAT)"),
        "ylab": _("Would recommend (NPS)"),
        "x_labels": ("0%", f"{CONTENT:.0f}%", "100%"),
        "y_labels": (signed_text(-100), "0", "+100"),
        "unrated_label": _("Too few answers"),
    }


def _place(point: LoyaltyPoint) -> tuple[float, float]:
    return point.csat.satisfied.percent, (point.nps.score + 100) / 2


def left_out_text(rows: Iterable[LeftOut]) -> list[str]:
    """Who is not drawn, and why."""
    return [
        _("%(name)s: %(csat)s answers on satisfaction, %(nps)s on recommending; %(least)s of each are needed")
        % {"name": each.name, "csat": each.csat, "nps": each.nps, "least": SCORE_FROM}
        for each in rows
    ]


def repeat_text(figures: Sequence[Any]) -> str:
    """What customers do beside what they say: the share that buys again, now and first in the year; else nothing."""
    rows = [each for each in figures if not each.touchpoint]
    if len(rows) < 2:
        return ""
    now, first = (summary("repeat", each.numbers).get("repeat") for each in (rows[0], rows[-1]))
    if not isinstance(now, Share) or not isinstance(first, Share) or min(now.n, first.n) < SCORE_FROM:
        return ""
    return _("What they do: %(now)s%% bought again (%(low)s to %(high)s%%), %(first)s%% in the first month kept.") % {
        "now": index_text(now.percent),
        "low": index_text(now.interval.low),
        "high": index_text(now.interval.high),
        "first": index_text(first.percent),
    }


@dataclass(frozen=True)
class CardRow:
    """An action card: who, how many, what to do in steps, and the practices behind it (id, name)."""

    group: str
    name: str
    range: str
    count: str
    lead: str
    steps: list[str]
    practices: list[tuple[str, str]]


def card_rows(found: Nps | None) -> list[CardRow]:
    """The cards of detractors, passives and promoters."""
    language = reader_language()
    names = {each.id: each.title.to(language) for each in framework().practices.values()}
    rows = []
    for card in cards(found):
        name, scores, lead, steps = _words(card.group)
        count = _("%(count)s of %(whole)s answers") % {"count": f"{card.count:,}", "whole": f"{card.whole:,}"}
        practices = [(each, names[each]) for each in card.practices]
        rows.append(CardRow(card.group, name, scores, count if card.whole else "", lead, steps, practices))
    return rows


def _words(group: str) -> tuple[str, str, str, list[str]]:
    if group == "detractors":
        return (
            _("Detractors"),
            _("0 to 6"),
            _("Listen first, then mend."),
            [
                _("Somebody who may decide gets in touch within 48 hours and asks what happened."),
                _("Mend the case, say what was done, and ask a week later whether it held."),
                _("Look at all detractors together once a week: which cause comes back, and who removes it?"),
            ],
        )
    if group == "passives":
        return (
            _("Passives"),
            _("7 and 8"),
            _("Find out what was missing."),
            [
                _("Ask one question: what would have made it a 9? Write down the expectation behind the answer."),
                _("Take the one expectation named most, and meet it at the next contact."),
                _("Add a small gesture nobody asked for, and see whether the next score moves."),
            ],
        )
    return (
        _("Promoters"),
        _("9 and 10"),
        _("Thank them, and make it easy to tell others."),
        [
            _("Thank them by name and ask what exactly they would tell a friend."),
            _("Ask for leave to retell it as it happened, with nothing added."),
            _("Reward whoever brings somebody, in two steps at most, and never pay for an opinion."),
        ],
    )
