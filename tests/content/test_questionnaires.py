"""What our surveys ask, in three languages."""

from __future__ import annotations

import pytest

from assessments.content.questionnaires import KINDS, questionnaire
from assessments.content.schema import LANGUAGES


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_can_be_asked(kind: str, language: str) -> None:
    asked = questionnaire(kind)
    assert len(asked.follow_ups) == 3
    for scale in asked.scales:
        for item in asked.items_of(scale.variant):
            for about in ("", "your order"):
                said = item.asked(language, "Harbour {about}", about)
                assert "{company}" not in said
                assert not about or item.about is None or about in said
                assert "?" in said or "？" in said or kind == "trust"


def test_scales_are_those_of_the_method() -> None:
    found = {scale.variant or kind: (scale.low, scale.high) for kind in KINDS for scale in questionnaire(kind).scales}
    assert found == {
        "nps": (0, 10), "csat-5": (1, 5), "csat-7": (1, 7), "csat-10": (1, 10), "ces2": (1, 7), "ces1": (1, 5),
        "trust": (0, 10),
    }  # fmt: skip
    assert [each.measure for each in questionnaire("trust").items] == [
        "trust-int", "trust-abl", "trust-aff", "trust-con", "trust-out",
    ]  # fmt: skip


def test_chinese_is_native_on_both_sides() -> None:
    for kind in KINDS:
        for each in questionnaire(kind).follow_ups:
            assert "您" in each.question.zh_hans or "哪" in each.question.zh_hans or "我们" in each.question.zh_hans
            assert not set("们么让对问题") & set(each.question.zh_hant) - set("題")


def test_a_scale_says_what_may_be_chosen() -> None:
    asked = questionnaire("csat")
    assert list(asked.scale("csat-5").values) == [1, 2, 3, 4, 5]
    with pytest.raises(KeyError):
        asked.scale("csat-6")


def test_comments_stand_beside_the_only_measure_or_the_outcome() -> None:
    assert [questionnaire(kind).headline for kind in ("nps", "trust")] == ["nps", "trust-out"]


def test_there_is_no_other_kind() -> None:
    with pytest.raises(KeyError):
        questionnaire("../nps")


@pytest.mark.parametrize(
    ("language", "subject", "question"),
    [
        (
            "en",
            "your order",
            "Thinking of your order, how likely are you to recommend Harbour to a friend or colleague?",
        ),
        ("zh-hans", "您的订单", "说到您的订单，您有多大可能把Harbour推荐给朋友或同事？"),
        ("zh-hant", "您的訂單", "說到您的訂單，您有多大可能會向朋友或同事推薦Harbour？"),
    ],
)
def test_a_subject_written_as_the_form_suggests_makes_a_sentence(language: str, subject: str, question: str) -> None:
    assert questionnaire("nps").items[0].asked(language, "Harbour", subject) == question
