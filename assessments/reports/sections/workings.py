"""What the workbook calculates with, from the sheet that is scored: of an anonymous one only its sealed blocks."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ...maturity.answers import Answer
from ...maturity.units import BANDS
from ..document import WorkedDimension, WorkedPerson, WorkedPractice, Workings
from ..document.workings import ABSENT, DONT_KNOW, NOT_APPLICABLE, TOP_BAND
from ..source import Source


def workings_section(source: Source) -> Workings:
    """The answers of everybody on the sheet who has given one, and the lines of the framework."""
    titles = _titles(source)
    return Workings(
        groups=tuple(titles.values()),
        people=tuple(_people(source, titles))
        or (WorkedPerson(_("The person who answered"), next(iter(titles.values()))),),
        dimensions=tuple(
            WorkedDimension(each.id, source.text(each.name), each.kind == "level")
            for each in source.framework.dimensions
        ),
        practices=tuple(_practice(source, each) for each in source.card.practices),
        thresholds=source.framework.thresholds,
        stages=tuple(source.text(each) for each in source.framework.stages),
        bands=tuple(source.band(each) for each in BANDS),
        trust_cap=_cap(source),
        quick=source.quick,
        anonymous=source.sheet.anonymous,
    )


def _titles(source: Source) -> dict[str, str]:
    """The title of each group that people are counted by; where none are known, of each of the framework."""
    groups = dict.fromkeys(each.group for each in source.sheet.respondents if each.answers)
    known = (
        groups
        if groups and (source.sheet.anonymous or "" in groups)
        else dict.fromkeys((*source.framework.group_ids, *groups))
    )
    return {group: source.group(group) if group else _("Everybody") for group in known}


def _people(source: Source, titles: dict[str, str]) -> Iterable[WorkedPerson]:
    counts: dict[str, int] = {}
    for each in source.sheet.respondents:
        if each.answers:
            title = titles[each.group]
            counts[title] = counts.get(title, 0) + 1
            yield WorkedPerson(each.name or f"{title} {counts[title]}", title)


def _practice(source: Source, key: str) -> WorkedPractice:
    practice, found = source.framework.practices[key], source.card.practices[key]
    people = [each.answers for each in source.sheet.respondents if each.answers]
    return WorkedPractice(
        practice=key,
        title=source.text(practice.title),
        dimension=found.dimension,
        weight=found.weight,
        agreed=found.agreed,
        answers=tuple(_code(source, answers.get(key)) for answers in people) or ("",),
        backed=_backed(source, [answers.get(key) for answers in people]),
    )


def _backed(source: Source, answers: list[Answer | None]) -> tuple[bool, ...]:
    """Behind which answers something stands. Of an anonymous sheet it stays untold: a note would show its stage."""
    if source.sheet.anonymous:
        return ()
    return tuple(each is not None and each.evidenced for each in answers) or (False,)


def _code(source: Source, answer: Answer | None) -> str:
    if answer is None:
        return ""
    if answer.stage is not None:
        return str(answer.stage)
    if answer.dont_know:
        return DONT_KNOW
    return ABSENT if source.framework.reasons[answer.not_applicable].counts_as_zero else NOT_APPLICABLE


def _cap(source: Source) -> int:
    caps = [source.framework.flags[flag].caps_trust for flag in source.card.red_flags]
    return min((BANDS.index(each) for each in caps if each), default=TOP_BAND)
