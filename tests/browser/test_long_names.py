"""Names that nobody can break, such as an address or a file’s: no page is wider than the window for them."""

from __future__ import annotations

from assessments.actions.share_links import make_share_link
from assessments.models import ImportRun
from tests.browser.conftest import Open, overflows
from tests.personas import World
from tests.views.test_reports import answer

LONG = "customer_feedback_of_all_branches_from_2026_10_01_to_2026_10_31_final"


def test_no_page_is_wider_than_the_window_for_a_name_without_spaces(open_as_owner: Open, world: World) -> None:
    answer(world, people=4, note=LONG)
    for row in (world.workspace, world.company):
        row.name = LONG
        row.save()
    world.assessment.title = LONG
    world.assessment.save()
    world.owner.name = LONG
    world.owner.save()
    ImportRun.objects.create(workspace=world.workspace, company=world.company, name=LONG, started_by=world.owner)
    make_share_link(user=world.owner, assessment=world.assessment, name=LONG, language="en")
    workspace, company, round_ = (
        f"/{kind}/{row.code}/"
        for kind, row in (
            ("workspaces", world.workspace), ("companies", world.company), ("assessments", world.assessment)
        )
    )  # fmt: skip
    into = ("plan/new/", "targets/new/", "journeys/new/", "benchmark/", "value/edit/", "voice/import/")
    places = {
        workspace: ("", "people/", "audit/", "settings/", "delete/", "companies/new/"),
        company: ("", "edit/", "people/", *into, "delete/"),
        round_: ("", "edit/", "respondents/", "progress/", "review/", "report/", "share/", "upload/", "red-flags/"),
        "/accounts/my-data/": ("",),
    }
    page = open_as_owner("/workspaces/")
    found = {}
    for path in (start + rest for start, rests in places.items() for rest in rests):
        page.set_viewport_size({"width": 375, "height": 900})
        page.goto(path)
        found[path, 375] = overflows(page)
        page.set_viewport_size({"width": 1440, "height": 900})
        found[path, 1440] = overflows(page)
    assert {where: wider for where, wider in found.items() if wider} == {}
