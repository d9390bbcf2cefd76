"""An answer is exactly one of three things; none of them is a number in disguise."""

import pytest

from assessments.maturity.answers import Answer


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"stage": 0, "dont_know": True},
        {"stage": 3, "not_applicable": "out-of-scope"},
        {"dont_know": True, "not_applicable": "by-choice"},
        {"stage": 1, "dont_know": True, "not_applicable": "by-choice"},
        {"note": "a note alone says nothing"},
    ],
)
def test_nothing_or_two_things_at_once_is_no_answer(said):
    with pytest.raises(ValueError, match="exactly one"):
        Answer(**said)


@pytest.mark.parametrize("stage", [-1, 5])
def test_a_stage_is_0_to_4(stage):
    with pytest.raises(ValueError, match=f"a stage is 0 to 4, not {stage}"):
        Answer(stage=stage)


@pytest.mark.parametrize("stage", range(5))
def test_every_stage_is_an_answer_zero_too(stage):
    assert Answer(stage=stage).stage == stage


def test_a_note_or_a_link_is_evidence():
    assert Answer(stage=3, note="seen").evidenced
    assert Answer(stage=3, evidence="https://example.org/rota").evidenced
    assert not Answer(stage=3).evidenced
