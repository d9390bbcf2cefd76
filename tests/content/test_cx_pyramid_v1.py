"""The published framework: what the method and its skeleton fix, which wording may not change."""

import re

import pytest

from assessments.content.loader import framework
from assessments.content.schema import LANGUAGES

FRAMEWORK = framework("cx-pyramid", 1)
PRACTICES = list(FRAMEWORK.practices.values())


def test_six_levels_of_six_practices_and_four_factors_of_five():
    assert [(each.id, len(each.practices)) for each in FRAMEWORK.levels] == [
        (f"l{number}", 6) for number in range(1, 7)
    ]
    assert [(each.id, len(each.practices)) for each in FRAMEWORK.factors] == [
        ("int", 5), ("abl", 5), ("aff", 5), ("con", 5),
    ]  # fmt: skip
    assert len(PRACTICES) == 56
    assert all(each.id.startswith(f"{FRAMEWORK.dimension_of[each.id].id}-") for each in PRACTICES)


def test_all_weights_are_equal():
    assert {each.weight for each in PRACTICES} == {1.0}


def test_the_seven_critical_practices():
    assert [each.id for each in PRACTICES if each.critical] == [
        "l1-accurate-facts",
        "l2-case-ownership",
        "l2-response-speed",
        "l3-close-the-loop",
        "int-privacy",
        "int-honest-dealing",
        "con-promise-ledger",
    ]


def test_the_twenty_practices_of_the_quick_set():
    assert {each.id for each in PRACTICES if each.quick} == {
        "l1-accurate-facts", "l1-searchable-help", "l2-case-ownership", "l2-response-speed", "l3-need-behind-request",
        "l3-close-the-loop", "l4-one-customer-record", "l4-segment-treatment", "l5-need-forecast",
        "l5-proactive-contact", "l6-customer-success-measure", "l6-life-made-easier", "int-privacy",
        "int-honest-dealing", "abl-product-quality", "abl-expertise", "aff-genuine-care", "aff-win-win-dialogue",
        "con-promise-ledger", "con-stable-delivery",
    }  # fmt: skip


def test_small_strong_practices_without_prerequisites_are_those_the_method_names_first():
    first = {each.id for each in PRACTICES if (each.effort, each.impact, each.needs) == ("S", "H", ())}
    assert {
        "l1-searchable-help", "l1-accurate-facts", "int-honest-dealing", "int-own-mistakes", "con-promise-ledger",
    } <= first  # fmt: skip


def test_levels_four_and_five_rest_on_privacy():
    assert "int-privacy" in FRAMEWORK.practices["l4-one-customer-record"].needs
    assert "int-privacy" in FRAMEWORK.practices["l5-proactive-contact"].needs


def test_twenty_red_flags_of_which_two_cap_trust():
    assert list(FRAMEWORK.flags) == [f"RF-{number:02}" for number in range(1, 21)]
    assert {id: each.caps_trust for id, each in FRAMEWORK.flags.items() if each.caps_trust} == {
        "RF-09": "P",
        "RF-10": "P",
    }


def test_the_four_lenses():
    lenses = {each.id: len(each.items) for each in FRAMEWORK.lenses}
    assert list(lenses) == ["influence-factors", "improvement-dimensions", "sales", "future-trends"]
    assert (lenses["influence-factors"], lenses["improvement-dimensions"]) == (5, 4)


def test_only_being_out_of_scope_is_an_exemption():
    assert {id: each.counts_as_zero for id, each in FRAMEWORK.reasons.items()} == {
        "out-of-scope": False, "by-choice": True, "done-by-others": True,
    }  # fmt: skip


def test_the_thresholds_are_those_of_the_method():
    limits = FRAMEWORK.thresholds
    assert limits.band_edges == (15, 50, 85)
    assert (limits.gate, limits.strict_lower, limits.decimal_cap) == (50, 85, 0.99)
    assert (limits.level_min_applicable, limits.factor_min_answered, limits.rated_share) == (4, 3, (2, 3))
    assert (limits.max_not_applicable, limits.dont_know_finding, limits.trust_floor) == (2, (1, 3), 1)
    assert (limits.synergy_level, limits.synergy_trust, limits.prerequisite_stage) == (3, 50, 2)
    assert (limits.privacy_practice, limits.privacy_stage, limits.privacy_from_level) == ("int-privacy", 2, 4)
    assert (limits.evidence_from_stage, limits.unevidenced_cap) == (2, 2)
    assert limits.confidence.model_dump() == {
        "coverage": (0.9, 0.67), "evidence": (0.5, 0.2), "breadth": (3, 2), "disagreement": (0.2, 0.4),
        "freshness": (90, 365),
    }  # fmt: skip
    assert limits.agreement.model_dump() == {
        "spread_min_n": 3, "agreed_min_n": 10, "flag_range": 3, "flag_deviation": 0.83, "gap_stages": 1.0,
        "gap_stages_large": 0.5, "gap_large_n": 10,
        "standard_error": ((3, 8.9), (5, 7.0), (8, 5.4), (20, 3.4)),
    }  # fmt: skip
    assert limits.steps.model_dump() == {
        "effort": {"S": 1, "M": 2, "L": 3}, "impact": {"L": 1, "M": 2, "H": 3}, "max_gap": 2, "block_holding": 2.0,
        "block_near": 1.0, "block_far": 0.5, "weakest_factor_below": 50, "weakest_factor_multiplier": 1.5,
        "red_flag_multiplier": 2.0, "multiplier_cap": 4.0, "capacity": 8, "lane_days": 90,
        "quick_win_impact": ("H", "M"), "keep_up_stage": 3, "keep_up_review_days": 180,
    }  # fmt: skip


def texts():
    """Every text of the framework as (place, language, words)."""

    def walk(place, value):
        if isinstance(value, dict) and set(value) == set(LANGUAGES):
            for language in LANGUAGES:
                yield place, language, value[language]
        elif isinstance(value, dict):
            for key, each in value.items():
                yield from walk(f"{place}.{key}", each)
        elif isinstance(value, tuple | list):
            for number, each in enumerate(value):
                named = each.get("id", number) if isinstance(each, dict) else number
                yield from walk(f"{place}.{named}", each)

    return list(walk("framework", FRAMEWORK.model_dump(by_alias=True)))


def test_every_text_is_in_its_own_language():
    han = re.compile(r"[\u4e00-\u9fff]")
    wrong = [
        (place, language)
        for place, language, words in texts()
        if not words.strip() or bool(han.search(words)) is (language == "en")
    ]
    assert wrong == []


def test_no_trademarked_name_stands_on_the_pyramid():
    names = re.compile(r"gartner|forrester|mckinsey|deloitte|麦肯锡|麥肯錫", re.IGNORECASE)
    assert [(place, language) for place, language, words in texts() if names.search(words)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_stage_of_any_practice_reads_like_another(language):
    stages = [stage.to(language) for practice in PRACTICES for stage in practice.stages]
    assert len(set(stages)) == 56 * 5
