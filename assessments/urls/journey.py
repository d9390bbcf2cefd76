"""Below the address of a customer journey."""

from django.urls import URLPattern, path

from ..views.journeys import journey, journey_edit, journeys

urlpatterns: list[URLPattern] = [
    path("", journey.journey, name="journey"),
    path("edit/", journey_edit.journey_editor, name="journey_editor"),
    path("edit/<slug:tab>/", journey_edit.journey_edit, name="journey_edit"),
    path("map.<slug:kind>", journey.journey_file, name="journey_file"),
    path("delete/", journeys.journey_delete, name="journey_delete"),
]
