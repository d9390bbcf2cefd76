"""The preview of an upload: what is new, what changes, and that nothing is ever lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assessments.files.changes import Change, Kind, changes
from assessments.maturity.answers import Answer

from .samples import FACTS, HELP, SPEED, answers


def test_new_changed_and_same_in_the_order_of_the_upload() -> None:
    current = {HELP: Answer(2), FACTS: Answer(dont_know=True), SPEED: Answer(1)}
    incoming = {"l6-shared-cause": Answer(0), FACTS: Answer(3), HELP: Answer(2)}
    found = changes(current, incoming)
    assert found == (
        Change("l6-shared-cause", None, Answer(0)),
        Change(FACTS, Answer(dont_know=True), Answer(3)),
        Change(HELP, Answer(2), Answer(2)),
    )
    assert [change.kind for change in found] == [Kind.NEW, Kind.CHANGED, Kind.SAME]


def test_a_note_that_the_upload_leaves_empty_is_kept() -> None:
    current = {HELP: Answer(2, note="why", evidence="where"), FACTS: Answer(1, note="old")}
    found = changes(current, {HELP: Answer(3), FACTS: Answer(1, note="new")})
    assert [change.after for change in found] == [Answer(3, note="why", evidence="where"), Answer(1, note="new")]
    assert changes(current, {HELP: Answer(2)})[0].kind is Kind.SAME


@given(answers(), answers())
def test_nothing_is_deleted(current: dict[str, Answer], incoming: dict[str, Answer]) -> None:
    found = changes(current, incoming)
    after = {**current, **{change.practice: change.after for change in found}}
    assert [change.practice for change in found] == list(incoming)
    assert after.keys() == current.keys() | incoming.keys()
    for practice, answer in current.items():
        assert after[practice].note or not answer.note
        assert after[practice].evidence or not answer.evidence


@given(st.data(), answers())
def test_the_same_upload_again_changes_nothing(data: st.DataObject, incoming: dict[str, Answer]) -> None:
    current = data.draw(answers())
    after = {**current, **{change.practice: change.after for change in changes(current, incoming)}}
    assert all(change.kind is Kind.SAME for change in changes(after, incoming))
