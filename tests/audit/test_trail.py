"""The audit trail as people see it: every act leaves an entry with who did it; owners read and export it."""

from __future__ import annotations

import csv
import html
import io
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.answers import save_answer
from assessments.actions.companies import add_company
from assessments.maturity.answers import Answer
from assessments.models import Assessment, AuditEntry, Company, User
from tests.personas import World
from tests.test_every_url_denies_strangers import PROTECTED


def trail(world: World, **wanted: str) -> str:
    return reverse("audit", args=[world.workspace.code]) + ("?" + "&".join(f"{k}={v}" for k, v in wanted.items()))


def table(world: World, owner: Client, **wanted: str) -> list[list[str]]:
    answer = owner.get(reverse("audit_file", args=[world.workspace.code, "csv"]), wanted)
    return list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


ROUND = {"title": "Spring", "held_on": "2027-03-01", "practice_set": "quick", "group": "leaders"}


@pytest.mark.parametrize(
    ("act", "name", "sent"),
    [
        ("company-added", "company_new", {"name": "Lantern"}),
        ("company-changed", "company_edit", {"name": "Harbour"}),
        ("assessment-started", "assessment_new", ROUND),
        ("assessment-changed", "assessment_edit", ROUND),
        ("assessment-grown", "assessment_grow", {}),
        ("assessment-moved", "assessment_move", {}),
        ("red-flags-set", "red_flags", {"shown": "", "flag-RF-01": "1"}),
        ("targets-set", "targets", {"target-int-privacy": "2"}),
        ("person-exported", "respondent_data", None),
        ("workspace-changed", "workspace_settings", {"name": "Southstar", "retention_months": "12"}),
        ("company-deleted", "company_delete", {"typed": "Harbour Retail"}),
        ("workspace-deleted", "workspace_delete", {"typed": "Northstar Advisory"}),
    ],
)
def test_every_act_leaves_one_entry_with_who_did_it(
    act: str, name: str, sent: dict[str, str] | None, world: World, owner: Client
) -> None:
    before = AuditEntry.objects.count()
    url = reverse(name, kwargs=PROTECTED[name].where(world))
    answer = owner.get(url) if sent is None else owner.post(url, sent)
    assert answer.status_code in (200, 302)
    entry = AuditEntry.objects.latest("pk")
    assert AuditEntry.objects.count() == before + 1
    assert (entry.act, entry.actor, entry.workspace) == (act, world.owner, world.workspace)


def test_what_respondents_say_is_never_noted(world: World) -> None:
    before = AuditEntry.objects.count()
    save_answer(respondent=world.respondent, practice="l1-accurate-facts", answer=Answer(stage=2))
    assert AuditEntry.objects.count() == before


def test_an_act_that_fails_leaves_nothing(world: World, owner: Client) -> None:
    before = AuditEntry.objects.count()
    owner.post(reverse("company_new", args=[world.workspace.code]), {"name": ""})
    owner.post(reverse("assessment_move", args=[world.assessment.code, "final"]))
    assert AuditEntry.objects.count() == before


