"""Files that hold a workspace’s data: each is to be kept by whoever asked for it, and by no cache on the way."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.style import save_style_file
from assessments.views.downloads import CSV, as_file
from tests.addresses import OWN, PROTECTED
from tests.personas import World
from tests.test_every_url_denies_strangers import EXISTING

FILES = {
    "audit_file", "comments_file", "group_link_svg", "journey_file", "milestone_content", "milestone_file",
    "my_data_json", "my_data_zip", "plan_file", "portfolio_file", "questionnaire", "report_file", "respondent_data",
    "rounds_file", "survey_svg", "voice_file", "voice_import_problems",
}  # fmt: skip
OTHERS = (  # besides those of the table: what is made elsewhere in the code
    ("report_file", "assessment", "groups-pdf"),
    ("plan_file", "company", "ics"),
    ("plan_file", "company", "jira"),
    ("portfolio_file", "workspace", "xlsx"),
    ("voice_file", "company", "xlsx"),
    ("audit_file", "workspace", "json"),
)


def is_file(answer: Any) -> bool:
    return answer.headers.get("Content-Disposition", "").startswith("attachment")


def kept(answer: Any) -> bool:
    """Whether something on the way may keep the file."""
    rules = {each.strip() for each in answer.headers.get("Cache-Control", "").split(",")}
    return not {"no-store", "private"} <= rules or answer.headers.get("X-Content-Type-Options") != "nosniff"


def test_no_address_gives_out_a_file_that_a_cache_may_keep(world: World, owner: Client) -> None:
    asked = {name: reverse(name, kwargs=PROTECTED[name].where(world)) for name in EXISTING & set(PROTECTED)}
    asked |= {name: reverse(name) for name in ("my_data_json", "my_data_zip") if name in OWN}
    told = {name: owner.get(url) for name, url in asked.items()}
    files = {name: answer for name, answer in told.items() if is_file(answer)}
    assert set(files) >= FILES
    assert [name for name, answer in files.items() if kept(answer)] == []


@pytest.mark.parametrize(("name", "what", "kind"), OTHERS)
def test_nor_in_another_form(name: str, what: str, kind: str, world: World, owner: Client) -> None:
    answer = owner.get(reverse(name, args=[getattr(world, what).code, kind]))
    assert answer.status_code == 200 and is_file(answer) and not kept(answer)


def test_its_name_holds_nothing_that_a_system_refuses_or_turns_around() -> None:
    told = as_file(b"", CSV, "A/B: a <plan>?\u202efdp .csv").headers["Content-Disposition"]
    assert told == 'attachment; filename="A B a plan fdp .csv"'


def test_nor_a_template_while_the_logo_of_pages_stays_with_its_reader(world: World, owner: Client) -> None:
    for kind, name in (("docx", "house.docx"), ("logo", "logo.png")):
        save_style_file(user=world.owner, workspace=world.workspace, kind=kind, name=name, content=b"x")
    template, logo = (
        owner.get(reverse("style_download", args=[world.workspace.code, kind])) for kind in ("docx", "logo")
    )
    assert is_file(template) and not kept(template)
    assert not is_file(logo) and "private" in logo.headers["Cache-Control"]
