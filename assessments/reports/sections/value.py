"""The appendix on money: what better experience may be worth, as ranges, with every assumption (method 4.6)."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ...value.ledger import Ledger
from ...value.range import Swing
from ...value.value import Figure, Withheld, valued
from .. import value_words as words
from ..document import Head
from ..document.value import LedgerRow, ValueFigure, ValueGap, ValueLabels, ValueSection, ValueSwing
from ..wording import day_text

EFFECTS = ("retention-uplift", "revenue-at-risk", "self-service-saving")


def value_section(ledger: Ledger, currency: str, number: int) -> ValueSection:
    """The section for a ledger with at least one row; money is called `currency`, or just money."""
    found = valued(ledger)
    figures = tuple(_figure(each, ledger, currency) for each in found if isinstance(each, Figure))
    shown = [each.id for each in figures]
    return ValueSection(
        head=Head(number, "value", _("Worth"), finding(figures), (words.cautions()[0],)),
        figures=figures,
        withheld=tuple(_gap(each) for each in found if isinstance(each, Withheld)),
        drawn=tuple(each for each in EFFECTS if each in shown) or tuple(shown[-1:]),
        ledger=tuple(_row(ledger, currency, key) for key in ledger),
        cautions=words.cautions()[1:],
        labels=_labels(),
    )


def finding(figures: tuple[ValueFigure, ...]) -> str:
    """The range of the first effect there is; else how many figures there are, else that none is shown."""
    effects = {each.id: each for each in figures}
    for id in EFFECTS:
        if id in effects:
            return effects[id].title
    if figures:
        return figures[-1].title
    return _("The assumptions do not allow any figure yet.")


def _figure(found: Figure, ledger: Ledger, currency: str) -> ValueFigure:
    name, unit = words.figure_name(found.id), words.figure_unit(found.unit, currency)
    low, base, high = (words.amount_text(each) for each in found.range)
    return ValueFigure(
        id=found.id,
        name=name,
        unit=unit,
        low=found.range.low,
        base=found.range.base,
        high=found.range.high,
        low_text=low,
        base_text=base,
        high_text=high,
        note=words.figure_note(found.id, found.segments),
        title=_("%(name)s: between %(low)s and %(high)s %(unit)s.")
        % {"name": name, "low": low, "high": high, "unit": unit},
        sways=_("What sways it most: %(name)s") % {"name": name},
        caption=_(
            "Each assumption alone from its low (solid) to its high (outlined), all others at their most likely. The "
            "line marks %(base)s %(unit)s."
        )
        % {"base": base, "unit": unit},
        swings=tuple(_swing(each, ledger, currency) for each in found.tornado),
        finding=_swayed(found.tornado[0], unit) if found.tornado else "",
    )


def _swayed(widest: Swing, unit: str) -> str:
    low, high = sorted((widest.at_low, widest.at_high))
    return _("“%(assumption)s” sways it most: between %(low)s and %(high)s %(unit)s.") % {
        "assumption": words.row_name(widest.key),
        "low": words.amount_text(low),
        "high": words.amount_text(high),
        "unit": unit,
    }


def _swing(swing: Swing, ledger: Ledger, currency: str) -> ValueSwing:
    row = ledger[swing.key]
    unit = words.unit_text(swing.key, currency)
    ends = {"low": words.row_text(swing.key, row.low), "high": words.row_text(swing.key, row.high), "unit": unit}
    return ValueSwing(
        key=swing.key,
        name=words.row_name(swing.key),
        at_low=swing.at_low,
        at_high=swing.at_high,
        low_text=words.amount_text(swing.at_low),
        high_text=words.amount_text(swing.at_high),
        assumed=_assumed(swing.key, ends),
    )


def _assumed(key: str, ends: dict[str, str]) -> str:
    """Both ends of an assumption with its unit, spaced as the language writes it."""
    if ends["unit"] == "%":
        return _("%(low)s to %(high)s%%") % ends
    if words.in_percent(key):
        return _("%(low)s to %(high)s percentage points") % ends
    return (_("%(low)s to %(high)s %(unit)s") % ends).strip()


def _labels() -> ValueLabels:
    return ValueLabels(
        figure=_("Figure"),
        low=pgettext("of a range", "Low"),
        base=pgettext("of a range", "Most likely"),
        high=pgettext("of a range", "High"),
        unit=_("Unit"),
        assumption=_("Assumption"),
        at_low=_("At its low"),
        at_high=_("At its high"),
        source=_("Source"),
        owner=pgettext("of a number", "Owner"),
        date=_("Date"),
        ledger=_("Assumptions"),
        withheld=_("Not shown"),
    )


def _gap(held: Withheld) -> ValueGap:
    return ValueGap(held.id, words.figure_name(held.id), words.withheld_text(held))


def _row(ledger: Ledger, currency: str, key: str) -> LedgerRow:
    row = ledger[key]
    low, base, high = (words.row_text(key, each) for each in (row.low, row.base, row.high))
    return LedgerRow(
        key=key,
        name=words.row_name(key),
        unit=words.unit_text(key, currency),
        low=row.low,
        base=row.base,
        high=row.high,
        low_text=low,
        base_text=base,
        high_text=high,
        source=row.source,
        source_text=words.source_text(row.source),
        detail=row.detail,
        date=row.noted_on.isoformat(),
        date_text=day_text(row.noted_on),
        owner=row.owner,
    )