class TestPage:
    def test_it_says_who_what_where_newest_first(self, world: World, owner: Client) -> None:
        owner.post(reverse("red_flags", args=[world.assessment.code]), {"shown": "", "flag-RF-01": "1"})
        page = owner.get(trail(world)).content.decode()
        assert "Opened or closed red flags" in page and "Harbour Retail · Autumn 2026" in page
        assert page.index("Opened or closed red flags") < page.index("Started an assessment")
        assert "Elsewhere" not in page

    def test_whether_a_round_is_anonymous_is_said_in_words(self, world: World, owner: Client) -> None:
        page = owner.get(trail(world, assessment=str(world.assessment.code))).content.decode()
        assert "With names" in page and ">no<" not in page

    def test_a_reason_stands_in_the_quotation_marks_of_the_language(self, world: World, owner: Client) -> None:
        detail = {"practice": "int-privacy", "reason": "checked"}
        AuditEntry.objects.create(workspace=world.workspace, act="stage-agreed", detail=detail)
        owner.cookies["django_language"] = "zh-hant"
        assert "「checked」" in owner.get(trail(world)).content.decode()

    def test_details_are_parted_as_the_language_parts_them(self, world: World, owner: Client) -> None:
        detail = {"practice": "int-privacy", "before": 1, "after": 3, "found": ["a", "b"]}
        AuditEntry.objects.create(workspace=world.workspace, act="stage-agreed", detail=detail)
        assert "Protection of customers’ privacy; 1 → 3; a, b" in html.unescape(
            owner.get(trail(world)).content.decode()
        )
        owner.cookies["django_language"] = "zh-hans"
        assert "客户隐私保护；1 → 3；a、b" in owner.get(trail(world)).content.decode()

    @pytest.mark.parametrize(
        ("detail", "english", "chinese"),
        [
            (
                {"targets": {"level": 4, "trust": 70, "int": 3}},
                "Level 4, Trust index 70, Integrity 3",
                "層級 4、信任指數 70",
            ),
            (
                {"changed": ["customers", "retention-gain"]},
                "Changed: Customers, Gain in customers kept",
                "變更：顧客、",
            ),
            ({"changed": ["email", "group"]}, "Changed: E-mail address, Group", "變更：電子郵件地址、組別"),
            ({"group": "leaders"}, "Group: Leaders", "組別："),
            (
                {"language": "zh-hans", "password": False},
                "Language: 简体中文; Password: no",
                "語言：简体中文；密碼：否",
            ),
            ({"by": "2027-07-01"}, "By: 1 Jul 2027", "期限：2027年7月1日"),
            ({"expires_on": None}, "Valid until: –", "有效期限：–"),
            ({"closes_on": "None"}, "Last day: –", "截止日：–"),
            ({"opened": ["RF-01"], "closed": []}, "Opened: Long waits", "新增：漫長的等候"),
            ({"title": "Fix it", "origin": "journey"}, "Fix it; Origin: Customer journey", "Fix it；來源：顧客旅程"),
            ({"section": "trust", "language": "en"}, "Section: Trust; Language: English", "章節：信任；語言：English"),
            ({"kind": "reminder"}, "E-mail: Reminder", "電子郵件："),
            ({"name": "retail", "responses": 12}, "retail; Responses: 12", "retail；回答數：12"),  # a name is no word
            ({"name": "None"}, "None", "None"),
            ({"importance": {"int": 3}}, "Importance: int 3", "重要程度：int 3"),
        ],
    )
    def test_details_are_told_in_words(
        self, detail: dict[str, Any], english: str, chinese: str, world: World, owner: Client
    ) -> None:
        AuditEntry.objects.create(workspace=world.workspace, act="something-new", detail=detail)
        assert english in html.unescape(owner.get(trail(world)).content.decode())
        owner.cookies["django_language"] = "zh-hant"
        assert chinese in owner.get(trail(world)).content.decode()

    def test_who_is_gone_reads_as_a_former_member(self, world: World, owner: Client) -> None:
        add_company(user=world.consultant, workspace=world.workspace, name="Lantern")
        User.objects.filter(pk=world.consultant.pk).delete()
        page = owner.get(trail(world)).content.decode()
        assert "A former member" in page and "Consultant" not in page

    def test_an_act_without_words_shows_its_id(self, world: World, owner: Client) -> None:
        AuditEntry.objects.create(workspace=world.workspace, act="something-new", detail={"odd": {"x": [None, True]}})
        assert "something-new" in owner.get(trail(world)).content.decode()

    def test_it_is_filtered_by_company_and_assessment(self, world: World, owner: Client) -> None:
        other = add_company(user=world.owner, workspace=world.workspace, name="Lantern")
        for wanted, there, not_there in (
            ({"company": str(world.company.code)}, "Started an assessment", "<td>Lantern"),
            ({"company": str(other.code)}, "1 act is on record", "Started an assessment"),
            ({"assessment": str(world.assessment.code)}, "1 act is on record", "Added a company"),
        ):
            page = owner.get(trail(world, **wanted)).content.decode()
            assert there in page and not_there not in page

    def test_another_workspaces_code_filters_nothing_in(self, world: World, owner: Client) -> None:
        foreign = add_company(user=world.stranger, workspace=world.elsewhere, name="Foreign")
        for code in (str(foreign.code), "nonsense"):
            page = owner.get(trail(world, company=code)).content.decode()
            assert "Foreign" not in page and "Started an assessment" in page

    def test_hostile_texts_are_shown_as_text(self, world: World, owner: Client) -> None:
        add_company(user=world.owner, workspace=world.workspace, name="<script>alert(1)</script>")
        assert "<script>alert" not in owner.get(trail(world)).content.decode()

    @pytest.mark.parametrize("entries", [1, 3, 200])
    def test_queries(self, entries: int, world: World, owner: Client, django_assert_num_queries: Any) -> None:
        """Session, user, right; count, entries, companies."""
        AuditEntry.objects.bulk_create(
            AuditEntry(
                workspace=world.workspace,
                actor_id=world.owner.pk,
                company_id=world.company.pk,
                assessment_id=world.assessment.pk,
                act="targets-set",
            )
            for _each in range(entries)
        )
        with django_assert_num_queries(6):
            assert len(owner.get(trail(world)).context["rows"]) == min(50, entries + 3)


class TestFiles:
    def test_csv_has_every_entry_and_no_formula(self, world: World, owner: Client) -> None:
        for name in ("=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1"):
            add_company(user=world.owner, workspace=world.workspace, name="x")
            Company.objects.filter(name="x").update(name=name)
        User.objects.filter(pk=world.owner.pk).update(name="=HYPERLINK(1)")
        rows = table(world, owner)
        assert len(rows) == AuditEntry.objects.filter(workspace=world.workspace).count() + 1
        assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]

    def test_json_is_json_in_every_language(self, world: World, owner: Client) -> None:
        for language in ("en", "zh-hans", "zh-hant"):
            owner.cookies["django_language"] = language
            answer = owner.get(reverse("audit_file", args=[world.workspace.code, "json"]))
            found = json.loads(answer.getvalue())
            assert [each["act"] for each in found] == ["assessment-started", "company-added", "workspace-opened"]
            assert found[0]["who"] == "Owner" and found[0]["address"] == "owner@example.com"

    def test_the_file_is_filtered_as_the_page_is(self, world: World, owner: Client) -> None:
        assert len(table(world, owner, assessment=str(world.assessment.code))) == 2

    def test_there_is_no_other_kind(self, world: World, owner: Client) -> None:
        assert owner.get(reverse("audit_file", args=[world.workspace.code, "exe"])).status_code == 404


def test_a_purged_company_leaves_its_entries(world: World, owner: Client) -> None:
    Assessment.objects.all().delete()
    Company.objects.filter(pk=world.company.pk).delete()
    assert "Added a company" in owner.get(trail(world)).content.decode()
