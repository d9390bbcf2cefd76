"""A report for people outside: without anything that one person said or wrote, and without the sections left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from .document import AnswersSection, BoardStep, FlagsSection, ReportDocument, StepCard, ValueSection


def for_audience(document: ReportDocument, hidden: Collection[str]) -> ReportDocument:
    """The document as a reader of a shared link may have it.

    Every practice has its stage and how many answered, and nobody's own answer, note or evidence; what bears out a red
    flag stays inside too, because it may quote people. Of `hidden` sections nothing is left in the order, and the rest
    are numbered anew.
    """
    order = tuple(each.id for each in document.shown if each.id not in hidden)
    bare = replace(
        without_owners(document),
        answers=_unheard(document.answers),
        flags=_unproven(document.flags),
        all_voices=(),
        workings=None,
        groups=(),
    )
    numbered = {
        id: replace(section, head=replace(section.head, number=number))
        for number, id in enumerate(order, start=1)
        for section in [getattr(bare, id)]
    }
    notes = {id: note for id, note in document.notes.items() if id not in hidden}
    return replace(bare, **numbered, order=order, notes=notes)


def without_owners(document: ReportDocument) -> ReportDocument:
    """The document without the colleagues who are named as owners of steps and assumptions."""
    board = document.board and replace(document.board, steps=_ownerless(document.board.steps))
    groups = tuple(replace(each, steps=_ownerless(each.steps)) for each in document.groups)
    return replace(
        document,
        board=board,
        groups=groups,
        value=document.value and _unowned(document.value),
        steps=replace(document.steps, steps=_untaken(document.steps.steps)),
        all_steps=_untaken(document.all_steps),
    )


def _untaken(cards: tuple[StepCard, ...]) -> tuple[StepCard, ...]:
    return tuple(replace(each, owned=each.owned._replace(owner="")) for each in cards)


def _ownerless(steps: tuple[BoardStep, ...]) -> tuple[BoardStep, ...]:
    return tuple(replace(each, owner="") for each in steps)


def _unowned(section: ValueSection) -> ValueSection:
    return replace(section, ledger=tuple(replace(each, owner="") for each in section.ledger))


def _unheard(section: AnswersSection) -> AnswersSection:
    groups = tuple(
        replace(group, rows=tuple(replace(row, voices=()) for row in group.rows)) for group in section.groups
    )
    return replace(section, groups=groups)


def _unproven(section: FlagsSection) -> FlagsSection:
    return replace(section, flags=tuple(replace(each, evidence=()) for each in section.flags))
