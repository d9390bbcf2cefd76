"""Keeping the figures by which companies are listed: computed when they are asked for, dropped without harm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import monotonic
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..content.loader import framework
from ..maturity.scorecard import Scorecard
from ..models import Company, Standing
from ..queries.round_stamps import StampedRound
from ..queries.standings import CompanyPlace, places_of
from ..results.sources import card_of
from ..rounds.changes import dimension_changes
from ..rounds.common import Round, common
from ..rounds.experience import experience_change
from ..rounds.headline import level_verdict, trust_change

COLUMNS = (
    "last_on",
    "last_state",
    "last_level",
    "last_experience",
    "last_trust",
    "last_change",
    "dropped",
    "next_on",
)


def fresh_places(companies: Sequence[Company], seconds: float) -> list[CompanyPlace]:
    """Where each company stands, with what is missing computed for so long; what then is missing still has no figures.

    Four statements where nothing is missing. Besides, the columns by which companies are sorted are put right.
    """
    places, until = places_of(companies), monotonic() + seconds
    stale = [each for each in places if not each.is_fresh]
    for each in stale:
        if monotonic() > until:
            break
        renew_place(each)
    if stale:
        places = places_of(companies)
    note_columns(places)
    return places


def renew_place(place: CompanyPlace) -> None:
    """Compute and keep what is missing of one company’s figures.

    The stamp was read before the answers: figures may be newer than it says, never older.
    """
    cards: dict[int, Scorecard] = {}
    for number, each in enumerate(place.counted):
        if each.assessment.pk in place.kept and (number or place.standing):
            continue
        before = place.counted[1] if number == 0 and len(place.counted) > 1 else None
        _keep(place.company, each, _card(each, cards), _changes(before, each, cards) if before else {})


def note_columns(places: Iterable[CompanyPlace], checked: bool = False) -> None:
    """Put right what companies are sorted and filtered by; `checked` notes the time where it was right already.

    A company whose figures are missing still counts as not counted.
    """
    wrong, now = [], timezone.now()
    for each in places:
        company, columns = each.company, columns_of(each)
        stands = {name: getattr(company, name) for name in COLUMNS} == columns
        if stands and not checked and (company.counted_at is not None) == each.is_fresh:
            continue
        for name, value in columns.items():
            setattr(company, name, value)
        company.counted_at = now if each.is_fresh else None
        wrong.append(company)
    if wrong:
        Company.objects.bulk_update(wrong, (*COLUMNS, "counted_at"))


def columns_of(place: CompanyPlace) -> dict[str, Any]:
    """What a company is sorted and filtered by."""
    standing, latest = place.standing, place.latest
    changes = standing.changes if standing else {}
    moved = [changes.get("level", ""), *(changes.get(each, (None, ""))[1] for each in ("experience", "trust"))]
    return {
        "last_on": latest.assessment.held_on if latest else None,
        "last_state": latest.assessment.state if latest else "",
        "last_level": standing.level if standing else None,
        "last_experience": standing.average if standing else None,
        "last_trust": standing.trust if standing else None,
        "last_change": changes.get("experience", (None, ""))[0],
        "dropped": "down" in moved,
        "next_on": place.next.on if place.next else None,
    }


@transaction.atomic
def _keep(company: Company, round: StampedRound, card: Scorecard, changes: dict[str, Any]) -> None:
    head, row = card.headline, round.assessment
    figures = {
        "workspace_id": company.workspace_id,
        "company_id": company.pk,
        "stamp": round.stamp,
        "held_on": row.held_on,
        "level": None if head.average is None else head.achieved_level,
        "decimal": head.decimal,
        "average": head.average,
        "trust": card.trust.index,
        "scores": {each.id: each.score for each in card.dimensions},
        "changes": changes,
        "apart": [each.id for each in card.dimensions if each.applicable < each.practices],
        "provisional": bool(head.provisional),
        "confidence": card.confidence.grade,
        "respondents": card.respondents,
        "framework": card.framework_id,
        "framework_version": card.framework_version,
        "scoring_version": str(card.scoring_version),
    }
    Standing.objects.update_or_create(assessment=row, defaults=figures)


def _card(round: StampedRound, cards: dict[int, Scorecard]) -> Scorecard:
    key = round.assessment.pk
    if key not in cards:
        cards[key] = card_of(round.assessment)
    return cards[key]


def _changes(before: StampedRound, now: StampedRound, cards: dict[int, Scorecard]) -> dict[str, Any]:
    """What has changed since the round before, by the rules of comparing rounds."""
    if before.assessment.framework != now.assessment.framework:
        return {"since": before.stamp}
    both = common(_held(before, cards), _held(now, cards))
    dimensions = {each.id: each for each in dimension_changes(both)}
    experience, trust = experience_change(both, dimensions), trust_change(both, dimensions)
    return {
        "since": before.stamp,
        "level": level_verdict(both, dimensions),
        "experience": (experience.points, experience.verdict),
        "trust": (trust.points, trust.verdict),
    }


def _held(round: StampedRound, cards: dict[int, Scorecard]) -> Round:
    row = round.assessment
    return Round(row.title, row.held_on, framework(row.framework, row.framework_version), _card(round, cards))
