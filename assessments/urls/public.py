"""Pages for everybody."""

from django.urls import URLPattern, path

from ..views import home, public
from ..views.report import sample

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("model/", public.model, name="model"),
    path("method/", public.method, name="method"),
    path("privacy/", public.privacy, name="privacy"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("help/", public.help_page, name="help"),
    path("too-large/", public.too_large, name="too_large"),
    path("sample/", sample.sample_report, name="sample_report"),
    path("sample/numbers/<slug:key>/", sample.sample_number, name="sample_number"),
    path("sample/report.<slug:kind>", sample.sample_file, name="sample_file"),
]
