"""At full size, 56 practices, against an integer program solved by HiGHS: another model, the same least effort."""

import math

import numpy
from hypothesis import given, settings
from scipy.optimize import Bounds, LinearConstraint, milp

from assessments.planning.cheapest import cheapest
from assessments.planning.targets import Targets

from ..maturity.builders import FRAMEWORK, PRACTICES, card
from ..maturity.strategies import st

EFFORT = {"S": 1, "M": 2, "L": 3}
AT = {key: number for number, key in enumerate(PRACTICES)}


class Program:
    """Binaries: practice p stands at stage s or more, for s in 1..4; factor f stands at k twentieths of the way."""

    def __init__(self, answers):
        self.answers = answers
        self.size = 4 * len(PRACTICES) + 21 * len(FRAMEWORK.factors)
        self.rows, self.least, self.most = [], [], []
        self.floor = numpy.zeros(self.size)
        for key, stage in answers.items():
            for s in range(1, 5):
                self.floor[self.stage(key, s)] = s <= stage
                if s > 1:
                    self.row({self.stage(key, s - 1): 1, self.stage(key, s): -1}, 0, 1)
                for need in FRAMEWORK.practices[key].needs if s > stage else ():
                    self.row({self.stage(need, 2): 1, self.stage(key, s): -1}, 0, 1)

    def stage(self, key, stage):
        return 4 * AT[key] + stage - 1

    def row(self, cells, least, most=math.inf):
        line = numpy.zeros(self.size)
        for at, value in cells.items():
            line[at] = value
        self.rows.append(line)
        self.least.append(least)
        self.most.append(most)

    def total(self, dimension, least):
        """The stages of a dimension add up to at least this many."""
        self.row({self.stage(each.id, s): 1 for each in dimension.practices for s in range(1, 5)}, least)

    def trust(self, index):
        """The logarithms of four scores, each at least the floor of 1, add up to four times that of the index."""
        logs = {}
        for number, factor in enumerate(FRAMEWORK.factors):
            first = 4 * len(PRACTICES) + 21 * number
            self.row({first + k: 1 for k in range(21)}, 1, 1)
            cells = {self.stage(each.id, s): 1 for each in factor.practices for s in range(1, 5)}
            self.row(cells | {first + k: -k for k in range(21)}, 0, 0)
            logs |= {first + k: math.log(max(1, 5 * k)) for k in range(21)}
        self.row(logs, 4 * math.log(index))

    def effort(self):
        cost = numpy.zeros(self.size)
        for key, stage in self.answers.items():
            for s in range(stage + 1, 5):
                cost[self.stage(key, s)] = EFFORT[FRAMEWORK.practices[key].effort]
        found = milp(
            cost,
            integrality=numpy.ones(self.size),
            bounds=Bounds(self.floor, numpy.ones(self.size)),
            constraints=LinearConstraint(numpy.array(self.rows), self.least, self.most),
        )
        assert found.success
        return round(found.fun)


@settings(max_examples=25)
@given(
    st.lists(st.integers(0, 3), min_size=10, max_size=10),
    st.dictionaries(st.sampled_from(PRACTICES), st.integers(0, 4), max_size=30),
    st.integers(1, 6),
    st.sampled_from([None, 23.7, 57.3, 71.9]),  # on no index that there is: the tolerance of HiGHS cannot matter
    st.dictionaries(st.sampled_from(["l3", "l4", "l5", "l6", "aff", "con"]), st.integers(1, 24), max_size=2),
    st.dictionaries(st.sampled_from(PRACTICES), st.integers(1, 4), max_size=2),
)
def test_the_least_effort_is_that_of_the_solver(leanings, odd, level, trust, dimensions, practices):
    leaning = dict(zip(FRAMEWORK.by_dimension, leanings, strict=True))
    answers = {key: leaning[FRAMEWORK.dimension_of[key].id] for key in PRACTICES} | odd
    program = Program(answers)
    for each in FRAMEWORK.levels[:level]:
        program.total(each, 2 * len(each.practices) + 1)
    if trust:
        program.trust(trust)
    scores = {}
    for key, total in dimensions.items():
        dimension = FRAMEWORK.by_dimension[key]
        total = min(total, 4 * len(dimension.practices))
        scores[key] = 25 * total / len(dimension.practices)
        program.total(dimension, total)
    for key, stage in practices.items():
        program.row({program.stage(key, stage): 1}, 1)
    plan = cheapest(FRAMEWORK, card(answers), Targets(level, trust, None, scores, practices))
    assert not plan.unreachable
    assert plan.effort == program.effort()
