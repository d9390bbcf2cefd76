"""Trust, read by its weakest factor."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.scorecard import DimensionScore
from ..document import Head, TrustSection
from ..source import Source
from ..wording import index_text, joined, listed, named, opened, quoted
from .rows import factor_rows


def trust_section(source: Source, number: int) -> TrustSection:
    """The four factors, the weakest of them as headline, the index and what caps it."""
    trust = source.card.trust
    mark = source.score_text(source.gate)
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
    if trust.index is None:
        return _unrated(source)
    weak = source.weak_factor
    level = source.weakest_factors
    if weak is not None and len(level) > 1:
        return _level_weak(source, level)
    if weak is not None:
        words = {"factor": source.name(weak.id), "lacks": source.text(source.framework.by_dimension[weak.id].lacks)}
        return opened(_("%(factor)s is the weakest factor: %(lacks)s.") % words)
    names = [source.name(each.id).lower() for each in level]
    score = source.score_text(level[0].score)
    if len(level) == len(trust.factors):
        return _("All four trust factors carry, each at %(score)s.") % {"score": score}
    if len(level) > 1:
        words = {"factors": named(names), "score": score}
        return _("All four trust factors carry. The weakest are %(factors)s at %(score)s.") % words
    return _("All four trust factors carry. The weakest is %(factor)s at %(score)s.") % {
        "factor": names[0],
        "score": score,
    }


def weak_text(source: Source, weak: DimensionScore) -> str:
    """What does not carry while a factor is not rated: that one may be weaker still, so none is called the weakest."""
    names = [source.name(each.id).lower() for each in source.weakest_factors]
    if len(names) > 1:
        words = {"factors": named(names), "score": source.score_text(weak.score)}
        return _("The trust factors %(factors)s do not carry yet, at %(score)s each.") % words
    lacks = source.text(source.framework.by_dimension[weak.id].lacks)
    return _("The trust factor %(factor)s does not carry yet: %(lacks)s.") % {"factor": names[0], "lacks": lacks}


def _level_weak(source: Source, level: tuple[DimensionScore, ...]) -> str:
    """Several factors are equally weak: none of them is named as the one."""
    score = source.score_text(level[0].score)
    if len(level) == len(source.card.trust.factors):
        return _("No trust factor carries yet: all four stand at %(score)s.") % {"score": score}
    words = {"factors": named([source.name(each.id).lower() for each in level]), "score": score}
    return opened(_("%(factors)s are the weakest factors, at %(score)s each.") % words)


def _unrated(source: Source) -> str:
    """Why trust cannot be summed up: what does not apply is not a matter of answers."""
    unrated = [each for each in source.card.trust.factors if not each.rated]
    barred = [source.name(each.id).lower() for each in unrated if not source.ratable(each)]
    if barred:
        return _("Trust cannot be summed up: too few practices of %(names)s apply.") % {"names": named(barred)}
    short = [source.name(each.id).lower() for each in unrated]
    return _("Trust cannot be summed up yet: too few answers on %(names)s.") % {"names": named(short)}


def _paragraphs(source: Source) -> list[str]:
    trust = source.card.trust
    result = []
    if trust.index is not None:
        index = _(
            "Overall trust is %(band)s. The index of %(index)s is the geometric mean of the four, so that one weak "
            "factor pulls the whole down; their plain mean is %(mean)s."
        ) % {
            "band": source.band(trust.band),
            "index": index_text(trust.index),
            "mean": index_text(trust.mean),
        }
        result.append(joined([index, *floor_text(source)]))
    elif weak := source.weak_factor:
        result.append(weak_text(source, weak))
    return [*result, *capped_text(source)]


def floor_text(source: Source) -> Iterable[str]:
    """Why the index is another number than the factors make, where one is lower than anything counts."""
    floor = source.framework.thresholds.trust_floor
    if any(each.score is not None and each.score < floor for each in source.card.trust.factors):
        yield _("A factor below %(floor)s counts as %(floor)s, so that one zero does not wipe out the rest.") % {
            "floor": f"{floor:g}"
        }


def capped_text(source: Source) -> Iterable[str]:
    """Which open red flags hold the band of trust down, where some do."""
    trust = source.card.trust
    if trust.capped_by:
        titles = [quoted(source.text(source.framework.flags[flag].title)) for flag in trust.capped_by]
        yield (
            ngettext(
                "While the red flag %(flags)s is open, trust cannot be called more than %(band)s.",
                "While the red flags %(flags)s are open, trust cannot be called more than %(band)s.",
                len(titles),
            )
            % {"flags": listed(titles), "band": source.band(trust.band)}
        )
