"""The report's figures for the screen: the document's numbers handed to the charts."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

from assessments.pieces import drawn
from assessments.reports.charts import catalogue as charts
from assessments.reports.document import (
    CustomerRow,
    DimensionRow,
    GapRow,
    JourneyCard,
    PyramidSection,
    ReportDocument,
    RoadmapLane,
    SynergySection,
    TrustSection,
)
from assessments.reports.renderers.journey_line import journey_line as drawn_journey

register = template.Library()


@register.simple_tag
def pyramid_figure(section: PyramidSection, trust: TrustSection, unrated: str) -> SafeString:
    """The pyramid on its four stones."""
    figure = charts.pyramid(
        charts.WEB,
        "pyramid",
        [row.score.value for row in section.levels],
        section.achieved,
        section.gate,
        section.figure.title,
        section.figure.desc,
        trust=[row.score.value for row in trust.factors],
        trust_names=[row.name for row in trust.factors],
        trust_texts=[row.score.text for row in trust.factors],
        unrated_label=unrated,
    )
    return drawn(figure)


@register.simple_tag
def profile_axis(gate: float) -> SafeString:
    """The 0 to 100 axis over the rows of the profile."""
    return drawn(charts.axis(gate=gate))


@register.simple_tag
def profile_row(row: DimensionRow, gate: float, unrated: str) -> SafeString:
    """One dimension on the axis: score, range, evidenced score."""
    figure = charts.dot_row(
        charts.WEB,
        f"profile-{row.id}",
        row.id,
        row.score.value,
        row.low,
        row.high,
        row.evidenced,
        row.title,
        gate,
        unrated_label=unrated,
    )
    return drawn(figure)


@register.simple_tag
def stage_axis() -> SafeString:
    """The axis of stages 0 to 4 over the rows of the perception gap."""
    return drawn(charts.axis(per=25))


@register.simple_tag
def gap_row(row: GapRow) -> SafeString:
    """One dimension as its groups see it: leaders solid, managers a diamond, the front line a ring."""
    places = (row.place("leaders"), row.place("frontline"))
    figure = charts.dumbbell_row(
        charts.WEB, f"gap-{row.id}", row.id, *places, row.title, middle=row.place("managers"), height=48
    )
    return drawn(figure)


@register.simple_tag
def gap_sign(mark: str) -> SafeString:
    """The shape of a group for the legend."""
    return mark_safe(charts.symbol({"leaders": "first", "managers": "third", "frontline": "second"}[mark]))  # noqa: S308 - our own


@register.simple_tag
def customer_row(row: CustomerRow, gate: float) -> SafeString:
    """One dimension from inside, its own mark, and from outside, a ring."""
    figure = charts.dumbbell_row(
        charts.WEB, f"customers-{row.id}", row.id, row.own.value, row.customers.value, row.title, gate
    )
    return drawn(figure)


@register.simple_tag
def journey_line(card: JourneyCard, place: int) -> SafeString:
    """The feeling along a journey; nothing where none is known."""
    figure = drawn_journey(charts.WEB, f"way-{place}", card)
    return drawn(figure) if figure else SafeString("")


@register.simple_tag
def trust_bar(row: DimensionRow, gate: float, unrated: str) -> SafeString:
    """One factor as a bar with the mark in it."""
    return drawn(
        charts.bar_row(charts.WEB, f"trust-{row.id}", row.id, row.score.value, row.title, gate, unrated_label=unrated)
    )


@register.simple_tag
def synergy_figure(section: SynergySection) -> SafeString:
    """Experience beside trust, with the company's place where the answers decide one."""
    return drawn(
        charts.quadrant(
            charts.WEB,
            "synergy",
            section.experience,
            section.trust,
            section.quadrants,
            section.figure.title,
            section.figure.desc,
            section.x_label,
            section.y_label,
            section.experience_line,
            section.trust_line,
            x_labels=section.x_ticks,
        )
    )


@register.simple_tag
def lane_glyph(lane: RoadmapLane) -> SafeString:
    """The pyramid expected at the end of a lane."""
    return drawn(charts.glyph(charts.WEB, f"lane-{lane.id}", lane.achieved, lane.figure.title))


@register.filter
def place(number_urls: str, key: str) -> str:
    """The address under which a number is explained."""
    return f"{number_urls}{key}/"


@register.simple_tag
def home_pyramid(section: PyramidSection) -> SafeString:
    """The pyramid without its stones, for the home page."""
    scores = [row.score.value for row in section.levels]
    figure = charts.pyramid(
        charts.WEB, "sample", scores, section.achieved, section.gate, section.figure.title, section.figure.desc
    )
    return drawn(figure)


@register.simple_tag
def home_glyph(document: ReportDocument) -> SafeString:
    """The small pyramid at the head of the extract."""
    classes = "cx-glyph cx-glyph-lg"
    return drawn(charts.glyph(charts.WEB, "sample-glyph", document.pyramid.achieved, document.finding, classes=classes))


@register.simple_tag
def interval_figure(
    id: str,
    value: float | None,
    interval: tuple[float, float] | None,
    scale: tuple[float, float],
    title: str,
    desc: str = "",
    **more: object,
) -> SafeString:
    """A customer measure with its interval; `more`: before, ticks, unrated_label (charts.interval_row)."""
    return drawn(charts.interval_row(charts.WEB, id, value, interval, scale, title, desc=desc, **more))


@register.simple_tag
def trend_figure(
    id: str,
    months: Sequence[charts.Month],
    ticks: Sequence[tuple[float, str]],
    title: str,
    desc: str,
    none_label: str = "",
) -> SafeString:
    """A customer measure over months (charts.trend; the ticks are those of charts.trend_ticks, worded)."""
    return drawn(charts.trend(charts.WEB, id, months, ticks, title, desc, none_label=none_label))


@register.simple_tag
def loyalty_figure(
    id: str, spots: Sequence[charts.Spot], names: Sequence[str], title: str, desc: str, **more: object
) -> SafeString:
    """Satisfaction against loyalty; `more`: xlab, ylab, x_gate, y_gate and the words (charts.loyalty_quadrant)."""
    return drawn(charts.loyalty_quadrant(charts.WEB, id, spots, names, title, desc, **more))
