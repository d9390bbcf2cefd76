"""The one sentence that opens the voice page, by rules: the first that the numbers bear."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ...reports.voice_table import value_text
from ...reports.wording import listed, signed_text
from ...voice.display import INDICATIVE_FROM, SCORE_FROM
from ...voice.loyalty_points import CONTENT
from ...voice.pointing import Pointed
from ...voice.series import CES, CSAT, NPS
from ...voice.summary import Reading, VoiceSummary
from .voice_words import short_name

PLACES = 2  # so many touchpoints are named, at most


def finding(found: VoiceSummary) -> str:
    """The finding: what visibly changed, else where, else what stands out, else that nothing does."""
    main = [each for each in map(found.main, (NPS, CSAT, CES)) if each]
    most = max((each.n for each in main), default=0)
    if not most:
        return _("Nobody answered in this period.")
    if most < INDICATIVE_FROM:
        return _("Too few answers for any score.")
    if most < SCORE_FROM:
        return _("Too few answers for more than an indication.")
    worse, better = ([each.question.measure for each in main if each.trend == way] for way in (-1, 1))
    return _moved(worse, better) or _places(found) or _standing(found) or _("No change beyond chance.")


def _moved(worse: list[str], better: list[str]) -> str:
    """What visibly changed of the whole."""
    down, up = listed([_fell(each) for each in worse]), listed([_rose(each) for each in better])
    if worse and better:
        return _("%(better)s, but %(worse)s.") % {"better": _opened(up), "worse": down}
    return _("%(change)s.") % {"change": _opened(down or up)} if down or up else ""


def _opened(words: str) -> str:
    return words[:1].upper() + words[1:]


def _fell(measure: str) -> str:
    return {
        NPS: _("fewer customers would recommend the company"),
        CSAT: _("fewer customers are satisfied"),
        CES: _("it has become harder to deal with the company"),
    }[measure]


def _rose(measure: str) -> str:
    return {
        NPS: _("more customers would recommend the company"),
        CSAT: _("more customers are satisfied"),
        CES: _("it has become easier to deal with the company"),
    }[measure]


def _places(found: VoiceSummary) -> str:
    """The touchpoints that changed for the worse, or for the better, when all are looked at together."""
    if found.cut != "all":
        return ""
    changed = [each for each in found.touchpoints if each.changed]
    for way, words in (
        (-1, _("Overall little has changed, but it got worse at %(places)s.")),
        (1, _("Overall little has changed, but it got better at %(places)s.")),
    ):
        names = list(dict.fromkeys(each.name for each in changed if each.way == way))
        if names:
            return words % {"places": listed(names[:PLACES])}
    return ""


def _standing(found: VoiceSummary) -> str:
    """Without a change: satisfied but not loyal, or the touchpoint furthest below the others."""
    net, content = found.main(NPS), found.main(CSAT)
    if net and content and _is_trap(net, content):
        return _("Customers are satisfied (%(csat)s), yet more would warn others than recommend (NPS %(nps)s).") % {
            "csat": value_text(content.question, content.now.value if content.now else 0),
            "nps": signed_text(net.now.value if net.now else 0),
        }
    low = [each for each in found.touchpoints if each.differs and each.side < 0 and found.cut == "all"]
    for measure in (NPS, CSAT, CES):
        if rows := [each for each in low if each.question.measure == measure]:
            return _lowest(max(rows, key=_distance), any(each.change for each in found.readings))
    if not any(each.change for each in found.readings):
        return _("Too few earlier answers to say whether anything changed.")
    return ""


def _is_trap(net: Reading, content: Reading) -> bool:
    if not (net.now and content.now) or min(net.n, content.n) < SCORE_FROM:
        return False
    return content.now.value >= CONTENT and bool(net.now.interval and net.now.interval.high < 0)


def _distance(place: Pointed) -> float:
    return abs(place.apart.difference) if place.apart else 0


def _lowest(place: Pointed, tested: bool) -> str:
    words = (
        _("No change beyond chance; %(place)s is below the other touchpoints (%(measure)s %(value)s).")
        if tested
        else _("%(place)s is below the other touchpoints (%(measure)s %(value)s).")
    )
    return words % {
        "place": place.name,
        "measure": short_name(place.question.measure),
        "value": value_text(place.question, place.now.value),
    }
