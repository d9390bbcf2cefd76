"""Nothing left to do, nothing but zeros, one practice alone, neighbouring levels: the sentences say just that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessments.maturity.answers import FULL, QUICK, Agreed
from tests.maturity.builders import DONT_KNOW, FRAMEWORK, OUT_OF_SCOPE, PRACTICES, everything, in_turn, sheet

from .test_build import report
from .walk import texts, walk


def test_where_every_practice_leads_no_answers_are_asked_for():
    document = report(sheet(everything(4)))
    assert document.steps.head.finding == "No step is left: every answered practice has reached stage 4 or its target."
    said = "There is nothing to plan: every answered practice has reached stage 4 or its target."
    assert document.roadmap.head.finding == said
    assert document.board.decisions == ("When the next assessment looks again.",)


def test_where_every_practice_is_at_its_target_the_same_is_said():
    document = report(replace(sheet(everything(2)), targets=dict.fromkeys(PRACTICES, 2)))
    assert document.roadmap.head.finding.startswith("There is nothing to plan: every answered practice")


def test_without_answers_they_are_what_is_missing():
    document = report(sheet({}))
    assert document.steps.head.finding == "No step follows from the answers so far."
    assert document.roadmap.head.finding == "There is nothing to plan until there are answers that call for a step."


@pytest.mark.parametrize("practice_set", [FULL, QUICK])
def test_where_nothing_applies_no_answers_are_missing(practice_set):
    asked = [each.id for each in FRAMEWORK.asked(practice_set)]
    document = report(sheet(dict.fromkeys(asked, OUT_OF_SCOPE), practice_set=practice_set))
    findings = {each.head.key: each.head.finding for each in walk(document) if hasattr(each, "head")}
    assert findings["dimensions"] == "Too few practices apply to compare the ten dimensions."
    assert findings["lenses"] == "Too few practices apply to look through the lenses."
    assert findings["strengths"] == "No practice applies, so there are neither strengths nor gaps."
    assert findings["steps"] == "No step follows, since no practice applies."
    assert findings["roadmap"] == "There is nothing to plan, since no practice applies."
    assert findings["answers"] == f"None of the {len(asked)} practices applies."
    assert document.notices[-1] == "Provisional: too few practices apply to rate any dimension."
    assert [each.note for each in document.keys] == [
        "indicative" if practice_set == QUICK else "provisional",
        "no level is rated",
        "not all four factors are rated",
        "no practice applies",
    ]
    assert document.certainty.rows[0].value == "no practice applies"
    said = " ".join(texts(document))
    assert [each for each in ("only 0", "0 of 0", "(0%)", "too few answers") if each in said] == []


def test_one_practice_that_applies_applies():
    level = report(sheet(everything(3) | in_turn("l2", *[OUT_OF_SCOPE] * 5, 3))).pyramid.levels[1]
    assert level.status_text == "Not rated: only 1 of 6 practices applies"
    level = report(sheet(everything(3) | in_turn("l2", OUT_OF_SCOPE, 3, 3, None, None, None))).pyramid.levels[1]
    assert (level.status_text, level.coverage_text) == ("Not rated: 2 of 5 answered", "2 of 5 answered (40%)")


def test_an_index_above_all_its_factors_is_explained():
    (paragraph,) = report(sheet(everything(0))).trust.head.paragraphs
    assert "The index of 1 is the geometric mean of the four" in paragraph
    assert paragraph.endswith("A factor below 1 counts as 1, so that one zero does not wipe out the rest.")
    (paragraph,) = report(sheet(everything(1))).trust.head.paragraphs
    assert "counts as" not in paragraph


def test_one_practice_alone_is_not_called_the_firmest():
    said = "“Complete, current, plain facts” is the only practice answered so far; it is not below stage 2."
    assert report(sheet({"l1-accurate-facts": 3})).strengths.head.finding == said


def test_one_practice_is_answered():
    assert report(sheet({"l1-accurate-facts": 2})).answers.head.finding == "1 of 56 practices is answered."
    assert report(sheet({})).answers.head.finding == "0 of 56 practices are answered."
    one = everything(OUT_OF_SCOPE) | {"l1-accurate-facts": 2}
    assert report(sheet(one)).answers.head.finding == "1 of 56 practices is answered. 55 do not apply."
    rest = everything(2) | {"l1-accurate-facts": OUT_OF_SCOPE}
    assert report(sheet(rest)).answers.head.finding == "55 of 56 practices are answered. 1 does not apply."
    said = "Not all practices of Inform apply, so this score is adjusted and not comparable with others."
    assert said in report(sheet(rest)).certainty.statements


def test_between_two_neighbouring_levels_there_is_nothing():
    answers = everything(3, l2=2) | {"l2-response-speed": 3, "l2-human-reach": DONT_KNOW}
    document = report(sheet(answers))
    assert (document.card.headline.lowest_level, document.card.headline.highest_level) == (1, 6)
    assert document.notices[0].endswith("the level could be 1 or 6.")
    answers = everything(3, l2=2, l3=1) | {"l2-response-speed": 3, "l2-human-reach": DONT_KNOW}
    said = "Provisional: depending on what is behind “don’t know”, the level could be 1 or 2."
    assert report(sheet(answers)).notices == (said,)


def test_levels_that_are_not_possible_are_not_said_to_be():
    half = (3, 3, 3, 3, DONT_KNOW, DONT_KNOW)
    answers = everything(3) | in_turn("l2", *half) | in_turn("l4", *half)
    assert report(sheet(answers)).notices[0].endswith("the level could be 1, 3 or 6.")
    assert report(sheet(answers), "zh-hans").notices[0].endswith("层级可能是1、3，也可能是6。")
    nobody = report(sheet(leaders=[everything(3)], frontline=[everything(DONT_KNOW)]))
    assert nobody.notices[0].endswith("the level could be anything from 0 to 6.")


def test_what_nobody_said_does_not_stand_beside_what_was_agreed():
    agreed = replace(sheet({}), agreed={"l1-accurate-facts": Agreed(3, "seen")})
    assert report(agreed).notices[0] == "On 1 practice the stage agreed in the review counts."


def test_without_evidence_no_level_stands():
    statements = report(sheet(everything(3))).certainty.statements
    said = "With stages 3 and 4 that carry no note or link counted as stage 2, not even level 1 would stand; now it is level 6."
    assert said in statements


@pytest.mark.parametrize(("usual", "less", "shown"), [(2, 1, "1.8"), (3, 2, "2.8"), (4, 3, "3.8")])
def test_a_practice_is_told_by_the_stage_it_has_reached_wherever_it_stands(usual, less, shown):
    """At 2.8 the description of stage 3 would praise what the first step still asks for."""
    key = "l1-accurate-facts"
    others = everything(4 if usual == 2 else usual - 2)
    document = report(sheet(frontline=[others | {key: usual}] * 4 + [others | {key: less}]))
    step = next(each for each in document.all_steps if each.practice == key)
    assert step.move.startswith(f"Stage {less} ")
    reached = FRAMEWORK.practices[key].stages[less].en
    section = document.strengths
    lists = {"gaps": section.gaps} if usual == 2 else {"strengths": section.strengths}
    if usual == 4:
        lists["keep up"] = section.keep_up
    for name, lines in lists.items():
        told = [(line.stage.text, line.sentence) for line in lines if line.practice == key]
        assert told == [(shown, reached)], name
    (row,) = (row for group in document.answers.groups for row in group.rows if row.practice == key)
    assert (row.stage.text, row.answer) == (shown, reached)
    assert f"between stages {less} and {usual}" in row.remarks


def test_a_step_of_a_factor_without_rating_says_so():
    (card,) = report(sheet({"int-honest-dealing": 0})).all_steps
    assert ("–", "Integrity, a trust factor that is not rated yet") in [
        (line.value, line.text) for line in card.reasons
    ]
