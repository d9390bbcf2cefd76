"""Below the address of an assessment."""

from django.urls import URLPattern, path

from ..views import assessments, life, overview
from ..views.answering import answering, files, marks, passing_on
from ..views.people import group_links, progress_board, respondent_lists, respondents, rights
from ..views.report import reports, section_notes
from ..views.review import review
from ..views.rounds import framework_upgrade, milestones, next_round
from ..views.share import share
from ..views.style import style_files
from ..views.workshop import workshops

urlpatterns: list[URLPattern] = [
    path("answer/", answering.answer_next, name="answer_next"),
    path("answer/<slug:practice>/pass-on/", passing_on.question_pass_on, name="question_pass_on"),
    path("", overview.assessment, name="assessment"),
    path("grow/", overview.assessment_grow, name="assessment_grow"),
    path("red-flags/", marks.red_flags, name="red_flags"),
    path("targets/", marks.targets, name="targets"),
    path("workshop/", workshops.workshops, name="workshops"),
    path("workshop/<uuid:workshop>/", workshops.workshop_stage, name="workshop_stage"),
    path("workshop/<uuid:workshop>/state/", workshops.workshop_state, name="workshop_state"),
    path("edit/", assessments.assessment_edit, name="assessment_edit"),
    path("move/<slug:to>/", life.assessment_move, name="assessment_move"),
    path("questionnaire.<slug:kind>", files.questionnaire, name="questionnaire"),
    path("upload/", files.upload, name="upload"),
    path("respondents/", respondents.respondents, name="respondents"),
    path("respondents/add/", respondents.respondents_add, name="respondents_add"),
    path("respondents/list/", respondent_lists.respondents_list, name="respondents_list"),
    path("respondents/links/<slug:group>/", group_links.group_link, name="group_link"),
    path("respondents/links/<slug:group>.svg", group_links.group_link_svg, name="group_link_svg"),
    path("respondents/<uuid:who>/", respondents.respondent, name="respondent"),
    path("respondents/<uuid:who>/remove/", respondents.respondent_remove, name="respondent_remove"),
    path("respondents/<uuid:who>/renew/", respondents.respondent_renew, name="respondent_renew"),
    path("respondents/<uuid:respondent>/data.json", rights.respondent_data, name="respondent_data"),
    path("respondents/<uuid:respondent>/erase/", rights.respondent_erase, name="respondent_erase"),
    path("progress/", progress_board.progress_board, name="progress"),
    path("progress/invite/", progress_board.progress_invite, name="progress_invite"),
    path("progress/remind/", progress_board.progress_remind, name="progress_remind"),
    path("progress/messages/<uuid:message>/again/", progress_board.progress_again, name="progress_again"),
    path("report/", reports.report, name="report"),
    path("report/logo.png", style_files.report_logo, name="report_logo"),
    path("report/notes/<slug:section>/", section_notes.note, name="note"),
    path("report/numbers/<slug:key>/", reports.report_number, name="report_number"),
    path("report.<slug:kind>", reports.report_file, name="report_file"),
    path("milestones/", milestones.milestones, name="milestones"),
    path("milestones/<uuid:milestone>/", milestones.milestone, name="milestone"),
    path("milestones/<uuid:milestone>/report.<slug:kind>", milestones.milestone_file, name="milestone_file"),
    path("milestones/<uuid:milestone>/content.json", milestones.milestone_content, name="milestone_content"),
    path("share/", share.shares, name="shares"),
    path("share/new/", share.share_new, name="share_new"),
    path("share/<uuid:link>/withdraw/", share.share_withdraw, name="share_withdraw"),
    path("share/<uuid:link>/renew/", share.share_renew, name="share_renew"),
    path("review/", review.review, name="review"),
    path("next/", next_round.next_round, name="next_round"),
    path("framework/", framework_upgrade.framework_upgrade, name="framework_upgrade"),
]
