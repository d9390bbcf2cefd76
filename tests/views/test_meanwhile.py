"""Two people have one form open: who saves second is told what the first has changed, and loses nothing they typed."""

from __future__ import annotations

import html
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, NamedTuple

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from assessments.actions.assessments import update_assessment
from assessments.actions.companies import edit_company
from assessments.actions.meanwhile import MeanwhileChanged
from assessments.actions.style import SAID, save_style
from assessments.actions.surveys import add_survey, update_survey
from assessments.actions.workspaces import update_workspace
from assessments.models import Assessment, AuditEntry, Company, HouseStyle, Survey, Workspace
from assessments.queries.style import style_of
from assessments.reports.document import SECTIONS
from tests.personas import World
from tests.style.files import picture

Values = dict[str, Any]
REFUSED = "Not saved: somebody else has changed this meanwhile."
SAID_ALWAYS = {"title": "After a visit", "about": "", "touchpoint": "", "open_link": True, "origins": []}


class Case(NamedTuple):
    """A form that two people have open: what each makes of it, what the second is told, and what stands in the end."""

    act: str
    address: Callable[[World], str]
    stored: Callable[[World], Values]
    first: Values
    second: Values
    told: tuple[str, ...]
    first_kept: Values
    second_kept: Values


def survey_of(world: World) -> Survey:
    found = Survey.objects.first()
    return found or add_survey(user=world.owner, company=world.company, kind="nps", title="After a visit")


ORDER = ["steps", *(each for each in SECTIONS if each != "steps")]
CASES = {
    "company": Case(
        "company-changed",
        lambda world: reverse("company_edit", args=[world.company.code]),
        lambda world: Company.objects.values("name", "industry", "round_months").get(pk=world.company.pk),
        {"name": "Harbour Group", "industry": "finance", "round_months": "12"},
        {"name": "Harbour Stores", "industry": "health", "size": "10-49"},
        (
            "Now it says “Harbour Group”.",
            "Now it says “Banking and insurance”.",
            "Now it says “12 months after the last”.",
        ),
        {"name": "Harbour Group", "industry": "finance", "round_months": 12},
        {"name": "Harbour Stores", "industry": "health", "round_months": None},
    ),
    "assessment": Case(
        "assessment-changed",
        lambda world: reverse("assessment_edit", args=[world.assessment.code]),
        lambda world: {
            name: str(value) for name, value in Assessment.objects.values("title", "held_on", "closes_on").get().items()
        },
        {"title": "Autumn", "held_on": "2026-10-05", "closes_on": "2099-01-31"},
        {"title": "Second half", "practice_set": "quick"},
        ("Now it says “Autumn”.", "Now it says “5 October 2026”.", "Now it says “31 January 2099”."),
        {"title": "Autumn", "held_on": "2026-10-05", "closes_on": "2099-01-31"},
        {"title": "Second half", "held_on": "2026-11-02", "closes_on": "None"},
    ),
    "survey": Case(
        "survey-changed",
        lambda world: reverse("survey_edit", args=[world.company.code, survey_of(world).code]),
        lambda world: Survey.objects.values("kind", "title", "open_link", "origins").get(),
        {"ask": "ces ces2", "open_link": "", "origins": "https://a.example\r\nhttps://b.example"},
        {"title": "After a stay", "origins": "https://c.example"},
        (
            "Now it says “Effort (CES) · Ease, 1 to 7”.",
            "It is not ticked now.",
            "Now it says “https://a.example, https://b.example”.",
        ),
        {
            "kind": "ces",
            "title": "After a visit",
            "open_link": False,
            "origins": ["https://a.example", "https://b.example"],
        },
        {"kind": "nps", "title": "After a stay", "open_link": True, "origins": ["https://c.example"]},
    ),
    "style": Case(
        "style-saved",
        lambda world: reverse("style", args=[world.workspace.code]),
        lambda world: HouseStyle.objects.values("name", "footer", "sections").get(),
        {"name": "Northstar", "accent": "#7a1f5c", "order": ORDER, "shown": [*ORDER[:3], "trust"]},
        {"name": "Polaris", "footer": "Confidential"},
        (
            "Now it says “Northstar”.",
            "Now it says “#7A1F5C”.",
            "Now the report has, in this order: Steps, Pyramid, Trust, How sure is this, Method.",
        ),
        {"name": "Northstar", "footer": ""},
        {"name": "Polaris", "footer": "Confidential", "sections": []},
    ),
}
each_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def filled(answer: Any, changed: Values = {}) -> Values:  # noqa: B006 - never changed
    """What a browser would send of the form on a page, with these fields changed."""
    page = lxml.html.fromstring(answer.content.decode())
    form = next(each for each in page.forms if each.method == "POST" and "seen" in each.fields)
    values: Values = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value.lstrip("\n").replace("\n", "\r\n"))
    values = {name: value if name in ("order", "shown") else value[0] for name, value in values.items()}
    return {name: value for name, value in {**values, **changed}.items() if value != ""}


