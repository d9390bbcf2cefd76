"""The key figures of a month that no survey tells: which numbers each kind asks for, and what they amount to.

What goes in are plain counts and times as a company has them; shares and their intervals are computed here, by the
same formulas as everywhere (voice/loyalty.py). The words for people are the shell's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from .loyalty import answered, deflection, engagement, referrals, retention
from .metrics import Share, share

Unit = Literal["count", "minutes", "hours", "steps", "percent"]
FaultKind = Literal["missing", "number", "whole", "outside", "above"]
Numbers = Mapping[str, float]
Value = float | Share

MOST = 1_000_000_000.0


@dataclass(frozen=True, slots=True)
class Field:
    """One number of a kind, by its name. An `optional` one may be left out; the rest are needed."""

    name: str
    unit: Unit = "count"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one number; `other` is the field it must not be above, of the kind "above"."""

    field: str
    kind: FaultKind
    other: str = ""


def _counts(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name) for name in names)


# In the order in which they are asked. Every month is a calendar month.
FIELDS: dict[str, tuple[Field, ...]] = {
    # customers at its start; at its end; of those, how many were won in the month
    "retention": _counts("start", "end", "new"),
    # customers who bought in the window; of those, how many bought at least twice
    "repeat": _counts("customers", "repeat"),
    # new customers whom customers brought; all customers
    "referral": _counts("referred", "customers"),
    # contacts and uses; customers with at least one; all customers
    "engagement": _counts("interactions", "active", "customers"),
    # public reviews and posts of the month by what they say; of all, how many were answered; the median time to the
    # answer; and how much criticism stands without an answer after 72 hours, on the day of counting
    "reviews": (
        *_counts("positive", "neutral", "negative", "answered"),
        Field("median_hours", "hours", optional=True),
        Field("unanswered_72h", optional=True),
    ),
    # the wait that half (nine in ten) did not exceed; the longest wait that is promised; how many waits were measured
    "waiting": (
        Field("p50", "minutes"),
        Field("p90", "minutes"),
        Field("target", "minutes", optional=True),
        Field("n"),
    ),
    # the time to the solution likewise; cases; solved at the first contact; reopened; open past their date today;
    # the promised time; and the share of reopened cases that the company has set as its limit
    "resolution": (
        Field("p50", "hours"),
        Field("p90", "hours"),
        *_counts("cases", "first_contact", "reopened"),
        Field("overdue", optional=True),
        Field("target", "hours", optional=True),
        Field("reopen_limit", "percent", optional=True),
    ),
    # customers who solved it alone, with nobody asked in the 24 hours after; customers who asked people
    "deflection": _counts("solved_alone", "asked"),
    # customers entitled to a reward; those who took it; the steps it takes
    "rewards": (*_counts("eligible", "claimed"), Field("steps", "steps", optional=True)),
}
# The first is never above the sum of the others.
AT_MOST: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "retention": (("new", ("end",)), ("end", ("start", "new"))),
    "repeat": (("repeat", ("customers",)),),
    "engagement": (("active", ("customers",)), ("active", ("interactions",))),
    "reviews": (("answered", ("positive", "neutral", "negative")),),
    "waiting": (("p50", ("p90",)),),
    "resolution": (("p50", ("p90",)), ("first_contact", ("cases",)), ("reopened", ("cases",))),
    "rewards": (("claimed", ("eligible",)),),
}


def faults(kind: str, numbers: Numbers) -> tuple[Fault, ...]:
    """What cannot be right in the numbers of a kind; () where all is plausible. KeyError for an unknown kind."""
    wrong = [fault for field in FIELDS[kind] if (fault := _fault(field, numbers))]
    bad = {each.field for each in wrong}
    for name, others in AT_MOST.get(kind, ()):
        known = all(each in numbers for each in (name, *others)) and not bad.intersection((name, *others))
        if known and numbers[name] > sum(numbers[each] for each in others):
            wrong.append(Fault(name, "above", others[0]))
    return tuple(wrong)


def _fault(field: Field, numbers: Numbers) -> Fault | None:
    if field.name not in numbers:
        return None if field.optional else Fault(field.name, "missing")
    value = numbers[field.name]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return Fault(field.name, "number")
    if not 0 <= value <= (100 if field.unit == "percent" else MOST):
        return Fault(field.name, "outside")
    whole = field.unit in ("count", "steps")
    return Fault(field.name, "whole") if whole and value != int(value) else None


def summary(kind: str, numbers: Numbers) -> dict[str, Value]:
    """What the numbers of a kind amount to, by name; what cannot be said (nobody counted) is left out.

    A Share carries its n and its interval; floats are percent for retention and churn, new customers by a hundred for
    referral, contacts of an active customer in a month for engagement, and times in the unit they came in.
    """
    given = {name: value for name, value in numbers.items() if not isinstance(value, bool)}
    found = SUMMARIES[kind](given)
    return {name: value for name, value in found.items() if value is not None}


def _retention(by: Numbers) -> dict[str, Value | None]:
    stayed = retention(int(by["start"]), int(by["end"]), int(by["new"]))
    return {"retention": stayed, "churn": None if stayed is None else 100 - stayed}


def _reviews(by: Numbers) -> dict[str, Value | None]:
    all_of_them = int(by["positive"] + by["neutral"] + by["negative"])
    return {
        "positive": share(int(by["positive"]), all_of_them),
        "negative": share(int(by["negative"]), all_of_them),
        "answered": answered(int(by["answered"]), all_of_them),
        **_times(by, "median_hours"),
    }


def _resolution(by: Numbers) -> dict[str, Value | None]:
    cases = int(by["cases"])
    return {
        **_times(by, "p50", "p90"),
        "first_contact": share(int(by["first_contact"]), cases),
        "reopened": share(int(by["reopened"]), cases),
    }


def _times(by: Numbers, *names: str) -> dict[str, Value | None]:
    return {name: float(by[name]) if name in by else None for name in names}


SUMMARIES: dict[str, Callable[[Numbers], dict[str, Value | None]]] = {
    "retention": _retention,
    "repeat": lambda by: {"repeat": share(int(by["repeat"]), int(by["customers"]))},
    "referral": lambda by: {"referral": referrals(int(by["referred"]), int(by["customers"]))},
    "engagement": lambda by: {
        "engagement": engagement(int(by["interactions"]), int(by["active"]), 1),
        "active": share(int(by["active"]), int(by["customers"])),
    },
    "reviews": _reviews,
    "waiting": lambda by: _times(by, "p50", "p90"),
    "resolution": _resolution,
    "deflection": lambda by: {"deflection": deflection(int(by["solved_alone"]), int(by["asked"]))},
    "rewards": lambda by: {"uptake": share(int(by["claimed"]), int(by["eligible"]))},
}
