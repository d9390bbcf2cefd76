"""Section 2: trust, read by its weakest factor."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ..document import Head, TrustSection
from ..source import Source
from ..wording import index_text, listed, opened, quoted, score_text
from .rows import factor_rows


def trust_section(source: Source, number: int) -> TrustSection:
    """The four factors, the weakest of them as headline, the index and what caps it."""
    trust = source.card.trust
    mark = score_text(source.gate, source.framework.thresholds)
    return TrustSection(
        head=Head(number, "trust", _("Trust"), _finding(source), tuple(_paragraphs(source))),
        factors=factor_rows(source),
        index=source.index(trust.index, "trust"),
        mean=source.index(trust.mean, "trust-mean"),
        band_text=source.band(trust.band),
        caption=_("The upright line marks %(mark)s: a factor above it carries.") % {"mark": mark},
    )


def _finding(source: Source) -> str:
    trust = source.card.trust
    weak = source.weak_factor
    if weak is not None:
        words = {"factor": source.name(weak.id), "lacks": source.text(source.framework.by_dimension[weak.id].lacks)}
        return opened(_("%(factor)s is the weakest factor: %(lacks)s.") % words)
    if trust.index is None or trust.weakest is None:
        unrated = [source.name(each.id) for each in trust.factors if not each.rated]
        return _("Trust cannot be summed up yet: too few answers on %(names)s.") % {"names": listed(unrated).lower()}
    weakest = source.found(trust.weakest)
    return _("All four trust factors carry. The weakest is %(factor)s at %(score)s.") % {
        "factor": source.name(weakest.id).lower(),
        "score": score_text(weakest.score, source.framework.thresholds),
    }


def _paragraphs(source: Source) -> list[str]:
    trust = source.card.trust
    result = []
    if trust.index is not None:
        result.append(
            _(
                "Overall trust is %(band)s. The index of %(index)s is the geometric mean of the four, so that one weak "
                "factor pulls the whole down; their plain mean is %(mean)s."
            )
            % {
                "band": source.band(trust.band),
                "index": index_text(trust.index),
                "mean": index_text(trust.mean),
            }
        )
    return [*result, *capped_text(source)]


def capped_text(source: Source) -> Iterable[str]:
    """Which open red flags hold the band of trust down, where some do."""
    trust = source.card.trust
    if trust.capped_by:
        titles = [quoted(source.text(source.framework.flags[flag].title)) for flag in trust.capped_by]
        yield (
            _("While the red flag %(flags)s is open, trust cannot be called more than %(band)s.")
            % {"flags": listed(titles), "band": source.band(trust.band)}
        )
