"""Deleting a company or a workspace: out of sight at once, back for 30 days, then gone for good."""

from __future__ import annotations

import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.http import Http404
from django.test import Client
from django.urls import reverse

from assessments.actions.companies import add_company
from assessments.actions.deletion import delete_company, delete_workspace
from assessments.actions.life import move_assessment
from assessments.actions.purge import Purged, purge_due
from assessments.actions.workspaces import update_workspace
from assessments.calendar_months import months_before
from assessments.models import Answer, Assessment, AuditEntry, Company, Respondent, Workspace
from assessments.places import place_by_code
from tests.personas import World
from tests.test_every_url_denies_strangers import EXISTING, PROTECTED

DAY = "2026-11-21"
LATER = {"kept": "2026-12-20T12:00:00Z", "gone": "2026-12-22T12:00:00Z"}


def company_url(world: World, name: str = "company") -> str:
    return reverse(name, args=[world.company.code])


def workspace_url(world: World, name: str = "workspace") -> str:
    return reverse(name, args=[world.workspace.code])


@pytest.fixture
def deleted(world: World) -> World:
    with time_machine.travel(DAY):
        delete_company(user=world.owner, company=world.company)
    return world


@pytest.fixture
def all_deleted(world: World) -> World:
    with time_machine.travel(DAY):
        delete_workspace(user=world.owner, workspace=world.workspace)
    return world


class TestTyping:
    @pytest.mark.parametrize("typed", ["", "harbour retail", "Harbour", "Harbour Retail."])
    def test_a_company_goes_by_its_exact_name_only(self, typed: str, world: World, owner: Client) -> None:
        page = owner.post(company_url(world, "company_delete"), {"typed": typed}).content.decode()
        assert "Harbour Retail" in page
        assert owner.get(company_url(world)).status_code == 200

    def test_then_it_is_gone_and_can_be_brought_back(self, world: World, owner: Client) -> None:
        answer = owner.post(company_url(world, "company_delete"), {"typed": "Harbour Retail"}, follow=True)
        assert "“Harbour Retail” is deleted, and will be gone for good on" in answer.content.decode()
        assert owner.get(company_url(world)).status_code == 404
        answer = owner.post(company_url(world, "company_restore"), follow=True)
        assert "The company is back, as it was." in answer.content.decode()
        assert "Autumn 2026" in answer.content.decode()

    def test_a_workspace_too(self, world: World, owner: Client) -> None:
        owner.post(workspace_url(world, "workspace_delete"), {"typed": "northstar"})
        assert owner.get(workspace_url(world)).status_code == 200
        answer = owner.post(workspace_url(world, "workspace_delete"), {"typed": "Northstar Advisory"}, follow=True)
        assert "“Northstar Advisory” is deleted" in answer.content.decode()
        answer = owner.post(workspace_url(world, "workspace_restore"), follow=True)
        assert "The workspace is back, as it was." in answer.content.decode()
        assert "Harbour Retail" in answer.content.decode()


RESTORING = {"company_restore", "workspace_restore"}


def pages(world: World, *tops: str) -> list[str]:
    """The addresses of a world below these, as the table of every address knows them."""
    rows = [(name, row) for name, row in PROTECTED.items() if name in EXISTING - RESTORING]
    found = [reverse(name, kwargs=row.where(world)) for name, row in rows]
    return [url for url in found if url.startswith(tops)]


class TestOutOfSight:
    def test_a_deleted_companys_pages_are_gone_for_everybody(self, world: World, browser_of: dict[str, Client]) -> None:
        urls = pages(world, "/companies/", "/assessments/")
        delete_company(user=world.owner, company=world.company)
        assert len(urls) > 15
        for browser in (browser_of[each] for each in ("owner", "viewer", "stranger")):
            assert {url for url in urls if browser.get(url).status_code not in (404, 405)} == set()
            assert {url for url in urls if browser.post(url).status_code not in (404, 405)} == set()

    def test_a_deleted_workspaces_pages_are_gone_for_everybody(
        self, world: World, browser_of: dict[str, Client]
    ) -> None:
        urls = pages(world, "/workspaces/", "/companies/", "/assessments/")
        delete_workspace(user=world.owner, workspace=world.workspace)
        assert len(urls) > 20
        for browser in (browser_of[each] for each in ("owner", "viewer", "stranger")):
            assert {url for url in urls if browser.get(url).status_code not in (404, 405)} == set()

    def test_lists_and_personal_links_know_it_no_more(self, world: World, owner: Client) -> None:
        person = Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group="leaders")
        delete_company(user=world.owner, company=world.company)
        with pytest.raises(Http404):
            place_by_code(person.code)
        page = owner.get(workspace_url(world)).content.decode()
        assert company_url(world) + '"' not in page and "Autumn 2026" not in page

    @pytest.mark.parametrize("persona", ["consultant", "viewer", "stranger"])
    def test_only_owners_bring_back(self, persona: str, deleted: World, browser_of: dict[str, Client]) -> None:
        browser = browser_of[persona]
        with time_machine.travel(DAY):
            browser.force_login(getattr(deleted, persona))
            assert browser.post(company_url(deleted, "company_restore")).status_code == 404
            assert "gone for good" not in browser.get("/workspaces/", follow=True).content.decode()
        deleted.company.refresh_from_db()
        assert deleted.company.deleted_at

    def test_bringing_back_twice_does_nothing_more(self, deleted: World, owner: Client) -> None:
        for _time in range(2):
            with time_machine.travel(DAY):
                owner.force_login(deleted.owner)
                assert owner.post(company_url(deleted, "company_restore")).status_code == 302
        assert AuditEntry.objects.filter(act="company-restored").count() == 1


