"""What comes in when somebody answers: what is taken, what is refused, and that nothing typed is lost."""

from datetime import UTC, timedelta

import pytest

from assessments.content.loader import framework
from assessments.forms.answers import filled_from, filled_in
from assessments.maturity.answers import Answer

FRAME = framework()
NO_MOMENTS = ("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59")  # before and after all that clocks can show


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ({"choice": "0"}, Answer(stage=0)),
        ({"choice": "4", "note": " seen ", "evidence": "https://a.example/b"}, Answer(4, False, "", "seen", "https://a.example/b")),
        ({"choice": "dont_know"}, Answer(dont_know=True)),
        ({"choice": "na:by-choice"}, Answer(not_applicable="by-choice")),
        ({"choice": "na", "reason": "out-of-scope"}, Answer(not_applicable="out-of-scope")),
        # A reason that was ticked before does not stick to a stage.
        ({"choice": "3", "reason": "out-of-scope"}, Answer(stage=3)),
    ],
)  # fmt: skip
def test_what_is_taken(sent: dict[str, str], answer: Answer) -> None:
    filled = filled_in(sent, FRAME)
    assert not filled.errors
    assert filled.answer() == answer


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"choice": "5"}, "choice"),
        ({"choice": "-1"}, "choice"),
        ({"choice": "²"}, "choice"),
        ({"choice": "2:by-choice"}, "choice"),
        ({"choice": "leading"}, "choice"),
        ({"choice": "", "note": "something"}, "choice"),
        ({"choice": "na"}, "reason"),
        ({"choice": "na:"}, "reason"),
        ({"choice": "na:because"}, "reason"),
        ({"choice": "1", "note": "x" * 5001}, "note"),
        ({"choice": "1", "evidence": "x" * 2001}, "evidence"),
    ],
)
def test_what_is_refused_and_where(sent: dict[str, str], field: str) -> None:
    filled = filled_in(sent, FRAME)
    assert list(filled.errors) == [field]
    assert (filled.note, filled.evidence) == (sent.get("note", ""), sent.get("evidence", ""))


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    errors = filled_in({"choice": "1", "note": "x" * 5001}, FRAME).errors
    assert errors["note"] == "This text has 5,001 characters, 5,000 are allowed. Please shorten it."


def test_control_characters_are_taken_out() -> None:
    filled = filled_in({"choice": "1", "note": "a\x00b\x07c\r\nd\x1b[0m", "evidence": "\ufeffe\ud800"}, FRAME)
    assert filled.note == "abc\nd[0m"
    assert filled.evidence == "e\ufffd"


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        ("", timedelta()),
        ("0", timedelta()),
        ("1500", timedelta(seconds=1.5)),
        ("-1500", timedelta()),
        ("NaN", timedelta()),
        ("9" * 200, timedelta()),
        (str(40 * 24 * 3600 * 1000), timedelta(days=30)),
    ],
)
def test_the_age_of_an_answer_is_clamped(age: str, expected: timedelta) -> None:
    assert filled_in({"choice": "1", "age": age}, FRAME).age == expected


@pytest.mark.parametrize("seen", ["", "yesterday", "2026-11-02T14:32:00", "2026-13-45T99:99:99+00:00", *NO_MOMENTS])
def test_without_a_sign_of_what_was_seen_nothing_was(seen: str) -> None:
    assert filled_in({"choice": "1", "seen": seen}, FRAME).seen is None


def test_what_was_seen_is_understood_with_any_offset() -> None:
    """PostgreSQL takes none with seconds: what goes there is in UTC."""
    seen = filled_in({"choice": "1", "seen": "2026-11-02T14:32:10+01:30:10"}, FRAME).seen
    assert seen and (seen.isoformat(), seen.tzinfo) == ("2026-11-02T13:02:00+00:00", UTC)


def test_nothing_chosen_and_nothing_typed_leaves_a_practice_open() -> None:
    assert filled_in({}, FRAME).untouched
    assert not filled_in({"note": "x"}, FRAME).untouched


@pytest.mark.parametrize(
    "answer", [Answer(stage=0), Answer(stage=3, note="n"), Answer(dont_know=True), Answer(not_applicable="by-choice")]
)
def test_a_stored_answer_fills_the_form_and_comes_back_the_same(answer: Answer) -> None:
    form = filled_from(answer)
    sent = {"choice": form.choice, "reason": form.reason, "note": form.note, "evidence": form.evidence}
    assert filled_in(sent, FRAME).answer() == answer


def test_the_check_takes_no_text() -> None:
    assert filled_in({"choice": "1", "note": "n", "evidence": "e"}, FRAME, with_text=False).note == ""
