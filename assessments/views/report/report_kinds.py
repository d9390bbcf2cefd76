"""What the menu of downloads says of each form of the report."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ...reports.renderers import RENDERERS

ARCHIVE = "zip"
EVERY_LANGUAGE = "all"
ICONS = {
    "pdf": "file-text", "board-pdf": "columns-2", "groups-pdf": "users", "pptx": "monitor", "docx": "file-pen",
    "xlsx": "sheet", "json": "braces", ARCHIVE: "package",
}  # fmt: skip


def kinds(language: str, files: str, groups: bool) -> list[dict[str, str]]:
    """Every form that can be made, in the order of the menu; `files` leads to them up to their kind."""
    about = {
        "pdf": (_("PDF report"), _("A4, for reading and printing")),
        "board-pdf": (_("Board summary"), _("Two pages: where it stands, what to decide")),
        "groups-pdf": (_("Group pages"), _("One page that each group gets back")),
        "pptx": (_("PowerPoint"), _("Slides to present and edit")),
        "docx": (_("Word"), _("The report to edit and comment on")),
        "xlsx": (_("Excel workbook"), _("Answers, scores that recompute, plan")),
        "json": (_("JSON"), _("The same numbers for other programs")),
    }
    return [
        {"url": f"{files}{kind}?language={language}", "icon": ICONS[kind], "name": name, "about": text}
        for kind, (name, text) in about.items()
        if kind in RENDERERS and (groups or kind != "groups-pdf")
    ]


def archives(language: str, files: str) -> list[dict[str, str]]:
    """All of them in one file, in the page’s language or in every one."""
    url = f"{files}{ARCHIVE}?language={language}"
    return [
        {"url": url, "icon": ICONS[ARCHIVE], "name": _("Everything"), "about": _("All documents in one ZIP file")},
        {
            "url": f"{url}&languages={EVERY_LANGUAGE}",
            "icon": ICONS[ARCHIVE],
            "name": _("Everything, three languages"),
            "about": _("All documents in a folder for each language"),
        },
    ]
