"""No sentence names one where several are level, asks for answers where none can help, or counts one as several."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.utils.translation import override

from assessments.maturity.answers import FULL, QUICK
from assessments.reports.build import build
from assessments.reports.explain import explain
from assessments.reports.round_words import Shown, change_text, moved_text, practice_change_text, trust_sentence
from assessments.reports.wording import quoted
from assessments.rounds.between import between
from assessments.rounds.changes import Change
from assessments.rounds.common import Round
from tests.maturity.builders import (
    BY_CHOICE,
    DONT_KNOW,
    FRAMEWORK,
    OUT_OF_SCOPE,
    TODAY,
    card,
    everything,
    in_turn,
    sheet,
)
from tests.value.test_value import full

from .test_build import LANGUAGES, report, source
from .walk import texts

CHINESE = LANGUAGES[1:]


def quick(said, **by_dimension):
    asked = {each.id for each in FRAMEWORK.asked(QUICK)}
    return {key: each for key, each in everything(said, **by_dimension).items() if key in asked}


@pytest.mark.parametrize(("stage", "score"), [(0, "0"), (2, "50")])
def test_four_equal_weak_factors_are_named_together(stage, score):
    document = report(sheet(everything(stage)))
    assert document.trust.head.finding == f"No trust factor carries yet: all four stand at {score}."
    assert document.finding.endswith(f"Trust is held back by all four factors alike: each stands at {score}.")
    assert document.keys[2].note == f"all four factors at {score}"


def test_two_equal_weak_factors_are_named_together():
    document = report(sheet(everything(3, abl=1, con=1)))
    assert document.trust.head.finding == "Ability and consistency are the weakest factors, at 25 each."
    assert document.finding.endswith("Trust is held back by ability and consistency alike, at 25 each.")
    assert document.keys[2].note == "weakest: Ability and Consistency 25"


def test_factors_that_carry_alike_have_no_weakest():
    assert report(sheet(everything(3))).trust.head.finding == "All four trust factors carry, each at 75."
    two = report(sheet(everything(4, aff=3, con=3))).trust.head.finding
    assert two == "All four trust factors carry. The weakest are affinity and consistency at 75."


def test_one_weak_factor_is_named_with_what_it_lacks():
    finding = report(sheet(everything(3, con=1))).trust.head.finding
    assert finding.startswith("Consistency is the weakest factor: ")


def test_no_factor_is_the_weakest_while_another_is_not_rated():
    document = report(sheet(everything(3, abl=1, aff=None, con=None)))
    said = (
        "The trust factor ability does not carry yet: product performance and skill are not yet looked after as a rule."
    )
    assert document.finding.endswith(said)
    assert document.trust.head.finding == (
        "Trust cannot be summed up yet: too few answers on affinity and consistency."
    )
    assert document.trust.head.paragraphs == (said,)
    reasons = [line.text for step in document.all_steps if step.dimension == "abl" for line in step.reasons]
    assert "Ability: the weakest of the rated trust factors, so it counts 1.5 times" in reasons
    assert report(sheet(everything(3, int=1, abl=1, aff=None))).finding.endswith(
        "The trust factors integrity and ability do not carry yet, at 25 each."
    )
    assert report(sheet(everything(3, aff=None))).trust.head.paragraphs == ()


def test_a_flag_that_holds_trust_down_comes_before_asking_customers():
    synergy = report(sheet(everything(3), red_flags=["RF-09"])).synergy
    assert synergy.head.finding == "Experience and trust carry each other, with a reservation."
    assert synergy.head.paragraphs[0].startswith("Close the red flags that hold trust down before asking customers")


def test_dimensions_that_are_not_rated_are_counted():
    assert report(sheet(everything(3, l1=4, con=1, aff=None))).profile.head.finding == (
        "Inform stands highest at 100, Consistency lowest at 25. 1 dimension is not rated."
    )


def test_dimensions_at_the_same_end_are_named_together():
    assert report(sheet(everything(3, l1=4, con=1))).profile.head.finding == (
        "Inform stands highest at 100, Consistency lowest at 25."
    )
    assert report(sheet(everything(3, l1=1, con=1))).profile.head.finding == (
        "Highest at 75: 8 dimensions. Lowest at 25: Inform and Consistency."
    )


@pytest.mark.parametrize(
    ("answers", "practice_set", "status"),
    [
        (everything(3) | in_turn("l2", *[OUT_OF_SCOPE] * 3), FULL, "only 3 of 6 practices apply"),
        (everything(3, l2=OUT_OF_SCOPE), FULL, "none of its 6 practices applies"),
        (everything(3) | in_turn("l2", *[OUT_OF_SCOPE] * 3, *[DONT_KNOW] * 3), FULL, "only 3 of 6 practices apply"),
        (quick(3, l2=OUT_OF_SCOPE), QUICK, "none of its 2 practices applies"),
    ],
)
def test_where_too_little_applies_nobody_is_asked_for_answers(answers, practice_set, status):
    document = report(sheet(answers, practice_set=practice_set))
    said = " ".join(texts(document))
    assert document.finding.endswith("Too few practices of level 2 apply to judge it.")
    assert document.pyramid.head.finding == (
        "Attained up to level 1. Too few practices of level 2, Resolve, apply to judge it."
    )
    assert "Provisional: too few practices apply to rate Resolve." in document.notices
    assert document.pyramid.levels[1].status_text == f"Not rated: {status}"
    assert "too few answers" not in said.casefold() and "Who still answers" not in said
    opened = explain(source(sheet(answers, practice_set=practice_set)), "l2")
    assert opened is not None and opened.sentence == "Not rated: too few of its practices apply."


def test_where_too_little_of_the_base_or_of_trust_applies():
    document = report(sheet(everything(3, l1=OUT_OF_SCOPE, con=OUT_OF_SCOPE)))
    assert document.finding == (
        "Harbour Retail cannot be placed: too few practices of the first level, Inform, apply to judge it."
    )
    assert document.pyramid.head.finding.startswith("No level can be called attained: too few practices of level 1")
    assert document.trust.head.finding == "Trust cannot be summed up: too few practices of consistency apply."
    assert "Answer the dimensions" not in " ".join(texts(document))


def test_more_answers_are_asked_for_where_they_help():
    document = report(sheet(everything(3, l2=None, l3=DONT_KNOW) | in_turn("l4", *[OUT_OF_SCOPE] * 3)))
    assert "Provisional: too few answers to rate Resolve and Respond." in document.notices
    assert "Provisional: too few practices apply to rate Anticipate." in document.notices
    asked = "Who still answers on Resolve and Respond: without more answers there is no rating."
    assert document.board is not None and asked in document.board.decisions
    assert report(sheet(everything(3, l1=BY_CHOICE))).card.levels[0].rated  # what is not done is no exemption


def test_a_roadmap_that_reaches_no_level_promises_none():
    document = report(sheet(everything(0)))
    assert document.roadmap.lanes[-1].achieved == 0
    assert document.roadmap.head.finding == (
        "The steps on this roadmap lift the scores; they do not yet carry to a level."
    )


def test_the_top_has_no_way_to_the_next():
    note = report(sheet(everything(4))).keys[0].note
    assert note == "the highest level"


def test_no_level_is_called_level_zero():
    items = dict(report(sheet(everything(2))).method.items)
    assert items["Strict line"].endswith("no level stands.")
    assert dict(report(sheet(everything(3))).method.items)["Strict line"].endswith("level 1 stands.")


def test_participants_are_counted_by_group_without_a_wrong_plural():
    one = dict(report(sheet(everything(3))).method.items)["Participants"]
    assert one == "1 respondent: leaders 1."


def test_somebody_who_does_not_know_has_answered():
    answers = everything(3) | {"int-privacy": DONT_KNOW}
    lines = [line.text for step in report(sheet(answers)).all_steps for line in step.reasons]
    assert "waits for “Protection of customers’ privacy”, whose stage is not known yet" in lines


def test_nobody_is_not_a_number_of_people():
    statements = report(sheet({})).certainty.statements
    assert "Nobody has answered yet." in statements
    assert not any(each.startswith("0 people") for each in statements)


def test_one_open_flag_is_one_flag():
    document = report(sheet(everything(3), red_flags=["RF-01"]))
    assert document.board is not None and document.board.decisions[0] == "Who closes the open red flag “Long waits”."


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_has_no_latin_stops_between_its_sentences(language):
    everybody = sheet(everything(3, l2=OUT_OF_SCOPE, l3=1), red_flags=["RF-01"])
    opened = source(everybody, language)
    confidence = explain(opened, "confidence")
    assert confidence is not None
    said = [*texts(report(everybody, language)), *(part.note for part in confidence.parts)]
    assert [each for each in said if re.search(r"[\u4e00-\u9fff）”」%]\. |[\u4e00-\u9fff）”」]\.$", each)] == []


@pytest.mark.parametrize(("language", "wrong"), [("zh-hans", "前1个|先的1个|做1个"), ("zh-hant", "前1個|的1個|這1個")])
def test_one_step_is_not_counted_in_chinese(language, wrong):
    one = everything(4) | {"l1-accurate-facts": 0}
    for answers in (one, everything(4, l1=2) | {"l1-accurate-facts": 0}, {"l1-accurate-facts": 2}):
        assert not re.search(wrong, " ".join(texts(report(sheet(answers), language))))


@pytest.mark.parametrize(("language", "name"), [("zh-hans", "“解决”"), ("zh-hant", "「解決」")])
def test_names_that_are_verbs_are_marked_in_chinese(language, name):
    document = report(sheet(everything(3, l2=None)), language)
    assert document.board is not None
    assert any(name in each for each in document.notices) and any(name in each for each in document.board.decisions)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "Inform, Resolve and Respond"),
        ("zh-hans", "“告知”“解决”及“回应”"),  # GB/T 15834: no enumeration comma between quotation marks
        ("zh-hant", "「告知」、「解決」及「回應」"),
    ],
)
def test_names_stand_in_a_row_as_each_language_writes_them(language, names):
    notices = report(sheet(everything(3, l1=None, l2=None, l3=None)), language).notices
    assert any(names in each for each in notices)


@pytest.mark.parametrize(
    ("language", "share", "points"),
    [
        ("en", r"^[\d.]+ to [\d.]+%$", r"^[\d.]+ to [\d.]+ percentage points$"),
        ("zh-hans", r"^[\d.]+到[\d.]+%$", r"^[\d.]+到[\d.]+个百分点$"),
        ("zh-hant", r"^[\d.]+到[\d.]+%$", r"^[\d.]+到[\d.]+個百分點$"),
    ],
)
def test_what_is_assumed_has_its_unit_as_the_language_writes_it(language, share, points):
    found = build(replace(source(sheet(everything(3)), language), ledger=full(), currency="EUR"))
    assert found.value is not None
    assumed = {each.key: each.assumed for figure in found.value.tornados for each in figure.swings}
    assert re.match(share, assumed["retention"]) and re.match(points, assumed["retention-gain"])


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "Ask “Why?” first", "“Ask ‘Why?’ first”"),
        ("zh-hans", "先问“为什么”", "“先问‘为什么’”"),
        ("zh-hant", "先問「為什麼」", "「先問『為什麼』」"),
    ],
)
def test_quotation_marks_within_quotation_marks_are_inner_ones(language, text, shown):
    with override(language):
        assert quoted(text) == shown


def test_one_person_is_no_share_of_the_respondents():
    few = report(sheet(everything(3) | {"int-privacy": DONT_KNOW})).certainty.statements
    assert "What could not be answered is a finding: “Protection of customers’ privacy”." in few
    many = report(sheet(everything(3, l1=DONT_KNOW, l2=DONT_KNOW))).certainty.statements
    assert any(each.startswith("12 practices could not be answered, among them “Searchable") for each in many)
    assert not any("third of the answers" in each for each in (*few, *many))
    several = [everything(3) | {"int-privacy": DONT_KNOW}, everything(3), everything(3)]
    told = report(sheet(leaders=several)).certainty.statements
    assert any(each.startswith("At least a third of the answers on “Protection") for each in told)


def test_what_one_of_nine_was_asked_and_did_not_know_is_said_of_the_answers_and_not_of_the_people():
    """Where parts are given to those who know them, nobody else has spoken of the practice at all."""
    rest = {key: answer for key, answer in everything(3).items() if key != "int-privacy"}
    told = report(sheet(leaders=[rest] * 8, frontline=[rest | {"int-privacy": DONT_KNOW}])).certainty.statements
    said = "At least a third of the answers on “Protection of customers’ privacy” are “don’t know”. That is a finding."
    assert said in told
    assert not any("third of the respondents" in each for each in told)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Inform and Resolve went up and Consistency went down"),
        ("zh-hans", "“告知”及“解决”上升，“一致”下降"),
        ("zh-hant", "「告知」及「解決」上升，「一致」下降"),
    ],
)
def test_what_rose_and_what_fell_are_two_clauses(language, told):
    moved = [Change("l1", "up", 25.0), Change("l2", "up", 25.0), Change("con", "down", -25.0)]
    with override(language):
        assert moved_text(moved, lambda id: FRAMEWORK.by_dimension[id].name.to(language)) == told


def test_a_factor_that_counts_as_more_than_it_has_is_explained():
    told = explain(source(sheet(everything(3, con=0))), "trust")
    assert told is not None and "75 × 75 × 75 × 1" in told.formula
    assert told.sentence.endswith("A factor below 1 counts as 1, so that one zero does not wipe out the rest.")
    plain = explain(source(sheet(everything(3, con=1))), "trust")
    assert plain is not None and "counts as" not in plain.sentence


def test_influence_factors_at_the_same_end_are_named_together():
    found = report(sheet(everything(2, con=4) | {"int-true-stories": 4, "l4-unasked-gestures": 4})).lenses.head.finding
    assert found == (
        "Seen as influence factors, highest at 100: “Brand image” and “Customer expectations”; "
        "lowest at 50: “Product quality” and “Service quality: prompt, expert, courteous”."
    )


def test_a_group_that_sees_several_alike_calls_none_the_furthest():
    views = [everything(2, l1=4, l2=4, con=1)] * 3
    page = report(sheet(leaders=views, frontline=[everything(1)] * 3)).groups[0]
    assert page.finding.startswith("Seen by leaders, furthest along: Inform and Resolve; least far: Consistency.")
    assert page.finding.endswith("On Inform and Resolve this group is 37 points above all together.")


def test_a_change_of_trust_that_chance_can_make_is_told_with_its_reason():
    """A difference that everybody sees is not simply called invisible, and none is not called chance."""

    def held(said):
        return Round("Spring", TODAY, FRAMEWORK, card(sheet(leaders=[said] * 3)))

    first = held(everything(2))
    for said, told in (
        (everything(2) | {"int-privacy": 3}, "Trust reads 51 after 50, which may be chance: no visible change."),
        (everything(2), "Trust is 50, as before."),
    ):
        second = held(said)
        assert trust_sentence(between(first, second, ()), first, second) == told


def test_a_change_is_what_lies_between_the_scores_beside_it():
    before, now = Shown(50.4, "50"), Shown(62.6, "63")
    assert change_text(Change("l1", "up", 12.2, 10, 6), before, now) == "up 13"
    assert change_text(Change("l1", "up", 11.2, 10, 4), before, now) == "up 11"  # of fewer practices than the scores


def test_a_change_of_a_practice_is_told_in_stages_as_its_numbers_are():
    first, second = (
        Round(name, TODAY, FRAMEWORK, card(sheet(leaders=[everything(2) | {"l1-digital-audit": said}] * 3)))
        for name, said in (("Spring", 3), ("Autumn", 1))
    )
    change = Change("l1-digital-audit", "down", -50, 20, 1)
    assert practice_change_text(change, first, second) == "down 2"
    assert practice_change_text(replace(change, points=50, verdict="up"), second, first) == "up 2"
