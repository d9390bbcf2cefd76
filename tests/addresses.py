"""Every address, and what to fill in: tests/test_every_url_denies_strangers.py walks them."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Callable
from typing import NamedTuple

from django.utils import timezone

from assessments.actions.goals import set_goal
from assessments.actions.group_links import open_group_link
from assessments.actions.journeys import start_journey
from assessments.actions.milestones import keep_milestone
from assessments.actions.plan import add_plan_item
from assessments.actions.share_links import make_share_link
from assessments.actions.style import save_style_file
from assessments.actions.surveys import add_survey
from assessments.actions.workshops import open_workshop
from assessments.journey.templates import template
from assessments.models import Answer, Assessment, Comment, ImportRun, Message, Milestone, RedFlag, ReferenceFigure
from tests.personas import DAY, World

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
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
    "too_large": NOTHING,
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
    "share_link": NOTHING,
    "shared": {"code": uuid.UUID(int=1)},
    "shared_logo": {"code": uuid.UUID(int=1)},
    "shared_look": {"code": uuid.UUID(int=1)},
    "shared_file": {"code": uuid.UUID(int=1), "kind": "pdf"},
    "survey_link": NOTHING,
    "survey_open": {"code": uuid.UUID(int=1)},
    "survey_own": {"code": uuid.UUID(int=1)},
    "survey_stop": {"key": "nothing"},
    "plan_feed": {"key": "nothing"},
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
OWN |= {"my_reminders", "my_data", "my_data_json", "my_data_zip", "account_delete"}
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


def of_goal(world: World) -> dict[str, object]:
    row = {"kind": "level", "value": 2, "about": ""}
    goal = set_goal(user=world.owner, company=world.company, assessment=world.assessment, targets=[row])
    return {"code": world.company.code, "goal": goal.code}


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
        key=f"one:{world.assessment.code}",
        defaults={"due_at": timezone.now()},
    )
    return {"code": world.assessment.code, "message": message.code}


def of_survey(world: World) -> dict[str, object]:
    survey = add_survey(user=world.owner, company=world.company, title="Autumn", kind="nps")
    return {"code": world.company.code, "survey": survey.code}


def of_milestone(world: World) -> dict[str, object]:
    kept = Milestone.objects.filter(assessment=world.assessment).first() or keep_milestone(
        user=world.owner, assessment=world.assessment, name="Before the move"
    )
    return {"code": world.assessment.code, "milestone": kept.code}


def of_share(world: World) -> dict[str, object]:
    link = make_share_link(user=world.owner, assessment=world.assessment, name="The board", language="en")
    return {"code": world.assessment.code, "link": link.code}


def of_reference(world: World) -> dict[str, object]:
    row = ReferenceFigure.objects.create(
        workspace=world.workspace, about="trust", value=60, name="Banks", source="Yearbook", noted_on="2026-01-01"
    )
    return {"code": world.workspace.code, "figure": row.code}


def of_plan_step(world: World) -> dict[str, object]:
    now, where = timezone.now(), {"respondent": world.respondent, "practice": "int-privacy"}
    rest = {"stage": 1, "chosen_at": now, "saved_at": now}
    Answer.objects.get_or_create(workspace=world.workspace, **where, defaults=rest)
    return {"code": world.company.code, "practice": "int-privacy"}


def of_rounds(world: World) -> dict[str, object]:
    for name in ("Spring", "Autumn"):
        Assessment.objects.create(
            workspace=world.workspace, company=world.company, title=name, held_on=DAY, state="final"
        )
    return {"code": world.company.code, "kind": "json"}


def of_logo(world: World) -> dict[str, object]:
    save_style_file(user=world.owner, workspace=world.workspace, kind="logo", name="logo.png", content=PIXEL)
    return of_assessment(world)


class Row(NamedTuple):
    """Where the address leads, and whether a viewer may open it. Writing is for owners and consultants, always.

    What only owners may is nobody else’s to open either.
    """

    where: Where
    viewer_may_look: bool = True
    owners_only: bool = False


PROTECTED = {
    "milestones": Row(of_assessment),
    "milestone": Row(of_milestone),
    "milestone_file": Row(lambda world: {**of_milestone(world), "kind": "json"}),
    "milestone_content": Row(of_milestone),
    "shares": Row(of_assessment),
    "share_new": Row(of_assessment, viewer_may_look=False),
    "share_withdraw": Row(of_share, viewer_may_look=False),
    "share_renew": Row(of_share, viewer_may_look=False),
    "rounds": Row(of_company),
    "rounds_file": Row(of_rounds),
    "next_round": Row(of_assessment, viewer_may_look=False),
    "framework_upgrade": Row(of_assessment),
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
    "plan_accept": Row(of_plan_item, viewer_may_look=False),
    "plan_accept_step": Row(of_plan_step, viewer_may_look=False),
    "plan_move": Row(of_company, viewer_may_look=False),
    "plan_adopt": Row(of_company, viewer_may_look=False),
    "plan_capacity": Row(of_company, viewer_may_look=False),
    "plan_file": Row(lambda world: {**of_company(world), "kind": "csv"}),
    "goal": Row(of_company),
    "goal_new": Row(of_company, viewer_may_look=False),
    "goal_adopt": Row(of_company, viewer_may_look=False),
    "goal_close": Row(of_goal, viewer_may_look=False),
    "value": Row(of_company),
    "value_edit": Row(of_company, viewer_may_look=False),
    "value_take": Row(of_company, viewer_may_look=False),
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
    "portfolio_file": Row(lambda world: {**of_workspace(world), "kind": "csv"}),
    "benchmark": Row(of_company),
    "benchmark_consent": Row(of_company, viewer_may_look=False),
    "references": Row(of_workspace),
    "reference_remove": Row(of_reference, viewer_may_look=False),
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
    "progress": Row(of_assessment),
    "progress_invite": Row(of_assessment, viewer_may_look=False),
    "progress_remind": Row(of_assessment, viewer_may_look=False),
    "progress_again": Row(of_message, viewer_may_look=False),
    "report": Row(of_assessment),
    "review": Row(of_assessment),
    "questionnaire": Row(lambda world: {**of_assessment(world), "kind": "json"}),
    "report_file": Row(lambda world: {**of_assessment(world), "kind": "json"}),
    "report_logo": Row(of_logo),
    "note": Row(lambda world: {**of_assessment(world), "section": "pyramid"}, viewer_may_look=False),
    "style": Row(of_workspace, viewer_may_look=False),
    "style_cover": Row(of_workspace, viewer_may_look=False),
    "style_upload": Row(lambda world: {**of_workspace(world), "kind": "logo"}, viewer_may_look=False),
    "style_reset": Row(of_workspace, viewer_may_look=False),
    "style_download": Row(lambda world: {**of_workspace(world), "kind": of_logo(world) and "logo"}),
    "report_number": Row(lambda world: {**of_assessment(world), "key": "l1"}),
}
