"""Every address × every persona. An address that is not in a table here fails the first test: decide, then add it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from assessments.actions import open_group_link
from assessments.actions.journeys import start_journey
from assessments.actions.plan import add_plan_item
from assessments.actions.surveys import add_survey
from assessments.actions.workshops import open_workshop
from assessments.journey.templates import template
from assessments.models import Comment, ImportRun, Message, RedFlag
from tests.personas import Browsers, Inside, World

OK, MOVED, DENIED, MISSING, WRONG_METHOD, CONFLICT = 200, 302, 403, 404, 405, 409
Where = Callable[[World], dict[str, object]]

# Anyone may see these; the value says how to fill in the address.
NOTHING: dict[str, object] = {}
PUBLIC: dict[str, dict[str, object]] = {
    "home": NOTHING,
    "model": NOTHING,
    "method": NOTHING,
    "privacy": NOTHING,
    "accessibility": NOTHING,
    "help": NOTHING,
    "own_link": NOTHING,
    "join": NOTHING,
    "own_start": {"code": uuid.UUID(int=1)},
    "own_done": {"code": uuid.UUID(int=1)},
    "own_data": {"code": uuid.UUID(int=1)},
    "own_question": {"code": uuid.UUID(int=1), "practice": "l1-accurate-facts"},
    "own_pass_on": {"code": uuid.UUID(int=1), "practice": "l1-accurate-facts"},
    "invitation": NOTHING,
    "mfa_authenticate": NOTHING,
    "mfa_login_webauthn": NOTHING,
    "socialaccount_signup": NOTHING,
    "socialaccount_login_cancelled": NOTHING,
    "socialaccount_login_error": NOTHING,
    "openid_connect_login": {"provider_id": "organisation"},
    "openid_connect_callback": {"provider_id": "organisation"},
    "check": NOTHING,
    "sample_report": NOTHING,
    "check_report": NOTHING,
    "check_keep": NOTHING,
    "check_erase": NOTHING,
    "workshop_join": NOTHING,
    "workshop_seat": {"seat": uuid.UUID(int=1)},
    "workshop_seat_state": {"seat": uuid.UUID(int=1)},
    "check_question": {"practice": "l1-accurate-facts"},
    "check_number": {"key": "l1"},
    "check_file": {"kind": "json"},
    "sample_number": {"key": "l1"},
    "sample_file": {"kind": "json"},
    "language": {"code": "en"},
    "theme": {"name": "dark"},
    "survey_link": NOTHING,
    "survey_open": {"code": uuid.UUID(int=1)},
    "survey_own": {"code": uuid.UUID(int=1)},
    "survey_stop": {"key": "nothing"},
    "account_login": NOTHING,
    "account_logout": NOTHING,
    "account_signup": NOTHING,
    "account_inactive": NOTHING,
    "account_reset_password": NOTHING,
    "account_reset_password_done": NOTHING,
    "account_reset_password_from_key_done": NOTHING,
    "account_email_verification_sent": NOTHING,
    "account_confirm_email": {"key": "nothing"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "nothing"},
}

# A person’s own pages: everyone with an account, about themselves only.
OWN = {"workspaces", "account_email", "account_change_password", "account_set_password", "account_reauthenticate"}
OWN |= {"my_data", "my_data_json", "my_data_zip", "account_delete"}
OWN |= {"member_leave", "session_end", "usersessions_list", "socialaccount_connections"}
OWN |= {"mfa_index", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes"}
OWN |= {"mfa_generate_recovery_codes", "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn"}
OWN |= {"mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn"}
KEYS = {"mfa_remove_webauthn": {"pk": 1}, "mfa_edit_webauthn": {"pk": 1}}


def of_workspace(world: World) -> dict[str, object]:
    return {"code": world.workspace.code}


def of_company(world: World) -> dict[str, object]:
    return {"code": world.company.code}


def of_assessment(world: World) -> dict[str, object]:
    return {"code": world.assessment.code}


def of_import(world: World) -> dict[str, object]:
    run = ImportRun.objects.create(
        workspace=world.workspace, company=world.company, name="autumn.csv", columns_key="0", state="failed"
    )
    return {"code": world.company.code, "run": run.code}


def of_comment(world: World) -> dict[str, object]:
    day = timezone.localdate()
    row = Comment.objects.create(workspace=world.workspace, company=world.company, text="Slow", answered_on=day)
    return {"code": world.company.code, "comment": row.code}


def of_flag(world: World) -> dict[str, object]:
    row, _new = RedFlag.objects.get_or_create(
        workspace=world.workspace, company=world.company, flag="RF-06", origin="hand", evidence="Seen."
    )
    return {"code": world.company.code, "flag": row.code}


def of_journey(world: World) -> dict[str, object]:
    map = template("service-case", "en")
    return {"code": start_journey(user=world.owner, company=world.company, map=map).code}


def of_plan_item(world: World) -> dict[str, object]:
    item = add_plan_item(user=world.owner, company=world.company, title="Answer within an hour")
    return {"code": world.company.code, "item": item.code}


def of_practice(world: World) -> dict[str, object]:
    return {"code": world.assessment.code, "practice": "l1-accurate-facts"}


def of_own_place(world: World) -> dict[str, object]:
    return {"code": world.assessment.code, "respondent": world.respondent.code}


def of_respondent(world: World) -> dict[str, object]:
    return {"code": world.assessment.code, "who": world.respondent.code}


def of_group(world: World) -> dict[str, object]:
    open_group_link(user=world.owner, assessment=world.assessment, group="leaders")
    return {"code": world.assessment.code, "group": "leaders"}


def of_workshop(world: World) -> dict[str, object]:
    practice = "l1-accurate-facts"
    workshop = open_workshop(user=world.owner, assessment=world.assessment, practice=practice)
    return {"code": world.assessment.code, "workshop": workshop.code}


def of_message(world: World) -> dict[str, object]:
    message, _new = Message.objects.get_or_create(
        workspace=world.workspace,
        assessment=world.assessment,
        kind="reminder",
        key="one",
        defaults={"due_at": timezone.now()},
    )
    return {"code": world.assessment.code, "message": message.code}


def of_survey(world: World) -> dict[str, object]:
    survey = add_survey(user=world.owner, company=world.company, title="Autumn", kind="nps")
    return {"code": world.company.code, "survey": survey.code}


class Row(NamedTuple):
    """Where the address leads, and whether a viewer may open it. Writing is for owners and consultants, always.

    What only owners may is nobody else’s to open either.
    """

    where: Where
    viewer_may_look: bool = True
    owners_only: bool = False


PROTECTED = {
    "journeys": Row(of_company),
    "journey_new": Row(of_company, viewer_may_look=False),
    "journey": Row(of_journey),
    "journey_editor": Row(of_journey, viewer_may_look=False),
    "journey_edit": Row(lambda world: {**of_journey(world), "tab": "draw"}, viewer_may_look=False),
    "journey_file": Row(lambda world: {**of_journey(world), "kind": "csv"}),
    "journey_delete": Row(of_journey, viewer_may_look=False),
    "plan": Row(of_company),
    "plan_new": Row(of_company, viewer_may_look=False),
    "plan_edit": Row(of_plan_item, viewer_may_look=False),
    "voice": Row(of_company),
    "voice_file": Row(lambda world: {**of_company(world), "kind": "csv"}),
    "voice_importance": Row(of_company, viewer_may_look=False),
    "loyalty": Row(of_company),
    "figures": Row(of_company),
    "figure": Row(lambda world: {**of_company(world), "kind": "waiting"}),
    "comments": Row(of_company),
    "comments_file": Row(of_company),
    "comments_read": Row(of_company, viewer_may_look=False),
    "comment": Row(of_comment),
    "company_flags": Row(of_company),
    "company_flag_raise": Row(of_company, viewer_may_look=False),
    "company_flag_close": Row(of_flag, viewer_may_look=False),
    "voice_import": Row(of_company),
    "voice_import_run": Row(of_import),
    "voice_import_state": Row(of_import),
    "voice_import_problems": Row(of_import),
    "voice_import_columns": Row(of_import, viewer_may_look=False),
    "voice_import_write": Row(of_import, viewer_may_look=False),
    "voice_import_resume": Row(of_import, viewer_may_look=False),
    "voice_import_remove": Row(of_import, viewer_may_look=False),
    "workspace": Row(of_workspace),
    "audit": Row(of_workspace, viewer_may_look=False, owners_only=True),
    "audit_file": Row(lambda world: {**of_workspace(world), "kind": "csv"}, viewer_may_look=False, owners_only=True),
    "workspace_settings": Row(of_workspace, viewer_may_look=False, owners_only=True),
    "workspace_delete": Row(of_workspace, viewer_may_look=False, owners_only=True),
    "workspace_restore": Row(of_workspace, viewer_may_look=False, owners_only=True),
    "company_delete": Row(of_company, viewer_may_look=False, owners_only=True),
    "company_restore": Row(of_company, viewer_may_look=False, owners_only=True),
    "assessment_move": Row(lambda world: {**of_assessment(world), "to": "review"}, viewer_may_look=False),
    "respondent_data": Row(of_own_place, viewer_may_look=False),
    "respondent_erase": Row(of_own_place, viewer_may_look=False),
    "members": Row(of_workspace),
    "member_invite": Row(of_workspace, viewer_may_look=False, owners_only=True),
    "company_people": Row(of_company),
    "company_invite": Row(of_company, viewer_may_look=False, owners_only=True),
    "company_new": Row(of_workspace, viewer_may_look=False),
    "company": Row(of_company),
    "company_edit": Row(of_company, viewer_may_look=False),
    "assessment_new": Row(of_company, viewer_may_look=False),
    "assessment": Row(of_assessment),
    "assessment_edit": Row(of_assessment, viewer_may_look=False),
    "assessment_grow": Row(of_assessment, viewer_may_look=False),
    "answer_next": Row(of_assessment, viewer_may_look=False),
    "question": Row(of_practice, viewer_may_look=False),
    "question_pass_on": Row(of_practice, viewer_may_look=False),
    "respondents": Row(of_assessment),
    "respondents_add": Row(of_assessment, viewer_may_look=False),
    "respondents_list": Row(of_assessment, viewer_may_look=False),
    "respondent": Row(of_respondent, viewer_may_look=False),
    "respondent_remove": Row(of_respondent, viewer_may_look=False),
    "respondent_renew": Row(of_respondent, viewer_may_look=False),
    "group_link": Row(of_group, viewer_may_look=False),
    "group_link_svg": Row(of_group, viewer_may_look=False),
    "red_flags": Row(of_assessment),
    "surveys": Row(of_company),
    "survey_new": Row(of_company, viewer_may_look=False),
    "survey": Row(of_survey),
    "survey_edit": Row(of_survey, viewer_may_look=False),
    "survey_invite": Row(of_survey, viewer_may_look=False),
    "survey_preview": Row(of_survey),
    "survey_svg": Row(of_survey),
    "customer_erase": Row(of_company, viewer_may_look=False),
    "targets": Row(of_assessment),
    "workshops": Row(of_assessment),
    "workshop_stage": Row(of_workshop, viewer_may_look=False),
    "workshop_state": Row(of_workshop, viewer_may_look=False),
    "upload": Row(of_assessment, viewer_may_look=False),
    "upload_confirm": Row(of_assessment, viewer_may_look=False),
    "progress": Row(of_assessment),
    "progress_invite": Row(of_assessment, viewer_may_look=False),
    "progress_remind": Row(of_assessment, viewer_may_look=False),
    "progress_again": Row(of_message, viewer_may_look=False),
    "report": Row(of_assessment),
    "review": Row(of_assessment),
    "questionnaire": Row(lambda world: {**of_assessment(world), "kind": "json"}),
    "report_file": Row(lambda world: {**of_assessment(world), "kind": "json"}),
    "report_number": Row(lambda world: {**of_assessment(world), "key": "l1"}),
}


def names(resolver: URLResolver | None = None) -> Iterator[str]:
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from names(each)
        elif isinstance(each, URLPattern):
            yield each.name or str(each.pattern)


EXISTING = set(names())


def test_every_address_is_in_a_table() -> None:
    assert set(PUBLIC) | OWN | set(PROTECTED) >= EXISTING


Judged = Iterator[tuple[str, HttpResponse, bool]]  # a request in words, its answer, and whether it is right


def check(judged: Judged) -> None:
    """Fails with every answer that is not right, not with the first one only."""
    assert [f"{request}: {answer.status_code}" for request, answer, right in judged if not right] == []


def each_protected(world: World) -> Iterator[tuple[str, Row, dict[str, object]]]:
    for name in sorted(EXISTING & set(PROTECTED)):
        yield name, PROTECTED[name], PROTECTED[name].where(world)


def test_public_pages_ask_nobody_to_sign_in(anonymous: Client) -> None:
    def judged() -> Judged:
        for name in sorted(EXISTING & set(PUBLIC)):
            answer = anonymous.get(reverse(name, kwargs=PUBLIC[name]))
            open_to_all = name.startswith(("account_", "mfa_", "socialaccount_")) or not to_sign_in(answer)
            yield name, answer, open_to_all and answer.status_code in (OK, MOVED, WRONG_METHOD, MISSING)

    check(judged())


def test_own_pages_send_anonymous_to_sign_in(anonymous: Client) -> None:
    urls = [reverse(name, kwargs=KEYS.get(name)) for name in sorted(OWN)]
    check((url, answer, to_sign_in(answer)) for url in urls for answer in (anonymous.get(url), anonymous.post(url)))


def test_anonymous_is_sent_to_sign_in(world: World, anonymous: Client) -> None:
    urls = [reverse(name, kwargs=where) for name, _row, where in each_protected(world)]
    check((url, answer, to_sign_in(answer)) for url in urls for answer in (anonymous.get(url), anonymous.post(url)))


def to_sign_in(answer: HttpResponse) -> bool:
    return answer.status_code == MOVED and answer.headers["Location"].startswith("/accounts/login/")


def test_for_strangers_it_does_not_exist(world: World, stranger: Client) -> None:
    """What exists elsewhere and what exists nowhere look the same."""

    def judged() -> Judged:
        for name, _row, where in each_protected(world):
            url, nowhere = reverse(name, kwargs=where), reverse(name, kwargs={**where, "code": uuid.uuid4()})
            looked, unreal = stranger.get(url), stranger.get(nowhere)
            for answer in (looked, stranger.post(url)):
                yield url, answer, answer.status_code in (MISSING, WRONG_METHOD)
            yield url, looked, looked.status_code == unreal.status_code
            yield f"{url} names the company", looked, world.company.name not in looked.content.decode()

    check(judged())


def test_viewers_look_but_do_not_touch(world: World, viewer: Client) -> None:
    def judged() -> Judged:
        for name, row, where in each_protected(world):
            looked, touched = (method(reverse(name, kwargs=where)) for method in (viewer.get, viewer.post))
            yield name, looked, looked.status_code in ((OK, MOVED) if row.viewer_may_look else (DENIED, WRONG_METHOD))
            yield f"POST {name}", touched, touched.status_code in (DENIED, WRONG_METHOD)

    check(judged())


@pytest.mark.parametrize("persona", ["owner", "consultant"])
def test_owner_and_consultant_may(persona: str, world: World, browser_of: Browsers) -> None:
    def judged() -> Judged:
        for name, row, where in each_protected(world):
            may = persona == "owner" or not row.owners_only
            answer = browser_of[persona].get(reverse(name, kwargs=where))
            yield name, answer, answer.status_code in ((OK, MOVED, WRONG_METHOD) if may else (DENIED, WRONG_METHOD))

    check(judged())


@pytest.mark.parametrize("persona", ["reader", "editor"])
def test_people_of_one_company_have_that_and_nothing_beside_it(
    persona: str, world: World, inside: Inside, request: pytest.FixtureRequest
) -> None:
    """Not the workspace, not its other companies, not what has the same name elsewhere."""
    client: Client = request.getfixturevalue(persona)
    beside = {
        world.company.code: (inside.other_company.code, inside.twin.code),
        world.assessment.code: (inside.other_assessment.code, inside.twin_assessment.code),
        world.workspace.code: (world.workspace.code, world.elsewhere.code),
    }
    map = template("service-case", "en")
    journeys = tuple(  # every other code here is that of a journey
        start_journey(user=world.owner, company=each, map=map).code for each in (inside.other_company, inside.twin)
    )

    def judged() -> Judged:
        for name, row, where in each_protected(world):
            for code in beside.get(where["code"], journeys):  # type: ignore[call-overload]
                url = reverse(name, kwargs={**where, "code": code})
                for answer in (client.get(url), client.post(url)):
                    yield url, answer, answer.status_code in (MISSING, WRONG_METHOD)
            if where["code"] != world.workspace.code:
                may = not row.owners_only and (row.viewer_may_look or persona == "editor")
                answer = client.get(reverse(name, kwargs=where))
                yield name, answer, answer.status_code in ((OK, MOVED, WRONG_METHOD) if may else (DENIED, WRONG_METHOD))
                yield f"{name} leads up", answer, str(world.workspace.code) not in b"".join(answer).decode()

    check(judged())
