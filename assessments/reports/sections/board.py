"""What a board needs besides the finding: the first steps with owner and time, and what to decide now."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ..document import BoardCut, BoardStep, StepCard
from ..source import Source
from ..wording import day_text, listed, named, quoted
from .roadmap import lane_period
from .steps import lane_name

SHOWN = 5
NAMED = 3  # flags


def board_cut(source: Source, cards: tuple[StepCard, ...]) -> BoardCut:
    """The first five steps and up to four decisions, which follow from what is open."""
    steps = tuple(board_step(source, card) for card in cards[:SHOWN])
    return BoardCut(_("Board summary"), steps, tuple(_decisions(source, steps)))


def board_step(source: Source, card: StepCard) -> BoardStep:
    """A step in one line, with its owner, and its day or its lane with the months of it."""
    owned = card.owned
    if owned.due_on:
        return BoardStep(card.number, card.dimension, card.do, card.practice_title, owned.owner, day_text(owned.due_on))
    when = _("%(lane)s: %(period)s") % {"lane": lane_name(card.lane), "period": lane_period(source, card.lane)}
    return BoardStep(card.number, card.dimension, card.do, card.practice_title, owned.owner, when)


def _decisions(source: Source, steps: tuple[BoardStep, ...]) -> Iterable[str]:
    yield from flags_decision(source)
    if not all(each.owner for each in steps):
        yield _owners(len(steps))
    short = [source.name(each.id) for each in source.card.dimensions if not each.rated and source.ratable(each)]
    if short:
        yield _("Who still answers on %(names)s: without more answers there is no rating.") % {"names": named(short)}
    if steps:
        yield _("When the next assessment shows whether the steps have worked.")
    else:
        yield _("When the next assessment looks again.")


def _owners(count: int) -> str:
    if count == 1:  # a sentence of its own: Chinese has one plural, and “each of the first 1” is none
        return _("Who owns the first step, and by which day it is done.")
    return _("Who owns each of the first %(count)s steps, and by which day it is done.") % {"count": count}


def flags_decision(source: Source) -> Iterable[str]:
    """What there is to decide about open red flags."""
    flags = [source.text(source.framework.flags[each].title) for each in source.card.red_flags]
    if len(flags) == 1:
        yield _("Who closes the open red flag %(flag)s.") % {"flag": quoted(flags[0])}
    elif flags:
        words = {"count": len(flags), "flags": listed([quoted(each) for each in flags[:NAMED]])}
        text = _("Who closes the open red flags: %(flags)s.")
        if len(flags) > NAMED:
            text = _("Who closes the %(count)s open red flags, among them %(flags)s.")
        yield text % words
