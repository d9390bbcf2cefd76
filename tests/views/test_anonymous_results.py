"""An anonymous assessment: what leaves it, when, and what never does."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from assessments.actions.life import NoLonger
from assessments.actions.uploads import take_in_file
from assessments.files.value import AnswerFile
from assessments.maturity.answers import Answer as Value
from assessments.models import AgreedStage, Answer, Respondent
from assessments.queries.sheets import sheet_of, stamp_of

SECRET = "the boss hides complaints"
PRACTICE = "l1-accurate-facts"
GROUPS = ("leaders", "managers", "frontline")


@pytest.fixture(autouse=True)
def _no_kept_reports():
    caches["reports"].clear()


def make(world, state: str = "review", people: int = 15, minimum: int = 5) -> None:
    """The world's assessment becomes anonymous; `people` besides the owner answer it, each in turn in another group."""
    world.assessment.anonymous, world.assessment.state = True, state
    world.assessment.minimum_group = minimum
    world.assessment.save()
    for number in range(people):
        person = Respondent.objects.create(
            workspace=world.workspace,
            assessment=world.assessment,
            name=f"Zora Name{number}",
            email=f"zora{number}@example.com",
            group=GROUPS[number % 3],
        )
        say(world, person, number % 5, SECRET if number == 0 else "")


def say(world, person: Respondent, stage: int, note: str = "", practice: str = PRACTICE) -> None:
    now = timezone.now()
    told = {"practice": practice, "stage": stage, "note": note, "chosen_at": now, "saved_at": now}
    Answer.objects.create(workspace=world.workspace, respondent=person, **told)


def url(world, rest: str = "report/") -> str:
    return f"/assessments/{world.assessment.code}/{rest}"


RESULTS = (
    "report/", "report/numbers/l1/", f"report/numbers/{PRACTICE}/", "report.json", "report.xlsx", "report.pdf",
    "report.pptx",
)  # fmt: skip


@pytest.mark.parametrize("state", ["draft", "collecting"])
@pytest.mark.parametrize("who", ["owner", "consultant", "viewer"])
def test_while_people_answer_nobody_sees_results(world, browser_of, state, who):
    make(world, state)
    for rest in RESULTS:
        page = browser_of[who].get(url(world, rest))
        assert page.status_code == (200 if rest == "report/" else 409), rest
        text = page.content.decode()
        assert "The results open when the answers are in." in text
        assert "cx-open-number" not in text
        assert SECRET not in text


def test_while_people_answer_the_door_itself_gives_nothing(world):
    make(world, "collecting")
    found = sheet_of(world.assessment)
    assert found.respondents == ()
    assert not found.remarks


def test_named_results_are_open_all_along(world, owner):
    say(world, world.respondent, 3)
    assert "cx-open-number" in owner.get(url(world)).content.decode()


def everywhere(world, client) -> str:
    """All that the product tells of the results, as one text."""
    texts = [client.get(url(world, rest)).content.decode() for rest in (*RESULTS[:4], "report/numbers/confidence/", "")]
    book = openpyxl.load_workbook(io.BytesIO(client.get(url(world, "report.xlsx")).content))
    cells = [
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None
    ]
    return "\n".join([*texts, *cells])


def test_in_review_the_results_are_there_and_nobody_in_them(world, owner):
    make(world)
    text = everywhere(world, owner)
    assert "Zora" not in text
    assert "zora" not in text
    assert SECRET in text  # fifteen people spoke of this practice: what was noted is shown, by nobody
    report = json.loads(owner.get(url(world, "report.json")).content)
    said = next(each for each in report["practices"] if each["id"] == PRACTICE)
    assert said["answered"] == 15
    assert said["stage"] == pytest.approx(2)
    assert report["respondents"] == 15


def test_notes_stand_beside_no_group_and_no_stage(world, owner):
    make(world)
    page = owner.get(url(world, f"report/numbers/{PRACTICE}/")).content.decode()
    before = page.split(SECRET)[0].rsplit("<li>", 1)[1]
    assert "One who answered" in before
    assert not any(each in before for each in ("Leaders", "Managers", "Frontline", "Absent"))


def test_a_practice_with_fewer_than_five_stages_is_not_shown(world, owner):
    make(world)
    for person in Respondent.objects.filter(name__in=[f"Zora Name{number}" for number in range(4)]):
        say(world, person, 4, "only four of us", "l2-response-speed")
    assert "only four of us" not in everywhere(world, owner)
    report = json.loads(owner.get(url(world, "report.json")).content)
    said = next(each for each in report["practices"] if each["id"] == "l2-response-speed")
    assert (said["answered"], said["stage"]) == (0, None)


