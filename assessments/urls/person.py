"""What belongs to a person, not to a workspace."""

from django.urls import URLPattern, path

from ..views import preferences, sign_in, workspaces
from ..views.people import members, rights
from ..views.plan import plan_settings

urlpatterns: list[URLPattern] = [
    path("accounts/my-data/", rights.my_data, name="my_data"),
    path("accounts/my-data.json", rights.my_data_file, {"kind": "json"}, name="my_data_json"),
    path("accounts/my-data.zip", rights.my_data_file, {"kind": "zip"}, name="my_data_zip"),
    path("accounts/delete/", rights.account_delete, name="account_delete"),
    path("language/<slug:code>/", preferences.language, name="language"),
    path("theme/<slug:name>/", preferences.theme, name="theme"),
    path("accounts/sign-in/sessions/end/", sign_in.session_end, name="session_end"),
    path("workspaces/", workspaces.workspaces, name="workspaces"),
    path("workspaces/leave/", members.member_leave, name="member_leave"),
    path("reminders/", plan_settings.my_reminders, name="my_reminders"),
]
