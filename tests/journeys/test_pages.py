"""The pages of journeys: list, start, reading, files, the editor without script and as a script uses it."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from assessments.actions.journeys import delete_journey, edit_journey, start_journey
from assessments.journey.edits import Cell, stamp
from assessments.journey.map import JourneyMap
from assessments.journey.reading import read
from assessments.journey.templates import TEMPLATES, template
from assessments.models import Journey, PlanItem
from assessments.queries.journeys import map_of
from assessments.reports.renderers.pdf.house_logo import png_size
from tests.journey.maps import WHOLE, felt
from tests.personas import World

NAME = "touchpoints:name:t1"


@pytest.fixture
def journey(world: World) -> Journey:
    return start_journey(user=world.owner, company=world.company, map=read(WHOLE))


def tab(journey: Journey, name: str = "draw") -> str:
    return reverse("journey_edit", args=[journey.code, name])


def now(journey: Journey) -> JourneyMap:
    return map_of(Journey.objects.get(pk=journey.pk))


def seen(journey: Journey, name: str) -> str:
    part, field, id = name.split(":", 2)
    return stamp(now(journey), Cell(part, field, id))  # type: ignore[arg-type]


def saved(client: Client, journey: Journey, name: str, **fields: Any) -> Any:
    """One cell as the script sends it."""
    data = {f"{name}|seen": fields.pop("seen", None) or seen(journey, name)}
    data |= {f"{name}|{field}": value for field, value in fields.items()}
    return client.post(tab(journey), data, headers={"Accept": "application/json"})


def new(client: Client, world: World, **data: Any) -> Any:
    return client.post(reverse("journey_new", args=[world.company.code]), data)


def test_a_blank_map_starts_with_its_title_and_opens_the_editor(world: World, owner: Client) -> None:
    page = new(owner, world, start="blank", title="First order")
    assert page.headers["Location"] == tab(Journey.objects.get(), "goal")
    assert Journey.objects.get().map == {"schema": "cx-journey/1", "title": "First order"}


def test_a_blank_map_without_a_title_is_asked_for_one(world: World, owner: Client) -> None:
    assert new(owner, world, start="blank", title="").status_code == 400
    assert not Journey.objects.exists()


@pytest.mark.parametrize("key", TEMPLATES)
@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_a_template_comes_in_the_readers_language(key: str, language: str, world: World, owner: Client) -> None:
    owner.cookies["django_language"] = language
    new(owner, world, start=key)
    assert now(Journey.objects.get()) == template(key, language)


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_a_file_that_was_downloaded_comes_back_the_same(
    kind: str, world: World, owner: Client, journey: Journey
) -> None:
    file = owner.get(reverse("journey_file", args=[journey.code, kind]))
    journey.delete()
    new(owner, world, start="file", file=SimpleUploadedFile(f"a.{kind}", file.content))
    back = reverse("journey_file", args=[Journey.objects.get().code, kind])
    assert owner.get(back).content == file.content


def test_a_bad_file_is_refused_whole_with_every_place_and_keeps_the_title(world: World, owner: Client) -> None:
    data = json.dumps({**WHOLE, "scale": 3, "stages": [{"name": "S", "touchpoints": [{"name": "T", "importance": 9}]}]})
    page = new(owner, world, start="file", title="Kept", file=SimpleUploadedFile("a.json", data.encode()))
    text = page.content.decode()
    assert page.status_code == 400
    assert "stages[0].touchpoints[0].importance" in text
    assert "scale" in text
    assert 'value="Kept"' in text
    assert not Journey.objects.exists()


def test_formulas_are_neutralised_in_the_table(world: World, owner: Client) -> None:
    map = read(
        {"schema": "cx-journey/1", "stages": [{"name": "=1+1", "touchpoints": [{"name": "@cmd", "goal": "-2+3"}]}]}
    )
    journey = start_journey(user=world.owner, company=world.company, map=map)
    text = owner.get(reverse("journey_file", args=[journey.code, "csv"])).content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert {"'=1+1", "'@cmd", "'-2+3"} <= set(cells)


def test_the_drawing_is_there_as_svg_and_as_a_picture(owner: Client, journey: Journey) -> None:
    svg = owner.get(reverse("journey_file", args=[journey.code, "svg"]))
    png = owner.get(reverse("journey_file", args=[journey.code, "png"]))
    assert b"Discover" in svg.content
    assert png_size(png.content) == (693, 1218)  # one and a half pixels to a unit of the drawing
    assert 'filename="First order online.png"' in png.headers["Content-Disposition"]


@pytest.mark.parametrize("kind", ["svg", "png", "pdf"])
def test_there_is_no_drawing_of_nothing_and_no_other_kind(kind: str, world: World, owner: Client) -> None:
    blank = start_journey(user=world.owner, company=world.company, map=JourneyMap(title="Blank"))
    assert owner.get(reverse("journey_file", args=[blank.code, kind])).status_code == 404


@pytest.mark.parametrize(
    ("map", "finding"),
    [
        (JourneyMap(title="Blank"), "Nothing is drawn on this map yet."),
        (felt(None, None), "2 touchpoints are drawn; how they feel is not known yet."),
        (felt(-1, 1, kind="planned"), "This map shows how it is meant to be; nobody has lived through it yet."),
        (felt(-1, 0.5, -1.5), "Customers feel worst at “Point 2”: −1.5."),
        (felt(1, -2, 0, 2, 1), "Above zero on average (+0.4), yet “Point 1” (−2.0) is likely what people remember."),
        (felt(1, 0.5), "No moment hurts; the lowest is “Point 1” with +0.5."),
        (
            template("service-case", "en"),
            "All feelings here are assumed; by these guesses “Help pages” is the lowest point.",
        ),
    ],
)  # fmt: skip
def test_the_finding_says_what_the_numbers_say(map: JourneyMap, finding: str, world: World, viewer: Client) -> None:
    journey = start_journey(user=world.owner, company=world.company, map=map)
    page = viewer.get(reverse("journey", args=[journey.code])).content.decode()
    assert f'<h1 class="cx-find cx-find-1">{finding}</h1>' in page


def test_the_reading_page_shows_what_the_map_holds_and_who_reads_changes_nothing(
    viewer: Client, journey: Journey
) -> None:
    page = viewer.get(reverse("journey", args=[journey.code])).content.decode()
    for said in ("Discover", "Search result", "find it", "too many results", "severity 3 of 5, 40% of customers",
                 "say the date", "n = 12", "First impression", "−1.0", "5.4", "Long waits"):  # fmt: skip
        assert said in page
    assert "Edit the journey" not in page
    assert viewer.get(tab(journey)).status_code == 403


def test_a_cell_is_saved_by_itself(owner: Client, journey: Journey) -> None:
    answer = saved(owner, journey, NAME, value="Search page")
    assert answer.status_code == 200
    assert answer.json()["seen"] == seen(journey, NAME)
    assert now(journey).stages[0].touchpoints[0].name == "Search page"


def test_a_cell_with_several_rows_takes_them_in_order_and_drops_the_empty_one(owner: Client, journey: Journey) -> None:
    fields = {"text": ["slow", "dear", ""], "severity": ["2", "", ""], "frequency": ["23%", "", ""]}
    assert saved(owner, journey, "touchpoints:pains:t1", **fields).status_code == 200
    pains = now(journey).stages[0].touchpoints[0].pains
    assert [(each.text, each.severity, each.frequency) for each in pains] == [("slow", 2, 0.23), ("dear", None, None)]


def test_who_comes_later_sees_both_texts_and_overwrites_nothing(owner: Client, journey: Journey) -> None:
    before = seen(journey, NAME)
    saved(owner, journey, NAME, value="Theirs")
    answer = saved(owner, journey, NAME, value="Mine", seen=before)
    assert answer.status_code == 409
    assert "Theirs" in answer.json()["newer"]
    assert 'value="Mine"' in answer.json()["newer"]
    assert now(journey).stages[0].touchpoints[0].name == "Theirs"
    assert saved(owner, journey, NAME, value="Mine", seen=answer.json()["seen"]).status_code == 200


@pytest.mark.parametrize(
    ("name", "fields", "said"),
    [
        ("touchpoints:emotion:t1", {"value": "3"}, "outside"),
        ("touchpoints:emotion:t1", {"value": "good"}, "not a number"),
        ("touchpoints:emotion:t1", {"n": "4"}, "missing"),
        ("touchpoints:name:t1", {"value": " "}, "missing"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    name: str, fields: dict[str, str], said: str, owner: Client, journey: Journey
) -> None:
    answer = saved(owner, journey, name, **fields)
    assert answer.status_code == 400
    assert said in answer.json()["error"]
    assert now(journey) == read(WHOLE)


def test_a_cell_that_is_gone_says_so(owner: Client, journey: Journey) -> None:
    answer = saved(owner, journey, "touchpoints:name:t9", value="x", seen="0")
    assert answer.status_code == 404
    assert "taken it out" in answer.json()["error"]


def whole_form(page: str) -> dict[str, list[str]]:
    """The fields of the first touchpoint, as a browser without script would send them."""
    form = re.search(r'<form class="cx-jgrid-point".*?</form>', page, re.S)
    assert form
    data: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input[^>]* name="([^"]+)"[^>]*? value="([^"]*)"', form[0]):
        data.setdefault(name, []).append(value)
    for name, text in re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form[0], re.S):
        data.setdefault(name, []).append(text)
    for name, options in re.findall(r'<select[^>]* name="([^"]+)">(.*?)</select>', form[0], re.S):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', options)
        value = "" if chosen is None else chosen[1] if chosen[1] is not None else chosen[2]
        data.setdefault(name, []).append(value)
    return data


def test_without_script_a_form_that_was_not_touched_changes_nothing(owner: Client, journey: Journey) -> None:
    data = whole_form(owner.get(tab(journey)).content.decode())
    assert len([name for name in data if name.endswith("|seen")]) == 18
    assert owner.post(tab(journey), data).status_code == 302
    assert (now(journey), Journey.objects.get().version) == (read(WHOLE), 1)


def test_without_script_what_is_refused_stays_in_the_form_and_the_rest_is_saved(
    owner: Client, journey: Journey
) -> None:
    data = whole_form(owner.get(tab(journey)).content.decode())
    data["touchpoints:channel:t1|value"] = ["letter"]
    data["touchpoints:emotion:t1|value"] = ["-7"]
    page = owner.post(tab(journey), data)
    assert page.status_code == 400
    assert 'value="-7"' in page.content.decode()
    point = now(journey).stages[0].touchpoints[0]
    assert (point.channel, point.emotion and point.emotion.value) == ("letter", -1)


def test_without_script_a_conflict_shows_both(world: World, owner: Client, journey: Journey) -> None:
    data = whole_form(owner.get(tab(journey)).content.decode())
    cell = Cell("touchpoints", "channel", "t1")
    edit_journey(user=world.consultant, journey=journey, cell=cell, seen=stamp(now(journey), cell), value="phone")
    data["touchpoints:channel:t1|value"] = ["letter"]
    page = owner.post(tab(journey), data)
    assert page.status_code == 409
    assert "phone" in page.content.decode()
    assert 'value="letter"' in page.content.decode()
    assert now(journey).stages[0].touchpoints[0].channel == "phone"


def act(client: Client, journey: Journey, word: str, where: str = "draw", **more: str) -> str:
    page = client.post(tab(journey, where), {"act": word, **more}, follow=True)
    assert page.status_code == 200
    return page.content.decode()


def test_the_map_is_built_moved_and_cleared_by_acts(world: World, owner: Client) -> None:
    journey = start_journey(user=world.owner, company=world.company, map=JourneyMap(title="Blank"))
    act(owner, journey, "add|stages||")
    stage = now(journey).stages[0].id
    for _each in range(2):
        act(owner, journey, f"add|touchpoints||{stage}")
    first, second = (each.id for each in now(journey).stages[0].touchpoints)
    assert "is now number 2 of 2" in act(owner, journey, f"move|touchpoints|1|{first}")
    assert [each.id for each in now(journey).touchpoints()] == [second, first]
    act(owner, journey, f"place|touchpoints||{first}", before=second, stage=stage)
    assert [each.id for each in now(journey).touchpoints()] == [first, second]
    page = act(owner, journey, f"remove|touchpoints||{first}")
    assert "Put it back" in page
    assert "Put it back" not in act(owner, journey, "restore|||")
    assert [each.id for each in now(journey).touchpoints()] == [first, second]


@pytest.mark.parametrize(
    "word", ["remove|touchpoints||t9", "move|stages|1|s9", "shout|||", "restore|||", "move|x|1|y", "move|evidence|1|e1"]
)
def test_an_act_that_cannot_be_says_so_and_changes_nothing(word: str, owner: Client, journey: Journey) -> None:
    assert "is-error" in act(owner, journey, word)
    assert now(journey) == read(WHOLE)


def test_an_improvement_goes_into_the_plan_and_is_shown_there(world: World, owner: Client, journey: Journey) -> None:
    for _each in range(2):
        page = act(owner, journey, "adopt|||t1", "improve", text="say the date")
    assert "In the plan: say the date" in page
    assert PlanItem.objects.get().practice == "l2-response-speed"
    plan = owner.get(reverse("plan", args=[world.company.code])).content.decode()
    assert "say the date" in plan
    assert reverse("journey", args=[journey.code]) in plan


def test_deleting_asks_first(world: World, owner: Client, journey: Journey) -> None:
    address = reverse("journey_delete", args=[journey.code])
    assert "Delete the journey?" in owner.get(address).content.decode()
    assert Journey.objects.exists()
    assert owner.post(address).headers["Location"] == reverse("journeys", args=[world.company.code])
    assert not Journey.objects.exists()


def test_an_unknown_step_is_not_there(owner: Client, journey: Journey) -> None:
    assert owner.get(tab(journey, "nothing")).status_code == 404


def test_the_list_names_the_worst_known_moment(world: World, viewer: Client, journey: Journey) -> None:
    start_journey(user=world.owner, company=world.company, map=template("service-case", "en"))
    page = viewer.get(reverse("journeys", args=[world.company.code])).content.decode()
    assert "Customers feel worst at “Search result”, on the journey “First order online”." in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_cost_the_same_however_many_there_are(
    rows: int, world: World, owner: Client, django_assert_num_queries: Any
) -> None:
    for _each in range(rows):
        journey = start_journey(user=world.owner, company=world.company, map=felt(*[-1] * rows))
    owner.get(reverse("workspaces"))
    with django_assert_num_queries(4):  # session, person, company, journeys
        owner.get(reverse("journeys", args=[world.company.code]))
    with django_assert_num_queries(4):  # session, person, journey, its items in the plan
        owner.get(reverse("journey", args=[journey.code]))
    with django_assert_num_queries(4):  # session, person, journey, the map as it is now
        owner.get(tab(journey))


@pytest.mark.parametrize("act", ["delete_journey", "reshape_journey"])
def test_a_journey_that_was_just_deleted_is_not_found(
    act: str, owner: Client, world: World, journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A double click where no script prevents it, or two of a team."""
    module = "journeys" if act == "delete_journey" else "journey_shape"
    real = getattr(__import__("assessments.actions.journeys", fromlist=[act]), act)

    def late(**said: Any) -> None:
        delete_journey(user=world.owner, journey=journey)
        real(**said)

    monkeypatch.setattr(f"assessments.views.journeys.{module}.{act}", late)
    if act == "delete_journey":
        answer = owner.post(reverse("journey_delete", args=[journey.code]))
    else:
        answer = owner.post(tab(journey), {"act": "add|stages"})
    assert answer.status_code == 404


def test_in_chinese_a_label_ends_in_its_own_colon(journey: Journey, owner: Client) -> None:
    text = owner.get(tab(journey), headers={"Accept-Language": "zh-hant"}).content.decode()
    assert "誠信：大幅增進信任" in text
