"""How the numbers were made, by whom, and how far they reach."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..document import Head, MethodSection
from ..source import Source
from ..wording import day_text, listed, share_text
from .opening import too_few_text


def method_section(source: Source, number: int) -> MethodSection:
    """The rules in plain words with their thresholds, the scope, the participants and the limits."""
    return MethodSection(
        head=Head(number, "method", _("Method"), _("How these numbers were made, and how far to trust them.")),
        items=(*_scope(source), *_rules(source), *_lines(source), *_limits()),
    )


def _scope(source: Source) -> tuple[tuple[str, str], ...]:
    facts, card = source.facts, source.card
    asked = len(card.practices)
    scope = _(
        "%(framework)s, version %(version)s; %(count)s practices; answers of %(date)s; scoring version %(scoring)s."
    ) % {
        "framework": source.text(source.framework.title),
        "version": card.framework_version,
        "count": asked,
        "date": day_text(facts.held_on),
        "scoring": card.scoring_version,
    }
    return ((_("Scope"), scope), (_("Participants"), _participants(source)))


def _participants(source: Source) -> str:
    people = source.sheet.people
    if source.sheet.too_few and not people:
        return too_few_text(source)
    told = () if source.sheet.anonymous else source.sheet.respondents  # how many of each group is no secret, but joined
    counts = Counter(each.group for each in told if each.answers)
    groups = [
        _("%(group)s %(count)s") % {"count": counts[each.id], "group": source.text(each.title).lower()}
        for each in source.framework.groups
        if counts[each.id]
    ]
    if not groups:
        return ngettext("%(count)s respondent.", "%(count)s respondents.", people) % {"count": people}
    text = ngettext("%(count)s respondent: %(groups)s.", "%(count)s respondents: %(groups)s.", people) % {
        "count": people,
        "groups": listed(groups),
    }
    if len(groups) > 1:
        weight = _("Each group weighs the same, however many of it answered.")
        return _("%(first)s %(second)s") % {"first": text, "second": weight}
    return text


def _rules(source: Source) -> tuple[tuple[str, str], ...]:
    thresholds = source.framework.thresholds
    words = {
        "gate": f"{thresholds.gate:.0f}",
        "low": f"{thresholds.band_edges[0]:.0f}",
        "middle": f"{thresholds.band_edges[1]:.0f}",
        "high": f"{thresholds.band_edges[2]:.0f}",
        "strict": f"{thresholds.strict_lower:.0f}",
        "level": source.card.headline.strict_level,
        "capacity": thresholds.steps.capacity,
        "days": thresholds.steps.lane_days,
        "weak": f"{thresholds.steps.weakest_factor_below:.0f}",
    }
    strict = (
        _("By the strict line, which asks every lower level for more than %(strict)s, level %(level)s stands.") % words
    )
    if not source.card.headline.strict_level:
        plain = _("By the strict line, which asks every lower level for more than %(strict)s, no level stands.")
        strict = plain % words
    rows = [
        (_("Questions"), _(
            "Each practice is answered on five described stages, 0 to 4. A dimension’s score is the mean stage of its "
            "practices as a percentage; all practices weigh the same."
        )),
        (_("Levels"), _(
            "A level is attained when it and every level below is rated and above %(gate)s. Exactly %(gate)s does "
            "not hold: that would be every practice merely defined. Averages are shown beside it, never instead of it."
        ) % words),
        (_("Bands"), _(
            "Up to %(low)s not in place, up to %(middle)s partly, up to %(high)s largely, above that fully in place. "
            "These edges are borrowed conventions, not laws."
        ) % words),
        (_("Trust"), _(
            "Trust is read by its weakest factor; the index is the geometric mean of the four. Trust does not change "
            "the level. It is reported beside it."
        )),
        (_("Missing answers"), _(
            "An unanswered practice is never counted as zero. “Don’t know” lowers certainty and opens a range. “Not "
            "applicable” leaves the score only where the business has no such thing; choosing not to do it counts as "
            "absent."
        )),
        (_("Order of steps"), _(
            "Gap in stages ÷ 4 × impact (1 to 3) × weight ÷ effort (1 to 3), doubled on the level that holds the "
            "pyramid down, halved two or more levels above, 1.5 times in the weakest trust factor while it is below "
            "%(weak)s, doubled for an open red flag. A lane of %(days)s days holds %(capacity)s points of effort; "
            "nothing starts before what it rests on has reached stage 2."
        ) % words),
    ]  # fmt: skip
    if source.outside and source.outside.voice.answers:
        rows.append((_("Customers"), _(
            "Customers’ numbers change no score. NPS has an adjusted-Wald interval, CSAT a Wilson interval, means one "
            "by Student’s t, all at 95%. Under 10 answers no number is shown, under 30 it is indicative, and nothing "
            "is set beside the company’s own view. Where customers see less than the company does, that is a reason "
            "for a step, and puts it first among equals."
        )))  # fmt: skip
    if source.card.headline.strict_level is not None:
        rows.append((_("Strict line"), strict))
    return tuple(rows)


def _lines(source: Source) -> tuple[tuple[str, str], ...]:
    """The lines that decide what is rated, reserved, called certain and called different."""
    thresholds = source.framework.thresholds
    sure, agreement = thresholds.confidence, thresholds.agreement
    part, whole = thresholds.rated_share
    words = {
        "apply": thresholds.level_min_applicable,
        "share": share_text(part / whole),
        "answered": thresholds.factor_min_answered,
        "level": thresholds.privacy_from_level,
        "stage": thresholds.privacy_stage,
        "many": share_text(sure.coverage[0]), "some": share_text(sure.coverage[1]),
        "proven": share_text(sure.evidence[0]), "partly": share_text(sure.evidence[1]),
        "groups": f"{sure.breadth[0]:.0f}", "fewer": f"{sure.breadth[1]:.0f}",
        "few": share_text(sure.disagreement[0]), "more": share_text(sure.disagreement[1]),
        "days": f"{sure.freshness[0]:.0f}", "old": f"{sure.freshness[1]:.0f}",
        "least": agreement.spread_min_n, "below": agreement.agreed_min_n - 1, "enough": agreement.agreed_min_n,
        "span": agreement.flag_range, "deviation": f"{agreement.flag_deviation:g}",
    }  # fmt: skip
    rated = _(
        "A level is rated when at least %(apply)s of its practices apply and %(share)s of these are answered, a trust "
        "factor when at least %(answered)s of its practices are answered."
    )
    if source.quick:
        rated = _("In the 10-minute check a dimension is rated when both its practices are answered.")
    rows = [
        (_("Rating"), rated % words),
        (_("Reservation"), _(
            "A level is attained with reservation while a critical practice of it, of a level below or of trust has "
            "not reached stage 1, and from level %(level)s on while privacy is below stage %(stage)s."
        ) % words),
        (_("Certainty"), _(
            "The worst of five. Each is high, or else medium, at these lines: %(many)s or %(some)s of the applicable "
            "practices answered; a note or link behind %(proven)s or %(partly)s of the answers from stage 2 up; "
            "%(groups)s or %(fewer)s role groups; opinions that differ on at most %(few)s or %(more)s of the answered "
            "practices; at most %(days)s or %(old)s days since the assessment."
        ) % words),
    ]  # fmt: skip
    if source.card.respondents >= agreement.spread_min_n:
        rows.append((_("Opinions"), _(
            "Of %(least)s to %(below)s answers opinions differ where they span %(span)s stages or lie more than "
            "%(deviation)s stages from their median on average. From %(enough)s answers on that average alone decides; "
            "up to it they agree."
        ) % words))  # fmt: skip
    return tuple(rows)


def _limits() -> tuple[tuple[str, str], ...]:
    return (
        (_("Limits"), _(
            "These are the company’s answers about its own practices. They do not measure what customers feel, and "
            "there is no comparison with other companies in this report."
        )),
        (_("Origin"), _(
            "The levels follow the six-level form of the customer-experience pyramid that circulates in the field; "
            "practices, stages and steps are written for this framework."
        )),
    )  # fmt: skip
