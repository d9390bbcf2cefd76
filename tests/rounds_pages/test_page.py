"""Rounds side by side: the page, its files, and what it must not tell."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.maturity.answers import Respondent as Person
from assessments.models import Assessment
from assessments.queries.sheets import sheet_of, sheets_of
from assessments.results.rounds import compare_rows
from tests.personas import World

from .held import FIRST, FRAME, SECOND, done, held

L1 = [each.id for each in FRAME.by_dimension["l1"].practices]
L3 = [each.id for each in FRAME.by_dimension["l3"].practices]
BETTER = {**dict.fromkeys(L1, 3), L3[0]: 2}  # level 1 by two stages; one practice of level 3 by one, which is noise


@pytest.fixture
def two(world: World) -> list[Assessment]:
    return [held(world, "Spring 2026", FIRST, 1), held(world, "Autumn 2026", SECOND, BETTER)]


def page_of(world: World, client: Client, query: str = "") -> str:
    return client.get(reverse("rounds", args=[world.company.code]) + query).content.decode()


def data_of(world: World, client: Client, query: str = "") -> Any:
    return json.loads(client.get(reverse("rounds_file", args=[world.company.code, "json"]) + query).content)


def test_it_says_what_has_visibly_changed_and_calls_noise_noise(
    world: World, two: list[Assessment], owner: Client
) -> None:
    page = page_of(world, owner)
    assert "Since “Spring 2026” the level has risen from 0 to 1." in page
    verdicts = {each["id"]: each["verdict"] for each in data_of(world, owner)["whole"]["dimensions"]}
    assert verdicts["l1"] == "up" and verdicts["l3"] == "no-visible-change"
    assert "up 50" in page and "no visible change" in page


def test_it_shows_every_round_with_its_level_and_its_people(world: World, two: list[Assessment], owner: Client) -> None:
    page = page_of(world, owner)
    assert "Spring 2026: level 0 of 6" in page and "Autumn 2026: level 1 of 6" in page
    assert page.count("8 people") == 2


def test_the_plan_stands_beside_what_moved(world: World, two: list[Assessment], owner: Client) -> None:
    done(world, L1[0], SECOND.replace(month=6), "List the facts")
    done(world, L3[1], SECOND.replace(month=7), "Ask them")
    done(world, L1[1], FIRST.replace(month=1), "Long before")
    page = page_of(world, owner)
    assert "2 items of the plan were done; on 1 of them the practice has visibly moved." in page
    assert "List the facts" in page and "Ask them" in page and "Long before" not in page


def test_numbers_and_page_agree_with_the_files(world: World, two: list[Assessment], owner: Client) -> None:
    data = data_of(world, owner)
    assert data["format"] == "cxmaturity-rounds/1"
    assert [each["scores"]["l1"] for each in data["rounds"]] == [25, 75]
    file = owner.get(reverse("rounds_file", args=[world.company.code, "csv"]))
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert rows[0][:5] == ["kind", "id", "name", "2026-03-02 Spring 2026", "2026-10-05 Autumn 2026"]
    found = {(row[0], row[1]): row[3:] for row in rows}
    assert found["level", "l1"][:3] == ["25", "75", "50"] and found["level", "l1"][4] == "up"
    assert found["headline", "level"][:2] == ["0", "1"]
    assert len([row for row in rows if row[0] == "practice"]) == 56


def test_titles_that_are_formulas_stay_text(world: World, two: list[Assessment], owner: Client) -> None:
    Assessment.objects.filter(pk=two[0].pk).update(title='=HYPERLINK("x")')
    file = owner.get(reverse("rounds_file", args=[world.company.code, "csv"])).content.decode("utf-8-sig")
    head = next(csv.reader(io.StringIO(file)))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in head)
    Assessment.objects.filter(pk=two[0].pk).update(title="<script>alert(1)</script>")
    assert "<script>alert(1)" not in page_of(world, owner)


def test_rounds_are_chosen_and_never_more_than_six(world: World, two: list[Assessment], owner: Client) -> None:
    more = [held(world, f"Round {number}", FIRST.replace(day=number + 3), 2) for number in range(6)]
    assert len(data_of(world, owner)["rounds"]) == 6
    chosen = f"?round={two[0].code}&round={more[2].code}"
    assert [each["title"] for each in data_of(world, owner, chosen)["rounds"]] == ["Spring 2026", "Round 2"]
    everything = "?" + "&".join(f"round={each.code}" for each in (*two, *more))
    assert "At most six rounds stand side by side." in page_of(world, owner, everything)
    assert "Choose at least two rounds" in page_of(world, owner, f"?round={two[0].code}")


def test_open_and_sealed_rounds_stand_beside_nothing(world: World, two: list[Assessment], owner: Client) -> None:
    held(world, "Going on", SECOND, 4, state="collecting")
    held(world, "Sealed", SECOND, 4, state="collecting", anonymous=True)
    assert len(data_of(world, owner)["rounds"]) == 2


@pytest.mark.parametrize("rounds", [0, 1])
def test_with_less_than_two_it_says_so(world: World, owner: Client, rounds: int) -> None:
    for _round in range(rounds):
        held(world, "The first", FIRST, 2)
    assert "There are not yet two rounds to compare." in page_of(world, owner)
    assert owner.get(reverse("rounds_file", args=[world.company.code, "json"])).status_code == 404


def test_other_people_another_set_and_few_of_them_are_told(world: World, two: list[Assessment], owner: Client) -> None:
    held(world, "Quick look", SECOND.replace(month=12), 2, people=("leaders", "leaders"), practice_set="quick")
    page = page_of(world, owner)
    assert "“Quick look” asked the quick set" in page
    assert "Other groups answered" in page and "Fewer than 8 people answered in “Quick look”" in page


class TestAnonymous:
    """Both rounds come through the one door; a difference tells no more than what each may show."""

    def rounds(self, world: World, later: int) -> list[Assessment]:
        more = {"anonymous": True, "minimum_group": 5}
        return [
            held(world, "Spring", FIRST, 1, people=["leaders"] * 6, **more),
            held(world, "Autumn", SECOND, 2, people=["leaders"] * later, **more),
        ]

    def test_one_more_person_hides_single_practices_everywhere(self, world: World, owner: Client) -> None:
        self.rounds(world, 7)
        page, data = page_of(world, owner), data_of(world, owner)
        assert "Practice by practice" not in page and "Single practices are not set side by side" in page
        assert data["practices_withheld"] and "stages" not in data["rounds"][0] and "practices" not in data["whole"]
        file = owner.get(reverse("rounds_file", args=[world.company.code, "csv"])).content.decode()
        assert "practice,l1" not in file

    @pytest.mark.parametrize("later", [6, 11])
    def test_as_many_or_a_whole_group_more_does_not(self, world: World, owner: Client, later: int) -> None:
        self.rounds(world, later)
        assert "Practice by practice" in page_of(world, owner)

    def test_too_few_are_nobody(self, world: World) -> None:
        few = held(world, "Few", FIRST, 3, people=["leaders"] * 4, anonymous=True)
        enough = held(world, "Enough", SECOND, 3, people=["leaders"] * 5, anonymous=True)
        found = compare_rows([few, enough]).comparison
        assert [each.card.respondents for each in found.rounds] == [0, 5]
        assert {each.verdict for each in found.whole.dimensions} == {"not-rated"}


def test_several_sheets_are_those_of_each(world: World, two: list[Assessment]) -> None:
    sealed = held(world, "Sealed", SECOND, 4, state="collecting", anonymous=True)
    told = sheets_of([*two, sealed])
    assert told == [sheet_of(each) for each in (*two, sealed)]
    assert told[2].respondents == () and isinstance(told[0].respondents[0], Person)


@pytest.mark.parametrize("rounds", [2, 6])
def test_queries(world: World, owner: Client, rounds: int, django_assert_num_queries: Any) -> None:
    for number in range(rounds):
        held(world, f"Round {number}", FIRST.replace(day=number + 3), 2)
    with django_assert_num_queries(8):  # session, person, company; rounds, plan; people, what was said, flags
        page_of(world, owner)
