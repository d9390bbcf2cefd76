"""A list of customers: read, judged by the rules, shown, sent."""

from __future__ import annotations

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments.actions.responses import NewResponse, store_responses
from assessments.actions.survey_invitations import Invited
from assessments.actions.surveys import open_wave
from assessments.customers import customer_digest
from assessments.files.addresses import Customer, read_customers, read_pasted_customers
from assessments.files.problems import FileProblems
from assessments.models import AuditEntry, Survey, SurveyInvitation
from assessments.queries.survey_public import running_wave
from assessments.queries.survey_rhythm import verdicts
from tests.personas import World
from tests.surveys.asking import invite, running

ADA = "ada@example.net"


def url_of(survey: Survey) -> str:
    return f"/companies/{survey.company.code}/surveys/{survey.code}/ask/"


def judged(survey: Survey, *emails: str) -> list[str]:
    return [each.state for each in verdicts(survey, running_wave(survey), emails, timezone.localdate())]


def imported(world: World, measure: str, days: int, who: str = ADA, company: object = None) -> None:
    """A response that another tool has brought."""
    new = NewResponse(
        measure, "", 5, 1, 10, timezone.localdate() - datetime.timedelta(days=days), uuid.uuid4().hex, uuid.uuid4(),
        customer=customer_digest(world.workspace.code, who),
    )  # fmt: skip
    store_responses(company or world.company, "import", [new])  # type: ignore[arg-type]


class TestReading:
    def test_lines_with_and_without_more(self) -> None:
        found = read_pasted_customers("ADA@example.net\nbo@example.net, 繁體, Members\n\nada@example.net\n")
        assert found.people == (Customer(ADA), Customer("bo@example.net", "zh-hant", "Members"))
        assert found.twice == (ADA,)

    @pytest.mark.parametrize("email", ["電子郵件", "電子郵件地址", "邮箱地址", "电子邮件地址"])
    def test_a_header_in_chinese_and_columns_of_their_own(self, email: str) -> None:
        found = read_customers("名單.csv", f"姓名,{email},語言\n林小姐,lin@example.net,简体\n".encode("utf-8-sig"))
        assert found.people == (Customer("lin@example.net", "zh-hans"),)

    def test_what_is_wrong_is_said_with_its_place(self) -> None:
        with pytest.raises(FileProblems) as caught:
            read_customers("list.csv", b"email;language\nada@example;en\nbo@example.net;klingon\n")
        lines = caught.value.lines()
        assert len(lines) == 2 and "row 2" in lines[0] and "not an e-mail address" in lines[0]
        assert "row 3" in lines[1] and "zh-hant" in lines[1]

    def test_nobody(self) -> None:
        with pytest.raises(FileProblems, match="nobody"):
            read_customers("list.csv", b"email\n")


