"""Small frameworks drawn at random, and every way to lift their practices, tried one by one with the real scoring."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product

from hypothesis import strategies as st

from assessments.content.schema import Framework
from assessments.maturity.answers import Agreed, AnswerSheet
from assessments.maturity.scorecard import Scorecard
from assessments.maturity.scoring import score
from assessments.planning.targets import Targets

from ..maturity.builders import DONT_KNOW, FRAMEWORK, OUT_OF_SCOPE, TODAY, respondent

EFFORT = {"S": 1, "M": 2, "L": 3}
BANDS = "NPLF"


@dataclass(frozen=True)
class Case:
    """A framework, the answers to it, and what is aimed at."""

    framework: Framework = field(repr=False)  # too long to be shown: `practices` tell of it
    practices: str
    sheet: AnswerSheet
    targets: Targets

    @property
    def card(self) -> Scorecard:
        return self.rescored({})

    def rescored(self, stages) -> Scorecard:
        """The scorecard of the sheet on which a review has settled these stages."""
        agreed = {key: Agreed(stage, "lifted") for key, stage in stages.items()}
        return score(self.framework, replace(self.sheet, agreed=agreed), TODAY)

    def effort(self, card, stages) -> int:
        """Effort points from the whole stages reached to `stages`."""
        sizes = {key: EFFORT[each.effort] for key, each in self.framework.practices.items()}
        return sum((stage - card.practices[key].reached) * sizes[key] for key, stage in stages.items())

    def consistent(self, card, stages) -> bool:
        """Whether all that these stages lift has its prerequisites at stage 2 at least."""
        for key in stages:
            for need in self.framework.practices[key].needs:
                found = card.practices[need]
                final = stages.get(need, found.stage)
                if found.applicable and (final is None or final < 2):
                    return False
        return True

    def ways(self, card):
        """Every consistent way to lift answered practices, as stages by id of those that are lifted."""
        known = [key for key, each in card.practices.items() if each.stage is not None]
        for stages in product(*(range(card.practices[key].reached, 5) for key in known)):
            way = {key: to for key, to in zip(known, stages, strict=True) if to > card.practices[key].reached}
            if self.consistent(card, way):
                yield way

    def reached(self, card, target) -> bool:
        """Whether the scorecard says of itself that a target is reached."""
        if target.kind == "level":
            return card.headline.achieved_level >= target.value
        if target.kind == "trust":
            return card.trust.index is not None and card.trust.index >= target.value - 1e-9
        if target.kind == "band":
            return card.trust.band is not None and BANDS.index(card.trust.band) >= target.value
        if target.kind == "dimension":
            value = next(each.score for each in card.dimensions if each.id == target.about)
        else:
            value = card.practices[target.about].stage
        return value is not None and value >= target.value - 1e-9


SAID = st.sampled_from([0, 0, 1, 1, 2, 2, 3, 4])
ODD = st.one_of(SAID, SAID, SAID, SAID, st.sampled_from([None, DONT_KNOW, OUT_OF_SCOPE]))


@st.composite
def cases(draw: st.DrawFn, most: int = 5) -> Case:
    """Two levels and two or three factors with `most` practices, prerequisites across them, and up to four targets."""
    factors = draw(st.integers(1, 2))
    shape = ["l1", "l2", "int", "abl"][: 2 + factors]
    homes = shape + draw(st.lists(st.sampled_from(shape), max_size=most - len(shape)))
    keys = [f"p{number}" for number in range(len(homes))]
    order = draw(st.permutations(keys))
    needs = {
        key: draw(st.sets(st.sampled_from(order[:at]), max_size=2)) if at else set() for at, key in enumerate(order)
    }
    pattern = FRAMEWORK.dimensions[0].practices[0]
    made = {
        key: pattern.model_copy(
            update={
                "id": key,
                "needs": tuple(sorted(needs[key])),
                "effort": draw(st.sampled_from("SML")),
                "impact": draw(st.sampled_from("LMH")),
                "weight": draw(st.sampled_from([1.0, 1.0, 1.0, 0.1, 0.3, 2.0])),
                "critical": draw(st.booleans()),
            }
        )
        for key in keys
    }
    dimensions = tuple(
        FRAMEWORK.by_dimension[id].model_copy(
            update={"practices": tuple(made[key] for key, home in zip(keys, homes, strict=True) if home == id)}
        )
        for id in shape
    )
    rules = {"level_min_applicable": 1, "factor_min_answered": 1, "rated_share": (1, 2)}
    thresholds = FRAMEWORK.thresholds.model_copy(update=rules)
    made_of = dict(FRAMEWORK) | {"dimensions": dimensions, "thresholds": thresholds}
    framework = Framework.model_construct(**made_of)
    people = draw(st.lists(st.sampled_from(["leaders", "frontline"]), min_size=1, max_size=2))
    said = [respondent({key: draw(ODD) for key in keys}, group, f"r{at}") for at, group in enumerate(people)]
    flags = draw(st.sampled_from([(), (), ("RF-09",), ("RF-01",)]))
    sheet = AnswerSheet(tuple(said), TODAY, red_flags=frozenset(flags))
    practices = "; ".join(
        f"{home}/{each.id} {each.effort} {each.weight} {each.needs}"
        for home, each in zip(homes, made.values(), strict=True)
    )
    return Case(framework, practices, sheet, draw(targets(shape, keys)))


def targets(dimensions, practices):
    """Any mixture of targets, most of them few."""
    scores = st.sampled_from([5.0, 25.0, 37.5, 50.0, 60.0, 75.0, 87.5, 100.0])
    return st.builds(
        Targets,
        level=st.sampled_from([None, 1, 2, 2]),
        trust=st.one_of(st.none(), scores),
        band=st.sampled_from([None, None, None, "P", "L", "F"]),
        dimensions=st.dictionaries(st.sampled_from(dimensions), scores, max_size=1),
        practices=st.dictionaries(st.sampled_from(practices), st.integers(1, 4), max_size=1),
    )
