"""Nothing about fewer than k people: not in any view, not by taking one view from another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity.anonymity import anonymous_sheet, groups_of, merged_groups, shown_groups
from assessments.maturity.answers import Agreed, Answer, AnswerSheet, Remark, Respondent, counted
from assessments.maturity.perception import perceive

from .builders import FRAMEWORK, GROUPS, PRACTICES, backed, card, everything, sheet

K = 5
ASKED = PRACTICES[:6]
DAY = date(2026, 11, 2)


def told(groups: dict[str, int], k: int = K) -> set[str]:
    return shown_groups(groups, k)


# ---------------------------------------------------------------- which groups stand by themselves
@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"sales": 4, "technology": 9}, set()),  # all less technology is sales
        ({"other": 6, "technology": 9}, {"other", "technology"}),
        ({"only": 5}, {"only"}),
        ({"only": 4}, set()),
        ({"leaders": 3, "managers": 2, "frontline": 9}, {"frontline"}),  # five are hidden together
        ({"leaders": 0, "managers": 5, "frontline": 9}, {"managers", "frontline"}),  # nobody is not a remainder
        ({}, set()),
    ],
)
def test_a_group_is_shown_where_neither_it_nor_the_remainder_is_small(counts, shown):
    assert told(counts) == shown


def test_two_of_twenty_cannot_be_reckoned_from_the_two_nines():
    assert len(told({"leaders": 2, "managers": 9, "frontline": 9})) == 1


COUNTS = st.dictionaries(st.sampled_from([*GROUPS, "sales", "other"]), st.integers(0, 12), max_size=5)


@given(COUNTS, st.integers(3, 8))
def test_the_hidden_are_none_or_enough(counts, k):
    shown = told(counts, k)
    hidden = sum(count for group, count in counts.items() if group not in shown)
    assert all(counts[group] >= k for group in shown)
    assert hidden == 0 or hidden >= k or not shown


# ---------------------------------------------------------------- which groups are joined
@pytest.mark.parametrize(
    ("counts", "classes"),
    [
        ({"leaders": 2, "managers": 9, "frontline": 9}, (("leaders", "managers"), ("frontline",))),
        ({"leaders": 9, "managers": 2, "frontline": 9}, (("leaders", "managers"), ("frontline",))),
        ({"leaders": 9, "managers": 9, "frontline": 2}, (("leaders",), ("managers", "frontline"))),
        ({"leaders": 2, "managers": 1, "frontline": 20}, (("leaders", "managers", "frontline"),)),
        ({"leaders": 2, "managers": 0, "frontline": 20}, (("leaders", "frontline"),)),
        ({"frontline": 6, "leaders": 5}, (("leaders",), ("frontline",))),
        ({"managers": 2}, (("managers",),)),
    ],
)
def test_a_small_group_joins_its_neighbour(counts, classes):
    assert merged_groups(counts, K) == classes


@given(st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 12)), st.integers(3, 8))
def test_joining_loses_nobody_and_leaves_no_small_class(counts, k):
    classes = merged_groups(counts, k)
    assert sorted(group for each in classes for group in each) == sorted(group for group in counts if counts[group])
    assert len(classes) <= 1 or all(sum(counts[group] for group in each) >= k for each in classes)


# ---------------------------------------------------------------- the sheet
STAGES = st.integers(0, 4).map(Answer)
WORDS = st.sampled_from(["", "seen", "zebra", "ask Ada"])
NOTED = st.builds(Answer, st.integers(0, 4), note=WORDS, evidence=WORDS)
OTHER = st.sampled_from(
    [Answer(dont_know=True), Answer(not_applicable="out-of-scope"), Answer(not_applicable="by-choice")]
)
SAID = st.one_of(STAGES, NOTED, OTHER)
PEOPLE = st.builds(
    Respondent,
    st.uuids().map(str),
    st.sampled_from(GROUPS),
    st.dictionaries(st.sampled_from(ASKED), SAID, max_size=len(ASKED)),
)
SHEETS = st.lists(PEOPLE, max_size=24).map(lambda people: AnswerSheet(tuple(people), DAY))
SIZES = st.integers(3, 6)


def cells(found: AnswerSheet) -> dict[str, dict[str, list[Answer]]]:
    """The answers to each practice by class."""
    result: dict[str, dict[str, list[Answer]]] = {}
    for person in found.respondents:
        for practice, answer in person.answers.items():
            result.setdefault(practice, {}).setdefault(person.group, []).append(answer)
    return result


def given_stages(answers: list[Answer]) -> int:
    return sum(counted(FRAMEWORK, answer) is not None for answer in answers)


@given(SHEETS, SIZES)
def test_every_cell_of_the_sheet_holds_enough_people(answers, k):
    for by_class in cells(anonymous_sheet(FRAMEWORK, answers, k)).values():
        assert all(given_stages(said) >= k for said in by_class.values())


@given(SHEETS, SIZES)
def test_no_group_stands_in_two_cells_of_a_practice(answers, k):
    for by_class in cells(anonymous_sheet(FRAMEWORK, answers, k)).values():
        groups = [group for name in by_class for group in groups_of(name)]
        assert len(groups) == len(set(groups))


@given(SHEETS, SIZES)
def test_a_practice_keeps_every_answer_or_leaves_the_sheet(answers, k):
    found = cells(anonymous_sheet(FRAMEWORK, answers, k))
    for practice, by_class in cells(answers).items():
        before = [answer for said in by_class.values() for answer in said]
        after = [answer for said in found.get(practice, {}).values() for answer in said]
        if len([each for each in answers.respondents if each.answers]) < k or given_stages(before) < k:
            assert not after
        else:
            plain = Counter((each.stage, each.dont_know, each.not_applicable, each.evidenced) for each in before)
            assert plain == Counter((each.stage, each.dont_know, each.not_applicable, each.evidenced) for each in after)


@given(SHEETS, SIZES, st.randoms())
def test_who_said_what_leaves_no_trace(answers, k, chance):
    """Whatever changes hands within a group, practice by practice, and in whatever order: the sheet is the same."""
    swapped = [dict(each.answers) for each in answers.respondents]
    for practice in ASKED:
        for group in GROUPS:
            holders = [
                place
                for place, each in enumerate(answers.respondents)
                if each.group == group and practice in each.answers
            ]
            for place, source in zip(holders, chance.sample(holders, len(holders)), strict=True):
                swapped[place][practice] = answers.respondents[source].answers[practice]
    people = [
        replace(each, name=f"other {place}", answers=swapped[place]) for place, each in enumerate(answers.respondents)
    ]
    chance.shuffle(people)
    assert anonymous_sheet(FRAMEWORK, replace(answers, respondents=tuple(people)), k) == anonymous_sheet(
        FRAMEWORK, answers, k
    )


@given(SHEETS, SIZES)
def test_nobody_has_a_name_or_words(answers, k):
    found = anonymous_sheet(FRAMEWORK, answers, k)
    assert all(not each.name for each in found.respondents)
    assert all(not (said.note or said.evidence) for each in found.respondents for said in each.answers.values())
    for practice, remarks in found.remarks.items():
        assert list(remarks) == sorted(remarks)
        assert given_stages([said for each in cells(found)[practice].values() for said in each]) >= k


def test_fewer_than_k_people_make_an_empty_sheet_that_says_so():
    found = anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(4)] * 2, frontline=[everything(1)] * 2), K)
    assert found.too_few
    assert found.respondents == ()
    assert not found.remarks
    assert found.people == 0
    assert not anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(4)] * 5), K).too_few


def test_those_who_were_asked_and_said_nothing_do_not_count():
    assert anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(4)] * 4, frontline=[{}] * 9), K).too_few


def test_scores_are_those_of_the_classes():
    """Where every group is large enough, hiding who said what changes no number."""
    answers = sheet(leaders=[everything(4)] * 5, managers=[everything(2)] * 6, frontline=[everything(backed(1))] * 9)
    named, anonymous = card(answers), card(anonymous_sheet(FRAMEWORK, answers, K))
    assert anonymous == named


@pytest.mark.parametrize(("stages", "stage"), [([], 0), ([4, 4, 2], 2)])
def test_who_chose_not_to_do_it_gives_stage_0(stages, stage):
    """Method 1.4; in a named assessment the score is the same."""
    chosen = [Answer(not_applicable="by-choice")] * (K - len(stages))
    answers = sheet(leaders=[{"l1-accurate-facts": said} for said in (*map(Answer, stages), *chosen)])
    found = card(anonymous_sheet(FRAMEWORK, answers, K))
    assert found.practices["l1-accurate-facts"].stage == stage
    assert found == card(answers)


def test_what_is_out_of_scope_is_nobodys_stage():
    said = [Answer(4)] * (K - 1) + [Answer(not_applicable="out-of-scope")] * K
    answers = sheet(leaders=[{"l1-accurate-facts": each} for each in said])
    assert card(anonymous_sheet(FRAMEWORK, answers, K)).practices["l1-accurate-facts"].stage is None


def test_notes_stand_apart_and_still_count_as_evidence():
    answers = sheet(leaders=[{"l1-accurate-facts": backed(4, note)} for note in ("z", "a", "m", "b", "c")])
    found = anonymous_sheet(FRAMEWORK, answers, K)
    assert found.remarks["l1-accurate-facts"] == tuple(Remark(note, "") for note in "abcmz")
    assert card(found).practices["l1-accurate-facts"].evidenced == 4


def test_agreed_stages_red_flags_and_targets_stay():
    agreed = {"l1-accurate-facts": Agreed(2, "seen together")}
    answers = replace(sheet(red_flags=["RF-01"]), agreed=agreed, targets={"l1-accurate-facts": 3})
    found = anonymous_sheet(FRAMEWORK, answers, K)
    assert (found.agreed, found.targets, found.red_flags) == (agreed, answers.targets, answers.red_flags)
    assert card(found).practices["l1-accurate-facts"].stage == 2


# ---------------------------------------------------------------- taking one view from another
def published(answers: AnswerSheet, k: int) -> list[dict[tuple[str, str], Fraction]]:
    """Every mean that the product can show, as a sum over (practice, person) of what that person said.

    By practice and class, by practice over all, by dimension and class, and over all.
    """
    found = anonymous_sheet(FRAMEWORK, answers, k)
    seen = perceive(FRAMEWORK, found)
    owners = holders(answers, found)
    views: list[dict[tuple[str, str], Fraction]] = []
    for practice, by_class in owners.items():
        means = [
            {(practice, who): Fraction(1, len(people)) for who in people} for people in by_class.values() if people
        ]
        views += means
        views.append({key: share / len(means) for each in means for key, share in each.items()})
        views.append({key: Fraction(1) for each in means for key in each})  # the strip, the median: of all answers
    for dimension in seen.dimensions:
        for view in dimension.views:
            heard = [
                (practice, by_class[view.name])
                for practice, by_class in owners.items()
                if FRAMEWORK.dimension_of[practice].id == dimension.id and by_class.get(view.name)
            ]
            views.append(
                {(practice, who): Fraction(1, len(people) * len(heard)) for practice, people in heard for who in people}
            )
    return [each for each in views if each]


def holders(answers: AnswerSheet, found: AnswerSheet) -> dict[str, dict[str, list[str]]]:
    """Who stands behind each cell that is shown; only the test knows."""
    return {
        practice: {
            name: [
                f"{place}"
                for place, each in enumerate(answers.respondents)
                if each.group in groups_of(name) and given_stages([each.answers.get(practice, Answer(dont_know=True))])
            ]
            for name in by_class
        }
        for practice, by_class in cells(found).items()
    }


def spans(rows: list[dict], wanted: dict) -> bool:
    """Whether a sum of `rows`, each times anything, gives `wanted`: whether they determine it."""
    basis: list[tuple[object, dict]] = []

    def rest(row: dict) -> dict:
        row = dict(row)
        for pivot, known in basis:
            factor = row.get(pivot, Fraction(0))
            if factor:
                for key, value in known.items():
                    row[key] = row.get(key, Fraction(0)) - factor * value
        return {key: value for key, value in row.items() if value}

    for each in rows:
        left = rest(each)
        if left:
            pivot = min(left, key=str)
            basis.append((pivot, {key: value / left[pivot] for key, value in left.items()}))
    return not rest(wanted)


@given(SHEETS, SIZES, st.data())
def test_no_sum_over_fewer_than_k_people_follows_from_what_is_shown(answers, k, data):
    views = published(answers, k)
    practice = data.draw(st.sampled_from(ASKED))
    said = [
        str(place)
        for place, each in enumerate(answers.respondents)
        if practice in each.answers and given_stages([each.answers[practice]])
    ]
    if not said:
        return
    few = data.draw(st.lists(st.sampled_from(said), min_size=1, max_size=min(len(said), k - 1), unique=True))
    assert not spans(views, {(practice, who): Fraction(1) for who in few})


@given(SHEETS, SIZES)
def test_no_group_of_fewer_than_k_follows_from_what_is_shown(answers, k):
    """The groups as everybody knows them: those are what one would try to reckon."""
    views = published(answers, k)
    for practice in ASKED:
        for group in GROUPS:
            people = [
                str(place)
                for place, each in enumerate(answers.respondents)
                if each.group == group and practice in each.answers and given_stages([each.answers[practice]])
            ]
            if 0 < len(people) < k:
                assert not spans(views, {(practice, who): Fraction(1) for who in people})


def test_the_attack_works_where_nothing_is_suppressed():
    """The check itself: with the naked remainder published, four people do follow from all less nine."""
    everyone = {("p", str(who)): Fraction(1) for who in range(13)}
    nine = {("p", str(who)): Fraction(1, 9) for who in range(4, 13)}
    assert spans([everyone, nine], {("p", str(who)): Fraction(1) for who in range(4)})
