"""What the review says in words, by rules: its finding, and what is remarkable about a practice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ...content.loader import framework
from ...maturity.anonymity import groups_of
from ...maturity.review import Reviewed, ReviewRemark
from ...queries.review import Review
from ...reports.wording import listed, stage_text
from ...words.reader import reader_language
from ..answering.question_page import in_words


def finding(review: Review) -> str:
    """The one sentence that opens the page: the largest gap that may be called one, else what remains to be done."""
    if review.too_few:
        return _("Fewer than %(least)s people have answered, so nothing is shown.") % {"least": review.least}
    if not any(each.answered for each in review.practices):
        return _("There are no answers to review yet.")
    waiting = [each for each in review.practices if not each.settled]
    if not waiting:
        return _("Every practice has its agreed stage.")
    if gap := _gap(review, [each for each in waiting if "leaders" in each.kinds]):
        return gap
    if differ := sum("differ" in each.kinds for each in waiting):
        return ngettext(
            "Opinions differ on %(count)s practice that is not settled yet.",
            "Opinions differ on %(count)s practices that are not settled yet.",
            differ,
        ) % {"count": differ}
    if review.pressing:
        return ngettext(
            "%(count)s practice stands out: critical and absent, or unknown to many.",
            "%(count)s practices stand out: critical and absent, or unknown to many.",
            review.pressing,
        ) % {"count": review.pressing}
    if review.settled:
        return ngettext(
            "%(count)s practice still waits for its agreed stage.",
            "%(count)s practices still wait for their agreed stage.",
            len(waiting),
        ) % {"count": len(waiting)}
    return _("No practice shows a disagreement large enough to flag.")


def _gap(review: Review, found: Sequence[Reviewed]) -> str:
    """About the dimension in which leaders see most practices higher, and there the largest distance."""
    if not found:
        return ""
    size = {each.practice.id: each.gap.stages for each in found if each.gap}
    at = [each.dimension for each in found]
    widest = {each: max(size[one.practice.id] for one in found if one.dimension == each) for each in at}
    dimension = max(dict.fromkeys(at), key=lambda each: (at.count(each), widest[each]))
    largest = max((each for each in found if each.dimension == dimension), key=lambda each: size[each.practice.id])
    stages = stage_text(widest[dimension])
    said = ngettext(
        "%(leaders)s rate %(dimension)s up to %(stages)s stage higher than the front line.",
        "%(leaders)s rate %(dimension)s up to %(stages)s stages higher than the front line.",
        _number(stages),
    )
    if largest.groups[-1].group != "frontline":
        said = ngettext(
            "%(leaders)s rate %(dimension)s up to %(stages)s stage higher than %(frontline)s.",
            "%(leaders)s rate %(dimension)s up to %(stages)s stages higher than %(frontline)s.",
            _number(stages),
        )
    return said % {
        "leaders": group_label(largest.groups[0].group),
        "frontline": _within(group_label(largest.groups[-1].group)),
        "dimension": review.framework.by_dimension[dimension].name.to(_language()),
        "stages": stages,
    }


def lede(review: Review) -> str:
    """What to do here."""
    if review.too_few:
        return _("Their answers would tell who said what. Agree the stages together instead, by name, in a workshop.")
    if review.pressing:
        return _(
            "Start with the flagged practices. Agree what is true today, choose the stage, and note what settled it."
        )
    if review.settled < len(review.practices):
        return _("Agree what is true today, choose the stage, and note what settled it.")
    return _("The answers stay beside the agreed stages, and the report shows both.")


def kind_name(kind: str) -> str:
    """The name of a filter."""
    return {
        "open": _("Not settled"),
        "differ": _("Opinions differ"),
        "leaders": _("Leaders above frontline"),
        "unproven": _("No evidence"),
        "absent": _("Stage 0 and critical"),
        "unknown": _("Widely unknown"),
    }[kind]


def flags(each: Reviewed) -> list[str]:
    """Why the practice is flagged, in a few words each."""
    said = []
    if "leaders" in each.kinds and each.gap:
        stages = stage_text(each.gap.stages)
        above = ngettext(
            "%(top)s %(stages)s stage above %(low)s", "%(top)s %(stages)s stages above %(low)s", _number(stages)
        )
        top, low = group_label(each.groups[0].group), _within(group_label(each.groups[-1].group))
        said.append(above % {"top": top, "stages": stages, "low": low})
    if "differ" in each.kinds:
        said.append(_differ(each))
    if "absent" in each.kinds:
        said.append(_("Critical, and at stage 0"))
    if "unknown" in each.kinds:
        said.append(_("Many do not know") if each.answered or each.not_applicable else _("Nobody knows"))
    return said


def _differ(each: Reviewed) -> str:
    stages = [stage for group in each.groups for stage in group.stages]
    return _("Opinions differ: stages %(low)s to %(high)s") % {"low": min(stages), "high": max(stages)}


def quiet_remark(each: Reviewed) -> str:
    """What else there is to say about the answers, without a flag."""
    if each.veiled:
        return _("Too few gave a stage: nothing is shown.")
    if not each.answered and not each.dont_know:
        return _("Nobody has given a stage yet.")
    if "unproven" in each.kinds:
        return ngettext(
            "No evidence behind %(count)s claim of stage 2 or more",
            "No evidence behind %(count)s claims of stage 2 or more",
            each.claims,
        ) % {"count": each.claims}
    if each.spread and each.spread.disagreement is False and not each.flagged:
        return _("Opinions agree")
    return ""


def until_set(each: Reviewed, stage: str) -> str:
    """What the report uses while no stage is agreed."""
    if each.stage is None:
        return _("Until set, the report counts the practice as not answered.")
    if len(each.groups) > 1:
        return _("Until set, the report uses %(stage)s, the mean of the groups.") % {"stage": stage}
    return _("Until set, the report uses %(stage)s, the mean of the answers.") % {"stage": stage}


def names(found: Sequence[tuple[str, str]], of: int) -> str:
    """Names with their groups, and how many more there are."""
    said = [_named(name, group) for name, group in found]
    if of > len(found):
        more = of - len(found)
        said.append(ngettext("%(count)s more", "%(count)s more", more) % {"count": more})
    return listed(said)


def remark(each: ReviewRemark, most: int | None) -> dict[str, Any]:
    """A note of at most so many characters, with who wrote it and what they answered where that may be told."""
    note = each.note if most is None or len(each.note) <= most else f"{each.note[:most]}…"
    who = _named(each.name, each.group) if each.answer else ""
    said = in_words(each.answer, framework()) if each.answer else ""
    return {"answer": each.answer, "who": who, "said": said, "note": note, "evidence": each.evidence}


def dissent(each: Reviewed) -> str:
    """How many gave another stage than the agreed one."""
    if not each.dissent:
        return ""
    return ngettext(
        "%(count)s of %(all)s gave another stage", "%(count)s of %(all)s gave another stage", each.dissent
    ) % {"count": each.dissent, "all": sum(len(group.stages) for group in each.groups)}


def described(group: str, median: float, counts: Sequence[int]) -> str:
    """A row of the figure for those who do not see it."""
    return _("%(group)s: median %(median)s; people at stages 0 to 4: %(counts)s.") % {
        "group": group_label(group),
        "median": f"{median:.1f}",
        "counts": pgettext("between the names of a list", ", ").join(map(str, counts)),
    }


def _named(name: str, group: str) -> str:
    return _("%(name)s (%(group)s)") % {"name": name or _("No name"), "group": group_label(group)}


def group_label(group: str) -> str:
    """The name of a group, or of several that were joined."""
    titles = {each.id: each.title.to(_language()) for each in framework().groups}
    first, *others = (titles.get(part, part) for part in groups_of(group))
    return listed([first, *map(_within, others)])


def _number(stages: str) -> int:
    """Which form of the plural a number of stages takes."""
    return 1 if stages == "1" else 2


def _within(name: str) -> str:
    """A name within a sentence."""
    return name.lower()


def _language() -> str:
    return reader_language()
