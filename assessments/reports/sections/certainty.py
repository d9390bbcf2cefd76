"""How sure this is: five criteria, and what else limits the result."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.agreement import PerceptionGap, perception_gap
from ...maturity.scorecard import Criterion
from ..document import CertaintyRow, CertaintySection, Head
from ..source import Source
from ..wording import NOT_RATED, index_text, listed, named, opened, quoted, rounded, share_text
from .gap import incomparable
from .opening import grade_text, notices

NAMED = 6
FEW = 2  # people who are too few to say how far opinions differ, whatever they answered


def certainty_section(source: Source, number: int) -> CertaintySection:
    """The five criteria with their grades, then what else limits the result."""
    confidence = source.card.confidence
    finding = {
        "high": _("The result rests on broad, recent and evidenced answers."),
        "medium": _("The result is usable, with the limits named here."),
        "low": _("Read the result as a first indication: at least one of five tests of certainty is not met."),
    }[confidence.grade]
    if confidence.grade == "high" and any(each.id == "evidence" and each.value is None for each in confidence.criteria):
        finding = _("The result rests on broad and recent answers.")  # none of them claims what evidence could bear out
    return CertaintySection(
        head=Head(number, "certainty", _("How sure is this"), finding),
        rows=tuple(_row(source, each) for each in confidence.criteria),
        statements=(*notices(source), *_statements(source)),
    )


def _row(source: Source, criterion: Criterion) -> CertaintyRow:
    names = {
        "coverage": (_("Coverage"), _("Share of the applicable practices that are answered")),
        "evidence": (_("Evidence"), _("Share of answers from stage 2 up that carry a note or a link")),
        "breadth": (_("Breadth"), _("Role groups in which somebody gave a stage: leaders, managers, frontline")),
        "disagreement": (
            _("Differing opinions"),
            _("Share of practices on which opinions differ: the fewer, the surer the result"),
        ),
        "freshness": (_("Freshness"), _("Days since the assessment")),
    }
    name, meaning = names[criterion.id]
    judged = criterion.value is not None  # what there is nothing to judge by lowers no grade, but it is not high either
    return CertaintyRow(
        id=criterion.id,
        name=name,
        value=_value(source, criterion),
        grade=criterion.grade if judged else "",
        grade_text=opened(grade_text(criterion.grade)) if judged else NOT_RATED,
        meaning=meaning,
    )


def _value(source: Source, criterion: Criterion) -> str:
    if criterion.value is None:
        return _("nothing to judge yet")
    if criterion.id == "coverage" and not source.applies:
        return _("no practice applies")
    if criterion.id == "breadth":
        count = int(criterion.value)
        return ngettext("%(count)s of %(all)s group", "%(count)s of %(all)s groups", len(source.framework.groups)) % {
            "count": count,
            "all": len(source.framework.groups),
        }
    if criterion.id == "freshness":
        days = int(criterion.value)
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    return share_text(criterion.value, getattr(source.framework.thresholds.confidence, criterion.id))


def _statements(source: Source) -> Iterable[str]:
    yield from _anonymous(source)
    yield from _evidenced(source)
    yield from _noise(source)
    yield from incomparable(source)
    yield from _unknown(source)
    yield from _differing(source)
    yield from gap_statements(source)
    yield from _adjusted(source)


def _anonymous(source: Source) -> Iterable[str]:
    if source.sheet.anonymous:
        yield _(
            "Nothing here is about fewer than %(least)s people: practices to which fewer gave a stage count as "
            "unanswered, smaller groups are joined to the next, and notes stand by themselves."
        ) % {"least": source.sheet.minimum_group}


def _evidenced(source: Source) -> Iterable[str]:
    headline = source.card.headline
    if headline.achieved_level and not headline.evidenced_level:
        yield _(
            "With stages 3 and 4 that carry no note or link counted as stage 2, not even level 1 would stand; now it "
            "is level %(high)s."
        ) % {"high": headline.achieved_level}
    elif headline.evidenced_level < headline.achieved_level:
        yield _(
            "With stages 3 and 4 that carry no note or link counted as stage 2, level %(low)s would stand instead of "
            "level %(high)s."
        ) % {"low": headline.evidenced_level, "high": headline.achieved_level}


def _noise(source: Source) -> Iterable[str]:
    people, heard = source.card.respondents, _heard(source)
    if source.sheet.too_few:  # how many have answered, and what, is not for showing
        return
    error = _standard_error(source, heard)
    words = {"people": people, "heard": heard, "points": index_text(error)}
    if error and error != _standard_error(source, people):
        yield (
            _(
                "%(people)s people answered, but on average only %(heard)s of them gave a stage to a practice. A level "
                "score may lie about %(points)s points off by chance alone (one standard error, simulated with "
                "plausible spreads)."
            )
            % words
        )
    elif error:
        yield (
            _(
                "With %(people)s respondents, a level score may lie about %(points)s points off by chance alone (one "
                "standard error, simulated with plausible spreads)."
            )
            % words
        )
    elif people == 0:
        yield _("Nobody has answered yet.")
    elif people > FEW and not heard:
        yield _("%(people)s people answered, but none of them gave a stage to a practice.") % words
    elif people > FEW:
        yield (
            _(
                "%(people)s people answered, but on average only %(heard)s of them gave a stage to a practice. That is "
                "too few to say how far opinions in the company differ."
            )
            % words
        )
    else:
        yield ngettext(
            "%(people)s person answered. That is one view of the company; how far others see it differently is not "
            "known.",
            "%(people)s people answered. That is too few to say how far opinions in the company differ.",
            people,
        ) % {"people": people}


def _standard_error(source: Source, people: int) -> float | None:
    """How far off a score may be by chance alone; None where that many people are too few to say."""
    known = [error for count, error in source.framework.thresholds.agreement.standard_error if count <= people]
    return known[-1] if known else None


def _heard(source: Source) -> int:
    """How many people gave a stage to a practice that anybody gave one to, on average: chance depends on them."""
    counts = [each.answered for each in source.card.practices.values() if each.answered]
    return int(rounded(sum(counts) / len(counts))) if counts else 0


def _unknown(source: Source) -> Iterable[str]:
    titles = [quoted(source.practice(each.id)) for each in source.card.practices.values() if each.widely_unknown]
    words = {"count": len(titles), "practices": listed(titles[:NAMED])}
    if titles and source.card.respondents == 1:  # a share of one person is none
        yield _unanswerable(len(titles)) % words
    elif len(titles) > NAMED:
        yield (
            _(
                "At least a third of the answers are “don’t know” on each of %(count)s practices, among them "
                "%(practices)s. That is a finding in itself."
            )
            % words
        )
    elif titles:
        yield _("At least a third of the answers on %(practices)s are “don’t know”. That is a finding.") % words


def _unanswerable(practices: int) -> str:
    """What the only person who was asked does not know."""
    if practices > NAMED:
        return _("%(count)s practices could not be answered, among them %(practices)s. That is a finding in itself.")
    return _("What could not be answered is a finding: %(practices)s.")


def _differing(source: Source) -> Iterable[str]:
    titles = [
        quoted(source.practice(each.id))
        for each in source.card.practices.values()
        if each.spread and each.spread.disagreement
    ]
    words = {"count": len(titles), "practices": listed(titles[:NAMED])}
    if len(titles) > NAMED:
        yield _("Opinions differ on %(count)s practices, among them %(practices)s.") % words
    elif titles:
        yield _("Opinions differ on %(practices)s.") % words


def gap_statements(source: Source) -> Iterable[str]:
    """How often leaders see a practice a stage or more above the front line, or below it."""
    gaps = [gap for practice in source.card.practices if (gap := _gap_on(source, practice)) and gap.flagged]
    above = sum(gap.stages > 0 for gap in gaps)
    if above:
        yield ngettext(
            "On %(count)s practice leaders see the company much further on than the front line does.",
            "On %(count)s practices leaders see the company much further on than the front line does.",
            above,
        ) % {"count": above}
    if len(gaps) - above:
        yield ngettext(
            "On %(count)s practice the front line sees the company much further on than leaders do.",
            "On %(count)s practices the front line sees the company much further on than leaders do.",
            len(gaps) - above,
        ) % {"count": len(gaps) - above}


def _gap_on(source: Source, practice: str) -> PerceptionGap | None:
    """The gap on one practice, where enough people of both sides speak of it."""
    thresholds = source.framework.thresholds.agreement
    sides = _sides(source, practice)
    return perception_gap(*sides, thresholds) if min(map(len, sides)) >= thresholds.spread_min_n else None


def _sides(source: Source, practice: str) -> tuple[list[int], list[int]]:
    """The stages that leaders and the front line gave."""
    sides: dict[str, list[int]] = {"leaders": [], "frontline": []}
    for respondent in source.sheet.respondents:
        stage = source.counted(respondent.answers.get(practice))
        if stage is not None and respondent.group in sides:
            sides[respondent.group].append(stage)
    return sides["leaders"], sides["frontline"]


def _adjusted(source: Source) -> Iterable[str]:
    names = [source.name(each.id) for each in source.card.dimensions if each.applicable < each.practices and each.rated]
    if names:
        yield ngettext(
            "Not all practices of %(names)s apply, so this score is adjusted and not comparable with others.",
            "Not all practices of %(names)s apply, so these scores are adjusted and not comparable with others.",
            len(names),
        ) % {"names": named(names)}
