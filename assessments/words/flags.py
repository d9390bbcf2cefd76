"""What a rule found, told in the reader's language: the evidence of a red flag that no person wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..reports.wording import listed, month_text

Found = Mapping[str, Any]  # what voice.alarms.Alarm.as_json holds


def evidence(found: Found) -> str:
    """One finding as a sentence; one of a rule we know no words for says its rule."""
    tell = RULES.get(str(found.get("rule", "")))
    if tell is None:
        return str(found.get("rule", ""))
    said, places = tell(found), [str(each) for each in found.get("places", ())]
    if not places or found["rule"] in TELL_PLACES:
        return said
    return _("%(place)s: %(finding)s") % {"place": listed(places), "finding": said}


def month_said(found: Found) -> str:
    """The last month a finding rests on, as people read it; empty where time plays no part."""
    year, _dash, month = str(found.get("until", "")).partition("-")
    return month_text(date(int(year), int(month), 1)) if year and month else ""


def _n(value: Any) -> str:
    """A number without needless zeros, with a true minus."""
    return f"{float(value):,.1f}".removesuffix(".0").replace("-", "−")


def _numbers(found: Found) -> dict[str, str]:
    told = {key: _n(each) for key, each in found.items() if isinstance(each, (int, float))}
    if found.get("nps", 0) > 0:
        told["nps"] = f"+{told['nps']}"
    return told


def _waits(found: Found) -> str:
    return _(
        "In %(months)s of the last three months one customer in ten waited longer than is promised; lately %(p90)s "
        "minutes or more, where %(target)s are promised."
    ) % _numbers(found)


def _overdue(found: Found) -> str:
    said = ngettext(
        "One case is open past its date.", "%(overdue)s cases are open past their date.", int(found["overdue"])
    )
    return said % _numbers(found)


def _reopened(found: Found) -> str:
    said = _("%(percent)s%% of %(cases)s cases were reopened; the limit you set is %(limit)s%%.")
    return said % _numbers(found)


def _silence(found: Found) -> str:
    said = ngettext(
        "One public criticism has stood without an answer for more than 72 hours.",
        "%(number)s public criticisms have stood without an answer for more than 72 hours.",
        int(found["number"]),
    )
    return said % _numbers(found)


def _pressure(found: Found) -> str:
    return _(
        "After the sale %(csat)s%% of %(csat_n)s are satisfied, and yet NPS is %(nps)s from %(nps_n)s answers: more "
        "would advise against it than recommend it."
    ) % _numbers(found)


def _unloyal(found: Found) -> str:
    return _(
        "%(csat)s%% of %(csat_n)s customers are satisfied, and yet NPS is %(nps)s from %(nps_n)s answers in 90 days."
    ) % _numbers(found)


def _fewer(found: Found) -> str:
    return _(
        "%(csat)s%% are satisfied, and yet fewer come back: %(percent_now)s%% bought again, after %(percent_before)s%% "
        "before."
    ) % _numbers(found)


def _twice_nps(found: Found) -> str:
    said = ngettext(
        "One customer gave two NPS ratings within 180 days.",
        "%(number)s customers gave more than one NPS rating within 180 days.",
        int(found["number"]),
    )
    return said % _numbers(found)


def _twice(found: Found) -> str:
    said = ngettext(
        "One customer answered surveys on more than one day within 90 days.",
        "%(number)s customers answered surveys on more than one day within 90 days.",
        int(found["number"]),
    )
    return said % _numbers(found)


def _uptake(found: Found) -> str:
    said = _("%(percent)s%% of %(eligible)s customers entitled to the reward took it; fewer than 5%% is a warning.")
    return said % _numbers(found)


def _steps(found: Found) -> str:
    return _("It takes %(steps)s steps to claim the reward; more than two is a warning.") % _numbers(found)


def _outweighed(found: Found) -> str:
    said = _("%(negative)s negative reviews stand against %(positive)s positive ones in three months.")
    return said % _numbers(found)


def _more_negative(found: Found) -> str:
    return _(
        "%(percent_now)s%% of reviews are negative in three months, after %(percent_before)s%% in the three before."
    ) % _numbers(found)


def _resting(found: Found) -> str:
    return _(
        "Scores are good (CSAT %(csat)s%% of %(csat_n)s, NPS %(nps)s from %(nps_n)s), and the plan holds no open "
        "improvement."
    ) % _numbers(found)


def _journey(found: Found) -> str:
    return _("On the journey “%(title)s” this was seen at: %(places)s.") % _of_journey(found)


def _worst(found: Found) -> str:
    said = _("On the journey “%(title)s” customers feel at their worst, and nothing is under way at: %(places)s.")
    return said % _of_journey(found)


def _of_journey(found: Found) -> dict[str, str]:
    return {"title": str(found.get("title", "")), "places": listed([str(each) for each in found.get("places", ())])}


TELL_PLACES = ("journey", "worst-moment")
RULES: dict[str, Callable[[Found], str]] = {
    "waits": _waits,
    "overdue": _overdue,
    "reopened": _reopened,
    "silence": _silence,
    "pressure": _pressure,
    "unloyal": _unloyal,
    "fewer-repeat": _fewer,
    "nps-twice": _twice_nps,
    "asked-twice": _twice,
    "uptake": _uptake,
    "steps": _steps,
    "outweighed": _outweighed,
    "more-negative": _more_negative,
    "resting": _resting,
    "journey": _journey,
    "worst-moment": _worst,
}
