"""Whose answers a file brings. Names need not be different, nor there at all; in a file they must tell people apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from ..files.checks import too_many_respondents
from ..files.limits import NAME, RESPONDENTS
from ..files.problems import Place, Problems
from ..files.text import name_line
from ..maturity import answers as values
from ..models import Respondent

NAMELESS = "respondent"
SIGN = 6


def label_of(people: Sequence[Respondent]) -> dict[int, str]:
    """What each of these people is called in a file, by the key of their row: the name, if nobody else has it.

    Who shares a name, or has none, is told by the beginning of the code, which stays whoever comes or goes.
    """
    names = {each.pk: name_line(each.name) for each in people}
    often = Counter(names.values())
    return {each.pk: names[each.pk] if _alone(names[each.pk], often) else _signed(each) for each in people}


def place_in(
    people: Sequence[Respondent], incoming: Iterable[values.Respondent], reader: int | None, file: str
) -> list[Respondent | None]:
    """The row of each of the `incoming`, None for somebody new; raises FileProblems where it cannot be told."""
    label = label_of(people)
    known = {label[each.pk]: each for each in people}
    own = next((each for each in people if reader and each.user_id == reader), None)
    problems, places = Problems(), list[Respondent | None]()
    for each in incoming:
        alike = [label[row.pk] for row in people if name_line(row.name) == each.name]
        if each.name and each.name not in known and alike:
            message = _("More than one person here has this name. Write it as it stands in a new download.")
            problems.add(Place(file), message, each.name, ", ".join(alike))
        elif not each.name and own is None:
            message = _("The file does not say whose answers these are, and you do not answer here yourself.")
            problems.add(Place(file), message, each.name, _("a name for each respondent"))
        places.append(known.get(each.name) if each.name else own)
    if (count := len(people) + places.count(None)) > RESPONDENTS:
        too_many_respondents(count, Place(file), problems)
    problems.raise_any()
    return places


def _alone(name: str, often: Counter[str]) -> bool:
    return bool(name) and often[name] == 1


def _signed(person: Respondent) -> str:
    sign = person.code.hex[:SIGN]
    name = name_line(person.name)
    return f"{name[: NAME - SIGN - 3].rstrip()} ({sign})" if name else f"{NAMELESS}-{sign}"
