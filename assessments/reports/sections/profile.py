"""The ten dimensions side by side; and experience beside trust."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.scorecard import DimensionScore
from ..document import FigureText, Head, ProfileSection, SynergySection
from ..source import Source
from ..wording import joined, named_or_counted
from .rows import factor_rows, level_rows


def profile_section(source: Source, number: int) -> ProfileSection:
    """Ten scores on one axis, with the range left open by don't-knows and the evidenced score."""
    return ProfileSection(
        head=Head(number, "dimensions", _("Ten dimensions"), _finding(source)),
        rows=level_rows(source) + factor_rows(source),
        legend_score=_("Score"),
        legend_range=_("Range left open by “don’t know”"),
        legend_evidenced=_("Score with evidence only"),
        caption=_(
            "The small circle counts stages 3 and 4 without a note or link as stage 2. Where it lies far left of the "
            "mark, the score rests on word rather than on evidence."
        ),
    )


def _finding(source: Source) -> str:
    rated = [each for each in source.card.dimensions if each.score is not None]
    if len(rated) < 2:
        if any(source.ratable(each) for each in source.card.dimensions if not each.rated):
            return _("There are too few answers to compare the ten dimensions.")
        return _("Too few practices apply to compare the ten dimensions.")
    rest = len(source.card.dimensions) - len(rated)
    others = ngettext("%(count)s dimension is not rated.", "%(count)s dimensions are not rated.", rest)
    told = _compared(source, rated)
    return joined([told, others % {"count": rest}]) if rest else told


def _compared(source: Source, rated: Sequence[DimensionScore]) -> str:
    best = max(rated, key=lambda each: each.score or 0.0)
    worst = min(rated, key=lambda each: each.score or 0.0)
    words = {
        "best": source.name(best.id),
        "high": source.score_text(best.score),
        "worst": source.name(worst.id),
        "low": source.score_text(worst.score),
    }
    if words["high"] == words["low"]:
        return _("All rated dimensions stand at %(high)s.") % words
    best_names, worst_names = _level_with(source, rated, words["high"]), _level_with(source, rated, words["low"])
    if len(best_names) + len(worst_names) > 2:
        words |= {"best": named_or_counted(best_names), "worst": named_or_counted(worst_names)}
        return _("Highest at %(high)s: %(best)s. Lowest at %(low)s: %(worst)s.") % words
    return _("%(best)s stands highest at %(high)s, %(worst)s lowest at %(low)s.") % words


def _level_with(source: Source, rated: Sequence[DimensionScore], text: str) -> list[str]:
    """All that show this score: none of them is called the one at the end."""
    return [source.name(each.id) for each in rated if source.score_text(each.score) == text]


def synergy_section(source: Source, number: int) -> SynergySection:
    """Where the company stands between experience (decimal level, 0 to 6) and trust (weakest factor, 0 to 100)."""
    headline, trust, lines = source.card.headline, source.card.trust, source.framework.thresholds
    weakest = source.found(trust.weakest).score if trust.weakest else None
    decimal = headline.decimal if headline.decimal is not None else float(headline.achieved_level)
    placed = source.card.synergy is not None
    finding, meaning = _reading(source)
    return SynergySection(
        head=Head(number, "synergy", _("Experience and trust"), finding, (meaning,)),
        figure=FigureText(_("Experience and trust"), finding),
        experience=decimal / len(source.card.levels) * 100 if placed else None,
        trust=weakest if placed else None,
        quadrants=(_("Trusted, not yet able"), _("Earned loyalty"), _("Foundations"), _("Able, not yet trusted")),
        x_label=_("Experience: level attained"),
        x_ticks=("0", str(lines.synergy_level), str(len(source.card.levels))),
        y_label=_("Trust: weakest factor"),
        caption=_("Experience counts as strong from level %(level)s, trust when its weakest factor is above %(trust)s.")
        % {"level": lines.synergy_level, "trust": f"{lines.synergy_trust:g}"},
        experience_line=lines.synergy_level / len(source.card.levels) * 100,
        trust_line=lines.synergy_trust,
    )


def _reading(source: Source) -> tuple[str, str]:
    taken = (*source.card.levels[: source.framework.thresholds.synergy_level], *source.card.trust.factors)
    if source.card.synergy is None and not all(source.ratable(each) for each in taken):
        return (
            _("The answers do not decide how experience and trust stand to each other."),
            _("Too few practices apply in a dimension that it takes to place the company on this chart."),
        )
    if source.card.synergy == "strong-both" and source.card.headline.reservations:
        return (
            _("Experience and trust carry each other, with a reservation."),
            _("Put right what the level is reserved for before asking customers to speak up for the company."),
        )
    if source.card.synergy == "strong-both" and source.card.trust.capped_by:
        return (
            _("Experience and trust carry each other, with a reservation."),
            _("Close the red flags that hold trust down before asking customers to speak up for the company."),
        )
    return {
        "strong-both": (
            _("Experience and trust carry each other."),
            _("This is the ground on which customers speak up for a company. Ask for it, and keep both sides firm."),
        ),
        "experience-without-trust": (
            _("Experience runs ahead of trust: one bad story could undo it."),
            _("What has been built is good and fragile. Mend the weakest trust factor before building higher."),
        ),
        "trust-without-experience": (
            _("Trust is being spent on an experience that does not yet keep up."),
            _("Trust makes customers patient, and patience hides defects. It also raises what they expect next."),
        ),
        "neither": (
            _("First the foundations: neither experience nor trust carries yet."),
            _("Begin at the base of the pyramid and with the weakest factor; later levels rest on both."),
        ),
        None: (
            _("The answers do not yet decide how experience and trust stand to each other."),
            _("Answer the dimensions that are not rated, and the place on this chart can be drawn."),
        ),
    }[source.card.synergy]
