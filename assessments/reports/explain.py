"""What a number in the report was made of, down to single answers: the value behind every number that can be opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..maturity.scorecard import DimensionScore
from .document import CertaintyRow
from .explain_customers import explain_customers
from .explanation import Explanation, ExplanationLine
from .sections.answers import voices
from .sections.certainty import certainty_section
from .sections.gap import gap_section, people_text
from .sections.lenses import lens_score
from .sections.steps import impact_text, size_text
from .sections.trust import floor_text
from .source import Source
from .wording import index_text, joined, opened, priority_text, stage_text


def explain(source: Source, key: str) -> Explanation | None:
    """The explanation under `key`; None where the report has no such number."""
    with override(source.language):
        if key in WHOLES:
            return WHOLES[key](source)
        if any(each.id == key for each in source.card.dimensions):
            return _dimension(source, source.found(key))
        if key in source.card.practices:
            return _practice(source, key)
        if key.startswith("gap-"):
            return _gap(source, key.removeprefix("gap-"))
        if key.startswith("priority-"):
            return _priority(source, key.removeprefix("priority-"))
        return _lens(source, key) if key.startswith("lens-") else explain_customers(source, key)


def _dimension(source: Source, found: DimensionScore) -> Explanation:
    practices = [each for each in source.card.practices.values() if each.dimension == found.id]
    answered = [each for each in practices if each.stage is not None]
    terms = " + ".join(f"{each.stage:.4g}" for each in answered if each.stage is not None)
    formula = ""
    if found.score is not None:
        formula = f"({terms}) ÷ {len(answered)} × 25 = {found.score:.4g}"
    return Explanation(
        title=source.name(found.id),
        value=source.score_text(found.score),
        sentence=_dimension_sentence(source, found),
        formula=formula,
        parts=tuple(
            ExplanationLine(source.practice(each.id), stage_text(each.stage), _state(source, each.id), each.id)
            for each in practices
        ),
    )


def _dimension_sentence(source: Source, found: DimensionScore) -> str:
    if not found.rated:
        if not source.ratable(found):
            return _("Not rated: too few of its practices apply.")
        return _("Not rated: too few of its practices are answered.")
    sentence = _("The mean stage of the answered practices, as a percentage of stage 4.")
    if found.self_rated is None or abs(found.self_rated - (found.score or 0.0)) < 0.05:
        return sentence
    plain = _("On what people said alone it would be %(score)s.") % {"score": source.score_text(found.self_rated)}
    return joined([sentence, plain])


def _state(source: Source, practice: str) -> str:
    found = source.card.practices[practice]
    if found.agreed is not None:
        if found.self_rated is None:
            return _("agreed in the review")
        return _("agreed in the review; people said %(said)s") % {"said": stage_text(found.self_rated)}
    if found.stage is not None:
        return ""
    if not found.applicable:
        return _("not applicable: leaves the score")
    return _("don’t know: opens the range") if found.dont_know else _("not answered: lowers the coverage")


def _practice(source: Source, key: str) -> Explanation:
    found = source.card.practices[key]
    sentence = _("The answer given.")
    if found.answered > 1:
        sentence = _("The mean of the groups’ means, so that each group weighs the same.")
    if found.stage is None:
        sentence = _("There is no stage to count.")
    if found.agreed is not None:
        sentence = _("The review agreed on this stage. What people said stays beside it.")
    return Explanation(
        title=source.practice(key),
        value=stage_text(found.stage),
        sentence=sentence,
        formula=_groups(source, key) if found.answered > 1 else "",
        parts=tuple(_said(source, key)),
    )


def _said(source: Source, practice: str) -> Iterable[ExplanationLine]:
    """One line for each voice; where nobody is to be known, one for all that said the same, with their number."""
    lines = [
        (each.who, each.answer, " · ".join(text for text in (each.note, each.evidence) if text))
        for each in voices(source, practice)
    ]
    if not source.sheet.anonymous:
        return (ExplanationLine(*line) for line in lines)
    return (
        ExplanationLine(who, answer, note or people_text(count))
        for (who, answer, note), count in Counter(lines).items()
    )


def _groups(source: Source, practice: str) -> str:
    """The sum of a role-balanced mean: each group's mean, then their mean."""
    terms = []
    for group in dict.fromkeys(each.group for each in source.sheet.respondents):
        stages = [
            source.counted(respondent.answers[practice])
            for respondent in source.sheet.respondents
            if respondent.group == group and practice in respondent.answers
        ]
        known = [stage for stage in stages if stage is not None]
        if known:
            terms.append((source.group(group), sum(known) / len(known)))
    sums = " + ".join(f"{name} {mean:.4g}" for name, mean in terms)
    stage = source.card.practices[practice].self_rated or 0.0
    return f"({sums}) ÷ {len(terms)} = {stage:.4g}"


def _gap(source: Source, dimension: str) -> Explanation | None:
    section = gap_section(source, 0)
    row = next((each for each in section.rows if each.id == dimension), None)
    if row is None:
        return None
    ends = [each for each in row.views if each.place is not None and each.mark != "managers"]
    formula = f"{ends[0].text} − {ends[1].text} = {row.gap.text}" if row.gap.value is not None else ""
    return Explanation(
        title=_("Perception gap: %(name)s") % {"name": row.name},
        value=row.gap.text,
        sentence=section.caption,
        formula=formula,
        parts=tuple(ExplanationLine(each.name, each.text, each.people) for each in row.views),
    )


