"""What customers’ numbers in the report were made of, down to how often each answer was given."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ..maturity.outside_in import OutsideIn
from ..voice.counts import Counts
from ..voice.series import CES, CSAT, NPS
from ..voice.summary import Reading
from .explanation import Explanation, ExplanationLine
from .sections.customer_numbers import customer_number
from .sections.customers import answers_text, customer_row
from .source import Source
from .wording import index_text, joined, opened


def explain_customers(source: Source, key: str) -> Explanation | None:
    """The explanation of a measure, or of a dimension from outside; None where the report has no such number."""
    if source.outside is None:
        return None
    if key in (NPS, CSAT, CES):
        found = source.outside.voice.main(key)
        return _measure(found) if found else None
    row = source.compared.row(key.removeprefix("customers-"))
    return _dimension(source, row) if row and key.startswith("customers-") else None


def _measure(reading: Reading) -> Explanation:
    number = customer_number(reading)
    sentence, formula = _made(reading)
    return Explanation(
        title=number.label,
        value=number.number.text,
        sentence=joined([sentence, *_chance(number.range_text)]),
        formula=formula if number.number.value is not None else "",
        parts=tuple(_given(reading.counts)),
    )


def _chance(between: str) -> Iterable[str]:
    """What chance leaves open, as a sentence of its own; nothing where no range can be given."""
    if between:
        yield _("%(range)s.") % {"range": opened(between)}


def _made(reading: Reading) -> tuple[str, str]:
    """How the number is made, and the sum itself."""
    if reading.nps:
        found = reading.nps
        return (
            _("Those who answered 9 or 10 less those who answered 0 to 6, of 100; interval: adjusted Wald."),
            f"100 × ({found.promoters} − {found.detractors}) ÷ {found.n} = {found.score:.4g}",
        )
    if reading.csat:
        share = reading.csat.satisfied
        return (
            _("The share of those who chose one of the two best answers; interval: Wilson."),
            f"{share.hits} ÷ {share.n} = {share.percent:.4g}%",
        )
    return _("The mean of the answers; interval: Student’s t."), ""


def _given(counts: Counts) -> Iterable[ExplanationLine]:
    """How often each answer was given, the best first."""
    return (ExplanationLine(str(score), answers_text(counts[score])) for score in sorted(counts, reverse=True))


def _dimension(source: Source, found: OutsideIn) -> Explanation:
    row, customers = customer_row(source, found), found.customers
    low, high = customers.scale_min, customers.scale_max
    sentence = _("The mean of customers’ answers on a scale of %(low)s to %(high)s, as a share of that scale.") % {
        "low": low,
        "high": high,
    }
    span = f"({customers.value:.4g} − {low}) ÷ ({high} − {low})" if low else f"{customers.value:.4g} ÷ {high}"
    return Explanation(
        title=_("Customer view: %(name)s") % {"name": row.name},
        value=row.customers.text,
        sentence=sentence,
        formula=f"{span} × 100 = {customers.points:.4g}",
        parts=tuple(_sides(source, found)),
    )


def _sides(source: Source, found: OutsideIn) -> Iterable[ExplanationLine]:
    row, customers = customer_row(source, found), found.customers
    yield ExplanationLine(_("Own view"), row.own.text, "", found.id)
    yield from (ExplanationLine(source.group(name), index_text(points)) for name, points in row.groups)
    note = answers_text(customers.n)
    if customers.low is not None and customers.high is not None:
        words = {"answers": note, "low": index_text(customers.low), "high": index_text(customers.high)}
        note = _("%(answers)s, between %(low)s and %(high)s") % words
    yield ExplanationLine(_("Customers"), row.customers.text, note)
    yield ExplanationLine(_("Difference"), row.difference.text, row.verdict)
    if source.outside:
        items = (*source.outside.voice.readings, *source.outside.voice.trust_items.values())
        matching = (each for each in items if each.question.measure == customers.measure and each.n == customers.n)
        yield from _given(next(matching).counts)
