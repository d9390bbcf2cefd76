"""The voice page as values for its template: columns, rows and choices, in the reader's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ...reports.charts import catalogue as charts
from ...reports.voice_table import value_text
from ...reports.wording import day_text, index_text, joined, signed_text
from ...voice.display import INDICATIVE_FROM, SCORE_FROM, strong_selection_likely, worst_case
from ...voice.pointing import Pointed
from ...voice.series import CES, CSAT, NPS, Measured, Question
from ...voice.standing import most_answered
from ...voice.summary import Reading, VoiceSummary
from ...voice.windows import WINDOWS, first_of
from . import voice_words as words

SCALES: dict[str, tuple[float, float]] = {NPS: (-100, 100), CSAT: (0, 100)}


@dataclass(frozen=True)
class Shown:
    """One reading on the page; `big` first. `months` and `ticks` draw its line, `delta` is an arrow with its words."""

    id: str
    name: str
    scale_name: str
    big: str
    small: str
    groups: str
    n: str
    sentence: str
    strong: bool
    delta: str
    trend: int
    rises: bool
    value: float | None
    before: float | None
    interval: tuple[float, float] | None
    scale: tuple[float, float]
    ends: tuple[str, str, str]
    marks: tuple[float, ...]
    months: tuple[charts.Month, ...]
    ticks: tuple[tuple[float, str], ...]
    table: tuple[tuple[str, str, str, str], ...]


def columns(found: VoiceSummary) -> list[tuple[str, str, list[Shown]]]:
    """The three measures: id, name, and their readings, which are never added up."""
    return [
        (measure, words.measure_name(measure), [_shown(each, place) for place, each in enumerate(found.of(measure))])
        for measure in (NPS, CSAT, CES)
    ]


def _shown(reading: Reading, place: int) -> Shown:
    question, now = reading.question, reading.now
    scale = SCALES.get(question.measure, (float(question.low), float(question.high)))
    big, small = words.big_and_small(question, now) if now else ("0", _("answers"))
    scored = now is not None and now.n >= INDICATIVE_FROM
    months = tuple(_month(each.month, each.measured) for each in reading.months)
    ticks = charts.trend_ticks(months, scale)
    middle = (scale[0] + scale[1]) / 2
    return Shown(
        id=f"{question.measure}-{place}",
        name=words.measure_name(question.measure),
        scale_name=words.scale_name(question),
        big=big,
        small=small,
        groups=words.groups_text(reading),
        n=words.answers_text(reading.n),
        sentence=words.sentence(reading),
        strong=bool(reading.trend),
        delta=words.difference_text(reading) if reading.trend else "",
        trend=reading.trend,
        rises=bool(reading.change and reading.change.difference > 0),
        value=now.value if now and scored else None,
        before=reading.before.value if reading.before and reading.before.n >= SCORE_FROM else None,
        interval=now.interval if now and scored else None,
        scale=scale,
        ends=tuple(value_text(question, each) for each in (scale[0], middle, scale[1])),
        marks=tuple(scale[0] + part * (scale[1] - scale[0]) / 4 for part in range(5)),
        months=months,
        ticks=tuple((each, value_text(question, each)) for each in ticks),
        table=tuple(_month_row(reading, each.month, each.measured) for each in reading.months),
    )


def _month(month: str, found: Measured | None) -> charts.Month:
    """A month of the line: no point for fewer than ten answers."""
    label = date_format(first_of(month), "M" if get_language() == "en" else "n月")
    if found is None or found.n < INDICATIVE_FROM:
        return charts.Month(label)
    low, high = found.interval or (None, None)
    return charts.Month(label, found.value, low, high, indicative=found.n < SCORE_FROM)


def _month_row(reading: Reading, month: str, found: Measured | None) -> tuple[str, str, str, str]:
    """The same month in words."""
    name = date_format(first_of(month), "YEAR_MONTH_FORMAT")
    if found is None:
        return name, "0", "–", ""
    if found.n < INDICATIVE_FROM:
        return name, f"{found.n:,}", "–", ""
    question = reading.question
    return (
        name,
        f"{found.n:,}",
        value_text(question, found.value),
        words.interval_text(question, found.interval),
    )


def window_choices(chosen: str) -> list[tuple[str, str, bool]]:
    """The windows one can choose: key, name, whether it is chosen."""
    names = {
        "30": _("Last 30 days"),
        "90": _("Last 90 days"),
        "365": _("Last 365 days"),
        "year": _("This year"),
        "last-year": _("Last year"),
    }
    return [(key, names[key], key == chosen) for key in WINDOWS]


def place_choices(found: VoiceSummary) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """The touchpoints and segments one can choose, in groups: value, name, whether it is chosen."""
    groups = []
    for cut, title in (("touchpoint", _("Touchpoints")), ("segment", _("Segments"))):
        names = {*found.places[cut], *([found.about] if found.cut == cut else [])}
        rows = [(f"{cut}:{name}", name, (found.cut, found.about) == (cut, name)) for name in sorted(names)]
        if rows:
            groups.append((title, rows))
    return groups


def period_text(found: VoiceSummary) -> str:
    """From which day to which."""
    return _("%(first)s to %(last)s") % {
        "first": day_text(found.window.first),
        "last": day_text(found.window.last),
    }


def asked_note(found: VoiceSummary) -> str:
    """The response rate of our own surveys, and what those who kept silent could change; empty where none is known."""
    if not found.asked:
        return ""
    rate, silent, net = found.asked.rate, found.asked.silent, found.main(NPS)
    parts = [
        _("%(answered)s of %(asked)s personal invitations have been answered (%(rate)s%%).")
        % {"answered": f"{found.asked.answered:,}", "asked": f"{found.asked.asked:,}", "rate": index_text(100 * rate)}
    ]
    if found.asked.answered and strong_selection_likely(found.asked.answered, found.asked.asked):
        parts.append(_("With so few, those who answered are probably not like those who did not."))
    if silent and net and net.now and net.n >= SCORE_FROM:  # who answered without being asked by name counts as well
        low, high = worst_case(net.now.value, net.n / (net.n + silent))
        parts.append(
            _("If all who kept silent were detractors, the NPS would be %(low)s; if all were promoters, %(high)s.")
            % {"low": signed_text(low), "high": signed_text(high)}
        )
    return joined(parts)


def tables(found: VoiceSummary) -> list[tuple[str, str, list[tuple[str, list[PlaceCell | None]]]]]:
    """The comparison of touchpoints and that of segments: heading, name of the first column, rows; no empty one."""
    both = (
        (_("Touchpoints side by side"), _("Touchpoint"), place_rows(found, found.touchpoints)),
        (_("Segments side by side"), _("Segment"), place_rows(found, found.segments)),
    )
    return [each for each in both if each[2]]


@dataclass(frozen=True)
class PlaceCell:
    """One measure at one place."""

    text: str
    small: str
    side: int
    way: int
    few: bool


def place_rows(found: VoiceSummary, places: Sequence[Pointed]) -> list[tuple[str, list[PlaceCell | None]]]:
    """Each place with its cell for NPS, CSAT and CES: of each measure the question most have answered."""
    whole = found.places["all"].get("", {})
    main = [most_answered(whole, each) for each in (NPS, CSAT, CES)]
    cells: dict[str, dict[Question, PlaceCell]] = {}
    for each in places:
        cells.setdefault(each.name, {})[each.question] = _cell(each)
    return [(name, [row.get(each[0]) if each else None for each in main]) for name, row in sorted(cells.items())]


def _cell(each: Pointed) -> PlaceCell:
    big, small = words.big_and_small(each.question, each.now)
    few = each.now.n < SCORE_FROM
    return PlaceCell(
        big if each.now.n >= INDICATIVE_FROM else "–",
        small if few and each.now.n >= INDICATIVE_FROM else words.answers_text(each.now.n),
        each.side if each.differs else 0,
        each.way if each.changed else 0,
        few,
    )
