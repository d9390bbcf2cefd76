"""How sure the result is: the worst of five (method 1.6)."""

from datetime import date, timedelta

import pytest

from .builders import (
    BY_CHOICE,
    DONE_BY_OTHERS,
    DONT_KNOW,
    FRAMEWORK,
    OUT_OF_SCOPE,
    PRACTICES,
    TODAY,
    Answer,
    backed,
    card,
    everything,
    sheet,
)


def first(count, said, rest=None):
    """`said` to the first `count` practices, `rest` to the others."""
    return {practice: said if number < count else rest for number, practice in enumerate(PRACTICES)}


def criterion(id, answers, today=TODAY):
    """The value and the grade of one of the five."""
    scored = card(answers, today=today)
    found = next(each for each in scored.confidence.criteria if each.id == id)
    return (None if found.value is None else pytest.approx(found.value), found.grade)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (first(56, 1), (1.0, "high")),
        (first(51, 1), (51 / 56, "high")),
        (first(50, 1), (50 / 56, "medium")),
        (first(50, 1, DONT_KNOW), (50 / 56, "medium")),  # a don't-know lowers the coverage
        (first(45, 1) | dict.fromkeys(PRACTICES[50:], OUT_OF_SCOPE), (0.9, "high")),  # exactly 45 of 50
        (first(38, 1), (38 / 56, "medium")),
        (first(37, 1), (37 / 56, "low")),
        (first(50, BY_CHOICE, 1), (1.0, "high")),  # a choice is an answer
        (everything(None), (0.0, "low")),
        (everything(OUT_OF_SCOPE), (0.0, "low")),
    ],
)
def test_coverage_is_the_answered_share_of_what_applies(answers, expected):
    assert criterion("coverage", sheet(answers)) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (first(28, backed(2), 2), (0.5, "high")),
        (first(27, backed(3), 3), (27 / 56, "medium")),
        (first(2, backed(4)) | dict.fromkeys(PRACTICES[10:18], 2), (0.2, "medium")),
        (first(1, backed(4)) | dict.fromkeys(PRACTICES[10:18], 2), (1 / 9, "low")),
        (first(1, Answer(stage=2, evidence="https://example.org")), (1.0, "high")),
        (first(1, backed(2), 1), (1.0, "high")),  # stage 1 claims nothing that would need evidence
        (first(1, backed(1), 2), (0.0, "low")),  # and a note on it backs no claim
        (everything(1), (None, "high")),
    ],
)
def test_evidence_is_the_share_of_claims_with_a_note_or_link(answers, expected):
    assert criterion("evidence", sheet(answers)) == expected


def test_evidence_counts_answers_not_practices():
    answers = sheet(leaders=[everything(2)], frontline=[first(56, backed(2)), first(56, backed(3))])
    assert criterion("evidence", answers) == (2 / 3, "high")


def test_answers_outside_the_set_that_was_asked_are_no_evidence():
    asked = [each.id for each in FRAMEWORK.asked("quick")]
    rest = {practice: backed(4) for practice in PRACTICES if practice not in asked}
    assert criterion("evidence", sheet(dict.fromkeys(asked, 2) | rest, practice_set="quick")) == (0.0, "low")


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({"leaders": [2], "managers": [2], "frontline": [2]}, (3, "high")),
        ({"leaders": [2, 2], "frontline": [2]}, (2, "medium")),
        ({"leaders": [2, 2, 2]}, (1, "low")),
        ({"leaders": [2], "managers": [DONT_KNOW], "frontline": [OUT_OF_SCOPE]}, (1, "low")),
        ({"leaders": [None]}, (0, "low")),
        # what counts as absent is an answer at stage 0
        ({"leaders": [2], "managers": [BY_CHOICE], "frontline": [DONE_BY_OTHERS]}, (3, "high")),
    ],
)
def test_breadth_is_the_number_of_groups_behind_the_score(groups, expected):
    people = {group: [everything(said) for said in all_said] for group, all_said in groups.items()}
    assert criterion("breadth", sheet(**people)) == expected


@pytest.mark.parametrize(
    ("flagged", "expected"), [(2, (0.2, "high")), (3, (0.3, "medium")), (4, (0.4, "medium")), (5, (0.5, "low"))]
)
def test_disagreement_is_the_share_of_answered_practices_on_which_opinions_differ(flagged, expected):
    answers = sheet(
        leaders=[first(10, 0), first(10, 0)], frontline=[first(flagged, 3) | dict.fromkeys(PRACTICES[flagged:10], 0)]
    )
    assert criterion("disagreement", answers) == expected


def test_with_two_respondents_nothing_is_known_of_disagreement():
    answers = sheet(leaders=[everything(0)], frontline=[everything(4)])
    assert criterion("disagreement", answers) == (None, "high")


@pytest.mark.parametrize(
    ("age", "expected"),
    [(0, (0, "high")), (90, (90, "high")), (91, (91, "medium")), (365, (365, "medium")), (366, (366, "low"))],
)
def test_freshness_is_the_age_in_days(age, expected):
    assert criterion("freshness", sheet(everything(1)), today=TODAY + timedelta(days=age)) == expected


def test_an_assessment_dated_ahead_is_fresh():
    assert criterion("freshness", sheet(everything(1), held_on=date(2027, 1, 1))) == (0, "high")


def test_the_grade_is_the_worst_of_the_five():
    answers = sheet(**{group: [everything(backed(2))] for group in ("leaders", "managers", "frontline")})
    assert card(answers).confidence.grade == "high"
    assert card(answers, today=TODAY + timedelta(days=91)).confidence.grade == "medium"
    assert card(answers, today=TODAY + timedelta(days=366)).confidence.grade == "low"
    two_groups = sheet(leaders=[everything(backed(2))], frontline=[everything(backed(2))])
    assert card(two_groups).confidence.grade == "medium"
    assert card(everything(backed(2))).confidence.grade == "low"  # one group
    assert [each.id for each in card(answers).confidence.criteria] == [
        "coverage", "evidence", "breadth", "disagreement", "freshness",
    ]  # fmt: skip
