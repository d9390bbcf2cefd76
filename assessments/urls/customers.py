"""Below the address of a company: what its customers say and live through."""

from django.urls import URLPattern, path

from ..views import flags
from ..views.journeys import journeys
from ..views.surveys import survey_links, survey_lists, surveys
from ..views.voice import comment, comments, customers, figures, imports, loyalty, voice

urlpatterns: list[URLPattern] = [
    path("voice/", voice.voice, name="voice"),
    path("voice/series.<slug:kind>", voice.voice_file, name="voice_file"),
    path("voice/importance/", voice.voice_importance, name="voice_importance"),
    path("voice/loyalty/", loyalty.loyalty, name="loyalty"),
    path("voice/figures/", figures.figures, name="figures"),
    path("voice/figures/<slug:kind>/", figures.figure, name="figure"),
    path("voice/import/", imports.voice_import, name="voice_import"),
    path("voice/import/<uuid:run>/", imports.voice_import_run, name="voice_import_run"),
    path("voice/import/<uuid:run>/columns/", imports.voice_import_columns, name="voice_import_columns"),
    path("voice/import/<uuid:run>/state/", imports.voice_import_state, name="voice_import_state"),
    path("voice/import/<uuid:run>/write/", imports.voice_import_go, {"to": "write"}, name="voice_import_write"),
    path("voice/import/<uuid:run>/resume/", imports.voice_import_go, {"to": "resume"}, name="voice_import_resume"),
    path("voice/import/<uuid:run>/remove/", imports.voice_import_remove, name="voice_import_remove"),
    path("voice/import/<uuid:run>/problems.csv", imports.voice_import_problems, name="voice_import_problems"),
    path("surveys/", surveys.surveys, name="surveys"),
    path("surveys/new/", surveys.survey_new, name="survey_new"),
    path("surveys/<uuid:survey>/", surveys.survey, name="survey"),
    path("surveys/<uuid:survey>/edit/", surveys.survey_edit, name="survey_edit"),
    path("surveys/<uuid:survey>/ask/", survey_lists.survey_invite, name="survey_invite"),
    path("surveys/<uuid:survey>/preview/", survey_links.survey_preview, name="survey_preview"),
    path("surveys/<uuid:survey>/link.svg", survey_links.survey_svg, name="survey_svg"),
    path("customers/erase/", customers.customer_erase, name="customer_erase"),
    path("journeys/", journeys.journeys, name="journeys"),
    path("journeys/new/", journeys.journey_new, name="journey_new"),
    path("comments/", comments.comments, name="comments"),
    path("comments.csv", comments.comments_file, name="comments_file"),
    path("comments/read/", comments.comments_read, name="comments_read"),
    path("comments/<uuid:comment>/", comment.comment, name="comment"),
    path("red-flags/", flags.company_flags, name="company_flags"),
    path("red-flags/raise/", flags.company_flag_raise, name="company_flag_raise"),
    path("red-flags/<uuid:flag>/close/", flags.company_flag_close, name="company_flag_close"),
]