def typed(sent: Values) -> Values:
    """What is sent without what no person has typed."""
    return {name: value for name, value in sent.items() if name not in ("seen", "csrfmiddlewaretoken")}


def unescaped(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def trail(act: str) -> list[str]:
    return [str(each.actor) for each in AuditEntry.objects.filter(act=act).order_by("pk")]


def among(whole: Values, part: Values) -> Values:
    return {name: whole[name] for name in part}


@each_case
def test_the_second_is_told_loses_nothing_and_may_save_again(
    case: Case, world: World, owner: Client, consultant: Client
) -> None:
    address = case.address(world)
    first, second = owner.get(address), consultant.get(address)
    assert owner.post(address, filled(first, case.first)).status_code == 302
    sent = filled(second, case.second)

    told = consultant.post(address, sent)

    assert told.status_code == 409
    page = unescaped(told)
    assert REFUSED in page and all(each in page for each in case.told)
    assert page.count("Now it says") + page.count("ticked now.") + page.count("in this order:") == len(case.told)
    again = filled(told)
    assert typed(again) == typed(sent) and again["seen"] != sent["seen"]
    assert among(case.stored(world), case.first_kept) == case.first_kept
    assert trail(case.act) == [str(world.owner)]

    assert consultant.post(address, again).status_code == 302
    assert among(case.stored(world), case.second_kept) == case.second_kept
    assert trail(case.act) == [str(world.owner), str(world.consultant)]


@each_case
def test_a_page_that_does_not_say_what_it_showed_is_saved(
    case: Case, world: World, owner: Client, consultant: Client
) -> None:
    address = case.address(world)
    first, second = owner.get(address), consultant.get(address)
    owner.post(address, filled(first, case.first))
    sent = filled(second, case.second)
    del sent["seen"]
    assert consultant.post(address, sent).status_code == 302
    assert among(case.stored(world), case.second_kept) == case.second_kept


@pytest.mark.parametrize("junk", ["", "=", "a=b=c", "name", "name= =x", "\0" * 9, "x=" * 5000])
def test_what_no_page_sends_breaks_nothing(junk: str, world: World, owner: Client) -> None:
    address = reverse("company_edit", args=[world.company.code])
    sent = filled(owner.get(address), {"name": "Harbour"})
    assert owner.post(address, {**sent, "seen": junk}).status_code in (302, 409)


@each_case
def test_who_wants_what_is_there_already_saves(case: Case, world: World, owner: Client, consultant: Client) -> None:
    address = case.address(world)
    first, second = owner.get(address), consultant.get(address)
    owner.post(address, filled(first, case.first))
    assert consultant.post(address, filled(second, case.first)).status_code == 302
    assert among(case.stored(world), case.first_kept) == case.first_kept


@each_case
def test_who_changes_nothing_puts_nothing_back_untold(
    case: Case, world: World, owner: Client, consultant: Client
) -> None:
    address = case.address(world)
    first, second = owner.get(address), consultant.get(address)
    owner.post(address, filled(first, case.first))
    assert consultant.post(address, filled(second)).status_code == 409
    assert among(case.stored(world), case.first_kept) == case.first_kept


@each_case
def test_one_alone_is_told_nothing(case: Case, world: World, owner: Client) -> None:
    address = case.address(world)
    for changed in (case.first, case.second, {}):
        assert owner.post(address, filled(owner.get(address), changed)).status_code == 302


def test_a_mistake_does_not_make_the_page_new(world: World, owner: Client, consultant: Client) -> None:
    address = reverse("company_edit", args=[world.company.code])
    first, second = owner.get(address), consultant.get(address)
    owner.post(address, filled(first, {"industry": "finance"}))
    wrong = consultant.post(address, filled(second, {"name": " ", "industry": "retail"}))
    assert wrong.status_code == 409 and "This field is required." in unescaped(wrong)
    first = owner.get(address)
    wrong = consultant.post(address, filled(first, {"name": " "}))
    assert wrong.status_code == 200
    owner.post(address, filled(first, {"industry": "health"}))
    assert consultant.post(address, filled(wrong, {"name": "Harbour"})).status_code == 409


def test_a_third_who_comes_between_is_told_of_again(world: World, owner: Client, consultant: Client) -> None:
    address = reverse("company_edit", args=[world.company.code])
    second = consultant.get(address)
    owner.post(address, filled(owner.get(address), {"name": "One"}))
    told = consultant.post(address, filled(second, {"name": "Mine"}))
    owner.post(address, filled(owner.get(address), {"name": "Two"}))
    told = consultant.post(address, filled(told))
    assert told.status_code == 409 and "Now it says “Two”." in unescaped(told)


def test_a_field_that_was_emptied_says_so(world: World, owner: Client, consultant: Client) -> None:
    address = reverse("style", args=[world.workspace.code])
    owner.post(address, filled(owner.get(address), {"footer": "Confidential"}))
    second = consultant.get(address)
    owner.post(reverse("style_reset", args=[world.workspace.code]))
    told = consultant.post(address, filled(second, {"footer": "For the board"}))
    assert told.status_code == 409 and "It is empty now." in unescaped(told)


@pytest.mark.parametrize(
    ("language", "told", "now"),
    [
        ("en", REFUSED, "Now it says “Banking and insurance”."),
        ("zh-hans", "未保存：其间有人作了更改。", "现在是“银行与保险”。"),
        ("zh-hant", "未儲存：其間有人做了變更。", "現在是「銀行與保險」。"),
    ],
)
def test_it_is_said_in_the_language_of_who_reads_it(
    language: str, told: str, now: str, world: World, owner: Client, consultant: Client
) -> None:
    address = reverse("company_edit", args=[world.company.code])
    consultant.cookies["django_language"] = "en"
    second = consultant.get(address)
    owner.post(address, filled(owner.get(address), {"industry": "finance"}))
    consultant.cookies["django_language"] = language
    page = unescaped(consultant.post(address, filled(second, {"name": "Harbour"})))
    assert told in page and now in page


@pytest.mark.parametrize("way", ["move", "upload"])
def test_a_style_shown_again_before_it_is_saved_remembers_what_it_was(
    way: str, world: World, owner: Client, consultant: Client
) -> None:
    address = reverse("style", args=[world.workspace.code])
    second = filled(consultant.get(address), {"name": "Polaris"})
    owner.post(address, filled(owner.get(address), {"name": "Northstar"}))
    if way == "move":
        shown = consultant.post(address, {**second, "move": "down:pyramid"})
    else:
        logo = {"file-logo": SimpleUploadedFile("logo.png", picture())}
        shown = consultant.post(reverse("style_upload", args=[world.workspace.code, "logo"]), {**second, **logo})
    assert shown.status_code == 200 and 'value="Polaris"' in shown.content.decode()
    told = consultant.post(address, filled(shown))
    assert told.status_code == 409 and "Now it says “Northstar”." in unescaped(told)


def test_one_alone_who_moves_a_section_is_told_nothing(world: World, owner: Client) -> None:
    address = reverse("style", args=[world.workspace.code])
    sent = filled(owner.get(address), {"name": "Polaris"})
    shown = owner.post(address, {**sent, "move": "down:pyramid"})
    assert owner.post(address, filled(shown)).status_code == 302
    assert HouseStyle.objects.get().sections[:2] == ["trust", "pyramid"]


def acts(world: World) -> dict[str, Callable[[str], Any]]:
    """What saves each of the four as it was read now, under a name."""
    company, assessment = Company.objects.get(pk=world.company.pk), Assessment.objects.get()
    survey, workspace = survey_of(world), Workspace.objects.get(pk=world.workspace.pk)
    kept, who = style_of(workspace), {"user": world.owner}
    round_ = {"held_on": assessment.held_on, "practice_set": "full"}
    known = {"industry": "retail", "size": "1000+", "round_months": None}
    return {
        "company": lambda name: edit_company(**who, company=company, name=name, **known),
        "assessment": lambda name: update_assessment(**who, assessment=assessment, title=name, **round_),
        "survey": lambda name: update_survey(**who, survey=survey, **{**SAID_ALWAYS, "title": name}),
        "style": lambda name: save_style(
            **who, workspace=workspace, read=kept, said={**dict.fromkeys(SAID, ""), "name": name, "sections": []}
        ),
    }


@pytest.mark.parametrize("what", CASES)
def test_of_those_who_save_at_the_same_moment_one_does(what: str, transactional_db: None, world: World) -> None:
    survey_of(world)
    people, together = [acts(world)[what] for _each in range(4)], Barrier(4)

    def save(place: int) -> bool:
        together.wait()
        try:
            return patiently(people[place], f"Name {place}")
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(save, range(4))) == 1
    assert len(trail(CASES[what].act)) == 1


