"""The addresses of the app, grouped by noun."""

from django.urls import URLPattern, path

from .views import (
    answering,
    assessments,
    check,
    check_keep,
    check_report,
    companies,
    files,
    home,
    overview,
    preferences,
    public,
    reports,
    sample,
    workspaces,
)

PUBLIC: list[URLPattern] = [
    path("", home.home, name="home"),
    path("model/", public.model, name="model"),
    path("method/", public.method, name="method"),
    path("privacy/", public.privacy, name="privacy"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("help/", public.help_page, name="help"),
    path("sample/", sample.sample_report, name="sample_report"),
    path("sample/numbers/<slug:key>/", sample.sample_number, name="sample_number"),
    path("sample/report.<slug:kind>", sample.sample_file, name="sample_file"),
]
PREFERENCES: list[URLPattern] = [
    path("language/<slug:code>/", preferences.language, name="language"),
    path("theme/<slug:name>/", preferences.theme, name="theme"),
]
WORKSPACES: list[URLPattern] = [
    path("workspaces/", workspaces.workspaces, name="workspaces"),
    path("workspaces/<uuid:code>/", workspaces.workspace, name="workspace"),
    path("workspaces/<uuid:code>/companies/new/", companies.company_new, name="company_new"),
]
COMPANIES: list[URLPattern] = [
    path("companies/<uuid:code>/", companies.company, name="company"),
    path("companies/<uuid:code>/edit/", companies.company_edit, name="company_edit"),
    path("companies/<uuid:code>/assessments/new/", assessments.assessment_new, name="assessment_new"),
]
ASSESSMENTS: list[URLPattern] = [
    path("assessments/<uuid:code>/edit/", assessments.assessment_edit, name="assessment_edit"),
]

FILES: list[URLPattern] = [
    path("assessments/<uuid:code>/questionnaire.<slug:kind>", files.questionnaire, name="questionnaire"),
    path("assessments/<uuid:code>/upload/", files.upload, name="upload"),
]
REPORTS: list[URLPattern] = [
    path("assessments/<uuid:code>/report/", reports.report, name="report"),
    path("assessments/<uuid:code>/report/numbers/<slug:key>/", reports.report_number, name="report_number"),
    path("assessments/<uuid:code>/report.<slug:kind>", reports.report_file, name="report_file"),
]
ANSWERING: list[URLPattern] = [
    path("assessments/<uuid:code>/answer/<slug:practice>/", answering.question, name="question"),
    path("assessments/<uuid:code>/answer/", answering.answer_next, name="answer_next"),
    path("assessments/<uuid:code>/", overview.assessment, name="assessment"),
    path("assessments/<uuid:code>/grow/", overview.assessment_grow, name="assessment_grow"),
    path("assessments/<uuid:code>/red-flags/", overview.red_flags, name="red_flags"),
    path("assessments/<uuid:code>/targets/", overview.targets, name="targets"),
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

urlpatterns = [
    *ANSWERING,  # first: Django tries one address after the other, and these are asked for most
    *PUBLIC,
    *PREFERENCES,
    *WORKSPACES,
    *COMPANIES,
    *ASSESSMENTS,
    *FILES,
    *REPORTS,
    *CHECK,
    CHECK_QUESTION,
]
