"""One statement decides which of two answers stays: the one chosen later, whenever it arrives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.actions.answers import AnswersClosed, SavingOutcome, save_answer
from assessments.maturity.answers import Answer
from assessments.models import Answer as Row
from assessments.models import Respondent
from assessments.places import place_for
from assessments.queries.answers import kept_answer
from tests.personas import World

PRACTICE = "l1-searchable-help"
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def say(respondent: Respondent, stage: int, *, at: float, chosen: float, seen: datetime | None = None) -> SavingOutcome:
    """The answer `stage`, chosen `chosen` seconds after noon, arriving at `at` seconds."""
    with time_machine.travel(NOON + timedelta(seconds=at), tick=False):
        age = timedelta(seconds=at - chosen)
        return save_answer(respondent=respondent, practice=PRACTICE, answer=Answer(stage=stage), age=age, seen=seen)


def stage(respondent: Respondent) -> int | None:
    kept = kept_answer(respondent, PRACTICE)
    assert kept
    return kept.answer.stage


def test_the_first_answer_is_stored_with_everything(world: World) -> None:
    said = Answer(stage=3, note="a note", evidence="https://a.example/b")
    outcome = save_answer(respondent=world.respondent, practice=PRACTICE, answer=said, age=timedelta(minutes=5))
    row = Row.objects.get()
    assert outcome.saved and outcome.kept.answer == said
    assert (row.workspace_id, row.respondent, row.practice) == (world.workspace.pk, world.respondent, PRACTICE)
    assert (row.stage, row.dont_know, row.not_applicable, row.note, row.evidence) == (
        3,
        False,
        "",
        "a note",
        "https://a.example/b",
    )
    assert row.saved_at - row.chosen_at == timedelta(minutes=5)
    assert timezone.now() - row.saved_at < timedelta(seconds=10)


@pytest.mark.parametrize("said", [Answer(dont_know=True), Answer(not_applicable="by-choice"), Answer(stage=0)])
def test_every_kind_of_answer_replaces_every_other(world: World, said: Answer) -> None:
    for answer in (Answer(stage=2, note="n", evidence="e"), said):
        save_answer(respondent=world.respondent, practice=PRACTICE, answer=answer)
    kept = kept_answer(world.respondent, PRACTICE)
    assert kept and kept.answer == said
    assert Row.objects.count() == 1


def test_a_late_answer_does_not_overwrite_a_newer_one(world: World) -> None:
    say(world.respondent, 1, at=0, chosen=0)
    say(world.respondent, 2, at=60, chosen=60)  # the laptop
    late = say(world.respondent, 3, at=300, chosen=30)  # the phone, off line since half past
    assert not late.saved
    assert (late.kept.answer.stage, stage(world.respondent)) == (2, 2)
    assert late.kept.saved_at == NOON + timedelta(seconds=60)


def test_an_answer_chosen_after_the_stored_one_wins_however_late_it_comes(world: World) -> None:
    say(world.respondent, 2, at=60, chosen=60)
    assert say(world.respondent, 3, at=3600, chosen=61).saved
    assert stage(world.respondent) == 3


def test_the_same_answer_twice_is_saved_both_times(world: World) -> None:
    """A response that was lost: the answer comes again, and a little younger than the first time."""
    say(world.respondent, 2, at=5, chosen=0)
    say(world.respondent, 2, at=5, chosen=2)
    again = say(world.respondent, 2, at=9, chosen=1)
    assert again.saved
    assert stage(world.respondent) == 2


def test_what_a_device_has_seen_it_may_replace_whatever_its_journey_took(world: World) -> None:
    """The first choice travelled ten seconds, so it counts as chosen late; the second of the same person still wins."""
    first = say(world.respondent, 1, at=10, chosen=10)
    second = say(world.respondent, 4, at=10.2, chosen=1, seen=first.kept.saved_at)
    assert second.saved and stage(world.respondent) == 4
    # The time of choice does not run backwards: what was too late before stays too late.
    assert not say(world.respondent, 0, at=11, chosen=9).saved


def test_what_a_device_saw_before_somebody_else_answered_does_not_help_it(world: World) -> None:
    first = say(world.respondent, 1, at=0, chosen=0)
    say(world.respondent, 2, at=60, chosen=60)
    assert not say(world.respondent, 3, at=90, chosen=30, seen=first.kept.saved_at).saved
    assert stage(world.respondent) == 2


def test_nobody_answers_in_the_future_or_before_last_month(world: World) -> None:
    say(world.respondent, 1, at=0, chosen=500)
    assert Row.objects.get().chosen_at == NOON
    Row.objects.all().delete()
    say(world.respondent, 1, at=0, chosen=-90 * 86400)
    assert Row.objects.get().chosen_at == NOON - timedelta(days=30)


def test_respondents_do_not_touch_each_other(world: World) -> None:
    other = Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group="leaders")
    say(world.respondent, 1, at=0, chosen=0)
    say(other, 4, at=0, chosen=-50)
    assert (stage(world.respondent), stage(other)) == (1, 4)


def test_saving_is_one_statement(world: World, django_assert_num_queries: object) -> None:
    respondent = world.respondent
    with django_assert_num_queries(1):  # type: ignore[operator]
        save_answer(respondent=respondent, practice=PRACTICE, answer=Answer(stage=1))
    with django_assert_num_queries(1):  # type: ignore[operator]
        save_answer(respondent=respondent, practice=PRACTICE, answer=Answer(stage=2))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(choices=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3600)), min_size=1, max_size=6), data=st.data())
def test_any_order_of_arrival_ends_with_the_newest_choice(
    world: World, choices: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Each answer chosen at its own second, on whatever device, and arriving in any order, some of them twice."""
    Row.objects.all().delete()
    newest: dict[int, int] = {chosen: said for said, chosen in choices}
    arriving = data.draw(st.permutations([(said, chosen) for chosen, said in newest.items()]))
    arriving += data.draw(st.lists(st.sampled_from(arriving), max_size=3))
    at = 3600.0
    for said, chosen in arriving:
        at += data.draw(st.integers(0, 1000))
        say(world.respondent, said, at=at, chosen=chosen)
    assert stage(world.respondent) == newest[max(newest)]


@pytest.mark.parametrize("state", ["review", "final"])
def test_what_arrives_just_after_the_closing_is_not_stored(state: str, world: World) -> None:
    """The page has looked whether answers are taken; then somebody closes the round; then the answer is written."""
    place = place_for(world.owner, world.assessment.code)
    say(world.respondent, 1, at=0, chosen=0)
    world.assessment.state = state
    world.assessment.save()
    with pytest.raises(AnswersClosed):
        save_answer(respondent=place, practice=PRACTICE, answer=Answer(stage=4), states=place.open_states)
    with pytest.raises(AnswersClosed):
        save_answer(respondent=place, practice="l1-accurate-facts", answer=Answer(stage=4), states=place.open_states)
    assert list(Row.objects.values_list("practice", "stage")) == [(PRACTICE, 1)]
