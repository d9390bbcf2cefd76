"""Below the address of a workspace."""

from django.urls import URLPattern, path

from ..views import audit, companies, deletion, workspaces
from ..views.benchmark import references
from ..views.people import members
from ..views.portfolio import portfolio, portfolio_file
from ..views.style import style, style_files

urlpatterns: list[URLPattern] = [
    path("", portfolio.workspace, name="workspace"),
    path("companies.<slug:kind>", portfolio_file.portfolio_file, name="portfolio_file"),
    path("people/", members.members, name="members"),
    path("people/invite/", members.member_invite, name="member_invite"),
    path("audit/", audit.audit, name="audit"),
    path("audit.<slug:kind>", audit.audit_file, name="audit_file"),
    path("settings/", workspaces.workspace_settings, name="workspace_settings"),
    path("delete/", deletion.workspace_delete, name="workspace_delete"),
    path("restore/", deletion.workspace_restore, name="workspace_restore"),
    path("style/", style.style, name="style"),
    path("style/reset/", style.style_reset, name="style_reset"),
    path("style/cover.png", style_files.style_cover, name="style_cover"),
    path("style/files/<slug:kind>/", style.style_upload, name="style_upload"),
    path("style/files/<slug:kind>", style_files.style_download, name="style_download"),
    path("companies/new/", companies.company_new, name="company_new"),
    path("references/", references.references, name="references"),
    path("references/<uuid:figure>/remove/", references.reference_remove, name="reference_remove"),
]
