"""Invented answers of a company that is better at the first levels than at the last, for reports made by hand."""

from __future__ import annotations

import random
from datetime import date

from assessments.content.loader import framework
from assessments.content.schema import Practice
from assessments.maturity.answers import Answer, AnswerSheet, Respondent

from .sentences import SAY

SKILL = {
    "l1": 3.1,
    "l2": 2.7,
    "l3": 1.9,
    "l4": 1.8,
    "l5": 1.2,
    "l6": 1.1,
    "int": 2.8,
    "abl": 2.5,
    "aff": 2.2,
    "con": 1.6,
}


def invented_sheet(
    language: str, seed: int, held_on: date, respondents: int, note: str, answered: float, flags: frozenset[str]
) -> AnswerSheet:
    """A sheet of as many respondents; the same seed gives the same sheet. `note` replaces every text and name."""
    chance = random.Random(seed)
    groups = framework().groups
    people = []
    for place in range(respondents):
        group = groups[place % len(groups)]
        answers = {}
        for practice in framework().practices.values():
            if chance.random() < answered:
                answers[practice.id] = _answer(chance, language, practice, note)
        name = note or f"{group.title.to(language)} {place // len(groups) + 1}"
        people.append(Respondent(name if not note else f"{name}{place}", group.id, answers))
    return AnswerSheet(tuple(people), held_on, red_flags=flags)


def _answer(chance: random.Random, language: str, practice: Practice, note: str) -> Answer:
    luck = chance.random()
    words = chance.choice(SAY[language]["notes"]) if chance.random() < 0.12 else ""
    evidence = "https://intranet.example/handbook/service/2026-09" if chance.random() < 0.08 else ""
    if note and (words or evidence):
        words, evidence = note, note
    if luck < 0.04:
        return Answer(dont_know=True)
    if luck < 0.05:
        return Answer(not_applicable="by-choice", note=words)
    dimension = framework().dimension_of[practice.id].id
    stage = round(chance.gauss(SKILL[dimension] + (hash_of(practice.id) % 5 - 2) * 0.35, 0.7))
    return Answer(stage=max(0, min(4, stage)), note=words, evidence=evidence)


def hash_of(text: str) -> int:
    """A small number that depends on the text alone."""
    return sum(ord(char) * (place + 1) for place, char in enumerate(text))
