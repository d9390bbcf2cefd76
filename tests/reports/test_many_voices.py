"""What the report says of agreed stages, of the groups that answered, and of too few people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessments.maturity.anonymity import anonymous_sheet
from assessments.maturity.answers import Agreed
from assessments.reports.explain import explain
from tests.maturity.builders import FRAMEWORK, everything, practices_of, respondent, sheet

from .test_build import report, source

NO_GROUP = replace(sheet(everything(3)), respondents=(respondent(everything(3), group=""),))  # as from the short check


def agreeing(answers, stage: int, *dimensions: str):
    return replace(answers, agreed={key: Agreed(stage, "seen") for each in dimensions for key in practices_of(each)})


@pytest.mark.parametrize(
    ("said", "agreed", "told"),
    [
        (3, 1, "On the answers alone, level 6 would stand instead of none."),
        (1, 3, "On the answers alone, no level would stand; by the agreed stages, level 1 does."),
    ],
)
def test_where_the_review_moves_the_level_the_first_page_says_so(said, agreed, told):
    notice = report(agreeing(sheet(everything(said)), agreed, "l1")).notices[0]
    assert notice.startswith("On 6 practices the stage agreed in the review counts")
    assert notice.endswith(told)


def test_where_it_moves_only_part_of_the_way_both_levels_are_named():
    notice = report(agreeing(sheet(everything(3)), 1, "l3")).notices[0]
    assert notice.endswith("On the answers alone, level 6 would stand instead of level 2.")


def test_where_it_moves_no_level_it_is_only_said_that_it_counts():
    document = report(agreeing(sheet(everything(3)), 4, "l3"))
    assert document.notices[0].endswith("what people said stays beside it.")
    said = explain(source(agreeing(sheet(everything(3)), 4, "l3")), "l3")
    assert said is not None
    assert said.sentence.endswith("On what people said alone it would be 75.")


def test_the_gap_says_what_its_flags_bear_out_and_no_more():
    wide = report(sheet(leaders=[everything(3, l3=4)] * 3, frontline=[everything(3, l3=2)] * 4))
    assert (
        wide.gap.head.finding
        == "Respond looks 2.0 stages further on to leaders than to the front line (3 and 4 people)."
    )
    turned = report(sheet(leaders=[everything(3, l3=2)] * 3, frontline=[everything(3, l3=4, l1=4)] * 4))
    assert turned.gap.head.finding == (
        "Respond looks 2.0 stages further on to the front line than to leaders (4 and 3 people). "
        "On 1 more dimension the gap is large."
    )
    alike = report(sheet(leaders=[everything(3)] * 3, frontline=[everything(3)] * 4))
    assert alike.gap.head.finding == (
        "On no dimension do leaders and the front line lie far enough apart to claim a gap."
    )


@pytest.mark.parametrize(
    ("answers", "finding"),
    [
        (sheet({}), "Nobody has answered yet."),
        (sheet(everything(3)), "Only one group has answered, so there is nothing to set side by side."),
        (NO_GROUP, "Only one group has answered, so there is nothing to set side by side."),
        (
            sheet(leaders=[everything(3)] * 2, frontline=[everything(1)] * 9),
            "Leaders or the front line gave too few answers to say whether both see the same company.",
        ),
        (anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(3)] * 4), 5), "Nobody’s answers can be shown by group."),
        (
            anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(3)] * 3, frontline=[everything(1)] * 3), 5),
            "The groups are too small to be set side by side.",
        ),
    ],
)
def test_where_there_is_nothing_to_compare_one_sentence_says_why(answers, finding):
    section = report(answers).gap
    assert section.head.finding == finding
    assert section.rows == ()


def test_too_few_people_for_an_anonymous_report():
    found = anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(3)] * 4), 5)
    assert report(found).finding.startswith("Too few people have answered to show anything: it takes 5 on a practice")
    settled = report(agreeing(found, 3, "l1"))
    assert "stands on level 1" in settled.finding
    assert any("Too few people" in each for each in settled.notices)


def test_two_people_against_two_are_no_finding_on_certainty():
    few = report(sheet(leaders=[everything(4)] * 2, frontline=[everything(1)] * 2))
    assert not any("front line does" in each for each in few.certainty.statements)
    enough = report(sheet(leaders=[everything(4)] * 3, frontline=[everything(1)] * 3))
    assert any("On 56 practices leaders see the company much further" in each for each in enough.certainty.statements)


def test_a_gap_is_explained_by_its_two_ends():
    found = explain(source(sheet(leaders=[everything(3)] * 3, frontline=[everything(1)] * 3)), "gap-l3")
    assert found is not None
    assert (found.value, found.formula) == ("+2.0", "3.0 − 1.0 = +2.0")
    assert [(each.label, each.value) for each in found.parts] == [("Leaders", "3.0"), ("Frontline", "1.0")]
    assert explain(source(sheet({})), "gap-l3") is None
