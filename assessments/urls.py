"""The addresses of the app, grouped by noun."""

from django.urls import URLPattern, path

from .views import (
    answering,
    answering_by_link,
    assessments,
    audit,
    benchmark,
    check,
    check_keep,
    check_report,
    comment,
    comments,
    companies,
    customers,
    deletion,
    figures,
    files,
    flags,
    framework_upgrade,
    goal_set,
    goals,
    group_links,
    home,
    imports,
    invitations,
    joining,
    journey,
    journey_edit,
    journeys,
    life,
    loyalty,
    members,
    milestones,
    next_round,
    overview,
    passing_on,
    plan,
    plan_adopt,
    plan_calendar,
    plan_files,
    plan_items,
    plan_moves,
    plan_settings,
    portfolio,
    portfolio_file,
    preferences,
    progress_board,
    public,
    references,
    reports,
    respondent_lists,
    respondents,
    review,
    rights,
    rounds,
    sample,
    section_notes,
    share,
    shared,
    sign_in,
    style,
    style_files,
    survey_links,
    survey_lists,
    survey_open,
    survey_own,
    surveys,
    value,
    voice,
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
    path("workspaces/<uuid:code>/", portfolio.workspace, name="workspace"),
    path("workspaces/<uuid:code>/companies.<slug:kind>", portfolio_file.portfolio_file, name="portfolio_file"),
    path("workspaces/leave/", members.member_leave, name="member_leave"),
    path("workspaces/<uuid:code>/people/", members.members, name="members"),
    path("workspaces/<uuid:code>/people/invite/", members.member_invite, name="member_invite"),
    path("workspaces/<uuid:code>/audit/", audit.audit, name="audit"),
    path("workspaces/<uuid:code>/audit.<slug:kind>", audit.audit_file, name="audit_file"),
    path("workspaces/<uuid:code>/settings/", deletion.workspace_settings, name="workspace_settings"),
    path("workspaces/<uuid:code>/delete/", deletion.workspace_delete, name="workspace_delete"),
    path("workspaces/<uuid:code>/restore/", deletion.workspace_restore, name="workspace_restore"),
    path("workspaces/<uuid:code>/style/", style.style, name="style"),
    path("workspaces/<uuid:code>/style/reset/", style.style_reset, name="style_reset"),
    path("workspaces/<uuid:code>/style/cover.png", style_files.style_cover, name="style_cover"),
    path("workspaces/<uuid:code>/style/files/<slug:kind>/", style.style_upload, name="style_upload"),
    path("workspaces/<uuid:code>/style/files/<slug:kind>", style_files.style_download, name="style_download"),
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
VOICE: list[URLPattern] = [
    path("companies/<uuid:code>/voice/", voice.voice, name="voice"),
    path("companies/<uuid:code>/voice/series.<slug:kind>", voice.voice_file, name="voice_file"),
    path("companies/<uuid:code>/voice/importance/", voice.voice_importance, name="voice_importance"),
    path("companies/<uuid:code>/voice/loyalty/", loyalty.loyalty, name="loyalty"),
    path("companies/<uuid:code>/voice/figures/", figures.figures, name="figures"),
    path("companies/<uuid:code>/voice/figures/<slug:kind>/", figures.figure, name="figure"),
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
    path("assessments/<uuid:code>/report/logo.png", style_files.report_logo, name="report_logo"),
    path("assessments/<uuid:code>/report/notes/<slug:section>/", section_notes.note, name="note"),
    path("assessments/<uuid:code>/report/numbers/<slug:key>/", reports.report_number, name="report_number"),
    path("assessments/<uuid:code>/report.<slug:kind>", reports.report_file, name="report_file"),
]
MILESTONES: list[URLPattern] = [
    path("assessments/<uuid:code>/milestones/", milestones.milestones, name="milestones"),
    path("assessments/<uuid:code>/milestones/<uuid:milestone>/", milestones.milestone, name="milestone"),
    path(
        "assessments/<uuid:code>/milestones/<uuid:milestone>/report.<slug:kind>",
        milestones.milestone_file,
        name="milestone_file",
    ),
    path(
        "assessments/<uuid:code>/milestones/<uuid:milestone>/content.json",
        milestones.milestone_content,
        name="milestone_content",
    ),
]
SHARING: list[URLPattern] = [
    path("share/", shared.share_link, name="share_link"),
    path("share/<uuid:code>/", shared.shared, name="shared"),
    path("share/<uuid:code>/logo.png", shared.shared_logo, name="shared_logo"),
    path("share/<uuid:code>/report.<slug:kind>", shared.shared_file, name="shared_file"),
    path("assessments/<uuid:code>/share/", share.shares, name="shares"),
    path("assessments/<uuid:code>/share/new/", share.share_new, name="share_new"),
    path("assessments/<uuid:code>/share/<uuid:link>/withdraw/", share.share_withdraw, name="share_withdraw"),
    path("assessments/<uuid:code>/share/<uuid:link>/renew/", share.share_renew, name="share_renew"),
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
IMPORTS: list[URLPattern] = [
    path("companies/<uuid:code>/voice/import/", imports.voice_import, name="voice_import"),
    path("companies/<uuid:code>/voice/import/<uuid:run>/", imports.voice_import_run, name="voice_import_run"),
    path(
        "companies/<uuid:code>/voice/import/<uuid:run>/columns/",
        imports.voice_import_columns,
        name="voice_import_columns",
    ),
    path("companies/<uuid:code>/voice/import/<uuid:run>/state/", imports.voice_import_state, name="voice_import_state"),
    path(
        "companies/<uuid:code>/voice/import/<uuid:run>/write/",
        imports.voice_import_go,
        {"to": "write"},
        name="voice_import_write",
    ),
    path(
        "companies/<uuid:code>/voice/import/<uuid:run>/resume/",
        imports.voice_import_go,
        {"to": "resume"},
        name="voice_import_resume",
    ),
    path(
        "companies/<uuid:code>/voice/import/<uuid:run>/remove/", imports.voice_import_remove, name="voice_import_remove"
    ),
    path(
        "companies/<uuid:code>/voice/import/<uuid:run>/problems.csv",
        imports.voice_import_problems,
        name="voice_import_problems",
    ),
]
CHECK_QUESTION = path("check/<slug:practice>/", check.check_question, name="check_question")  # last: it takes any word

JOURNEYS: list[URLPattern] = [
    path("companies/<uuid:code>/journeys/", journeys.journeys, name="journeys"),
    path("companies/<uuid:code>/journeys/new/", journeys.journey_new, name="journey_new"),
    path("companies/<uuid:code>/plan/", plan.plan, name="plan"),
    path("companies/<uuid:code>/plan/new/", plan_items.plan_new, name="plan_new"),
    path("companies/<uuid:code>/plan/move/", plan_moves.plan_move, name="plan_move"),
    path("companies/<uuid:code>/plan/adopt/", plan_adopt.plan_adopt, name="plan_adopt"),
    path("companies/<uuid:code>/plan/capacity/", plan_settings.plan_capacity, name="plan_capacity"),
    path("companies/<uuid:code>/plan/accept/<slug:practice>/", plan_items.plan_accept_step, name="plan_accept_step"),
    path("companies/<uuid:code>/plan/files/<slug:kind>/", plan_files.plan_file, name="plan_file"),
    path("companies/<uuid:code>/plan/<uuid:item>/", plan_items.plan_edit, name="plan_edit"),
    path("companies/<uuid:code>/plan/<uuid:item>/accept/", plan_items.plan_accept, name="plan_accept"),
    path("reminders/", plan_settings.my_reminders, name="my_reminders"),
    path("calendar/<str:key>/plan.ics", plan_calendar.plan_feed, name="plan_feed"),
    path("journeys/<uuid:code>/", journey.journey, name="journey"),
    path("journeys/<uuid:code>/edit/", journey_edit.journey_editor, name="journey_editor"),
    path("journeys/<uuid:code>/edit/<slug:tab>/", journey_edit.journey_edit, name="journey_edit"),
    path("journeys/<uuid:code>/map.<slug:kind>", journey.journey_file, name="journey_file"),
    path("journeys/<uuid:code>/delete/", journeys.journey_delete, name="journey_delete"),
]
GOALS: list[URLPattern] = [
    path("companies/<uuid:code>/targets/", goals.goal, name="goal"),
    path("companies/<uuid:code>/targets/new/", goal_set.goal_new, name="goal_new"),
    path("companies/<uuid:code>/targets/plan/", goals.goal_adopt, name="goal_adopt"),
    path("companies/<uuid:code>/targets/<uuid:goal>/close/", goals.goal_close, name="goal_close"),
    path("companies/<uuid:code>/value/", value.value, name="value"),
    path("companies/<uuid:code>/value/edit/", value.value_edit, name="value_edit"),
    path("companies/<uuid:code>/value/take/", value.value_take, name="value_take"),
]
REVIEW: list[URLPattern] = [
    path("assessments/<uuid:code>/review/", review.review, name="review"),
]

SURVEYS: list[URLPattern] = [
    path("s/", survey_own.survey_link, name="survey_link"),
    path("s/<uuid:code>/", survey_open.survey_open, name="survey_open"),
    path("s/own/<uuid:code>/", survey_own.survey_own, name="survey_own"),
    path("s/stop/<str:key>/", survey_own.survey_stop, name="survey_stop"),
    path("companies/<uuid:code>/surveys/", surveys.surveys, name="surveys"),
    path("companies/<uuid:code>/surveys/new/", surveys.survey_new, name="survey_new"),
    path("companies/<uuid:code>/surveys/<uuid:survey>/", surveys.survey, name="survey"),
    path("companies/<uuid:code>/surveys/<uuid:survey>/edit/", surveys.survey_edit, name="survey_edit"),
    path("companies/<uuid:code>/surveys/<uuid:survey>/ask/", survey_lists.survey_invite, name="survey_invite"),
    path("companies/<uuid:code>/surveys/<uuid:survey>/preview/", survey_links.survey_preview, name="survey_preview"),
    path("companies/<uuid:code>/surveys/<uuid:survey>/link.svg", survey_links.survey_svg, name="survey_svg"),
    path("companies/<uuid:code>/customers/erase/", customers.customer_erase, name="customer_erase"),
]

COMMENTS: list[URLPattern] = [
    path("companies/<uuid:code>/comments/", comments.comments, name="comments"),
    path("companies/<uuid:code>/comments.csv", comments.comments_file, name="comments_file"),
    path("companies/<uuid:code>/comments/read/", comments.comments_read, name="comments_read"),
    path("companies/<uuid:code>/comments/<uuid:comment>/", comment.comment, name="comment"),
    path("companies/<uuid:code>/red-flags/", flags.company_flags, name="company_flags"),
    path("companies/<uuid:code>/red-flags/raise/", flags.company_flag_raise, name="company_flag_raise"),
    path("companies/<uuid:code>/red-flags/<uuid:flag>/close/", flags.company_flag_close, name="company_flag_close"),
]

ROUNDS: list[URLPattern] = [
    path("companies/<uuid:code>/rounds/", rounds.rounds, name="rounds"),
    path("companies/<uuid:code>/rounds.<slug:kind>", rounds.rounds_file, name="rounds_file"),
    path("assessments/<uuid:code>/next/", next_round.next_round, name="next_round"),
    path("assessments/<uuid:code>/framework/", framework_upgrade.framework_upgrade, name="framework_upgrade"),
]
BENCHMARK: list[URLPattern] = [
    path("companies/<uuid:code>/benchmark/", benchmark.benchmark, name="benchmark"),
    path("companies/<uuid:code>/benchmark/consent/", benchmark.benchmark_consent, name="benchmark_consent"),
    path("workspaces/<uuid:code>/references/", references.references, name="references"),
    path(
        "workspaces/<uuid:code>/references/<uuid:figure>/remove/",
        references.reference_remove,
        name="reference_remove",
    ),
]

urlpatterns = [
    *ANSWERING,  # first: Django tries one address after the other, and these are asked for most
    *WORKSHOPS,  # then these, which fifty phones ask for every two seconds
    *PUBLIC,
    *PERSON,
    *PREFERENCES,
    *WORKSPACES,
    *COMPANIES,
    *VOICE,
    *ASSESSMENTS,
    *FILES,
    *IMPORTS,
    *RESPONDENTS,
    *PROGRESS,
    *REPORTS,
    *MILESTONES,
    *SHARING,
    *REVIEW,
    *SURVEYS,
    *JOURNEYS,
    *ROUNDS,
    *COMMENTS,
    *GOALS,
    *BENCHMARK,
    *CHECK,
    CHECK_QUESTION,
]
