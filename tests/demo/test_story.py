"""The story holds together, and the three companies land where it says, whatever the seed."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from assessments import demo
from assessments.content.loader import framework
from assessments.demo import account as demo_account
from assessments.demo.story import HERE, Client
from assessments.maturity.agreement import mean
from assessments.maturity.answers import AnswerSheet
from assessments.maturity.scorecard import Scorecard
from assessments.maturity.scoring import score

TODAY = date(2026, 11, 21)
COMPANIES = ("harbour", "lingting", "yunyan")
SEEDS = (demo.SEED, *range(100, 112))


def sheet(key: str, stage: str = "submitted", seed: int = demo.SEED) -> AnswerSheet:
    return demo.sheet(key, stage, seed, demo.held_on(key, TODAY))


def card(key: str, seed: int) -> Scorecard:
    return score(framework(), sheet(key, seed=seed), TODAY)


def levels(found: Scorecard) -> dict[str, float]:
    return {each.id: each.score or 0.0 for each in found.dimensions}


def spoken(key: str) -> dict[tuple[str, str], Any]:
    """Every answer of the submitted sheet by respondent's id and practice."""
    people = zip(demo.client(key).respondents, sheet(key).respondents, strict=True)
    return {(who.id, practice): answer for who, person in people for practice, answer in person.answers.items()}


def test_the_story_tells_of_three_companies() -> None:
    assert demo.story().companies == COMPANIES
    assert demo.story().workspace.name == "Northstar Advisory"
    assert demo.story().people[0].email == demo_account.EMAIL
    assert [each.role for each in demo.story().people] == ["owner", "consultant", "viewer"]
    assert {demo.client_for(each).key for each in ("en", "zh-hans", "zh-hant")} == set(COMPANIES)


def test_a_company_that_is_not_in_it_is_refused() -> None:
    with pytest.raises(KeyError):
        demo.sheet("elsewhere", "submitted", 1, TODAY)


@pytest.mark.parametrize("seed", SEEDS)
class TestWhereTheyLand:
    def test_the_retailer_stands_on_two_levels_and_consistency_is_its_weak_stone(self, seed: int) -> None:
        found = card("harbour", seed)
        assert found.headline.achieved_level == found.headline.lowest_level == found.headline.highest_level == 2
        assert found.headline.reservations == ()
        assert found.trust.weakest == "con"
        assert levels(found)["con"] < 50 < levels(found)["int"]
        assert found.red_flags == ("RF-03", "RF-15")

    def test_the_hotels_stand_on_four_with_a_reservation_about_privacy(self, seed: int) -> None:
        found = card("lingting", seed)
        assert found.headline.achieved_level == 4
        assert [(each.kind, each.practice) for each in found.headline.reservations] == [
            ("privacy-behind", "int-privacy")
        ]
        assert found.trust.weakest == "int"
        assert min(levels(found)[each] for each in ("int", "abl", "aff", "con")) > 50
        assert found.red_flags == ("RF-15", "RF-16")

    def test_the_clinic_stands_on_one_and_its_integrity_is_in_trouble(self, seed: int) -> None:
        found = card("yunyan", seed)
        assert found.headline.achieved_level == 1
        assert [(each.kind, each.practice) for each in found.headline.reservations] == [
            ("critical-absent", "int-privacy"),
            ("critical-absent", "int-honest-dealing"),
        ]
        assert found.trust.weakest == "int"
        assert levels(found)["int"] < 30
        assert "RF-09" in found.red_flags
        assert not found.practices["int-true-stories"].applicable

    @pytest.mark.parametrize("key", COMPANIES)
    def test_the_flag_about_rosy_leaders_is_open_exactly_where_they_are(self, key: str, seed: int) -> None:
        """RF-13 asks whether leaders rate the practices at least one stage above the front line."""
        found = sheet(key, seed=seed)
        stages = {
            group: [
                answer.stage
                for each in found.respondents
                if each.group == group
                for answer in each.answers.values()
                if answer.stage is not None
            ]
            for group in ("leaders", "frontline")
        }
        gap = mean(stages["leaders"]) - mean(stages["frontline"])
        assert gap > 0.2
        assert (gap >= 1) == ("RF-13" in found.red_flags)


