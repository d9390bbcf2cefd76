"""The answers of the 10-minute check, in one signed cookie of the browser's session: the server stores nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ..content.loader import framework
from ..content.schema import Framework
from ..maturity.answers import QUICK, Answer

COOKIE = "check"
SALT = "assessments.check"
COMPANY = 100
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
REASONS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer of the check and when it was chosen."""

    answer: Answer
    chosen_at: datetime


@dataclass(frozen=True, slots=True)
class Check:
    """What somebody without an account has answered so far; `company` may be "". `begun` once they have started."""

    begun: bool = False
    company: str = ""
    given: Mapping[str, Given] = field(default_factory=dict)

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers by practice."""
        return {practice: each.answer for practice, each in self.given.items()}

    def with_answer(self, practice: str, answer: Answer, chosen_at: datetime, seen: datetime | None) -> Check:
        """With this answer, unless a newer one is there that the person has not seen: the rule of assessments."""
        old = self.given.get(practice)
        # The cookie keeps milliseconds: what comes back must equal what went in.
        chosen_at = chosen_at.replace(microsecond=chosen_at.microsecond // 1000 * 1000)
        if old and old.chosen_at > chosen_at:
            if old.chosen_at != seen:
                return self
            chosen_at = old.chosen_at + timedelta(milliseconds=1)
        return replace(self, begun=True, given={**self.given, practice: Given(answer, chosen_at)})


def read_check(request: HttpRequest) -> Check:
    """The check in the request's cookie; an empty one where there is none that we signed."""
    frame = framework()
    try:
        data = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
    except signing.BadSignature:
        return Check()
    if data.get("f") != [frame.id, frame.version]:
        return Check()
    order = [each.id for each in frame.asked(QUICK)]
    parts = zip(order, data["a"].split(","), strict=False)
    given = {practice: _unpacked(part, frame) for practice, part in parts if part}
    return Check(True, data["c"], given)


def write_check(response: HttpResponse, check: Check) -> None:
    """Hand the check to the browser, until it is closed."""
    response.set_cookie(COOKIE, packed(check), **_where(), secure=settings.SESSION_COOKIE_SECURE, httponly=True)


def erase_check(response: HttpResponse) -> None:
    """Make the browser forget the check."""
    response.delete_cookie(COOKIE, **_where())


def packed(check: Check) -> str:
    """The check as the cookie's value, signed; under 1,500 characters with a company's name in Chinese."""
    frame = framework()
    parts = [_packed(check.given[each.id], frame) if each.id in check.given else "" for each in frame.asked(QUICK)]
    data: dict[str, Any] = {"f": [frame.id, frame.version], "a": ",".join(parts), "c": check.company[:COMPANY]}
    return signing.dumps(data, salt=SALT, compress=True)


def _where() -> dict[str, Any]:
    return {"path": reverse("check"), "samesite": "Lax"}


def _packed(given: Given, frame: Framework) -> str:
    """One sign for the answer, then the milliseconds of its time in base 36."""
    answer = given.answer
    sign = "d" if answer.dont_know else str(answer.stage)
    if answer.not_applicable:
        sign = REASONS[list(frame.reasons).index(answer.not_applicable)]
    number, text = round(given.chosen_at.timestamp() * 1000), ""
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return sign + text


def _unpacked(part: str, frame: Framework) -> Given:
    sign, moment = part[0], datetime.fromtimestamp(int(part[1:], 36) / 1000, UTC)
    if sign in REASONS:
        return Given(Answer(not_applicable=list(frame.reasons)[REASONS.index(sign)]), moment)
    return Given(Answer(dont_know=True) if sign == "d" else Answer(stage=int(sign)), moment)
