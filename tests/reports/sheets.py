"""Answer sheets of every kind from a seed: few or many people, short or full set, holes, extremes, don't-knows."""

from __future__ import annotations

import random

from assessments.maturity.answers import FULL, QUICK, Answer, AnswerSheet, Respondent
from tests.maturity.builders import FRAMEWORK, GROUPS, TODAY

SEEDS = range(24)


def random_sheet(seed: int) -> AnswerSheet:
    """The sheet of a seed; the first few are the extremes."""
    chance = random.Random(seed)
    practice_set = QUICK if seed % 5 == 4 else FULL
    level = {0: 0, 1: 2, 2: 4}.get(seed)
    answered = 1.0 if seed < 3 else chance.choice([0.0, 0.5, 0.8, 1.0, 1.0, 1.0])
    slope, base = chance.uniform(0, 0.6), chance.uniform(0.5, 4)
    people = []
    for number in range(chance.choice([1, 1, 2, 4, 11])):
        answers = {}
        for place, practice in enumerate(FRAMEWORK.asked(practice_set)):
            if chance.random() > answered:
                continue
            stage = round(chance.gauss(base - slope * place / 8, 0.8))
            answers[practice.id] = _answer(chance, level if level is not None else max(0, min(4, stage)))
        people.append(Respondent(f"P{number}", GROUPS[number % 3], answers))
    flags = chance.sample(sorted(FRAMEWORK.flags), chance.choice([0, 0, 1, 3]))
    targets = {"l2-response-speed": 4} if seed % 3 == 0 else {}
    return AnswerSheet(tuple(people), TODAY, practice_set, frozenset(flags), targets)


def _answer(chance: random.Random, stage: int) -> Answer:
    luck = chance.random()
    if luck < 0.06:
        return Answer(dont_know=True)
    if luck < 0.09:
        return Answer(not_applicable=chance.choice(["out-of-scope", "by-choice", "done-by-others"]))
    return Answer(stage=stage, note="6/2026" if luck > 0.7 else "")
