"""The product’s addresses, and the bare views they are measured against."""

from django.urls import include, path

from . import bare

urlpatterns = [
    path("bare/save/<uuid:code>/<slug:practice>/", bare.save),
    path("bare/page/<int:number>/", bare.page),
    path("", include("cxmaturity.urls")),
]
