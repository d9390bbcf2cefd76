"""The first page: the finding in one sentence, four key figures, and what to know before reading on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.pyramid import possible
from ...maturity.scorecard import DimensionScore
from ..document import KeyFigure, Number
from ..source import Source
from ..wording import NOT_RATED, enumerated, joined, listed, named, opened, share_text
from .trust import weak_text


def finding(source: Source) -> str:
    """The finding: which level stands, what holds it there, and the weak stone of trust where there is one."""
    if source.sheet.too_few and not source.card.agreed:
        return too_few_text(source)
    sentence = _level_sentence(source)
    weak = source.weak_factor
    if weak is None:
        return sentence
    return joined([sentence, _held_back(source, weak)])


def _held_back(source: Source, weak: DimensionScore) -> str:
    """What holds trust back: the weakest factor with what it lacks, or those that are level with it."""
    if source.card.trust.index is None:
        return weak_text(source, weak)
    names = [source.name(each.id).lower() for each in source.weakest_factors]
    if len(names) == len(source.card.trust.factors):
        return _("Trust is held back by all four factors alike: each stands at %(score)s.") % {
            "score": source.score_text(weak.score)
        }
    if len(names) > 1:
        words = {"factors": named(names), "score": source.score_text(weak.score)}
        return _("Trust is held back by %(factors)s alike, at %(score)s each.") % words
    lacks = source.text(source.framework.by_dimension[weak.id].lacks)
    return _("Trust is held back by %(factor)s: %(lacks)s.") % {"factor": names[0], "lacks": lacks}


def too_few_text(source: Source) -> str:
    """That an anonymous assessment has nothing to show yet, and how many people it takes."""
    return _(
        "Too few people have answered to show anything: it takes %(least)s on a practice, so that nobody’s answers can "
        "be told."
    ) % {"least": source.sheet.minimum_group}


def _level_sentence(source: Source) -> str:
    levels = source.framework.levels
    achieved = source.card.headline.achieved_level
    words: dict[str, object] = {"company": source.company, "number": achieved, "next": achieved + 1}
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
    if not source.ratable(source.card.levels[achieved]):
        return _inapplicable_sentence(achieved, words)
    if achieved:
        return (
            _(
                "%(company)s stands on level %(number)s, %(name)s: %(holds)s. Level %(next)s has too few answers to "
                "judge."
            )
            % words
        )
    words["company"] = source.company_within
    return (
        _("It is too early to place %(company)s: the first level, %(next_name)s, has too few answers to judge.") % words
    )


def _inapplicable_sentence(achieved: int, words: dict[str, object]) -> str:
    """The finding where no answer could judge the next level, since too few of its practices apply."""
    if not achieved:
        text = _(
            "%(company)s cannot be placed: too few practices of the first level, %(next_name)s, apply to judge it."
        )
        return text % words
    return (
        _(
            "%(company)s stands on level %(number)s, %(name)s: %(holds)s. Too few practices of level %(next)s apply to "
            "judge it."
        )
        % words
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
    result.extend(_unrated(source))
    if "dont-know" in headline.provisional:
        levels = source.card.levels
        lows, highs = [each.low for each in levels], [each.high for each in levels]
        result.append(_left_open(possible(lows, highs, source.framework.thresholds)))
    for each in headline.reservations:
        practice = source.practice(each.practice)
        if each.kind == "critical-absent":
            text = _("With reservation: “%(practice)s” is critical and has not reached stage 1.")
        else:
            text = _("With reservation: a level this high rests on “%(practice)s”, which is below stage 2.")
        result.append(text % {"practice": practice})
    return tuple(result)


def _left_open(levels: Sequence[int]) -> str:
    """Which levels don't-knows leave possible: each of them, or a range where they are many and none is missing."""
    text = _(
        "Provisional: depending on what is behind “don’t know”, the level could be anything from %(low)s to %(high)s."
    )
    if len(levels) == 2 or len(levels) <= levels[-1] - levels[0]:
        text = _("Provisional: depending on what is behind “don’t know”, the level could be %(lower)s or %(high)s.")
    return text % {"low": levels[0], "lower": enumerated([str(each) for each in levels[:-1]]), "high": levels[-1]}


