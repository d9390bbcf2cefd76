"""What a page of the review shows: which practices, by which filter, and each of them ready for its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.utils.safestring import SafeString

from ...content.loader import framework
from ...forms.review import SettlingInReview
from ...maturity.review import KINDS, Reviewed
from ...pieces import drawn
from ...queries.review import Agreement, Review
from ...reports.charts.shapes import css_class
from ...reports.charts.spread import GroupSpread, crowded, spread, stage_axis
from ...reports.wording import joined, stage_text
from ...words.reader import reader_language
from . import review_words as words

PER_PAGE = 8
REMARKS = 8  # of one practice beside others, and of each so much; alone it shows all
EXCERPT = 500
NAMES = 6
BY_DEFAULT = "dimension"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the page is about: the practices of a `dimension`, those of one kind (`show`), or one `practice`."""

    by: str
    value: str
    page: str
    items: tuple[Reviewed, ...]

    @property
    def address(self) -> str:
        """The query that leads to this page again."""
        query = {self.by: self.value, **({"page": self.page} if self.page != "1" else {})}
        return f"?{urlencode(query)}"


def chosen(asked: Mapping[str, str], review: Review, always: str = "") -> Choice:
    """The choice that the address asks for; without one the dimension with most to talk about.

    `always`: a practice that is shown whatever the choice, since there is something to say about it.
    """
    practices = {each.practice.id: each for each in review.practices}
    if asked.get("practice") in practices:
        return Choice("practice", asked["practice"], "1", (practices[asked["practice"]],))
    if asked.get("show") in KINDS:
        found = [each for each in review.practices if asked["show"] in each.kinds]
        page = Paginator(found, PER_PAGE).get_page(asked.get("page"))
        return Choice("show", asked["show"], str(page.number), _with(practices.get(always), tuple(page)))
    dimensions = list(dict.fromkeys(each.dimension for each in review.practices))
    dimension = asked.get("dimension", "")
    if dimension not in dimensions:
        pressing = [each.dimension for each in review.practices if each.pressing]
        waiting = [each.dimension for each in review.practices if not each.settled]
        dimension = max(dimensions, key=lambda each: (pressing.count(each), bool(waiting.count(each))))
    found = [each for each in review.practices if each.dimension == dimension]
    return Choice(BY_DEFAULT, dimension, "1", _with(practices.get(always), tuple(found)))


def context_of(
    review: Review, choice: Choice, form: SettlingInReview | None, *, anonymous: bool, newer: bool
) -> dict[str, Any]:
    """Everything the template needs besides the assessment itself. `newer`: the form came too late."""
    alone = choice.by == "practice"
    items = [
        _item(each, review.agreements.get(each.practice.id), _own(form, each), newer=newer, alone=alone)
        for each in choice.items
    ]
    total = sum(choice.value in each.kinds for each in review.practices) if choice.by == "show" else len(items)
    return {
        "review": review,
        "choice": choice,
        "finding": words.finding(review),
        "lede": words.lede(review),
        "items": items,
        "dimensions": _dimensions(review, choice),
        "kinds": _kinds(review, choice),
        "page": Paginator(range(total), PER_PAGE).get_page(choice.page),
        "axis": drawn(stage_axis()),
        "crowded": any(crowded(_strips(each)) for each in choice.items),
        "anonymous": anonymous,
        "stages": list(enumerate(review.framework.stages)),
    }


def anchor(practice: str) -> str:
    """Where a practice stands on the page."""
    return f"agree-{practice}"


def _with(extra: Reviewed | None, items: tuple[Reviewed, ...]) -> tuple[Reviewed, ...]:
    return items if extra is None or extra in items else (extra, *items)


def _own(form: SettlingInReview | None, each: Reviewed) -> SettlingInReview | None:
    return form if form and form.practice == each.practice.id else None


def _item(
    each: Reviewed, agreement: Agreement | None, form: SettlingInReview | None, *, newer: bool, alone: bool
) -> dict[str, Any]:
    kept = "" if agreement is None or agreement.stage is None else str(agreement.stage)
    blank = SettlingInReview(
        each.practice.id,
        kept,
        agreement.reason if agreement and kept else "",
        agreement.version if agreement else 0,
    )
    remarks = each.remarks if alone else each.remarks[:REMARKS]
    names = each.unknown if alone else each.unknown[:NAMES]
    return {
        "reviewed": each,
        "practice": each.practice,
        "dimension": framework().by_dimension[each.dimension].name,
        "tone": css_class(each.dimension),
        "anchor": anchor(each.practice.id),
        "figure": _figure(each),
        "rows": [(words.group_label(group.group), f"{group.median:.1f}") for group in each.groups],
        "median": "" if each.median is None else f"{each.median:.1f}",
        "flags": words.flags(each),
        "remark": words.quiet_remark(each),
        "remarks": [words.remark(one, None if alone else EXCERPT) for one in remarks],
        "cut": not alone and any(len(one.note) > EXCERPT for one in remarks),
        "more_remarks": len(each.remarks) - len(remarks),
        "unknown": words.names(names, len(each.unknown)),
        "until": words.until_set(each, stage_text(each.stage)),
        "agreement": agreement,
        "dissent": words.dissent(each),
        "kept": kept,
        "form": form or blank,
        "newer": newer and form is not None,
    }


def _strips(each: Reviewed) -> list[GroupSpread]:
    return [
        GroupSpread([group.stages.count(stage) for stage in range(5)], group.median, group.middle)
        for group in each.groups
    ]


def _figure(each: Reviewed) -> SafeString:
    strips = _strips(each)
    if not strips:
        return SafeString("")
    title = each.practice.title.to(reader_language())
    desc = joined(
        [
            words.described(group.group, group.median, strip.counts)
            for group, strip in zip(each.groups, strips, strict=True)
        ]
    )
    split = bool(each.kinds & {"differ", "leaders"})
    return drawn(spread(f"spread-{each.practice.id}", strips, title, desc=desc, split=split))


def _dimensions(review: Review, choice: Choice) -> list[dict[str, Any]]:
    """The filter by dimension, with how many of each are flagged and open."""
    names = {each.id: each.name for each in review.framework.dimensions}
    rows = []
    for dimension in dict.fromkeys(each.dimension for each in review.practices):
        count = sum(each.pressing for each in review.practices if each.dimension == dimension)
        current = choice.by == "dimension" and choice.value == dimension
        rows.append({"id": dimension, "name": names[dimension], "count": count, "current": current})
    return rows


def _kinds(review: Review, choice: Choice) -> list[dict[str, Any]]:
    """The filters across dimensions, with how many practices each would show."""
    return [
        {
            "id": kind,
            "name": words.kind_name(kind),
            "count": sum(kind in each.kinds for each in review.practices),
            "current": choice.by == "show" and choice.value == kind,
        }
        for kind in KINDS
    ]