def _level(source: Source) -> Explanation:
    gate = source.gate
    return Explanation(
        title=_("Level attained"),
        value=str(source.card.headline.achieved_level),
        sentence=_("The highest level that stands together with every level below it: rated and above %(gate)s.")
        % {"gate": f"{gate:.0f}"},
        formula="",
        parts=tuple(
            ExplanationLine(
                f"{number} {source.name(each.id)}", source.score_text(each.score), _verdict(each, gate), each.id
            )
            for number, each in enumerate(source.card.levels, start=1)
        ),
    )


def _verdict(found: DimensionScore, gate: float) -> str:
    if found.score is None:
        return _("not rated: the climb stops here")
    if found.score > gate:
        return _("above the mark")
    return _("exactly at the mark: does not hold") if found.score == gate else _("below the mark")


def _average(source: Source) -> Explanation:
    rated = [each for each in source.card.levels if each.score is not None]
    average = source.card.headline.average
    sums = " + ".join(f"{each.score:.4g}" for each in rated)
    return Explanation(
        title=_("Experience"),
        value=index_text(average),
        sentence=_(
            "The plain mean of the rated levels. It is not the maturity level: an average can hide a weak base."
        ),
        formula=f"({sums}) ÷ {len(rated)} = {average:.4g}" if average is not None else "",
        parts=_scores(source, source.card.levels),
    )


def _scores(source: Source, dimensions: tuple[DimensionScore, ...]) -> tuple[ExplanationLine, ...]:
    return tuple(
        ExplanationLine(source.name(each.id), source.score_text(each.score), "", each.id) for each in dimensions
    )


def _trust(source: Source) -> Explanation:
    trust = source.card.trust
    product = " × ".join(
        f"{max(source.framework.thresholds.trust_floor, each.score or 0):.4g}" for each in trust.factors
    )
    return Explanation(
        title=_("Trust"),
        value=index_text(trust.index),
        sentence=joined(
            [_("The geometric mean of the four factors: one weak factor pulls the whole down."), *floor_text(source)]
        ),
        formula=f"({product})^¼ = {trust.index:.4g}" if trust.index is not None else "",
        parts=_scores(source, trust.factors),
    )


def _trust_mean(source: Source) -> Explanation:
    factors = source.card.trust.factors
    mean = source.card.trust.mean
    sums = " + ".join(f"{each.score or 0:.4g}" for each in factors)
    return Explanation(
        title=_("Trust, plain mean"),
        value=index_text(mean),
        sentence=_("The plain mean of the four factors, beside the index. It lets a strong factor hide a weak one."),
        formula=f"({sums}) ÷ {len(factors)} = {mean:.4g}" if mean is not None else "",
        parts=_scores(source, factors),
    )


def _confidence(source: Source) -> Explanation:
    section = certainty_section(source, 0)
    return Explanation(
        title=_("Certainty"),
        value=next(row.grade_text for row in section.rows if row.grade == source.card.confidence.grade),
        sentence=_("The worst of five tests."),
        formula="",
        parts=tuple(ExplanationLine(row.name, row.grade_text, _told(row)) for row in section.rows),
    )


def _told(row: CertaintyRow) -> str:
    return _("%(value)s. %(meaning)s") % {"value": opened(row.value), "meaning": row.meaning}


def _priority(source: Source, practice: str) -> Explanation | None:
    step = next((each for each in source.recommendations.steps if each.practice == practice), None)
    if step is None:
        return None
    parts, content = step.parts, source.framework.practices[practice]
    stages = {"low": step.from_stage, "high": step.to_stage}
    return Explanation(
        title=_("Priority of “%(practice)s”") % {"practice": source.practice(practice)},
        value=priority_text(step.priority),
        sentence=_("Gap ÷ 4 × impact × weight × place × multiplier ÷ effort."),
        formula=(
            f"{parts.gap:g} ÷ 4 × {parts.impact} × {parts.weight:g} × {parts.block:g} × {parts.multiplier:g} "
            f"÷ {parts.effort} = {step.priority:.4g}"
        ),
        parts=(
            ExplanationLine(
                _("Gap in stages"), f"{parts.gap:g}", _("from stage %(low)s to %(high)s") % stages, practice
            ),
            ExplanationLine(_("Impact"), str(parts.impact), impact_text(content.impact)),
            ExplanationLine(_("Weight"), f"{parts.weight:g}", _("all practices weigh the same")),
            ExplanationLine(
                _("Place"), f"{parts.block:g}", _("2 on the level that holds you, 0.5 two or more above, else 1")
            ),
            ExplanationLine(
                _("Multiplier"), f"{parts.multiplier:g}", _("1.5 in a weak factor, 2 with an open red flag")
            ),
            ExplanationLine(_("Effort"), str(parts.effort), size_text(content.effort)),
        ),
    )


def _lens(source: Source, key: str) -> Explanation | None:
    for lens in source.framework.lenses:
        for position, item in enumerate(lens.items, start=1):
            if key == f"lens-{lens.id}-{position}":
                return Explanation(
                    title=source.text(item.title),
                    value=source.score_text(lens_score(source, item.practices)),
                    sentence=_("The mean stage of its answered practices, as a percentage of stage 4."),
                    formula="",
                    parts=tuple(
                        ExplanationLine(
                            source.practice(each),
                            stage_text(source.card.practices[each].stage),
                            _state(source, each),
                            each,
                        )
                        for each in item.practices
                        if each in source.card.practices
                    ),
                )
    return None


WHOLES: dict[str, Callable[[Source], Explanation]] = {
    "level": _level,
    "average": _average,
    "trust": _trust,
    "trust-mean": _trust_mean,
    "confidence": _confidence,
}
