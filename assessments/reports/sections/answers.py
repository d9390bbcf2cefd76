"""Every practice with its answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.answers import Answer
from ...maturity.scorecard import DimensionScore, PracticeScore
from ..document import AnswersSection, Head, PracticeGroup, PracticeRow, Voice
from ..source import Source
from ..wording import joined, stage_text


def answers_section(source: Source, number: int, said: Mapping[str, tuple[Voice, ...]]) -> AnswersSection:
    """The practices by dimension, each with what was answered, and the notes and evidence in what was `said`."""
    return AnswersSection(
        head=Head(number, "answers", _("Every practice"), _finding(source)),
        groups=tuple(_group(source, each, said) for each in source.card.dimensions),
    )


def _finding(source: Source) -> str:
    asked = len(source.card.practices)
    answered = sum(each.stage is not None for each in source.card.practices.values())
    exempt = sum(not each.applicable for each in source.card.practices.values())
    told = ngettext(
        "%(answered)s of %(asked)s practices is answered.",
        "%(answered)s of %(asked)s practices are answered.",
        answered,
    ) % {"answered": answered, "asked": asked}
    if not exempt:
        return told
    if exempt == asked:
        return _("None of the %(asked)s practices applies.") % {"asked": asked}
    rest = ngettext("%(count)s does not apply.", "%(count)s do not apply.", exempt) % {"count": exempt}
    return joined([told, rest])


def _group(source: Source, found: DimensionScore, said: Mapping[str, tuple[Voice, ...]]) -> PracticeGroup:
    practices = [each for each in source.card.practices.values() if each.dimension == found.id]
    return PracticeGroup(
        dimension=found.id,
        name=source.name(found.id),
        score=source.score(found.score, found.id),
        rows=tuple(_row(source, each, said[each.id]) for each in practices),
    )


def _row(source: Source, found: PracticeScore, said: tuple[Voice, ...]) -> PracticeRow:
    practice = source.framework.practices[found.id]
    return PracticeRow(
        practice=found.id,
        title=source.text(practice.title),
        question=source.text(practice.question),
        stage=source.stage(found.stage, found.id),
        answer=_answer(source, found),
        remarks=tuple(_remarks(found)),
        voices=tuple(voice for voice in said if voice.note or voice.evidence),
    )


def _answer(source: Source, found: PracticeScore) -> str:
    if found.reached is not None:
        return source.reached_text(found)
    if not found.applicable:
        return _("Not applicable to this business.")
    if not found.dont_know:
        return _("Not answered.")
    return _("Nobody who answered gave a stage.") if found.not_applicable else _("Nobody who answered knows.")


def _remarks(found: PracticeScore) -> Iterable[str]:
    if found.agreed is not None:
        yield _agreed(found)
    several = found.answered + found.dont_know + found.not_applicable > 1
    if several:
        yield ngettext("%(count)s answer", "%(count)s answers", found.answered) % {"count": found.answered}
    if found.stage is not None and found.reached is not None and stage_text(found.stage) != str(found.reached):
        yield _("between stages %(low)s and %(high)s") % {"low": found.reached, "high": found.reached + 1}
    if found.dont_know and several:
        yield ngettext("%(count)s does not know", "%(count)s do not know", found.dont_know) % {"count": found.dont_know}
    if found.not_applicable and several:
        yield ngettext("%(count)s says it does not apply", "%(count)s say it does not apply", found.not_applicable) % {
            "count": found.not_applicable
        }
    if found.spread and found.spread.disagreement:
        yield _("opinions differ")


def _agreed(found: PracticeScore) -> str:
    if found.self_rated is None:
        return _("Agreed %(stage)s; nobody’s answers count beside it") % {"stage": found.agreed}
    return _("Agreed %(stage)s; people said %(said)s") % {
        "stage": found.agreed,
        "said": stage_text(found.self_rated),
    }


def voices(source: Source, practice: str) -> tuple[Voice, ...]:
    """What was agreed on one practice and why, then what each respondent said, in the order of the sheet.

    Where nobody is to be known, notes and evidence follow by themselves.
    """
    return tuple(_voices(source, practice, _people(source)))


def all_voices(source: Source) -> dict[str, tuple[Voice, ...]]:
    """The same for every practice."""
    people = _people(source)
    return {practice: tuple(_voices(source, practice, people)) for practice in source.card.practices}


def _people(source: Source) -> list[tuple[str, Mapping[str, Answer]]]:
    """Everybody as the report calls them, with their answers."""
    groups = {each.group for each in source.sheet.respondents if each.group}
    titles = {"": ""} | {group: source.group(group) for group in groups}
    return [(_who(each.name, titles[each.group]), each.answers) for each in source.sheet.respondents]


def _voices(source: Source, practice: str, people: list[tuple[str, Mapping[str, Answer]]]) -> Iterable[Voice]:
    agreed = source.sheet.agreed.get(practice)
    if agreed:
        yield Voice(_("Agreed in the review"), f"{agreed.stage} {source.stage_name(agreed.stage)}", agreed.reason, "")
    for who, answers in people:
        answer = answers.get(practice)
        if answer is not None:
            yield Voice(who, answer_text(source, answer), answer.note, answer.evidence)
    for remark in source.sheet.remarks.get(practice, ()):
        yield Voice(_("One who answered"), "", remark.note, remark.evidence)


def answer_text(source: Source, answer: Answer) -> str:
    """An answer in words: its stage, don't know, or why it does not apply."""
    if answer.stage is not None:
        return f"{answer.stage} {source.stage_name(answer.stage)}"
    if answer.dont_know:
        return _("Don’t know")
    reason = source.text(source.framework.reasons[answer.not_applicable].title)
    return _("Not applicable: %(reason)s") % {"reason": reason}


def _who(name: str, title: str) -> str:
    if name and title:
        return _("%(name)s, %(group)s") % {"name": name, "group": title}
    return name or title or _("The person who answered")
