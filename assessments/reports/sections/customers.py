"""What customers say, beside what the company says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.outside_in import OutsideIn
from ...voice.series import CES, CSAT, NPS
from ...voice.summary import Reading, VoiceSummary
from ..document import CustomerRow, CustomersSection, Head, Number
from ..outside import Outside
from ..source import Source
from ..wording import apart_text, day_text, index_text, joined, listed, named
from ..words import fixed_words
from .customer_numbers import customer_number
from .gap import people_text

SATISFIED, LOYAL, ENOUGH = 75, 0, 30  # CSAT from here while NPS is below: satisfied, but not loyal (method 9.2, RF-12)


def customers_section(source: Source, number: int) -> CustomersSection:
    """Customers’ measures, and each dimension that a question to customers matches, from inside and outside."""
    outside = source.outside
    rows = tuple(customer_row(source, each) for each in source.compared.rows)
    voice = outside.voice if outside else None
    notes = [*_how_to_read(rows), *_left_out(source), *_trademark(outside)]
    head = Head(number, "customers", _("Customer view"), _finding(source), tuple(_paragraphs(voice)))
    return CustomersSection(
        head=head,
        numbers=tuple(customer_number(each) for each in _main(outside)),
        rows=rows,
        legend_own=_own(source.sheet.people),
        legend_customers=_("Customers, %(answers)s") % {"answers": _answers(source)},
        difference_label=_("Difference"),
        caption=joined(notes) if notes else "",
    )


def _how_to_read(rows: Sequence[CustomerRow]) -> Iterable[str]:
    if rows:
        yield _(
            "Both on a scale of 0 to 100. Sorted by how far your own view exceeds that of customers. A difference "
            "counts where your own score lies outside what chance leaves open for customers’ answers, 95 times in 100."
        )


def _trademark(outside: Outside | None) -> Iterable[str]:
    """Whose names are used, where one is."""
    if outside and outside.voice.main(NPS):
        yield fixed_words()["trademark"]


def _own(people: int) -> str:
    """Whose view is set beside that of customers: where nobody answered, what a workshop settled."""
    if not people:
        return _("Agreed in the review")
    return _("Your answers, %(people)s") % {"people": people_text(people)}


def answers_text(count: int) -> str:
    """How many answers."""
    return ngettext("%(count)s answer", "%(count)s answers", count) % {"count": _grouped(count)}


def customer_row(source: Source, found: OutsideIn) -> CustomerRow:
    """One dimension from inside and outside, in words."""
    name, customers = source.name(found.id), found.customers
    own = source.score(found.own, found.id)
    texts = {"name": name, "own": own.text, "customers": index_text(customers.points)}
    return CustomerRow(
        id=found.id,
        name=name,
        own=own,
        customers=Number(index_text(customers.points), customers.points, f"customers-{found.id}"),
        low=customers.low,
        high=customers.high,
        n=customers.n,
        difference=Number(_signed(source, found), found.difference, f"customers-{found.id}"),
        verdict=_verdict(found),
        claimed=found.beyond,
        groups=tuple(found.groups.items()),
        by_group=listed([joined([source.group(group), index_text(points)]) for group, points in found.groups.items()]),
        title=_("%(name)s: own view %(own)s, customers %(customers)s") % texts,
    )


def _verdict(found: OutsideIn) -> str:
    if not found.beyond:
        return _("within chance")
    return _("higher than customers") if found.difference > 0 else _("lower than customers")


def points_apart(source: Source, found: OutsideIn) -> str:
    """How many points lie between the two views, as both are shown; never zero where there is a difference."""
    own, customers = source.score_text(found.own), index_text(found.customers.points)
    return apart_text(own, customers, found.difference) if found.difference else "0"


def _signed(source: Source, found: OutsideIn) -> str:
    sign = "+" if found.difference > 0 else "−" if found.difference < 0 else ""
    return f"{sign}{points_apart(source, found)}"


def _main(outside: Outside | None) -> Iterable[Reading]:
    """The question of each measure that most have answered."""
    voice = outside.voice if outside else None
    found = (voice.main(measure) for measure in (NPS, CSAT, CES)) if voice else ()
    return [each for each in found if each]


def _answers(source: Source) -> str:
    """How many answered the questions that are set beside the company’s view, from the fewest to the most."""
    counts = sorted({each.customers.n for each in source.compared.rows} or {0})
    most = answers_text(counts[-1])
    return most if len(counts) == 1 else _("%(least)s to %(most)s") % {"least": _grouped(counts[0]), "most": most}


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", " ")


def _finding(source: Source) -> str:
    """What the numbers bear out, and no more."""
    compared, voice = source.compared, source.outside.voice if source.outside else None
    if voice is None or not voice.answers:
        return _("No customer has been heard: everything in this report is the company’s own view.")
    if not compared.rows:
        return _("Customers have been asked, but too little yet to set their view beside your own.")
    if not (compared.over or compared.under):
        return _("Where customers can be set beside your own view, no difference is larger than chance leaves open.")
    parts = {"over": compared.over[:1], "under": compared.under[:1]}
    words = {f"{side}_name": source.name(each.id) for side, found in parts.items() for each in found}
    words |= {f"{side}_points": points_apart(source, each) for side, found in parts.items() for each in found}
    if compared.over and compared.under:
        text = _(
            "You rate yourselves %(over_points)s points higher than customers do on %(over_name)s, and "
            "%(under_points)s lower than they do on %(under_name)s."
        )
    elif compared.over:
        text = _("You rate yourselves %(over_points)s points higher than customers do on %(over_name)s.")
    else:
        text = _("You rate yourselves %(under_points)s points lower than customers do on %(under_name)s.")
    return text % words


def _paragraphs(voice: VoiceSummary | None) -> Iterable[str]:
    if voice is None or not voice.answers:
        yield _(
            "Of 362 companies that Bain & Company asked, 80 in 100 believed they delivered a superior experience; 8 in "
            "100 of their customers agreed (“Closing the delivery gap”, as reported by Bain)."
        )
        return
    yield _("Answers given from %(first)s to %(last)s.") % {
        "first": day_text(voice.window.first),
        "last": day_text(voice.window.last),
    }
    csat, nps = voice.main(CSAT), voice.main(NPS)
    enough = csat and nps and csat.now and nps.now and min(csat.now.n, nps.now.n) >= ENOUGH
    if enough and csat and nps and csat.now and nps.now and csat.now.value >= SATISFIED and nps.now.value < LOYAL:
        yield _(
            "Satisfied, but not loyal: %(csat)s%% are satisfied, yet more would warn others off than recommend you."
        ) % {"csat": index_text(csat.now.value)}


def _left_out(source: Source) -> Iterable[str]:
    compared, least = source.compared, source.framework.thresholds.customers_min_n
    if not compared.rows:
        return
    if compared.few:
        names = named([source.name(each) for each in compared.few])
        yield _("%(names)s: fewer than %(least)s customers have answered.") % {"names": names, "least": least}
    if compared.unasked:
        names = named([source.name(each) for each in compared.unasked])
        yield _("No question to customers matches %(names)s, or nobody has answered it.") % {"names": names}