def _unrated(source: Source) -> Iterable[str]:
    """Which dimensions are not rated: those that more answers could rate, and those of which too little applies."""
    unrated = [each for each in source.card.dimensions if not each.rated]
    short = [source.name(each.id) for each in unrated if source.ratable(each)]
    barred = [source.name(each.id) for each in unrated if not source.ratable(each)]
    if len(short) == len(source.card.dimensions):
        yield _("Provisional: there are too few answers to rate any dimension.")
    elif short:
        yield _("Provisional: too few answers to rate %(names)s.") % {"names": named(short)}
    if len(barred) == len(source.card.dimensions):
        yield _("Provisional: too few practices apply to rate any dimension.")
    elif barred:
        yield _("Provisional: too few practices apply to rate %(names)s.") % {"names": named(barred)}


def _agreed(source: Source) -> list[str]:
    """That agreed stages count, and what the answers alone would say."""
    agreed, headline = len(source.card.agreed), source.card.headline
    if not agreed:
        return []
    settled = ngettext(
        "On %(count)s practice the stage agreed in the review counts; what people said stays beside it.",
        "On %(count)s practices the stage agreed in the review counts; what people said stays beside it.",
        agreed,
    )
    if not source.card.respondents:
        settled = ngettext(
            "On %(count)s practice the stage agreed in the review counts.",
            "On %(count)s practices the stage agreed in the review counts.",
            agreed,
        )
    settled %= {"count": agreed}
    if headline.self_rated_level == headline.achieved_level:
        return [settled]
    if headline.self_rated_level:
        plain = _("On the answers alone, level %(said)s would stand instead of level %(level)s.")
    else:
        plain = _("On the answers alone, no level would stand; by the agreed stages, level %(level)s does.")
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
    if not note and achieved == len(levels):
        note = _("the highest level")
    if not note and headline.decimal is not None:
        note = _("%(decimal)s with the way to the next") % {"decimal": f"{int(headline.decimal * 10 + 1e-9) / 10:.1f}"}
    return KeyFigure(_("Level attained"), Number(text, achieved, "level"), note)


def _experience_key(source: Source) -> KeyFigure:
    average = source.card.headline.average
    number = source.index(average, "average")
    note = _("mean of the rated levels, of 100") if average is not None else _("no level is rated")
    return KeyFigure(_("Experience"), number, note)


def _trust_key(source: Source) -> KeyFigure:
    trust = source.card.trust
    number = source.index(trust.index, "trust")
    if trust.index is None or trust.weakest is None:
        return KeyFigure(_("Trust"), Number(NOT_RATED, None, "trust"), _("not all four factors are rated"))
    weakest, level = source.found(trust.weakest), source.weakest_factors
    if len(level) == len(trust.factors):
        note = _("all four factors at %(score)s") % {"score": source.score_text(weakest.score)}
        return KeyFigure(_("Trust"), number, note)
    note = _("weakest: %(factor)s %(score)s") % {
        "factor": listed([source.name(each.id) for each in level]),
        "score": source.score_text(weakest.score),
    }
    return KeyFigure(_("Trust"), number, note)


def _certainty_key(source: Source, people: int) -> KeyFigure:
    confidence = source.card.confidence
    coverage = next(each.value for each in confidence.criteria if each.id == "coverage") or 0.0
    note = ngettext("%(share)s answered, %(count)s person", "%(share)s answered, %(count)s people", people) % {
        "share": share_text(coverage, source.framework.thresholds.confidence.coverage),
        "count": people,
    }
    if not source.applies:
        note = _("no practice applies")
    if source.sheet.too_few and not people:
        note = _("too few people to show")
    return KeyFigure(_("Certainty"), Number(opened(grade_text(confidence.grade)), None, "confidence"), note)


def grade_text(grade: str) -> str:
    """A confidence grade in words."""
    return {"high": _("high"), "medium": _("medium"), "low": _("low")}[grade]