def test_too_few_people_get_a_sentence_and_no_number(world, owner):
    make(world, people=4)
    page = owner.get(url(world)).content.decode()
    assert "Too few people have answered to show anything: it takes 5 on a practice" in page
    assert SECRET not in everywhere(world, owner)


def test_two_leaders_never_stand_alone(world, owner):
    make(world, people=0)
    for group, count in (("leaders", 2), ("managers", 6), ("frontline", 7)):
        for number in range(count):
            person = Respondent.objects.create(
                workspace=world.workspace, assessment=world.assessment, name=f"{group} {number}", group=group
            )
            say(world, person, 4 if group == "leaders" else 1)
    assert {each.group for each in sheet_of(world.assessment).respondents} == {"leaders+managers", "frontline"}
    page = owner.get(url(world)).content.decode()
    assert "Leaders and managers are shown together: apart, one of them would be fewer than 5 people." in page
    report = json.loads(owner.get(url(world, "report.json")).content)
    assert [each["id"] for each in report["perception"]["groups"]] == ["leaders+managers", "frontline"]


def test_a_file_of_it_holds_only_the_readers_own_answers(world, owner, viewer):
    make(world)
    say(world, world.respondent, 4, "mine")
    for client, people in ((owner, ["Owner"]), (viewer, [])):
        for kind in ("json", "csv", "xlsx"):
            content = client.get(url(world, f"questionnaire.{kind}")).content
            assert b"Zora" not in content
            assert SECRET.encode() not in content
        file = json.loads(client.get(url(world, "questionnaire.json")).content)
        assert [each["name"] for each in file["respondents"]] == people


def test_it_takes_no_files(world, owner):
    make(world, "collecting")
    assert "takes no files" in owner.get(url(world, "upload/")).content.decode()
    before = Answer.objects.count()
    file = SimpleUploadedFile("answers.json", b"{}")
    assert owner.post(url(world, "upload/"), {"file": file}).status_code == 409
    given = AnswerFile(world.assessment.held_on)
    with pytest.raises(NoLonger):
        take_in_file(assessment=world.assessment, file=given, stamp=stamp_of(world.workspace.pk, world.assessment.pk))
    assert Answer.objects.count() == before


@pytest.mark.parametrize(("people", "told"), [(4, False), (6, True)])
def test_the_overview_tells_what_is_covered_only_by_enough_people(world, viewer, people, told):
    make(world, "collecting", people)
    page = viewer.get(url(world, "")).content.decode()
    assert ('value="1"' in page) is told


# ---------------------------------------------------------------- what was agreed
def settle(world, stage: int | None, reason: str = "seen in the files", practice: str = PRACTICE) -> None:
    AgreedStage.objects.update_or_create(
        workspace=world.workspace, assessment=world.assessment, practice=practice,
        defaults={"stage": stage, "reason": reason, "settled_at": timezone.now(), "version": 2 if stage is None else 1},
    )  # fmt: skip


def test_what_was_agreed_makes_the_report_anew_and_stands_in_all_of_it(world, owner):
    say(world, world.respondent, 4)
    before = owner.get(url(world)).content.decode()
    settle(world, 2)
    after = owner.get(url(world)).content.decode()
    assert "Agreed 2; people said 4" not in before
    assert "Agreed 2; people said 4" in after
    assert "seen in the files" in everywhere(world, owner)
    said = json.loads(owner.get(url(world, "report.json")).content)["practices"]
    practice = next(each for each in said if each["id"] == PRACTICE)
    assert (practice["stage"], practice["agreed"], practice["self_rated"]) == (2, 2, 4)
    number = owner.get(url(world, f"report/numbers/{PRACTICE}/")).content.decode()
    assert number.index("Agreed in the review") < number.index("4 Leading")


def test_what_was_taken_back_counts_no_more(world):
    say(world, world.respondent, 4)
    settle(world, 2)
    assert PRACTICE in sheet_of(world.assessment).agreed
    settle(world, None)
    assert sheet_of(world.assessment).agreed == {}


def test_a_file_carries_what_was_agreed(world, owner):
    settle(world, 2)
    file = json.loads(owner.get(url(world, "questionnaire.json")).content)
    assert file["agreed"] == {PRACTICE: {"stage": 2, "reason": "seen in the files"}}


def test_a_value_from_the_database_has_no_hidden_mark(world):
    say(world, world.respondent, 3, "why")
    assert sheet_of(world.assessment).respondents[0].answers[PRACTICE] == Value(3, note="why")