def patiently(save: Callable[[str], Any], name: str) -> bool:
    """Save; an SQLite database in memory, as tests have it, does not wait for its turn, so this does."""
    for _attempt in range(500):
        try:
            save(name)
        except OperationalError:
            time.sleep(0.01)
        except MeanwhileChanged:
            return False
        else:
            return True
    raise AssertionError("the database was never free")


@pytest.mark.parametrize("what", CASES)
def test_who_is_overtaken_between_looking_and_saving_is_told(what: str, world: World, consultant: Client) -> None:
    address = CASES[what].address(world)
    sent = filled(consultant.get(address), CASES[what].second)
    quicker = [acts(world)[what]]

    def overtake(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("SAVEPOINT") and quicker:  # the act begins
            quicker.pop()("Theirs")
        return execute(sql, *rest)

    with connection.execute_wrapper(overtake):
        told = consultant.post(address, sent)
    assert not quicker and told.status_code == 409 and "Now it says “Theirs”." in unescaped(told)
    assert trail(CASES[what].act) == [str(world.owner)]


def test_what_a_second_owner_has_settled_is_not_taken_back_untold(world: World, owner: Client) -> None:
    """Of a workspace: its name, and how long it keeps what is personal."""
    address = reverse("workspace_settings", args=[world.workspace.code])
    sent = filled(owner.get(address), {"name": "Southstar"})
    update_workspace(user=world.owner, workspace=world.workspace, name="Polaris", retention_months=12)
    told = owner.post(address, sent)
    assert told.status_code == 409
    assert "Now it says “Polaris”." in told.content.decode()
    assert "Now it says “Erase them 12 months after an assessment is final”." in told.content.decode()
    assert Workspace.objects.get(pk=world.workspace.pk).retention_months == 12
    assert owner.post(address, filled(told)).status_code == 302
    assert Workspace.objects.get(pk=world.workspace.pk).name == "Southstar"


def test_of_two_owners_who_save_at_the_same_moment_the_second_is_refused(world: World) -> None:
    stale = Workspace.objects.get(pk=world.workspace.pk)
    update_workspace(user=world.owner, workspace=world.workspace, name="Polaris", retention_months=None)
    with pytest.raises(MeanwhileChanged):
        update_workspace(user=world.owner, workspace=stale, name="Southstar", retention_months=None)
