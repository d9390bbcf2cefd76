"""Where links lead that people were sent: respondents, customers, participants of a workshop, readers of a report."""

from django.urls import URLPattern, path

from ..views.answering import answering_by_link, joining, passing_on
from ..views.people import invitations, rights
from ..views.plan import plan_calendar
from ..views.share import shared
from ..views.surveys import survey_open, survey_own
from ..views.workshop import workshop_phones

urlpatterns: list[URLPattern] = [
    path("r/<uuid:code>/answer/<slug:practice>/", answering_by_link.own_question, name="own_question"),
    path("r/<uuid:code>/done/", answering_by_link.own_done, name="own_done"),
    path("r/<uuid:code>/", answering_by_link.own_start, name="own_start"),
    path("r/<uuid:code>/data.json", rights.own_data, name="own_data"),
    path("r/", answering_by_link.own_link, name="own_link"),
    path("w/<uuid:seat>/state/", workshop_phones.workshop_seat_state, name="workshop_seat_state"),
    path("w/<uuid:seat>/", workshop_phones.workshop_seat, name="workshop_seat"),
    path("w/", workshop_phones.workshop_join, name="workshop_join"),
    path("invitation/", invitations.invitation, name="invitation"),
    path("join/", joining.join, name="join"),
    path("r/<uuid:code>/answer/<slug:practice>/pass-on/", passing_on.own_pass_on, name="own_pass_on"),
    path("share/", shared.share_link, name="share_link"),
    path("share/<uuid:code>/", shared.shared, name="shared"),
    path("share/<uuid:code>/logo.png", shared.shared_logo, name="shared_logo"),
    path("share/<uuid:code>/look.css", shared.shared_look, name="shared_look"),
    path("share/<uuid:code>/report.<slug:kind>", shared.shared_file, name="shared_file"),
    path("s/", survey_own.survey_link, name="survey_link"),
    path("s/<uuid:code>/", survey_open.survey_open, name="survey_open"),
    path("s/own/<uuid:code>/", survey_own.survey_own, name="survey_own"),
    path("s/stop/<str:key>/", survey_own.survey_stop, name="survey_stop"),
    path("calendar/<str:key>/plan.ics", plan_calendar.plan_feed, name="plan_feed"),
]
