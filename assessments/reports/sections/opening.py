"""The first page: the finding in one sentence, four key figures, and what to know before reading on."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..document import KeyFigure, Number
from ..source import Source
from ..wording import NOT_RATED, joined, listed, opened, score_text, share_text


def finding(source: Source) -> str:
    """The finding: which level stands, what holds it there, and the weak stone of trust where there is one."""
    if source.sheet.too_few and not source.card.agreed:
        return too_few_text(source)
    sentence = _level_sentence(source)
    weak = source.weak_factor
    if weak is None:
        return sentence
    lacks = source.text(source.framework.by_dimension[weak.id].lacks)
    trust = _("Trust is held back by %(factor)s: %(lacks)s.") % {
        "factor": source.name(weak.id).lower(),
        "lacks": lacks,
    }
    return _("%(first)s %(second)s") % {"first": sentence, "second": trust}


def too_few_text(source: Source) -> str:
    """That an anonymous assessment has nothing to show yet, and how many people it takes."""
    return _(
        "Too few people have answered to show anything: it takes %(least)s on a practice, so that nobody’s answers can "
        "be told."
    ) % {"least": source.sheet.minimum_group}


def _level_sentence(source: Source) -> str:
    levels = source.framework.levels
    achieved = source.card.headline.achieved_level
    words = {"company": source.company, "number": achieved, "next": achieved + 1}
    if achieved:
        words["name"] = source.text(levels[achieved - 1].name)
        words["holds"] = source.text(levels[achieved - 1].holds)
    if achieved == len(levels):
        return _("%(company)s stands on all six levels: %(holds)s.") % words
    words["next_name"] = source.text(levels[achieved].name)
    words["lacks"] = source.text(levels[achieved].lacks)
    if source.card.levels[achieved].rated:
        if achieved:
            return _("%(company)s stands on level %(number)s, %(name)s: %(holds)s, but %(lacks)s.") % words
        return _("%(company)s does not yet stand on the first level, %(next_name)s: %(lacks)s.") % words
    if achieved:
        return (
            _(
                "%(company)s stands on level %(number)s, %(name)s: %(holds)s. Level %(next)s has too few answers to "
                "judge."
            )
            % words
        )
    return (
        _("It is too early to place %(company)s: the first level, %(next_name)s, has too few answers to judge.") % words
    )


def notices(source: Source) -> tuple[str, ...]:
    """What limits the headline: the short set, dimensions without enough answers, reservations."""
    headline = source.card.headline
    result = [*_agreed(source)]
    if source.sheet.too_few and source.card.agreed:
        result.append(too_few_text(source))
    if "quick-set" in headline.provisional:
        result.append(
            _(
                "Indicative: two practices stand for each dimension. The full set asks 36 more, rates every dimension "
                "on all its practices, and finds the steps that the short set cannot see."
            )
        )
    unrated = [source.name(each.id) for each in source.card.dimensions if not each.rated]
    if len(unrated) == len(source.card.dimensions):
        result.append(_("Provisional: there are too few answers to rate any dimension."))
    elif unrated:
        result.append(_("Provisional: too few answers to rate %(names)s.") % {"names": listed(unrated)})
    if "dont-know" in headline.provisional:
        result.append(
            _("Provisional: depending on what nobody knew, the level could be anything from %(low)s to %(high)s.")
            % {"low": headline.lowest_level, "high": headline.highest_level}
        )
    for each in headline.reservations:
        practice = source.practice(each.practice)
        if each.kind == "critical-absent":
            text = _("With reservation: “%(practice)s” is critical and stands at stage 0.")
        else:
            text = _("With reservation: a level this high rests on “%(practice)s”, which is below stage 2.")
        result.append(text % {"practice": practice})
    return tuple(result)


def _agreed(source: Source) -> list[str]:
    """That agreed stages count, and what the answers alone would say."""
    agreed, headline = len(source.card.agreed), source.card.headline
    if not agreed:
        return []
    settled = ngettext(
        "On %(count)s practice the stage agreed in the review counts; what people said stays beside it.",
        "On %(count)s practices the stage agreed in the review counts; what people said stays beside it.",
        agreed,
    ) % {"count": agreed}
    if headline.self_rated_level == headline.achieved_level:
        return [settled]
    if headline.self_rated_level:
        plain = _("On the answers alone, level %(said)s would stand instead of level %(level)s.")
    else:
        plain = _("On the answers alone, no level would stand instead of level %(level)s.")
    if not headline.achieved_level:
        plain = _("On the answers alone, level %(said)s would stand instead of none.")
    return [joined([settled, plain % {"said": headline.self_rated_level, "level": headline.achieved_level}])]


def keys(source: Source) -> tuple[KeyFigure, ...]:
    """The four key figures: level, experience, trust, certainty."""
    card = source.card
    return (_level_key(source), _experience_key(source), _trust_key(source), _certainty_key(source, card.respondents))


def _level_key(source: Source) -> KeyFigure:
    headline = source.card.headline
    levels = source.framework.levels
    achieved = headline.achieved_level
    text = _("None yet")
    if achieved:
        text = f"{achieved} {source.text(levels[achieved - 1].name)}"
    note = _("with reservation") if headline.reservations else ""
    if headline.provisional:
        note = _("indicative") if source.quick else _("provisional")
    if not note and headline.decimal is not None:
        note = _("%(decimal)s with the way to the next") % {"decimal": f"{int(headline.decimal * 10 + 1e-9) / 10:.1f}"}
    return KeyFigure(_("Level attained"), Number(text, achieved, "level"), note)


def _experience_key(source: Source) -> KeyFigure:
    average = source.card.headline.average
    number = source.index(average, "average")
    return KeyFigure(_("Experience"), number, _("mean of the rated levels, of 100"))


def _trust_key(source: Source) -> KeyFigure:
    trust = source.card.trust
    number = source.index(trust.index, "trust")
    if trust.index is None or trust.weakest is None:
        return KeyFigure(_("Trust"), Number(NOT_RATED, None, "trust"), _("not all four factors are rated"))
    weakest = source.found(trust.weakest)
    note = _("weakest: %(factor)s %(score)s") % {
        "factor": source.name(weakest.id),
        "score": score_text(weakest.score, source.framework.thresholds),
    }
    return KeyFigure(_("Trust"), number, note)


def _certainty_key(source: Source, people: int) -> KeyFigure:
    confidence = source.card.confidence
    coverage = next(each.value for each in confidence.criteria if each.id == "coverage") or 0.0
    note = ngettext("%(share)s answered, %(count)s person", "%(share)s answered, %(count)s people", people) % {
        "share": share_text(coverage),
        "count": people,
    }
    return KeyFigure(_("Certainty"), Number(opened(grade_text(confidence.grade)), None, "confidence"), note)


def grade_text(grade: str) -> str:
    """A confidence grade in words."""
    return {"high": _("high"), "medium": _("medium"), "low": _("low")}[grade]
