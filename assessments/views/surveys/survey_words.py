"""What the numbers of a survey say, in words: never more than they hold (method 4.1, 4.7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...content.questionnaires import questionnaire
from ...queries.surveys import Counts, SurveyRecord, SurveyRow, WaveRow
from ...reports.wording import decimal_text, index_text, signed_text
from ...voice.display import display, strong_selection_likely, worst_case
from ...voice.intervals import Interval
from ...voice.metrics import csat, mean_of, nps
from ...words.labels import MEASURES_SAID


@dataclass(frozen=True, slots=True)
class WaveSaid:
    """One wave as people read it. `rate` is the percentage of those asked by e-mail who answered, None where none was.

    `value` is the result with its interval, `caution` how far silence could move it, `few` that who answered may be
    special.
    """

    row: WaveRow
    answers: int
    rate: float | None
    value: str
    interval: str
    indicative: bool
    few: bool
    caution: str


def wave_said(survey: SurveyRecord, row: WaveRow) -> WaveSaid:
    """A wave in words."""
    asked = questionnaire(survey.kind)
    headline = asked.headline
    item = headline if len(asked.items_of(survey.variant)) > 1 else ""
    answers = row.answers(headline)
    value, between = _result(survey, row.counts[headline])
    shown = display(answers)
    rate = 100 * row.answered / row.invited if row.invited else None
    return WaveSaid(
        row,
        answers,
        rate,
        value if shown != "counts" else "",
        _between(between, item) if between and shown != "counts" else "",
        shown == "indicative",
        row.answered > 0 and strong_selection_likely(row.answered, row.invited),
        _silence(survey, row.asked_counts[headline], row) if shown != "counts" else "",
    )


def _between(ends: dict[str, str], item: str) -> str:
    """An interval, and of which of several statements it is."""
    text = _("between %(low)s and %(high)s") % ends
    return _("%(interval)s (%(item)s)") % {"interval": text, "item": MEASURES_SAID[item]} if item else text


def list_finding(rows: list[SurveyRow]) -> str:
    """What the list of surveys says in one sentence."""
    running, answers = sum(each.survey.state == "open" for each in rows), sum(each.answers for each in rows)
    open_now = ngettext("%(count)s survey is open.", "%(count)s surveys are open.", running) % {"count": running}
    if not running:
        open_now = _("No survey is open.")
    if not answers:
        return _("%(surveys)s Nobody has answered yet.") % {"surveys": open_now}
    said = ngettext("%(count)s answer has come in so far.", "%(count)s answers have come in so far.", answers)
    return _("%(first)s %(second)s") % {"first": open_now, "second": said % {"count": answers}}


def survey_finding(survey: SurveyRecord, said: list[WaveSaid]) -> str:
    """What the page of a survey says in one sentence: of the wave that runs, or of the last."""
    if not said:
        return _("This survey is still a draft: open its first wave to ask customers.")
    latest = said[0]
    if not latest.answers:
        if survey.state == "open":
            return _("Wave %(wave)s is open, and nobody has answered yet.") % {"wave": latest.row.wave.number}
        return _("Wave %(wave)s is closed without an answer.") % {"wave": latest.row.wave.number}
    count = ngettext("%(count)s answer", "%(count)s answers", latest.answers) % {"count": latest.answers}
    names = {"wave": latest.row.wave.number, "answers": count, "value": latest.value, "between": latest.interval}
    if not latest.value:
        return _("Wave %(wave)s has %(answers)s so far: too few for a score.") % names
    if latest.indicative:
        return _("%(answers)s in wave %(wave)s point to a value %(between)s: indicative only.") % names
    return _("%(value)s from %(answers)s in wave %(wave)s, %(between)s.") % names


def _result(survey: SurveyRecord, counts: Counts) -> tuple[str, dict[str, str]]:
    """The headline number of these counts and its interval, in the unit of the measure."""
    if survey.kind == "nps":
        if not (found := nps(counts)):
            return _NONE
        return _("NPS %(value)s") % {"value": signed_text(found.score)}, _ends(found.interval, signed_text)
    scale = questionnaire(survey.kind).scale(survey.variant)
    if survey.kind == "csat":
        share = csat(counts, scale.high)
        if not share:
            return _NONE
        value = _("%(value)s satisfied") % {"value": _percent(share.satisfied.percent)}
        return value, _ends(share.satisfied.interval, _percent)
    middle = mean_of(counts, scale.low, scale.high)
    if not middle:
        return _NONE
    value = _("%(value)s of %(top)s on average") % {"value": _mean(middle.value), "top": scale.high}
    return value, _ends(middle.interval, _mean) if middle.interval else {}


_NONE: tuple[str, dict[str, str]] = ("", {})


def _silence(survey: SurveyRecord, asked: Counts, row: WaveRow) -> str:
    """How far the NPS of those asked could lie, had everybody answered."""
    found = nps(asked) if survey.kind == "nps" else None
    if not found or row.answered >= row.invited:
        return ""
    ends = _ends(worst_case(found.score, row.answered / row.invited), signed_text)
    return _("Had all those asked by e-mail answered, their NPS could lie anywhere from %(low)s to %(high)s.") % ends


def _ends(interval: Interval, said: Callable[[float], str]) -> dict[str, str]:
    return {"low": said(interval.low), "high": said(interval.high)}


def _percent(value: float) -> str:
    return _("%(share)s%%") % {"share": index_text(value)}


def _mean(value: float) -> str:
    return decimal_text(value)
