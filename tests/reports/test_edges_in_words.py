"""On an edge of the method, and with targets, flags and exemptions, the sentences still say what the numbers say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.utils.translation import override

from assessments.reports.journey_words import felt
from assessments.reports.wording import apart_text, points_text, signed_text, stage_text
from tests.maturity.builders import (
    BY_CHOICE,
    DONE_BY_OTHERS,
    DONT_KNOW,
    OUT_OF_SCOPE,
    PRACTICES,
    everything,
    in_turn,
    sheet,
)

from .test_build import report


def lines(document, practice):
    """The reasons of the step on a practice, as text."""
    step = next(each for each in document.all_steps if each.practice == practice)
    return [f"{line.value} {line.text}" for line in step.reasons]


def thousandths_below(stage, people=40):
    """As many people as that, all but one of whom are at the stage and one a stage below."""
    return [everything(stage)] * (people - 1) + [everything(stage - 1)]


def test_what_is_exactly_at_the_mark_is_no_point_below_it():
    told = lines(report(sheet(everything(2))), "l1-accurate-facts")
    assert "50 Inform: exactly at the mark, which must be passed; it holds back level 1" in told


def test_what_is_a_hair_below_the_mark_is_not_at_it():
    """One of sixty people says 1 to a single practice: 49.93."""
    answers = sheet(frontline=[everything(2)] * 59 + [everything(2) | {"l1-accurate-facts": 1}])
    document = report(answers)
    assert document.card.levels[0].score == pytest.approx(49.930556, abs=1e-6)
    assert document.pyramid.head.finding == "No level stands yet: level 1, Inform, is 0.1 points below the mark."
    nearer = sheet(frontline=[everything(2)] * 99 + [everything(2) | {"l1-accurate-facts": 1}])
    document = report(nearer)
    assert document.card.levels[0].score == pytest.approx(49.958333, abs=1e-6)
    assert document.pyramid.head.finding == "No level stands yet: level 1, Inform, is 0.04 points below the mark."
    assert document.pyramid.levels[0].status_text == "Next: 0.04 points to the mark"


def test_a_share_that_a_grade_rests_on_is_never_rounded_across_its_line():
    """36 of 54 is not 67%, from which coverage is medium; a fifth is the most that high certainty allows to differ."""
    answers = everything(3) | dict.fromkeys(PRACTICES[:2], OUT_OF_SCOPE)
    some = {key: answer for key, answer in answers.items() if key not in PRACTICES[2:20]}
    document = report(sheet(some))
    coverage = document.certainty.rows[0]
    assert (coverage.value, coverage.grade) == ("66.7%", "low")
    assert "66.7% answered" in document.keys[3].note

    differing = dict.fromkeys(PRACTICES[20:31], 0)
    document = report(sheet(frontline=[answers, answers, answers | differing]))
    opinions = document.certainty.rows[3]
    assert (opinions.value, opinions.grade) == ("20.4%", "medium")
    assert [row.value for row in report(sheet(everything(3))).certainty.rows[:2]] == ["100%", "0%"]


def test_a_critical_practice_between_two_stages_is_not_said_to_stand_at_the_lower_one():
    answers = everything(3) | {"int-privacy": 1}
    document = report(sheet(leaders=[answers, answers | {"int-privacy": 0}]))
    said = "With reservation: “Protection of customers’ privacy” is critical and has not reached stage 1."
    assert said in document.notices
    assert any("0.5 critical, and stage 1 is not reached" in line for line in lines(document, "int-privacy"))


def test_a_range_is_of_the_dont_knows_not_of_what_nobody_knew():
    """Two of three know, so it is not true that nobody does. And only the first level is open: it is all or none."""
    unsure = everything(3, l1=DONT_KNOW)
    document = report(sheet(frontline=[everything(3, l1=2), everything(3, l1=3), unsure]))
    assert document.card.headline.provisional == ("dont-know",)
    said = "Provisional: depending on what is behind “don’t know”, the level could be 0 or 6."
    assert document.notices == (said,)
    assert document.profile.rows[0].range_text.endswith(", depending on what is behind “don’t know”")


def test_a_practice_kept_low_on_purpose_is_still_below_stage_2():
    """A target where a practice stands asks for no step; that does not lift it."""
    aims = dict.fromkeys(PRACTICES, 1)
    mixed = report(replace(sheet(everything(3, l6=1)), targets=aims))
    assert mixed.strengths.head.finding == "“Searchable self-service help” is among the firmest practices."
    low = report(replace(sheet(everything(1)), targets=aims))
    assert low.strengths.head.finding == "No answered practice has reached stage 2 yet."
    assert report(sheet({})).strengths.head.finding == "There are no answers yet to tell strengths from gaps."


def test_a_step_waits_for_what_is_known_to_be_low():
    """The prerequisite is meant to stay at stage 1, so it is not its stage that is unknown."""
    aims = dict.fromkeys(PRACTICES, 1) | {"l1-right-place-moment": 2}
    document = report(replace(sheet(everything(1)), targets=aims))
    assert [each.practice for each in document.all_steps] == ["l1-right-place-moment"]
    assert document.steps.head.finding == "Every step waits for a prerequisite that is below stage 2 or not known."
    unknown = everything(None) | {"l1-right-place-moment": 1}
    finding = report(sheet(unknown)).steps.head.finding
    assert finding == "Every step waits for a prerequisite whose stage is not known yet."


def test_answers_that_claim_nothing_are_not_called_evidenced():
    groups = {name: [everything(1)] for name in ("leaders", "managers", "frontline")}
    document = report(sheet(**groups))
    assert document.card.confidence.grade == "high"
    assert document.certainty.head.finding == "The result rests on broad and recent answers."


@pytest.mark.parametrize("exempt", [BY_CHOICE, DONE_BY_OTHERS])
def test_choosing_not_to_is_a_stage_in_the_gaps_too(exempt):
    """The front line says that it is not done at all: that is stage 0, and leaders at 3 see it differently."""
    answers = sheet(leaders=[everything(3)] * 3, frontline=[everything(exempt)] * 3)
    said = "On 56 practices leaders see the company much further on than the front line does."
    assert said in report(answers).certainty.statements


def test_two_open_flags_are_two():
    one = report(sheet(everything(3), red_flags=["RF-09"])).trust.head.paragraphs[-1]
    assert one.startswith("While the red flag “Customer data leaked or used without consent” is open, ")
    both = report(sheet(everything(3), red_flags=["RF-09", "RF-10"])).trust.head.paragraphs[-1]
    assert both.startswith("While the red flags “Customer data leaked or used without consent” and “Public")
    assert "are open, trust cannot be called more than partly in place." in both


def test_a_flag_raises_only_what_there_is_a_step_for():
    done = everything(3) | {"l2-skilled-kind-people": 4}
    (flag,) = report(sheet(done, red_flags=["RF-02"])).flags.flags
    assert flag.effect == "Raises the priority of “Professional expertise”."
    (flag,) = report(sheet(everything(4), red_flags=["RF-09"])).flags.flags
    assert flag.effect.startswith("This report has no step on its practices. Caps trust at")


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        (1.95, "1.95"),
        (1.96, "1.96"),
        (1.975, "1.98"),
        (1.998, "1.998"),
        (1.9999999999, "2"),
        (2.04, "2"),
        (3.97, "3.97"),
    ],
)
def test_a_stage_that_is_not_reached_is_not_shown(stage, shown):
    with override("en"):
        assert stage_text(stage) == shown


def test_a_practice_just_short_of_a_stage_is_not_shown_at_it():
    document = report(sheet(frontline=thousandths_below(4)))
    step = document.all_steps[0]
    assert (step.move, lines(document, step.practice)[0]) == (
        "Stage 3 Managed → 4 Leading",
        "3.98 of 4: stage 4, Leading, is not reached throughout",
    )


def test_the_method_page_prints_the_lines_that_decide():
    """Every cut-off of the method that decides a word of the report stands on its method page."""
    items = dict(report(sheet(leaders=[everything(3)] * 3)).method.items)
    assert items["Rating"] == (
        "A level is rated when at least 4 of its practices apply and 67% of these are answered, a trust factor when at "
        "least 3 of its practices are answered."
    )
    assert items["Reservation"].endswith("from level 4 on while privacy is below stage 2.")
    assert re.findall(r"\d+", items["Certainty"]) == ["90", "67", "50", "20", "2", "3", "2", "20", "40", "90", "365"]
    assert re.findall(r"[\d.]*\d", items["Opinions"]) == ["3", "9", "3", "0.83", "10"]
    assert "1.5 times in the weakest trust factor while it is below 50" in items["Order of steps"]
    assert items["Order of steps"].startswith("Gap in stages ÷ 4 × impact (1 to 3) × weight ÷ effort (1 to 3), doubled")


def test_the_method_page_of_the_short_set_and_of_one_person_says_only_what_is_so():
    items = dict(report(sheet(everything(3), practice_set="quick")).method.items)
    assert items["Rating"] == "In the 10-minute check a dimension is rated when both its practices are answered."
    assert "Opinions" not in items


def test_of_equally_weak_factors_the_one_that_counts_more_is_called_the_first():
    told = lines(report(sheet(everything(1))), "int-honest-dealing")
    assert "25 Integrity: first of the weakest trust factors, so it counts 1.5 times" in told
    alone = lines(report(sheet(everything(3, int=1))), "int-honest-dealing")
    assert "25 Integrity: the weakest trust factor, so it counts 1.5 times" in alone


def test_a_distance_and_its_score_add_up_to_the_mark():
    """37.5 is shown as 38; and one person in 24 who says 1 to all makes 48.96, which is shown as 49."""
    document = report(sheet(everything(2) | in_turn("l1", 1, 2, 1, 2, 1, 2)))
    inform = document.pyramid.levels[0]
    assert (inform.score.text, inform.status_text) == ("38", "Next: 12 points to the mark")
    assert document.pyramid.head.finding == "No level stands yet: level 1, Inform, is 12 points below the mark."
    assert "38 Inform: 12 below the mark; it holds back level 1" in lines(document, "l1-accurate-facts")
    document = report(sheet(frontline=[everything(2)] * 23 + [everything(1)]))
    assert document.card.levels[0].score == pytest.approx(48.958333, abs=1e-6)
    assert document.pyramid.levels[0].status_text == "Next: 1 point to the mark"
    assert document.pyramid.head.finding.endswith("Inform, is 1 point below the mark.")


def test_no_distance_is_1_points():
    with override("en"):
        shown = [points_text(each) for each in (0.01, 0.3, 0.96, 1.2, 1.5, 8.4)]
    assert shown == ["0.1", "0.3", "1.0", "1.2", "2", "8"]


def test_a_test_with_nothing_to_judge_is_not_called_high():
    """One person’s answers cannot differ from anybody’s."""
    document = report(sheet(everything(3)))
    row = next(each for each in document.certainty.rows if each.id == "disagreement")
    assert (row.value, row.grade, row.grade_text) == ("nothing to judge yet", "", "–")
    differing = report(sheet(leaders=[everything(3)] * 3)).certainty.rows[3]
    assert (differing.value, differing.grade_text) == ("0%", "High")


@pytest.mark.parametrize(
    ("one", "other", "exact", "told"),
    [
        ("63", "50", 12.2, "13"),  # 62.6 and 50.4
        ("51", "50", 0.2, "1.0"),  # never “1 points”
        ("49.6", "45", 4.7, "4.6"),  # decimals as they are shown beside it
        ("49.6", "50", 0.04, "0.1"),  # what is shown would turn the sign
        ("63", "63", -0.8, "0.8"),  # a difference that is claimed is never zero
    ],
)
def test_a_difference_is_that_of_the_numbers_that_are_shown(one, other, exact, told):
    assert apart_text(one, other, exact) == told


@pytest.mark.parametrize(("value", "shown"), [(0.25, "+0.3"), (-0.25, "−0.3"), (2.45, "+2.5"), (-0.04, "0.0")])
def test_a_half_goes_up_on_either_side_of_zero(value, shown):
    assert signed_text(value, 1) == felt(value) == shown


def test_the_perception_gap_is_that_of_the_two_means_beside_it():
    def sides(*rows):  # 44 and 28 of 18 answers: 2.44 and 1.56, which are 0.89 apart
        return [everything(2) | in_turn("l1", *row) for row in rows]

    leaders = sides((3, 3, 3, 2, 2, 2), (3, 3, 3, 2, 2, 2), (3, 3, 2, 2, 2, 2))
    frontline = sides((1, 2, 1, 2, 1, 2), (1, 2, 1, 2, 1, 2), (2, 2, 2, 2, 1, 1))
    document = report(sheet(leaders=leaders, frontline=frontline))
    for row in document.gap.rows:
        first, last = (float(each.text) for each in row.views)
        assert float(row.gap.text.replace("−", "-")) == pytest.approx(first - last, abs=1e-9)
    assert document.gap.rows[0].gap.value == pytest.approx(0.8889, abs=1e-4)
    assert document.gap.rows[0].gap.text == "+0.8"


def test_a_gap_that_is_not_called_large_is_not_shown_as_if_it_were():
    """Of four leaders one says 2 where the others say 3: 0.96 stages above a front line that says 2."""
    leaders = [everything(3)] * 3 + [everything(3) | {"l1-accurate-facts": 2}]
    rows = {row.id: row for row in report(sheet(leaders=leaders, frontline=[everything(2)] * 4)).gap.rows}
    near, large = rows["l1"], rows["l2"]
    assert (near.gap.text, near.flag, [view.text for view in near.views]) == ("+0.96", "", ["2.96", "2.00"])
    assert (large.gap.text, large.flag, [view.text for view in large.views]) == ("+1.0", "large gap", ["3.0", "2.0"])


def test_from_half_a_stage_on_where_many_answer():
    leaders = [everything(3)] * 5 + [everything(2)] * 4 + [everything(3) | {"l1-accurate-facts": 2}] + [everything(2)]
    frontline = [everything(2)] * 11
    rows = {row.id: row for row in report(sheet(leaders=leaders, frontline=frontline)).gap.rows}
    assert (rows["l1"].gap.value, rows["l1"].flag) == (pytest.approx(0.5303, abs=1e-4), "large gap")
    fewer = [everything(2) if each == everything(3) and place == 0 else each for place, each in enumerate(leaders)]
    rows = {row.id: row for row in report(sheet(leaders=fewer, frontline=frontline)).gap.rows}
    assert (rows["l1"].gap.text, rows["l1"].flag) == ("+0.4", "")
    assert rows["l2"].gap.text == "+0.45"
