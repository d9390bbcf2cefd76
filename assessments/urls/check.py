"""The ten-minute check."""

from django.urls import URLPattern, path

from ..views.answering import check, check_keep, check_report

urlpatterns: list[URLPattern] = [
    path("", check.check, name="check"),
    path("keep/", check_keep.check_keep, name="check_keep"),
    path("erase/", check.check_erase, name="check_erase"),
    path("report/", check_report.check_report, name="check_report"),
    path("report/numbers/<slug:key>/", check_report.check_number, name="check_number"),
    path("report.<slug:kind>", check_report.check_file, name="check_file"),
    path("<slug:practice>/", check.check_question, name="check_question"),
]
