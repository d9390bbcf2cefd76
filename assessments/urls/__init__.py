"""The addresses of the app: a file for each thing that they begin with."""

from django.urls import URLPattern, URLResolver, include, path

from ..views.answering.answering import question
from . import assessment, check, company, customers, journey, links, person, public, workspace

urlpatterns: list[URLPattern | URLResolver] = [
    # Django tries one after the other: first the address that every saved answer goes to.
    path("assessments/<uuid:code>/answer/<slug:practice>/", question, name="question"),
    path("assessments/<uuid:code>/", include(assessment.urlpatterns)),
    *links.urlpatterns,
    path("companies/<uuid:code>/", include(company.urlpatterns)),
    path("companies/<uuid:code>/", include(customers.urlpatterns)),
    path("journeys/<uuid:code>/", include(journey.urlpatterns)),
    path("workspaces/<uuid:code>/", include(workspace.urlpatterns)),
    path("check/", include(check.urlpatterns)),
    *person.urlpatterns,
    *public.urlpatterns,
]
