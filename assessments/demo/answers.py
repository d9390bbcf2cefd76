"""The story told in answers: the same sheet for the same seed, on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

from ..content.loader import framework
from ..maturity.answers import Agreed, Answer, AnswerSheet, Respondent
from ..maturity.units import TOP_STAGE
from .story import Client, Who, client, story

STAGES = ("empty", "half", "submitted")
SEED = 7  # of the demo as everybody sees it
LEAN = 0.2  # how far a person sees everything rosier or darker than their group, at most
SPREAD = 0.9  # how far a single answer lies off, at most
POINTS_TO = {"leaders": 0.25, "managers": 0.6, "frontline": 0.0}  # how often a claim comes with the document behind it


def sheet(company_key: str, stage: str, seed: int, held_on: date) -> AnswerSheet:
    """The answer sheet of a client: `empty`, `half` (everybody at another point of the way) or `submitted`.

    What is answered by half is answered the same in the end. Raises KeyError for a company and ValueError for a stage
    that does not exist.
    """
    if stage not in STAGES:
        raise ValueError(f"a stage is one of {', '.join(STAGES)}, not {stage!r}")
    found = client(company_key)
    done = stage == "submitted"
    shares = _shares(found, stage, seed)
    return AnswerSheet(
        respondents=tuple(
            Respondent(each.name, each.group, _first(_answers(found, each, seed), share))
            for each, share in zip(found.respondents, shares, strict=True)
        ),
        held_on=held_on,
        red_flags=frozenset(found.red_flags if done else ()),
        targets=found.targets if done else {},
        agreed=agreed(company_key, stage),
    )


def team_sheet(stage: str, seed: int, held_on: date) -> AnswerSheet:
    """What the whole team says that is asked anonymously, in the order of the groups."""
    team = story().team
    found = client(team.company).model_copy(update={"tilt": team.tilt})
    people = [
        Who(id=f"{group}-{number}", group=group, name=f"{team.names[group]} {number}")
        for group, count in team.people.items()
        for number in range(1, count + 1)
    ]
    shares = {"empty": 0.0, "half": 0.5, "submitted": 1.0}
    return AnswerSheet(
        tuple(Respondent(who.name, who.group, _first(_anonymous(found, who, seed), shares[stage])) for who in people),
        held_on,
    )


def _anonymous(found: Client, who: Who, seed: int) -> dict[str, Answer]:
    """A stage for every practice, or now and then that they do not know."""
    unknown = story().team.dont_know[who.group]
    return {
        practice: Answer(dont_know=True)
        if practice not in found.profile or _dice(seed, found.key, who.id, practice, "knows").random() < unknown
        else Answer(stage=_stage(found, who, practice, seed))
        for practice in framework().practices
    }


def agreed(company_key: str, stage: str) -> dict[str, Agreed]:
    """What the review of a client's round settled on, once everybody has answered."""
    settled = client(company_key).agreed if stage == "submitted" else {}
    return {practice: Agreed(each.stage, each.reason) for practice, each in settled.items()}


def quick_answers(stage: str, seed: int) -> dict[str, Answer]:
    """What the owner has answered in the short round so far."""
    quick = story().quick
    found = client(quick.company)
    asked = framework().asked("quick")[: 0 if stage == "empty" else quick.answered]
    owner = Who(id="owner", group=quick.group, name="")
    return {each.id: Answer(stage=_stage(found, owner, each.id, seed)) for each in asked}


def _shares(found: Client, stage: str, seed: int) -> list[float]:
    """How much of the way each respondent has gone; at half-time all different, one half on average."""
    count = len(found.respondents)
    if stage != "half":
        return [float(stage == "submitted")] * count
    shares = [(position + 0.5) / count for position in range(count)]
    _dice(seed, found.key, "shares").shuffle(shares)
    return shares


def _first(answers: Mapping[str, Answer], share: float) -> dict[str, Answer]:
    return dict(list(answers.items())[: round(len(answers) * share)])


def _answers(found: Client, who: Who, seed: int) -> dict[str, Answer]:
    """Everything a respondent answers, in the order of the questions."""
    notes = {each.practice: each for each in found.notes if each.by == who.id}
    result = {}
    for practice in framework().practices:
        note = notes.get(practice)
        text, evidence = (note.note, note.evidence) if note else ("", "")
        if found.exempts(practice, who.id):
            reason = found.not_applicable[practice].reason
            result[practice] = Answer(not_applicable=reason, note=text, evidence=evidence)
        elif who.id in found.dont_know.get(practice, ()):
            result[practice] = Answer(dont_know=True)
        else:
            stage = note.stage if note and note.stage is not None else _stage(found, who, practice, seed)
            evidence = evidence or ("" if note else _evidence(found, who, practice, stage, seed))
            result[practice] = Answer(stage=stage, note=text, evidence=evidence)
    return result


def _stage(found: Client, who: Who, practice: str, seed: int) -> int:
    """The stage a respondent sees: what the company is near, through the eyes of the group, the person, the day."""
    lean = _dice(seed, found.key, who.id).uniform(-LEAN, LEAN)
    seen = found.profile[practice] + found.tilt[who.group] + lean
    return max(0, min(TOP_STAGE, round(seen + _dice(seed, found.key, who.id, practice).uniform(-SPREAD, SPREAD))))


def _evidence(found: Client, who: Who, practice: str, stage: int, seed: int) -> str:
    """The document a respondent points to, where the stage claims that there is one and they are likely to know it."""
    if stage < framework().thresholds.evidence_from_stage:
        return ""
    points = _dice(seed, found.key, who.id, practice, "evidence").random() < POINTS_TO[who.group]
    return found.evidence.get(practice, "") if points else ""


def _dice(*parts: object) -> Random:
    """Chance that depends on nothing but `parts`."""
    return Random(":".join(map(str, parts)))  # noqa: S311 - for believable variety, not for secrets
