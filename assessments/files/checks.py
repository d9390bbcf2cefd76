"""Checks that every kind of file needs. Each returns the value, or something harmless after noting a problem."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..content.days import iso_day
from ..content.schema import Framework
from . import limits
from .problems import Place, Problems
from .text import clean, name_line, nearest, one_line, plain


def within(text: str, most: int, place: Place, problems: Problems) -> str:
    """`text` cleaned, if it is not too long."""
    return _fits(clean(text), most, place, problems)


def line_within(text: str, most: int, place: Place, problems: Problems) -> str:
    """`text` as a name, if it is not too long."""
    return _fits(name_line(text), most, place, problems)


def _fits(text: str, most: int, place: Place, problems: Problems) -> str:
    if len(text) <= most:
        return text
    allowed = ngettext("at most %(count)d character", "at most %(count)d characters", most) % {"count": most}
    message = ngettext(
        "This text has %(count)d character and is too long.",
        "This text has %(count)d characters and is too long.",
        len(text),
    )
    problems.add(place, message % {"count": len(text)}, text, allowed)
    return text[:most]


def day(value: object, place: Place, problems: Problems) -> date | None:
    """A date, written as one or as YYYY-MM-DD."""
    found = value.date() if isinstance(value, datetime) else value
    if isinstance(found, str):
        found = iso_day(found.strip())
    if isinstance(found, date) and limits.FIRST_DAY <= found <= limits.LAST_DAY:
        return found
    allowed = _("a date as YYYY-MM-DD, from %(first)s to %(last)s") % {
        "first": limits.FIRST_DAY,
        "last": limits.LAST_DAY,
    }
    problems.add(place, _("This is not a date we can use."), value, allowed)
    return None


def known(value: str, among: Iterable[str], message: str, place: Place, problems: Problems) -> bool:
    """Whether `value` is one of the words; notes it if not."""
    words = list(among)
    if value in words:
        return True
    unknown(value, words, message, place, problems)
    return False


def unknown(value: str, words: Sequence[str], message: str, place: Place, problems: Problems) -> None:
    """Notes that `value` is none of the words, with the nearest of them."""
    guess = "" if problems.full else nearest(value, words)
    if guess:
        message = _("%(message)s Did you mean “%(guess)s”?") % {"message": message, "guess": guess}
    few = len(words) <= 20
    allowed = ", ".join(words) if few else _("a key such as %(example)s") % {"example": words[0]}
    problems.add(place, message, value, allowed)


def same_key(text: str, among: Container[str]) -> str:
    """The key that `text` is, whatever its case, width and blanks; else `text` on one line."""
    for each in (text, plain(text), plain(text).upper()):
        if each in among:
            return each
    return one_line(text)


def known_practice(practice: str, framework: Framework, place: Place, problems: Problems) -> bool:
    """Whether the framework has a practice with this key; notes it if not."""
    if practice in framework.practices:
        return True
    unknown_practice(practice, framework, place, problems)
    return False


def unknown_practice(key: str, framework: Framework, place: Place, problems: Problems) -> None:
    """Notes that the framework has no practice with this key."""
    unknown(key, list(framework.practices), _("There is no practice with this key."), place, problems)


def same_framework(
    id: object, version: object, framework: Framework, places: tuple[Place, Place], problems: Problems
) -> None:
    """Notes a problem unless the file was made for this framework and version."""
    if id != framework.id:
        problems.add(places[0], _("These answers are for another framework."), id, framework.id)
    if version != framework.version or not isinstance(version, int) or isinstance(version, bool):
        message = _("These answers are for another version of the framework.")
        problems.add(places[1], message, version, str(framework.version))


def too_many_respondents(count: int, place: Place, problems: Problems) -> None:
    """Notes that a file has more respondents than one assessment may have."""
    message = _("There are %(count)d respondents, which is too many.") % {"count": count}
    problems.add(place, message, allowed=_("at most %(most)d respondents") % {"most": limits.RESPONDENTS})


def all_named(names: Mapping[str, Place], problems: Problems) -> None:
    """Notes a problem if one respondent has no name although others have: whose answers are those?"""
    if "" in names and len(names) > 1:
        message = _("This respondent has no name, but others have.")
        problems.add(names[""], message, "", _("a name for each respondent"))
