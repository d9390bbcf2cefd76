"""Erasing a person keeps every sum; deleting an account leaves nothing of it but numbers."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.actions.rights import OMITTED, SoleOwner, delete_account, erase_after_retention, erase_respondent
from assessments.actions.workspaces import open_workspace
from assessments.content.loader import framework
from assessments.maturity.scoring import score
from assessments.models import Answer, Assessment, AuditEntry, Membership, Message, Referral, Respondent, User
from assessments.places import place_by_code
from assessments.queries.sheets import sheet_of
from tests.personas import PASSWORD, World

TODAY = datetime.date(2026, 11, 20)
PRACTICES = list(framework().practices)
SAID = st.tuples(
    st.sampled_from(PRACTICES[:12]),
    st.integers(0, 4),
    st.sampled_from(("", "Ask Ada Lovelace")),
    st.sampled_from(("", "https://example.com/ada")),
)


def respondent(world: World, **fields: Any) -> Respondent:
    known = {"name": "Ada Lovelace", "email": "ada@example.com", "language": "en", "group": "leaders", **fields}
    return Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, **known)


def say(who: Respondent, practice: str, stage: int = 3, note: str = "Ask Ada", evidence: str = "") -> None:
    now = timezone.now()
    Answer.objects.update_or_create(
        workspace=who.workspace,
        respondent=who,
        practice=practice,
        defaults={"stage": stage, "note": note, "evidence": evidence, "chosen_at": now, "saved_at": now},
    )


def scored(world: World) -> Any:
    return score(framework(), sheet_of(Assessment.objects.get(pk=world.assessment.pk)), TODAY)


class TestRespondent:
    def test_nothing_of_the_person_is_left(self, world: World) -> None:
        said_before = {PRACTICES[2]: [{"stage": 2, "note": "Ask Ada"}, 1]}
        bob = respondent(world, name="Bob", email="bob@example.com")
        ada = respondent(world, earlier=said_before, previous=bob)
        say(ada, PRACTICES[0], evidence="https://example.com/ada")
        Referral.objects.create(
            workspace=world.workspace,
            assessment=world.assessment,
            practice=PRACTICES[1],
            passed_by=ada,
            passed_to=bob,
        )
        mail = {"workspace": world.workspace, "respondent": ada, "kind": "invitation", "due_at": timezone.now()}
        Message.objects.create(key="1", problem="ada@example.com: unknown", status="failed", **mail)
        Message.objects.create(key="2", **mail)
        Message.objects.create(key="3", **{**mail, "respondent": bob})
        erase_respondent(user=world.owner, respondent=ada)
        ada.refresh_from_db()
        assert (ada.name, ada.email, ada.language, ada.user, ada.link_version) == ("", "", "", None, 2)
        assert (ada.earlier, ada.previous) == ({}, None)
        assert ada.erased_at is not None
        said = Answer.objects.get(respondent=ada)
        assert (said.stage, said.note, said.evidence) == (3, OMITTED, "")
        assert Referral.objects.get().passed_by is None
        assert list(Message.objects.order_by("key").values_list("status", "problem", "respondent")) == [
            ("failed", "", None),
            ("dropped", "", None),
            ("queued", "", bob.pk),
        ]
        assert AuditEntry.objects.latest("pk").act == "respondent-erased"
        assert "Ada" not in str(AuditEntry.objects.latest("pk").detail)
        bob.refresh_from_db()
        assert bob.name == "Bob"

    def test_the_personal_link_leads_nowhere(self, world: World) -> None:
        from django.http import Http404  # noqa: PLC0415 - beside the one test that needs it

        ada = respondent(world)
        assert place_by_code(ada.code).pk == ada.pk
        erase_respondent(user=world.owner, respondent=ada)
        with pytest.raises(Http404):
            place_by_code(ada.code)

    def test_in_an_anonymous_assessment_the_notes_do_not_tell_whose_they_were(self, world: World) -> None:
        Assessment.objects.filter(pk=world.assessment.pk).update(anonymous=True)
        world.assessment.refresh_from_db()
        ada = respondent(world)
        say(ada, PRACTICES[0])
        erase_respondent(user=world.owner, respondent=ada)
        ada.refresh_from_db()
        assert (ada.name, ada.email, Answer.objects.get(respondent=ada).note) == ("", "", "Ask Ada")

    @given(said=st.lists(SAID, max_size=25), erased=st.integers(0, 2))
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_every_score_stays(self, said: list[tuple[str, int, str, str]], erased: int, world: World) -> None:
        Respondent.objects.filter(assessment=world.assessment).exclude(user=world.owner).delete()
        people = [respondent(world, email=f"{n}@example.com", group=g) for n, g in enumerate(("leaders", "frontline"))]
        people.append(world.respondent)
        for number, (practice, stage, note, evidence) in enumerate(said):
            say(people[number % 3], practice, stage, note, evidence)
        before = scored(world)
        erase_respondent(user=world.owner, respondent=people[erased])
        assert scored(world) == before
        Respondent.objects.filter(pk=people[erased].pk).update(user=world.owner if erased == 2 else None)

    def test_the_team_asks_for_it_on_a_page(self, world: World, consultant: Client) -> None:
        ada = respondent(world)
        url = reverse("respondent_erase", args=[world.assessment.code, ada.code])
        assert "Erase Ada Lovelace?" in consultant.get(url).content.decode()
        assert consultant.post(url).status_code == 302
        ada.refresh_from_db()
        assert ada.name == ""
        assert consultant.get(url).status_code == 404

    @pytest.mark.parametrize("name", ["Ada Lovelace", ""])
    def test_a_report_that_was_opened_before_forgets_what_they_wrote(
        self, name: str, world: World, owner: Client
    ) -> None:
        """Also of somebody to whom a question was passed on, of whom nothing is known but an address."""
        ada = respondent(world, name=name)
        say(ada, PRACTICES[0], note="Only Ada knows this")
        page = reverse("report", args=[world.assessment.code])
        assert "Only Ada knows this" in owner.get(page).content.decode()
        erase_respondent(user=world.owner, respondent=ada)
        assert "Only Ada knows this" not in owner.get(page).content.decode()

    def test_what_retention_takes_is_on_no_page_that_was_opened_before(self, world: World, owner: Client) -> None:
        """Also where everybody had been erased one by one, which in an anonymous round leaves what they wrote."""
        Assessment.objects.filter(pk=world.assessment.pk).update(anonymous=True, state="final")
        Respondent.objects.filter(assessment=world.assessment).delete()
        world.assessment.refresh_from_db()
        people = [respondent(world, name=f"Ada {n}", email=f"{n}@example.com") for n in range(5)]
        for each in people:
            say(each, PRACTICES[0], note="Only these five know this")
            erase_respondent(user=world.owner, respondent=each)
        page = reverse("report", args=[world.assessment.code])
        assert "Only these five know this" in owner.get(page).content.decode()
        erase_after_retention(assessment=world.assessment)
        assert "Only these five know this" not in owner.get(page).content.decode()
        assert AuditEntry.objects.filter(act="retention-kept").count() == 1

    def test_not_by_the_code_of_another_assessment(self, world: World, owner: Client) -> None:
        foreign = open_workspace(user=world.owner, name="Second")
        assert foreign.pk != world.workspace.pk
        ada = respondent(world)
        nowhere = reverse("respondent_erase", args=[world.workspace.code, ada.code])
        assert owner.post(nowhere).status_code == 404
        ada.refresh_from_db()
        assert ada.name == "Ada Lovelace"

    def test_retention_erases_everybody_once(self, world: World) -> None:
        say(respondent(world), PRACTICES[0])
        before = scored(world)
        assert erase_after_retention(assessment=world.assessment) == 2
        assert erase_after_retention(assessment=world.assessment) == 0
        assert scored(world) == before
        assert not Respondent.objects.exclude(name="", email="").exists()


class TestAccount:
    def test_the_only_owner_is_told_what_to_do(self, world: World, owner: Client) -> None:
        answer = owner.post(reverse("account_delete"), {"typed": "owner@example.com"})
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "you are the only owner" in page and "Northstar Advisory" in page and "owner@example.com" in page
        assert User.objects.filter(pk=world.owner.pk).exists()

    def test_the_address_must_be_typed(self, world: World, consultant: Client) -> None:
        for typed in ("", "yes", "CONSULTANT@example.com"):
            assert consultant.post(reverse("account_delete"), {"typed": typed}).status_code == 200
        assert User.objects.filter(pk=world.consultant.pk).exists()

    def test_everything_of_it_goes_and_the_sums_stay(self, world: World, consultant: Client) -> None:
        mine = respondent(world, user=world.consultant, name="Consultant", email="")
        say(mine, PRACTICES[0])
        before = scored(world)
        sessions = Session.objects.count()
        answer = consultant.post(reverse("account_delete"), {"typed": "consultant@example.com"}, follow=True)
        assert "Your account is deleted." in answer.content.decode()
        assert not User.objects.filter(email="consultant@example.com").exists()
        assert not Membership.objects.filter(user=world.consultant.pk).exists()
        assert Session.objects.count() <= sessions
        mine.refresh_from_db()
        assert (mine.name, mine.user, Answer.objects.get(respondent=mine).note) == ("", None, OMITTED)
        assert scored(world) == before
        assert consultant.get(reverse("workspace", args=[world.workspace.code])).status_code == 302

    def test_with_a_second_owner_one_may_go(self, world: World) -> None:
        Membership.objects.filter(user=world.viewer).update(role="owner")
        delete_account(user=world.owner)
        assert Membership.objects.get(role="owner", workspace=world.workspace).user == world.viewer
        with pytest.raises(SoleOwner):
            delete_account(user=world.viewer)

    def test_every_session_ends(self, world: World) -> None:
        elsewhere = Client()
        elsewhere.post("/accounts/login/", {"login": "viewer@example.com", "password": PASSWORD})
        assert elsewhere.get("/workspaces/").status_code == 302
        delete_account(user=world.viewer)
        assert not Session.objects.exists()
        assert elsewhere.get("/workspaces/").headers["Location"].startswith("/accounts/login/")