@pytest.mark.parametrize("key", COMPANIES)
class TestSheets:
    def test_the_same_seed_tells_the_same_and_another_something_else(self, key: str) -> None:
        assert sheet(key) == sheet(key)
        assert sheet(key).respondents != sheet(key, seed=8).respondents

    def test_all_three_groups_answer_everything_in_the_end(self, key: str) -> None:
        found = sheet(key)
        assert {each.group for each in found.respondents} == {"leaders", "managers", "frontline"}
        assert {len(each.answers) for each in found.respondents} == {56}
        assert found.held_on < TODAY
        assert found.red_flags
        assert found.targets

    def test_at_first_nobody_has_answered(self, key: str) -> None:
        found = sheet(key, "empty")
        assert [each.answers for each in found.respondents] == [{}] * len(found.respondents)
        assert not found.red_flags
        assert not found.targets

    def test_halfway_everybody_is_somewhere_else_and_has_said_nothing_else(self, key: str) -> None:
        half, whole = sheet(key, "half"), sheet(key)
        assert len({len(each.answers) for each in half.respondents}) == len(half.respondents)
        assert mean([len(each.answers) for each in half.respondents]) == pytest.approx(28, abs=0.5)
        for before, after in zip(half.respondents, whole.respondents, strict=True):
            assert list(before.answers.items()) == list(after.answers.items())[: len(before.answers)]

    def test_no_note_contradicts_its_answer(self, key: str) -> None:
        said = spoken(key)
        notes = demo.client(key).notes
        assert len(notes) >= 20
        for each in notes:
            answer = said[each.by, each.practice]
            assert (answer.stage, answer.note) == (each.stage, each.note)
            assert answer.stage is not None or answer.not_applicable

    def test_only_claims_point_to_evidence(self, key: str) -> None:
        pointed = [each for each in spoken(key).values() if each.evidence]
        assert len(pointed) >= 10
        assert all(each.stage is not None and each.stage >= 2 for each in pointed)

    def test_some_do_not_know(self, key: str) -> None:
        unknown = [place for place, each in spoken(key).items() if each.dont_know]
        assert 5 <= len(unknown) <= 20
        assert len({who for who, _ in unknown}) > 1

    def test_its_facts_are_its_own(self, key: str) -> None:
        facts = demo.facts(key, TODAY)
        assert (facts.company, facts.prepared_by) == (demo.client(key).name, "Northstar Advisory")
        assert facts.held_on == TODAY


def test_an_unknown_stage_is_refused() -> None:
    with pytest.raises(ValueError, match="empty, half, submitted"):
        sheet("harbour", "finished")


def test_the_short_round_is_begun_and_not_finished() -> None:
    asked = [each.id for each in framework().asked("quick")]
    assert demo.quick_answers("empty", 7) == {}
    assert list(demo.quick_answers("half", 7)) == list(demo.quick_answers("submitted", 7)) == asked[:8]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: data["profile"].update({"l9-nothing": 2}), "unknown practice l9-nothing"),
        (lambda data: data["profile"].pop("l2-human-reach"), "no stage for l2-human-reach"),
        (lambda data: data["red_flags"].append("RF-99"), "unknown red flag RF-99"),
        (lambda data: data["notes"][0].update(by="nobody"), "unknown respondent nobody"),
        (lambda data: data["notes"].append(dict(data["notes"][0])), "two notes about l1-accurate-facts by web"),
        (lambda data: data["notes"][0].pop("stage"), "does not fit the answer about l1-accurate-facts"),
        (lambda data: data["dont_know"].update({"l1-accurate-facts": ["web"]}), "does not fit the answer"),
    ],
)
def test_a_story_that_contradicts_itself_is_refused(damage: Callable[[dict[str, Any]], object], message: str) -> None:
    data = tomllib.loads((HERE / "harbour.toml").read_text(encoding="utf-8"))
    damage(data)
    with pytest.raises(ValidationError, match=message):
        Client.model_validate(data)