class TestPurging:
    def test_before_30_days_nothing_goes(self, deleted: World, owner: Client) -> None:
        with time_machine.travel(LATER["kept"]):
            assert purge_due() == Purged(0, 0, 0, 0)
        assert Company.objects.filter(pk=deleted.company.pk).exists()

    def test_then_the_company_goes_with_its_answers_and_leaves_its_trail(self, deleted: World) -> None:
        other = add_company(user=deleted.owner, workspace=deleted.workspace, name="Lantern")
        with time_machine.travel(LATER["gone"]):
            assert purge_due() == Purged(0, 1, 0, 0)
            assert purge_due() == Purged(0, 0, 0, 0)
        assert list(Company.objects.filter(workspace=deleted.workspace)) == [other]
        assert not Assessment.objects.exists() and not Respondent.objects.exists() and not Answer.objects.exists()
        acts = AuditEntry.objects.filter(workspace=deleted.workspace).values_list("act", flat=True)
        assert {"assessment-started", "company-deleted", "company-purged"} <= set(acts)

    def test_a_workspace_goes_with_everything(self, all_deleted: World) -> None:
        with time_machine.travel(LATER["gone"]):
            out = StringIO()
            call_command("purge", stdout=out)
        assert "removed 0 companies and 1 workspaces" in out.getvalue()
        assert list(Workspace.objects.all()) == [all_deleted.elsewhere]
        assert set(AuditEntry.objects.values_list("workspace", flat=True)) == {all_deleted.elsewhere.pk}

    def test_after_30_days_nobody_can_undo(self, deleted: World, owner: Client) -> None:
        with time_machine.travel(LATER["gone"]):
            owner.force_login(deleted.owner)
            assert owner.post(company_url(deleted, "company_restore")).status_code == 404


class TestRetention:
    def test_people_go_when_their_time_is_over_and_scores_stay(self, world: World) -> None:
        with time_machine.travel("2026-01-31T12:00:00Z"):
            for to in ("review", "final"):
                move_assessment(user=world.owner, assessment=world.assessment, to=to)
        update_workspace(user=world.owner, workspace=world.workspace, name="Northstar", retention_months=1)
        with time_machine.travel("2026-02-28T11:00:00Z"):
            assert purge_due().erased == 0
        with time_machine.travel("2026-03-01T13:00:00Z"):
            assert (purge_due().erased, purge_due().erased) == (1, 0)
        assert Respondent.objects.get().name == ""
        assert AuditEntry.objects.latest("pk").detail == {"count": 1}

    def test_open_assessments_and_other_workspaces_keep_theirs(self, world: World) -> None:
        update_workspace(user=world.owner, workspace=world.workspace, name="Northstar", retention_months=1)
        with time_machine.travel("2036-03-01"):
            assert purge_due().erased == 0

    def test_it_is_set_on_the_settings_page(self, world: World, owner: Client) -> None:
        url = workspace_url(world, "workspace_settings")
        owner.post(url, {"name": "Southstar", "retention_months": "24"})
        world.workspace.refresh_from_db()
        assert (world.workspace.name, world.workspace.retention_months) == ("Southstar", 24)
        assert "24 months after an assessment is final" in owner.get(url).content.decode()
        owner.post(url, {"name": "Southstar", "retention_months": ""})
        world.workspace.refresh_from_db()
        assert world.workspace.retention_months is None
        assert "another look" in owner.post(url, {"name": "", "retention_months": "7"}).content.decode()

    @pytest.mark.parametrize(
        ("day", "months", "before"),
        [("2026-03-31", 1, "2026-02-28"), ("2024-03-31", 1, "2024-02-29"), ("2026-01-15", 13, "2024-12-15")],
    )
    def test_months(self, day: str, months: int, before: str) -> None:
        assert months_before(datetime.datetime.fromisoformat(day), months) == datetime.datetime.fromisoformat(before)
