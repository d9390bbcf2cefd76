"""The addresses of the app, grouped by noun."""

from django.urls import URLPattern, path

from .views import (
    answering,
    answering_by_link,
    assessments,
    audit,
    check,
    check_keep,
    check_report,
    companies,
    deletion,
    files,
    group_links,
    home,
    invitations,
    joining,
    life,
    members,
    overview,
    passing_on,
    preferences,
    progress_board,
    public,
    reports,
    respondent_lists,
    respondents,
    review,
    rights,
    sample,
    sign_in,
    workshop_phones,
    workshops,
    workspaces,
)

PUBLIC: list[URLPattern] = [
    path("", home.home, name="home"),
    path("model/", public.model, name="model"),
    path("method/", public.method, name="method"),
    path("privacy/", public.privacy, name="privacy"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("help/", public.help_page, name="help"),
    path("invitation/", invitations.invitation, name="invitation"),
    path("sample/", sample.sample_report, name="sample_report"),
    path("sample/numbers/<slug:key>/", sample.sample_number, name="sample_number"),
    path("sample/report.<slug:kind>", sample.sample_file, name="sample_file"),
]
PERSON: list[URLPattern] = [
    path("accounts/my-data/", rights.my_data, name="my_data"),
    path("accounts/my-data.json", rights.my_data_file, {"kind": "json"}, name="my_data_json"),
    path("accounts/my-data.zip", rights.my_data_file, {"kind": "zip"}, name="my_data_zip"),
    path("accounts/delete/", rights.account_delete, name="account_delete"),
]
PREFERENCES: list[URLPattern] = [
    path("language/<slug:code>/", preferences.language, name="language"),
    path("theme/<slug:name>/", preferences.theme, name="theme"),
    path("accounts/sign-in/sessions/end/", sign_in.session_end, name="session_end"),
]
WORKSPACES: list[URLPattern] = [
    path("workspaces/", workspaces.workspaces, name="workspaces"),
    path("workspaces/<uuid:code>/", workspaces.workspace, name="workspace"),
    path("workspaces/leave/", members.member_leave, name="member_leave"),
    path("workspaces/<uuid:code>/people/", members.members, name="members"),
    path("workspaces/<uuid:code>/people/invite/", members.member_invite, name="member_invite"),
    path("workspaces/<uuid:code>/audit/", audit.audit, name="audit"),
    path("workspaces/<uuid:code>/audit.<slug:kind>", audit.audit_file, name="audit_file"),
    path("workspaces/<uuid:code>/settings/", deletion.workspace_settings, name="workspace_settings"),
    path("workspaces/<uuid:code>/delete/", deletion.workspace_delete, name="workspace_delete"),
    path("workspaces/<uuid:code>/restore/", deletion.workspace_restore, name="workspace_restore"),
    path("workspaces/<uuid:code>/companies/new/", companies.company_new, name="company_new"),
]
COMPANIES: list[URLPattern] = [
    path("companies/<uuid:code>/", companies.company, name="company"),
    path("companies/<uuid:code>/people/", members.company_people, name="company_people"),
    path("companies/<uuid:code>/people/invite/", members.company_invite, name="company_invite"),
    path("companies/<uuid:code>/delete/", deletion.company_delete, name="company_delete"),
    path("companies/<uuid:code>/restore/", deletion.company_restore, name="company_restore"),
    path("companies/<uuid:code>/edit/", companies.company_edit, name="company_edit"),
    path("companies/<uuid:code>/assessments/new/", assessments.assessment_new, name="assessment_new"),
]
ASSESSMENTS: list[URLPattern] = [
    path("assessments/<uuid:code>/edit/", assessments.assessment_edit, name="assessment_edit"),
    path("assessments/<uuid:code>/move/<slug:to>/", life.assessment_move, name="assessment_move"),
    path(
        "assessments/<uuid:code>/respondents/<uuid:respondent>/data.json",
        rights.respondent_data,
        name="respondent_data",
    ),
    path(
        "assessments/<uuid:code>/respondents/<uuid:respondent>/erase/",
        rights.respondent_erase,
        name="respondent_erase",
    ),
]

FILES: list[URLPattern] = [
    path("assessments/<uuid:code>/questionnaire.<slug:kind>", files.questionnaire, name="questionnaire"),
    path("assessments/<uuid:code>/upload/", files.upload, name="upload"),
]
PROGRESS: list[URLPattern] = [
    path("assessments/<uuid:code>/progress/", progress_board.progress_board, name="progress"),
    path("assessments/<uuid:code>/progress/invite/", progress_board.progress_invite, name="progress_invite"),
    path("assessments/<uuid:code>/progress/remind/", progress_board.progress_remind, name="progress_remind"),
    path(
        "assessments/<uuid:code>/progress/messages/<uuid:message>/again/",
        progress_board.progress_again,
        name="progress_again",
    ),
]
REPORTS: list[URLPattern] = [
    path("assessments/<uuid:code>/report/", reports.report, name="report"),
    path("assessments/<uuid:code>/report/numbers/<slug:key>/", reports.report_number, name="report_number"),
    path("assessments/<uuid:code>/report.<slug:kind>", reports.report_file, name="report_file"),
]
ANSWERING: list[URLPattern] = [
    path("assessments/<uuid:code>/answer/<slug:practice>/", answering.question, name="question"),
    path("r/<uuid:code>/answer/<slug:practice>/", answering_by_link.own_question, name="own_question"),
    path("r/<uuid:code>/done/", answering_by_link.own_done, name="own_done"),
    path("r/<uuid:code>/", answering_by_link.own_start, name="own_start"),
    path("r/<uuid:code>/data.json", rights.own_data, name="own_data"),
    path("r/", answering_by_link.own_link, name="own_link"),
    path("assessments/<uuid:code>/answer/", answering.answer_next, name="answer_next"),
    path("assessments/<uuid:code>/", overview.assessment, name="assessment"),
    path("assessments/<uuid:code>/grow/", overview.assessment_grow, name="assessment_grow"),
    path("assessments/<uuid:code>/red-flags/", overview.red_flags, name="red_flags"),
    path("assessments/<uuid:code>/targets/", overview.targets, name="targets"),
]
RESPONDENTS: list[URLPattern] = [
    path("join/", joining.join, name="join"),
    path("r/<uuid:code>/answer/<slug:practice>/pass-on/", passing_on.own_pass_on, name="own_pass_on"),
    path(
        "assessments/<uuid:code>/answer/<slug:practice>/pass-on/",
        passing_on.question_pass_on,
        name="question_pass_on",
    ),
    path("assessments/<uuid:code>/respondents/", respondents.respondents, name="respondents"),
    path("assessments/<uuid:code>/respondents/add/", respondents.respondents_add, name="respondents_add"),
    path("assessments/<uuid:code>/respondents/list/", respondent_lists.respondents_list, name="respondents_list"),
    path("assessments/<uuid:code>/respondents/links/<slug:group>/", group_links.group_link, name="group_link"),
    path(
        "assessments/<uuid:code>/respondents/links/<slug:group>.svg",
        group_links.group_link_svg,
        name="group_link_svg",
    ),
    path("assessments/<uuid:code>/respondents/<uuid:who>/", respondents.respondent, name="respondent"),
    path(
        "assessments/<uuid:code>/respondents/<uuid:who>/remove/",
        respondents.respondent_remove,
        name="respondent_remove",
    ),
    path(
        "assessments/<uuid:code>/respondents/<uuid:who>/renew/",
        respondents.respondent_renew,
        name="respondent_renew",
    ),
]
WORKSHOPS: list[URLPattern] = [
    path("w/<uuid:seat>/state/", workshop_phones.workshop_seat_state, name="workshop_seat_state"),
    path("w/<uuid:seat>/", workshop_phones.workshop_seat, name="workshop_seat"),
    path("w/", workshop_phones.workshop_join, name="workshop_join"),
    path("assessments/<uuid:code>/workshop/", workshops.workshops, name="workshops"),
    path("assessments/<uuid:code>/workshop/<uuid:workshop>/", workshops.workshop_stage, name="workshop_stage"),
    path("assessments/<uuid:code>/workshop/<uuid:workshop>/state/", workshops.workshop_state, name="workshop_state"),
]
CHECK: list[URLPattern] = [
    path("check/", check.check, name="check"),
    path("check/keep/", check_keep.check_keep, name="check_keep"),
    path("check/erase/", check.check_erase, name="check_erase"),
    path("check/report/", check_report.check_report, name="check_report"),
    path("check/report/numbers/<slug:key>/", check_report.check_number, name="check_number"),
    path("check/report.<slug:kind>", check_report.check_file, name="check_file"),
]
CHECK_QUESTION = path("check/<slug:practice>/", check.check_question, name="check_question")  # last: it takes any word

REVIEW: list[URLPattern] = [
    path("assessments/<uuid:code>/review/", review.review, name="review"),
]

urlpatterns = [
    *ANSWERING,  # first: Django tries one address after the other, and these are asked for most
    *WORKSHOPS,  # then these, which fifty phones ask for every two seconds
    *PUBLIC,
    *PERSON,
    *PREFERENCES,
    *WORKSPACES,
    *COMPANIES,
    *ASSESSMENTS,
    *FILES,
    *RESPONDENTS,
    *PROGRESS,
    *REPORTS,
    *REVIEW,
    *CHECK,
    CHECK_QUESTION,
]
