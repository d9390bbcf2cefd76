"""The same answers, grouped under other headings."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ...content.schema import Lens
from ...content.schema import LensItem as LensContent
from ...maturity.units import PERCENT_PER_STAGE
from ..document import Head, LensesSection, LensItem, LensPage
from ..source import Source
from ..wording import listed, quoted
from .strengths import practice_line


def lenses_section(source: Source, number: int) -> LensesSection:
    """Each lens as a list of items with the score of their practices."""
    pages = tuple(_page(source, lens) for lens in source.framework.lenses)
    return LensesSection(
        head=Head(number, "lenses", _("Lenses"), _finding(source, pages)),
        lenses=pages,
        caption=_(
            "A lens adds no answers: an item’s score is the mean of its practices, and a dash means none is answered."
        ),
    )


def lens_score(source: Source, practices: tuple[str, ...]) -> float | None:
    """The weighted mean of the answered practices as a percentage, 0..100; None where none is answered."""
    found = [source.card.practices[key] for key in practices if key in source.card.practices]
    answered = [each for each in found if each.stage is not None]
    weight = sum(each.weight for each in answered)
    return sum(each.weight * (each.stage or 0.0) for each in answered) / weight * PERCENT_PER_STAGE if weight else None


def _page(source: Source, lens: Lens) -> LensPage:
    items = tuple(_item(source, lens, position, item) for position, item in enumerate(lens.items))
    return LensPage(lens.id, source.text(lens.title), source.text(lens.about), items)


def _item(source: Source, lens: Lens, position: int, item: LensContent) -> LensItem:
    return LensItem(
        title=source.text(item.title),
        score=source.score(lens_score(source, item.practices), f"lens-{lens.id}-{position + 1}"),
        practices=tuple(practice_line(source, key) for key in item.practices if key in source.card.practices),
    )


def _finding(source: Source, pages: tuple[LensPage, ...]) -> str:
    page = pages[0]
    rated = [item for item in page.items if item.score.value is not None]
    if len(rated) < 2:
        shown = [source.card.practices[line.practice] for item in page.items for line in item.practices]
        if any(each.applicable and each.stage is None for each in shown):
            return _("There are too few answers to look through the lenses.")
        return _("Too few practices apply to look through the lenses.")
    best = max(rated, key=lambda item: item.score.value or 0.0)
    worst = min(rated, key=lambda item: item.score.value or 0.0)
    high, low = best.score.text, worst.score.text
    if high == low:
        return _("Seen as influence factors, all rated ones stand at %(score)s.") % {"score": high}
    highest = [quoted(item.title) for item in rated if item.score.text == high]
    lowest = [quoted(item.title) for item in rated if item.score.text == low]
    if len(highest) + len(lowest) > 2:
        words = {"high": high, "low": low, "best": listed(highest), "worst": listed(lowest)}
        return _("Seen as influence factors, highest at %(high)s: %(best)s; lowest at %(low)s: %(worst)s.") % words
    return _("Seen as influence factors, “%(best)s” stands highest and “%(worst)s” lowest.") % {
        "best": best.title,
        "worst": worst.title,
    }
