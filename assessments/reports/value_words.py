"""The words of what better experience may be worth: rows, sources, figures, what is withheld. Inside a language."""

from __future__ import annotations

from math import floor, log10

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..value.figures import FigureId, Unit
from ..value.parameters import CHANGE_OF_SHARE, PARAMETERS, SEGMENT_CHURN, SEGMENT_CUSTOMERS, SHARE
from ..value.value import Withheld
from .wording import listed, quoted, rounded

PERCENT = (SHARE, CHANGE_OF_SHARE)


def kind_of(key: str) -> str:
    """The parameter of a key: that of a segment without its name."""
    return key.partition(":")[0]


def in_percent(key: str) -> bool:
    """Whether people write a row as a percentage: shares, changes of shares, and the yearly rate."""
    return PARAMETERS[kind_of(key)] in PERCENT or kind_of(key) == "discount"


def row_name(key: str) -> str:
    """What a row of the ledger is called, with its segment."""
    kind, _colon, segment = key.partition(":")
    if kind == SEGMENT_CUSTOMERS:
        return _("Customers: %(segment)s") % {"segment": segment_name(segment)}
    if kind == SEGMENT_CHURN:
        return _("Lost within a year: %(segment)s") % {"segment": segment_name(segment)}
    return {
        "customers": _("Customers"),
        "margin": _("Margin per customer and year"),
        "retention": _("Customers kept within a year"),
        "discount": _("Discount rate per year"),
        "retention-gain": _("Gain in customers kept"),
        "retention-attribution": _("Share of that gain that is your own doing"),
        "risk-attribution": _("Share of the further loss that experience explains"),
        "deflection-gain": _("More contacts that need nobody"),
        "contacts": _("Contacts per year"),
        "assisted-cost": _("Cost of a contact with a person"),
        "self-service-cost": _("Cost of a contact in self-service"),
        "self-service-attribution": _("Share of that saving that is your own doing"),
    }[kind]


def segment_name(segment: str) -> str:
    """A segment: those of NPS in words, others as they are called."""
    named = {"promoters": _("promoters"), "passives": _("passives"), "detractors": _("detractors")}
    return named.get(segment, segment)


def unit_text(key: str, currency: str = "") -> str:
    """The unit of a row; money is called `currency`, or just money."""
    kind = kind_of(key)
    if kind in ("retention-gain", "deflection-gain"):
        return _("percentage points")
    if in_percent(key):
        return "%"
    return (currency or _("money")) if kind in ("margin", "assisted-cost", "self-service-cost") else ""


def source_text(source: str) -> str:
    """The kind of source."""
    return {
        "own-data": pgettext("source of a number", "Own data"),
        "finance": pgettext("source of a number", "Finance"),
        "assumption": pgettext("source of a number", "Assumption"),
    }[source]


def figure_name(figure: FigureId) -> str:
    """What a figure is called; it says which convention it follows."""
    return {
        "clv-multiple": _("Worth of a customer in margins, without this year’s"),
        "clv-multiple-with-first": _("Worth of a customer in margins, with this year’s"),
        "clv": _("Worth of a customer, without this year’s margin"),
        "clv-with-first": _("Worth of a customer, with this year’s margin"),
        "retention-uplift": _("Keeping more customers, over all years to come"),
        "revenue-at-risk": _("Margin at risk in a year"),
        "self-service-saving": _("Saving in a year through self-service"),
    }[figure]


def figure_note(figure: FigureId, segments: tuple[str, ...] = ()) -> str:
    """How a figure is made."""
    if figure == "revenue-at-risk":
        names = listed([segment_name(each) for each in segments])
        return _("customers × (loss − usual loss) × margin × share explained: %(segments)s") % {"segments": names}
    return {
        "clv-multiple": _("r ÷ (1 + i − r), where r is the share kept and i the discount rate"),
        "clv-multiple-with-first": _("(1 + i) ÷ (1 + i − r): exactly one margin more"),
        "clv": _("margin × r ÷ (1 + i − r)"),
        "clv-with-first": _("margin × (1 + i) ÷ (1 + i − r)"),
        "retention-uplift": _("customers × margin × the difference of r ÷ (1 + i − r) × own share, at today’s worth"),
        "self-service-saving": _("more contacts × (cost with a person − cost in self-service) × own share"),
    }[figure]


def figure_unit(unit: Unit, currency: str = "") -> str:
    """The unit of a figure; money is called `currency`, or just money."""
    money = currency or _("money")
    return {
        "margins": _("yearly margins"),
        "money-per-customer": _("%(money)s per customer") % {"money": money},
        "money": money,
        "money-per-year": _("%(money)s per year") % {"money": money},
    }[unit]


def withheld_text(held: Withheld) -> str:
    """Why a figure is not shown."""
    names = listed([quoted(row_name(each)) for each in held.about if each.partition(":")[2] or _whole(each)])
    return {
        "missing": _("Missing: %(rows)s.") % {"rows": names or _("customers and loss of a segment")},
        "boundless": _("The assumptions allow a share kept that is impossible or has no finite worth: %(rows)s.")
        % {"rows": names},
        "counted-twice": _("The segments hold more customers than there are: somebody would be counted twice."),
        "nobody-at-risk": _("No segment leaves more than the usual share of customers."),
        "no-range": _("Every number is exact, which no estimate is: give at least one a low and a high."),
    }[held.why]


def _whole(key: str) -> bool:
    """Whether a key is complete: that of a segment without a name stands for any segment."""
    return kind_of(key) not in (SEGMENT_CUSTOMERS, SEGMENT_CHURN)


def amount_text(value: float) -> str:
    """An amount with three digits that count, thousands apart: an estimate is no more exact than that."""
    if not value:
        return "0"
    digits = 2 - floor(log10(abs(value)))
    return f"{rounded(value, digits):,.{max(0, digits)}f}"


def written(key: str, value: float) -> float:
    """A number of the ledger as people write it beside its unit: shares in percent."""
    return round(value * 100, 4) if in_percent(key) else round(value, 4)


def row_text(key: str, value: float) -> str:
    """The same as a text."""
    number = written(key, value)
    return f"{number:g}" if in_percent(key) else f"{number:,}".removesuffix(".0")


def cautions() -> tuple[str, ...]:
    """What has to be said beside every figure of worth (method 4.6)."""
    return (
        _(
            "Association is not cause: customers who are content stay for other reasons too. So every effect counts "
            "only with the share that is named as your own doing, never more than the whole."
        ),
        _(
            "The figures are not added up: the same customers are in several of them, and one is of a single year, "
            "another of all years to come."
        ),
        _("Every figure is a range: from all assumptions at their least favourable to all at their most favourable."),
        _("Money is in the currency of the company, as entered. Nothing here is a forecast."),
    )
