"""What the customers of the three clients say and do in a year: the same for the same seed, on every machine."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Annotated, Literal

from pydantic import Field

from ..calendar_months import months_before
from ..content.schema import Frozen
from .story import HERE

DAYS = 365
MONTHS = 12
EASE_SPREAD, TRUST_SPREAD = 1.3, 1.9
TRUST_EACH_MONTH = 14
SCALES = {"nps": ("", 0, 10), "csat": ("csat-5", 1, 5), "ces": ("ces2", 1, 7)}
Share = Annotated[float, Field(ge=0, le=1)]


class Turn(Frozen):
    """A change that came so many months ago: added to the satisfied share, or to the mean ease."""

    months_ago: int
    csat: float = 0
    ces: float = 0


class Touchpoint(Frozen):
    """Where customers answer, how many each month, and what they are near."""

    name: str
    importance: Literal[1, 2, 3]
    month: int
    nps: tuple[Share, Share]
    csat: Share
    ces: float
    turn: Turn | None = None


class Comment(Frozen):
    """What a customer wrote beside a score."""

    days_ago: int
    touchpoint: str
    segment: str
    measure: Literal["nps", "csat", "ces"]
    score: int
    text: str


class Customers(Frozen):
    """The customers of a client. `figures`: each number in the first and in the last month of the year."""

    segments: dict[str, Share]
    leans: dict[str, float]
    trust: dict[str, float]
    touchpoints: tuple[Touchpoint, ...]
    figures: dict[str, dict[str, tuple[float, float]]]
    sources: dict[str, str]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One score; who gave several at once gave them in one `submission`. `text` is what they wrote beside it."""

    measure: str
    variant: str
    score: int
    low: int
    high: int
    day: date
    id: str
    submission: uuid.UUID
    touchpoint: str
    segment: str
    text: str = ""


@cache
def customers(key: str) -> Customers:
    """The customers of the client with this key."""
    return Customers.model_validate(tomllib.loads((HERE / "customers" / f"{key}.toml").read_text(encoding="utf-8")))


def said(key: str, seed: int, today: date) -> list[Said]:
    """Everything they answered in the year up to `today`, comments among it."""
    found, dice = customers(key), Random(f"{seed}:{key}:customers")  # noqa: S311 - for variety, not for secrets
    return [*_scores(found, dice, today), *_pulse(found, dice, today), *_commented(found, dice, today)]


def figures(key: str, today: date) -> Iterator[tuple[str, date, dict[str, float]]]:
    """Kind, first day of the month and numbers of the last twelve months that are over."""
    for back in range(MONTHS, 0, -1):
        month = months_before(today.replace(day=1), back)
        part = (MONTHS - back) / (MONTHS - 1)
        for kind, numbers in customers(key).figures.items():
            yield kind, month, {name: float(round(a + (b - a) * part)) for name, (a, b) in numbers.items()}


def _scores(found: Customers, dice: Random, today: date) -> Iterator[Said]:
    for touchpoint in found.touchpoints:
        for _ in range(touchpoint.month * MONTHS):
            day = today - timedelta(days=dice.randrange(DAYS))
            segment = dice.choices([*found.segments], [*found.segments.values()])[0]
            turn = touchpoint.turn if touchpoint.turn and day > _turned(today, touchpoint.turn) else None
            lean = found.leans[segment]
            for measure, score in (
                ("nps", _net(touchpoint.nps, lean, dice)),
                ("csat", _content(touchpoint.csat + lean + (turn.csat if turn else 0), dice)),
                ("ces", _near(touchpoint.ces + 3 * lean + (turn.ces if turn else 0), EASE_SPREAD, 1, 7, dice)),
            ):
                yield _said(measure, score, day, touchpoint.name, segment, dice)


def _pulse(found: Customers, dice: Random, today: date) -> Iterator[Said]:
    """The four factors and the outcome, asked together."""
    for _ in range(TRUST_EACH_MONTH * MONTHS):
        day, mood = today - timedelta(days=dice.randrange(DAYS)), dice.uniform(-1, 1)
        submission = uuid.UUID(int=dice.getrandbits(128))
        for item, near in found.trust.items():
            score = _near(near + mood, TRUST_SPREAD, 0, 10, dice)
            yield Said(f"trust-{item}", "", score, 0, 10, day, f"{submission.hex}-{item}", submission, "", "")


def _commented(found: Customers, dice: Random, today: date) -> Iterator[Said]:
    for each in found.comments:
        day = today - timedelta(days=each.days_ago)
        yield _said(each.measure, each.score, day, each.touchpoint, each.segment, dice, each.text)


def _said(measure: str, score: int, day: date, touchpoint: str, segment: str, dice: Random, text: str = "") -> Said:
    submission = uuid.UUID(int=dice.getrandbits(128))
    variant, low, high = SCALES[measure]
    return Said(measure, variant, score, low, high, day, submission.hex, submission, touchpoint, segment, text)


def _turned(today: date, turn: Turn) -> date:
    return months_before(today, turn.months_ago)


def _net(shares: tuple[float, float], lean: float, dice: Random) -> int:
    """0 to 10: so many promote, so many detract."""
    promoters, detractors = shares[0] + lean, shares[1] - lean
    where = dice.random()
    if where < promoters:
        return dice.choices((9, 10), (3, 2))[0]
    return dice.choices(range(7), (1, 1, 1, 2, 2, 4, 5))[0] if where > 1 - detractors else dice.choice((7, 8))


def _content(share: float, dice: Random) -> int:
    """1 to 5: so many are satisfied."""
    return dice.choices((4, 5), (3, 2))[0] if dice.random() < share else dice.choices((1, 2, 3), (1, 2, 4))[0]


def _near(middle: float, spread: float, low: int, high: int, dice: Random) -> int:
    return max(low, min(high, round(dice.gauss(middle, spread))))
