"""The scorecard as a whole: what must hold whatever people answer (method 1 to 3)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments.maturity.answers import Answer, AnswerSheet
from assessments.maturity.scoring import score

from .builders import (
    BY_CHOICE,
    DONE_BY_OTHERS,
    DONT_KNOW,
    FRAMEWORK,
    OUT_OF_SCOPE,
    TODAY,
    backed,
    card,
    everything,
    sheet,
    weighted,
)
from .strategies import practice_ids, sheets


def test_a_scorecard_says_what_it_was_computed_from():
    found = card(sheet(leaders=[everything(2)], frontline=[everything(1)]))
    assert (found.framework_id, found.framework_version, found.scoring_version) == ("cx-pyramid", 1, 1)
    assert (found.practice_set, found.respondents) == ("full", 2)
    assert [each.id for each in found.dimensions] == ["l1", "l2", "l3", "l4", "l5", "l6", "int", "abl", "aff", "con"]
    assert list(found.practices) == list(FRAMEWORK.practices)


def test_a_scorecard_cannot_be_changed():
    found = card(everything(2))
    for value, field in ((found, "headline"), (found.headline, "decimal"), (found.levels[0], "score")):
        with pytest.raises(AttributeError):
            setattr(value, field, 6)
    with pytest.raises(AttributeError):
        found.practices["int-privacy"].stage = 4


def test_red_flags_are_kept_in_the_order_of_the_framework():
    assert card(sheet(everything(2), red_flags=["RF-10", "RF-02", "RF-09"])).red_flags == ("RF-02", "RF-09", "RF-10")


def test_an_unknown_red_flag_is_refused():
    with pytest.raises(KeyError, match="RF-99"):
        card(sheet(everything(2), red_flags=["RF-01", "RF-99"]))


def test_an_unknown_practice_set_is_refused():
    with pytest.raises(ValueError, match="medium"):
        sheet(everything(2), practice_set="medium")


def test_headline_of_a_plain_case():
    found = card(everything(backed(3), l4=backed(2), l5=1, l6=0)).headline
    assert (found.achieved_level, found.strict_level) == (3, 1)  # 75 is above the gate and below full
    assert found.decimal == pytest.approx(3.99)
    assert found.average == pytest.approx((75 * 3 + 50 + 25) / 6)
    assert (found.evidenced_level, found.lowest_level, found.highest_level) == (3, 3, 3)


def test_without_evidence_the_same_claim_stands_on_less():
    found = card(everything(3, l2=2)).headline
    assert (found.achieved_level, found.evidenced_level) == (1, 0)


def test_dont_knows_open_the_range_of_the_level():
    found = card(everything(4) | {"l2-case-ownership": DONT_KNOW, "l2-human-reach": DONT_KNOW, "l2-response-speed": 1})
    level = found.levels[1]
    assert (level.low, level.score, level.high) == pytest.approx((100 * 13 / 24, 100 * 13 / 16, 100 * 21 / 24))
    assert (found.headline.lowest_level, found.headline.highest_level) == (6, 6)
    assert found.headline.provisional == ()
    shaky = card(everything(4) | {"l2-case-ownership": DONT_KNOW, "l2-human-reach": DONT_KNOW, "l2-response-speed": 0})
    assert (shaky.headline.lowest_level, shaky.headline.achieved_level, shaky.headline.highest_level) == (1, 6, 6)
    assert shaky.headline.provisional == ("dont-know",)


@pytest.mark.parametrize(
    ("answers", "provisional"),
    [
        (sheet(everything(2)), ()),
        (sheet(everything(2), practice_set="quick"), ("quick-set",)),
        (sheet(everything(2, con=None)), ("not-rated",)),
        (sheet(everything(2, l6=OUT_OF_SCOPE)), ("not-rated",)),
        (sheet(everything(2, l6=None), practice_set="quick"), ("quick-set", "not-rated")),
        (sheet(everything(None)), ("not-rated",)),
    ],
)
def test_why_a_result_is_provisional(answers, provisional):
    assert card(answers).headline.provisional == provisional


def test_nobody_answering_is_no_result_rather_than_zero():
    for answers in (AnswerSheet((), TODAY), sheet(everything(None)), sheet(everything(DONT_KNOW))):
        found = card(answers)
        assert found.headline.achieved_level == 0
        assert found.headline.decimal is None
        assert found.headline.average is None
        assert all(each.score is None and each.band is None and not each.rated for each in found.dimensions)
        assert (found.trust.index, found.trust.weakest, found.trust.band) == (None, None, None)
        assert found.confidence.grade == "low"


# ---------------------------------------------------------------- properties


def numbers(found):
    """Every number in a scorecard that a better answer must not lower, by name."""
    named = {}
    for each in found.practices.values():
        named |= {f"{each.id} {field}": getattr(each, field) for field in ("stage", "low", "high", "evidenced")}
    for each in found.dimensions:
        named |= {f"{each.id} {field}": getattr(each, field) for field in ("score", "low", "high", "evidenced")}
        named[f"{each.id} band"] = None if each.band is None else "NPLF".index(each.band)
    for field in (
        "achieved_level",
        "strict_level",
        "decimal",
        "average",
        "evidenced_level",
        "lowest_level",
        "highest_level",
    ):
        named[field] = getattr(found.headline, field)
    band = found.trust.band
    named |= {"trust index": found.trust.index, "trust mean": found.trust.mean}
    named["trust band"] = None if band is None else "NPLF".index(band)
    return named


def better(answers, person, practice, rise):
    """The sheet with one respondent's answer to one practice raised by `rise` stages; None where it cannot be."""
    people = list(answers.respondents)
    said = people[person % len(people)].answers.get(practice)
    if said is None or said.dont_know or said.not_applicable == "out-of-scope":
        return None
    stage = said.stage or 0
    raised = Answer(stage=min(4, stage + rise), note=said.note, evidence=said.evidence)
    one = people[person % len(people)]
    people[person % len(people)] = replace(one, answers={**one.answers, practice: raised})
    return replace(answers, respondents=tuple(people))


