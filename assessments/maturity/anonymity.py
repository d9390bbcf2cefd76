"""What an anonymous assessment may show: nothing about fewer than k people, not even by subtraction (method 3).

The answers to a practice are cut into blocks of people that never overlap, each with at least k stages in it. All
that is published is made of these blocks alone, so no view taken from another leaves fewer than k.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..content.schema import Framework
from .answers import Answer, AnswerSheet, Remark, Respondent, counted

ORDER = ("leaders", "managers", "frontline")
JOINT = "+"
Said = tuple[str, Answer]  # a class, and what somebody of it said


def shown_groups(counts: Mapping[str, int], k: int) -> set[str]:
    """The groups that may be shown by themselves beside the whole: k or more, as are all hidden people together.

    Where fewer than k would be left over, the smallest shown group is hidden as well, for the whole less what is shown
    would tell what they said.
    """
    shown = {group for group, count in counts.items() if count >= k}
    while shown and 0 < sum(count for group, count in counts.items() if group not in shown) < k:
        shown.remove(min(sorted(shown, key=_place), key=counts.__getitem__))
    return shown


def merged_groups(counts: Mapping[str, int], k: int) -> tuple[tuple[str, ...], ...]:
    """The groups that have people, in order, those with fewer than k joined to a neighbour: the classes to report by.

    The whole is one class where nothing else helps, and it may still be smaller than k.
    """
    present = sorted((group for group, count in counts.items() if count), key=_place)
    return tuple(tuple(present[at] for at in block) for block in _joined([counts[each] for each in present], k))


def groups_of(name: str) -> tuple[str, ...]:
    """The groups that a class is made of: “leaders+managers” is leaders and managers."""
    return tuple(name.split(JOINT))


def anonymous_sheet(framework: Framework, sheet: AnswerSheet, k: int) -> AnswerSheet:
    """The sheet as it may be shown: a function of what each block said, whoever said it, whenever.

    A practice to which fewer than k gave what counts as a stage leaves it. Its respondents are nobody: within a block
    the answers to each practice are put in order by themselves. Notes and evidence stand apart, as `remarks`.
    """
    voices = [each for each in sheet.respondents if each.answers]
    if len(voices) < k:
        return replace(sheet, respondents=(), remarks={}, minimum_group=k, counted=0)
    class_of = _class_of(voices, k)
    by_practice: dict[str, list[Said]] = {}
    for voice in voices:
        for practice, answer in voice.answers.items():
            by_practice.setdefault(practice, []).append((class_of[voice.group], answer))
    kept = {
        key: said
        for key, said in sorted(by_practice.items())
        if _stages(framework, (answer for _, answer in said)) >= k
    }
    return replace(
        sheet,
        respondents=tuple(_nobodies(framework, kept, k)),
        remarks={key: _remarks(answer for _, answer in said) for key, said in kept.items()},
        minimum_group=k,
        counted=len(voices),
    )


def _class_of(voices: Sequence[Respondent], k: int) -> dict[str, str]:
    """The class of each group, by how many people of it have answered anything."""
    counts: dict[str, int] = {}
    for voice in voices:
        counts[voice.group] = counts.get(voice.group, 0) + 1
    return {group: JOINT.join(groups) for groups in merged_groups(counts, k) for group in groups}


def _nobodies(framework: Framework, kept: Mapping[str, Sequence[Said]], k: int) -> Iterable[Respondent]:
    """Respondents without a name, as many of each block as its most answered practice needs."""
    rows: dict[str, list[dict[str, Answer]]] = {}
    for practice, said in kept.items():
        for block, answers in _blocks(framework, said, k).items():
            people = rows.setdefault(block, [])
            people.extend({} for _ in range(len(answers) - len(people)))
            for person, answer in zip(people, sorted(map(_bare, answers), key=_rank), strict=False):
                person[practice] = answer
    for block in sorted(rows, key=_place):
        for given in rows[block]:
            yield Respondent("", block, given)


def _blocks(framework: Framework, said: Sequence[Said], k: int) -> dict[str, list[Answer]]:
    """The answers to one practice by block: a class in which fewer than k gave a stage is joined to a neighbour."""
    by_class: dict[str, list[Answer]] = {}
    for name, answer in said:
        by_class.setdefault(name, []).append(answer)
    names = sorted(by_class, key=_place)
    counts = [_stages(framework, by_class[name]) for name in names]
    return {
        JOINT.join(names[at] for at in block): [answer for at in block for answer in by_class[names[at]]]
        for block in _joined(counts, k)
    }


def _joined(counts: Sequence[int], k: int) -> list[list[int]]:
    """Places in a row, each with at least k or joined: the first that is too small to the one before it, or after."""
    blocks = [[at] for at in range(len(counts))]
    while len(blocks) > 1:
        small = next((at for at, block in enumerate(blocks) if sum(counts[each] for each in block) < k), None)
        if small is None:
            break
        at = max(small, 1)
        blocks[at - 1 : at + 1] = [blocks[at - 1] + blocks[at]]
    return blocks


def _stages(framework: Framework, answers: Iterable[Answer]) -> int:
    """How many of them count as a stage; “we choose not to” is stage 0."""
    return sum(counted(framework, answer) is not None for answer in answers)


def _bare(answer: Answer) -> Answer:
    """The answer without its words; that there were some still counts as evidence."""
    return Answer(answer.stage, answer.dont_know, answer.not_applicable, backed=answer.evidenced)


def _rank(answer: Answer) -> tuple[object, ...]:
    return (answer.stage is None, answer.stage or 0, not answer.dont_know, answer.not_applicable, answer.backed)


def _remarks(answers: Iterable[Answer]) -> tuple[Remark, ...]:
    """What was noted, in the order of the alphabet and not of the people."""
    return tuple(sorted(Remark(answer.note, answer.evidence) for answer in answers if answer.note or answer.evidence))


def _place(name: str) -> tuple[int, str]:
    """Where a group or class stands: by its first group, from the top of the company down."""
    first = groups_of(name)[0]
    return (ORDER.index(first) if first in ORDER else len(ORDER), name)
