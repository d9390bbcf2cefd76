"""The product’s addresses, and the bare views they are measured against."""

from django.urls import path

from cxmaturity import urls

from . import bare

urlpatterns = [
    path("bare/save/<uuid:code>/<slug:practice>/", bare.save),
    path("bare/page/<int:number>/", bare.page),
    *urls.urlpatterns,
]
