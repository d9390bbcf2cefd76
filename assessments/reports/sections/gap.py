"""What leaders, managers and the front line see, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.anonymity import ORDER, groups_of
from ...maturity.lines import below
from ...maturity.perception import DimensionView, View
from ...maturity.units import PERCENT_PER_STAGE
from ..document import GapGroup, GapRow, GapSection, GapView, Head, Number
from ..source import Source
from ..wording import NOT_RATED, decimal_text, joined, listed, rounded, signed_text


def gap_section(source: Source, number: int) -> GapSection:
    """Every class on every dimension, where at least two classes can be set side by side."""
    seen = source.perception
    shown = comparable(source)
    return GapSection(
        head=Head(number, "gap", _("Perception gap"), _finding(source), tuple(_paragraphs(source))),
        groups=tuple(
            GapGroup(
                mark_of(name),
                _("%(name)s, %(group)s") % {"name": source.group(name), "group": people_text(count)},
            )
            for name, count in seen.classes.items()
            if any(each.of(name) for each in seen.dimensions)  # no sign for what is drawn nowhere
        )
        if shown
        else (),
        rows=tuple(_row(source, each) for each in seen.dimensions if each.views) if shown else (),
        gap_label=_("Gap"),
        hidden_label=_("hidden: fewer than %(least)s") % {"least": seen.least},
        caption=_(
            "Mean stages of what people said, whatever was agreed, on the practices of which both ends of the company "
            "speak. A gap is called large from one stage, or from half a stage where ten or more people of each side "
            "answer; that is about its size, and chance is not ruled out."
        ),
    )


def comparable(source: Source) -> bool:
    """True where at least two classes can be set side by side: else there is nothing to draw."""
    seen = source.perception
    return len(seen.classes) > 1 and any(len(each.views) > 1 for each in seen.dimensions)


def left_out(source: Source) -> bool:
    """True where the section would be a sentence alone, on which nobody has written: the report goes without it."""
    return not comparable(source) and "gap" not in source.look.notes


def incomparable(source: Source) -> Iterable[str]:
    """That sentence for another section, unless what is said of everybody’s answers says it already."""
    if left_out(source) and source.card.respondents > 1 and not source.sheet.too_few:
        yield _finding(source)


def mark_of(name: str) -> str:
    """The shape for a class: that of its end of the company, where it has one."""
    groups = groups_of(name)
    return ORDER[0] if ORDER[0] in groups else ORDER[-1] if ORDER[-1] in groups else groups[0]


def people_text(count: int) -> str:
    """How many people."""
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": count}


def _between(source: Source, found: DimensionView, digits: int = 1) -> float:
    """The gap between the two means as they are shown: no reader finds another difference."""
    names = (source.perception.leaders, source.perception.frontline)
    leaders, frontline = (rounded(each.stage, digits) for name in names if name and (each := found.of(name)))
    return rounded(leaders - frontline, digits)


def _digits(source: Source, found: DimensionView) -> int:
    """The decimals of a row: one, or more where that would show a gap that is not called large as if it were."""
    gap = found.gap
    if gap is None or gap.flagged:
        return 1
    return next((each for each in (1, 2, 3) if below(abs(_between(source, found, each)), gap.line)), 4)


def _row(source: Source, found: DimensionView) -> GapRow:
    key = f"gap-{found.id}"
    gap, digits = found.gap, _digits(source, found)
    views = tuple(_view(source, name, found.of(name), digits) for name in source.perception.classes)
    told = [
        _("%(group)s %(stage)s (%(people)s)") % {"group": each.name, "stage": each.text, "people": each.people}
        for each in views
        if each.place is not None
    ]
    return GapRow(
        id=found.id,
        name=source.name(found.id),
        views=views,
        gap=Number(
            signed_text(_between(source, found, digits), digits) if gap else NOT_RATED,
            gap.stages if gap else None,
            key,
        ),
        flag=_("large gap") if gap and gap.flagged else "",
        title=_("%(name)s: %(views)s") % {"name": source.name(found.id), "views": listed(told)},
    )


def _view(source: Source, name: str, view: View | None, digits: int) -> GapView:
    stage = view.stage if view else None
    return GapView(
        mark=mark_of(name),
        name=source.group(name),
        text=NOT_RATED if stage is None else decimal_text(stage, digits),
        stage=stage,
        place=None if stage is None else stage * PERCENT_PER_STAGE,
        people=people_text(view.people)
        if view
        else _("hidden: fewer than %(least)s") % {"least": source.perception.least},
    )


def _finding(source: Source) -> str:
    """What the flags bear out, and no more."""
    seen = source.perception
    if not seen.classes and source.sheet.too_few:
        return _("Nobody’s answers can be shown by group.")
    if not any(each.answers for each in source.sheet.respondents):
        return _("Nobody has answered yet.")
    if len(seen.classes) < 2:
        if any(len(groups_of(each)) > 1 for each in seen.classes):
            return _("The groups are too small to be set side by side.")
        return _("Only one group has answered, so there is nothing to set side by side.")
    if not seen.compared:
        return _("Leaders or the front line gave too few answers to say whether both see the same company.")
    if not seen.flagged:
        return _("On no dimension do leaders and the front line lie far enough apart to claim a gap.")
    return joined([_widest(source, seen.flagged[0]), *_others(len(seen.flagged) - 1)])


def _widest(source: Source, found: DimensionView) -> str:
    seen, stages = source.perception, found.gap.stages if found.gap else 0.0
    ends = [each for name in (seen.leaders, seen.frontline) if name and (each := found.of(name))]
    high, low = ends if stages > 0 else ends[::-1]
    return _(
        "%(name)s looks %(gap)s stages further on to %(high)s than to %(low)s (%(more)s and %(fewer)s people)."
    ) % {
        "name": source.name(found.id),
        "gap": decimal_text(abs(_between(source, found))),
        "high": source.group_within(high.name),
        "low": source.group_within(low.name),
        "more": high.people,
        "fewer": low.people,
    }


def _others(count: int) -> list[str]:
    if not count:
        return []
    return [
        ngettext(
            "On %(count)s more dimension the gap is large.", "On %(count)s more dimensions the gap is large.", count
        )
        % {"count": count}
    ]


def _paragraphs(source: Source) -> list[str]:
    """Which groups are joined, and which are too small."""
    seen = source.perception
    told = []
    for name in seen.classes:
        groups = groups_of(name)
        if len(groups) > 1:
            told.append(
                _("%(groups)s are shown together: apart, one of them would be fewer than %(least)s people.")
                % {"groups": source.group(name), "least": seen.least}
            )
    small = [source.group(name) for name, count in seen.classes.items() if count < seen.least]
    if small and len(seen.classes) > 1:
        told.append(
            _("Not shown: %(groups)s, with fewer than %(least)s people.")
            % {"groups": listed(small), "least": seen.least}
        )
    return told