class TestRules:
    def test_asked_before_counts_from_invitations_of_any_survey(self, world: World) -> None:
        first = running(world)
        invite(world, first, ADA)
        assert judged(first, ADA, "bo@example.net") == ["asked", "ask"]
        assert judged(running(world, "trust"), ADA) == ["wait"]
        assert judged(running(world, "csat"), ADA) == ["wait"]
        SurveyInvitation.objects.update(invited_at=timezone.now() - datetime.timedelta(days=91))
        assert judged(running(world, "csat"), ADA) == ["ask"]
        assert judged(running(world, "nps"), ADA) == ["wait"]

    def test_one_customer_written_in_two_ways_is_asked_once(self, world: World) -> None:
        """Addresses that differ in nothing but the kind of their letters are those of one customer."""
        survey = running(world)
        both = ("eva@straße.example", "eva@strasse.example")
        assert judged(survey, ADA, *both) == ["ask", "ask", "asked"]
        assert invite(world, survey, ADA, *both) == Invited(2, 1)
        assert judged(survey, *both) == ["asked", "asked"]

    def test_imported_responses_count_as_well(self, world: World) -> None:
        imported(world, "trust-int", 100)
        assert judged(running(world, "nps"), ADA) == ["wait"]
        assert judged(running(world, "ces"), " ADA@Example.net ".strip().lower()) == ["ask"]

    def test_another_company_is_another_matter(self, world: World) -> None:
        from assessments.actions.companies import add_company  # noqa: PLC0415 - beside its only use

        imported(world, "nps", 3, company=add_company(workspace=world.workspace, name="Cedar Bank"))
        assert judged(running(world, "nps"), ADA) == ["ask"]

    def test_who_was_known_under_an_earlier_secret_is_known(self, world: World) -> None:
        with override_settings(SECRET_KEY="an-earlier-secret-of-this-installation-0123456789"):
            imported(world, "nps", 3)
        survey = running(world)
        assert judged(survey, ADA) == ["ask"]
        with override_settings(SECRET_KEY_FALLBACKS=["an-earlier-secret-of-this-installation-0123456789"]):
            assert judged(survey, ADA) == ["wait"]

    def test_the_next_wave_asks_nobody_too_soon(self, world: World) -> None:
        survey = running(world)
        invite(world, survey, ADA)
        open_wave(user=world.owner, survey=survey)
        assert invite(world, survey, ADA, "bo@example.net").asked == 1

    def test_as_many_queries_for_many_as_for_one(self, world: World) -> None:
        survey = running(world)
        invite(world, survey, *(f"c{each}@example.net" for each in range(40)))
        for count in (1, 200):
            emails = [f"c{each}@example.net" for each in range(count)]
            with CaptureQueriesContext(
                connection,
            ) as asked:
                verdicts(survey, None, emails, timezone.localdate())
            assert len(asked) == 3


class TestPages:
    def test_checked_shown_and_only_then_sent(self, world: World, owner: Client) -> None:
        survey = running(world)
        imported(world, "nps", 172)
        people = f"{ADA}\nbo@example.net, zh-hant, Members\nbo@example.net"
        page = owner.post(url_of(survey), {"people": people}).content.decode()
        assert "1 customer would be asked now. 1 is left alone." in " ".join(page.split())
        assert "Not yet: asked on" in page and "may be asked from" in page and "stands in the list twice" in page
        assert not SurveyInvitation.objects.exists()
        token = page.split('name="token" value="')[1].split('"')[0]
        page = owner.post(url_of(survey), {"token": token}, follow=True).content.decode()
        assert "1 customer is being asked." in page and "0 of 1" in page
        row = SurveyInvitation.objects.get()
        assert (row.email, row.language, row.segment) == ("bo@example.net", "zh-hant", "Members")
        assert owner.post(url_of(survey), {"token": token}).status_code == 410
        entry = AuditEntry.objects.get(act="customers-asked")
        assert entry.detail == {"survey": "Autumn", "count": 1} and ADA not in str(entry.detail)

    def test_who_goes_back_finds_what_was_pasted(self, world: World, owner: Client) -> None:
        survey, people = running(world), f"{ADA}\nbo@example.net, zh-hant, Members"
        page = owner.post(url_of(survey), {"people": people}).content.decode()
        token = page.split('name="token" value="')[1].split('"')[0]
        page = owner.post(url_of(survey), {"token": token, "back": "1"})
        assert page.status_code == 200 and people in page.content.decode()
        assert not SurveyInvitation.objects.exists()

    def test_a_file_with_errors_writes_nothing_and_says_where(self, world: World, owner: Client) -> None:
        file = SimpleUploadedFile("list.csv", b"email\nnobody\n")
        page = owner.post(url_of(running(world)), {"file": file})
        assert page.status_code == 400 and "list.csv, row 2" in page.content.decode()

    def test_no_wave_no_list(self, world: World, owner: Client) -> None:
        survey = running(world)
        owner.post(f"/companies/{world.company.code}/surveys/{survey.code}/", {"act": "close"})
        page = owner.post(url_of(survey), {"people": ADA})
        assert page.status_code == 409 and "No wave is open" in page.content.decode()

    def test_the_token_is_of_this_person_and_this_survey(self, world: World, owner: Client, consultant: Client) -> None:
        survey, other = running(world), running(world)
        page = owner.post(url_of(survey), {"people": ADA}).content.decode()
        token = page.split('name="token" value="')[1].split('"')[0]
        assert consultant.post(url_of(survey), {"token": token}).status_code == 410
        assert owner.post(url_of(other), {"token": token}).status_code == 410