@given(sheets(), st.integers(0, 4), practice_ids, st.integers(1, 4))
def test_a_better_answer_never_lowers_anything(answers, person, practice, rise):
    improved = better(answers, person, practice, rise)
    assume(improved is not None)
    before, after = numbers(card(answers)), numbers(card(improved))
    for name, value in before.items():
        # the strict line and the decimal say nothing (None) once the climb has come to a level that is not rated
        if value is not None and not (after[name] is None and name in ("strict_level", "decimal")):
            assert after[name] is not None, name
            assert after[name] >= value - 1e-9, name


@given(sheets(), st.integers(0, 4), practice_ids)
def test_evidence_never_lowers_anything_and_raises_no_claim(answers, person, practice):
    people = list(answers.respondents)
    one = people[person % len(people)]
    said = one.answers.get(practice)
    assume(said is not None and said.stage is not None)
    people[person % len(people)] = replace(one, answers={**one.answers, practice: replace(said, note="seen")})
    before = card(answers)
    after = card(replace(answers, respondents=tuple(people)))
    assert after.headline.evidenced_level >= before.headline.evidenced_level
    for old, new in zip(before.dimensions, after.dimensions, strict=True):
        assert (new.score, new.low, new.high, new.rated) == (old.score, old.low, old.high, old.rated)
        assert old.evidenced is None or new.evidenced >= old.evidenced - 1e-9


@given(sheets())
def test_every_score_lies_in_its_bounds(answers):
    found = card(answers)
    for each in found.dimensions:
        assert each.rated is (each.score is not None) is (each.band is not None)
        assert 0 <= each.answered <= each.applicable <= each.practices
        assert each.coverage is None or 0 <= each.coverage <= 1
        if each.rated:
            assert 0 <= each.low <= each.score + 1e-9
            assert each.score <= each.high + 1e-9 <= 100 + 1e-9
            assert 0 <= each.evidenced <= each.score + 1e-9
    headline = found.headline
    assert headline.lowest_level <= headline.achieved_level <= headline.highest_level
    assert headline.evidenced_level <= headline.achieved_level
    assert headline.strict_level is None or headline.strict_level <= headline.achieved_level
    assert found.trust.index is None or 1 <= found.trust.index <= 100 + 1e-9
    assert found.confidence.grade == max(
        (each.grade for each in found.confidence.criteria), key=("high", "medium", "low").index
    )


@given(sheets(largest=3), practice_ids)
def test_a_practice_left_open_counts_like_one_out_of_scope_and_not_like_zero(answers, practice):
    assume(answers.practice_set == "full")
    number = [each.id for each in FRAMEWORK.dimensions].index(FRAMEWORK.dimension_of[practice].id)

    def dimension(said):
        people = []
        for each in answers.respondents:
            rest = {key: answer for key, answer in each.answers.items() if key != practice}
            people.append(replace(each, answers=rest if said is None else {**rest, practice: said}))
        return card(replace(answers, respondents=tuple(people))).dimensions[number]

    unanswered, out_of_scope, zero = dimension(None), dimension(OUT_OF_SCOPE), dimension(Answer(stage=0))
    assert dimension(BY_CHOICE) == dimension(DONE_BY_OTHERS) == zero
    assume(unanswered.rated and out_of_scope.rated and zero.rated)
    assert unanswered.score == out_of_scope.score
    assert zero.score < unanswered.score or zero.score == unanswered.score == 0
    assert (unanswered.applicable, out_of_scope.applicable) == (zero.applicable, zero.applicable - 1)


def uneven(practice):
    """A weight between 1 and 3 that depends on the practice's name."""
    return 1 + len(practice) % 3


SCALED = {
    1: weighted(uneven),
    0.1: weighted(lambda practice: 0.1 * uneven(practice)),
    1000: weighted(lambda practice: 1000 * uneven(practice)),
}


@given(sheets(largest=2), st.sampled_from([0.1, 1000]))
def test_only_the_ratio_of_weights_counts(answers, scale):
    plain, scaled = numbers(card(answers, SCALED[1])), numbers(card(answers, SCALED[scale]))
    assert scaled == {name: None if value is None else pytest.approx(value) for name, value in plain.items()}


def test_a_scorecard_depends_on_nothing_but_its_inputs():
    answers = sheet(leaders=[everything(2)], frontline=[everything(1)], red_flags=["RF-01"])
    assert card(answers) == card(answers)
    later = score(FRAMEWORK, answers, date(2028, 1, 1))
    assert replace(later, confidence=card(answers).confidence) == card(answers)
