"""A report for people outside: without anything that one person said or wrote, and without the sections left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import override

from .document import (
    SECTIONS,
    AnswersSection,
    BoardStep,
    FlagsSection,
    ReportDocument,
    SinceSection,
    StepCard,
    TrustSection,
    ValueSection,
)


def for_audience(document: ReportDocument, hidden: Collection[str]) -> ReportDocument:
    """The document as a reader of a shared link may have it.

    Every practice has its stage and how many answered, and nobody's own answer, note or evidence; what bears out a red
    flag stays inside too, because it may quote people. Of `hidden` sections, and of those that the report does not show
    anyway, nothing is left: not in the order, where the rest are numbered anew, nor in what other sections say of them.
    """
    out = left_out(document.order, hidden)
    order = tuple(each.id for each in document.shown if each.id not in out)
    bare = replace(
        _silent_on(without_owners(document), out),
        answers=_unheard(document.answers),
        since=document.since and _nobodys(document.since),
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
    notes = {id: note for id, note in document.notes.items() if id not in out}
    return replace(bare, **numbered, order=order, notes=notes, borrowed={})


def left_out(order: Collection[str], hidden: Collection[str]) -> frozenset[str]:
    """The sections that readers of a link do not get: those `hidden` from them, and those not in the report’s order."""
    return frozenset(hidden) | (frozenset(SECTIONS) - frozenset(order) if order else frozenset())


def _silent_on(document: ReportDocument, sections: Collection[str]) -> ReportDocument:
    """The document without the texts in which other sections tell of these."""
    gone = frozenset(text for each in sections for text in document.borrowed.get(each, ()))
    if "flags" in sections:  # by their names too: milestones of before do not know what is borrowed
        titles = [each.title for each in document.flags.flags]
        gone |= frozenset(text for text in _said_elsewhere(document) if any(title in text for title in titles))
    board = document.board
    return replace(
        document,
        trust=_silent_trust(document.trust, gone, document.language),
        steps=replace(document.steps, steps=_silent_steps(document.steps.steps, gone)),
        all_steps=_silent_steps(document.all_steps, gone),
        certainty=replace(document.certainty, statements=_but(document.certainty.statements, gone)),
        board=board and replace(board, decisions=_but(board.decisions, gone)),
    )


def _said_elsewhere(document: ReportDocument) -> Iterable[str]:
    """Every text that may tell of another section."""
    yield from (each.text for card in document.all_steps for each in card.reasons)
    yield from document.trust.head.paragraphs
    yield from document.certainty.statements
    yield from document.board.decisions if document.board else ()


def _silent_trust(section: TrustSection, gone: Collection[str], language: str) -> TrustSection:
    """Without the names of what holds trust down; that something does is still said, or the numbers would mislead."""
    kept = _but(section.head.paragraphs, gone)
    if kept == section.head.paragraphs:
        return section
    with override(language):
        said = _("Something that this report leaves out keeps trust from being called more than %(band)s.")
        kept += (said % {"band": section.band_text},)
    return replace(section, head=replace(section.head, paragraphs=kept))


def _silent_steps(cards: tuple[StepCard, ...], gone: Collection[str]) -> tuple[StepCard, ...]:
    return tuple(replace(card, reasons=tuple(each for each in card.reasons if each.text not in gone)) for card in cards)


def _but(texts: tuple[str, ...], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in texts if each not in gone)


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


def _nobodys(section: SinceSection) -> SinceSection:
    """Without what people named themselves in the plan: milestones of before kept it, under a code."""
    return replace(section, done=tuple(each for each in section.done if not each.code))


def _unproven(section: FlagsSection) -> FlagsSection:
    return replace(section, flags=tuple(replace(each, evidence=()) for each in section.flags))
