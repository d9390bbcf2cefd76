"""A file of responses on its way in, as somebody does it: chosen, matched, checked, written, found in the numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from assessments.models import DailyCount
from tests.browser.conftest import Open, overflows, violations
from tests.imports.tables import PLAIN
from tests.personas import World


@pytest.mark.django_db(transaction=True)
def test_the_whole_way_of_a_file(open_as_owner: Open, world: World, tmp_path: Path) -> None:
    with override_settings(MEDIA_ROOT=tmp_path / "media"):
        page = open_as_owner(f"/companies/{world.company.code}/voice/import/")
        assert (violations(page), overflows(page)) == ([], 0)
        text = PLAIN.replace("NPS", "Points") + "r4,soon,5,\n"
        file = {"name": "autumn.csv", "mimeType": "text/csv", "buffer": text.encode()}
        page.get_by_label("File with responses").set_input_files(files=[file])
        page.get_by_role("button", name="Match its columns").click()
        expect(page.get_by_label("Comment", exact=True)).to_have_value("comment")
        page.get_by_label("Points").select_option(label="Recommendation (NPS), 0–10")
        page.get_by_label("Touchpoint of rows that name none").fill("Checkout")
        page.set_viewport_size({"width": 375, "height": 800})
        assert (violations(page), overflows(page)) == ([], 0)
        page.get_by_role("button", name="Check the file").click()
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("“autumn.csv” brings 3 new scores and 2 new comments.")
        expect(page.get_by_role("row", name="This is not a date we can use.")).to_contain_text("soon")
        assert (violations(page), overflows(page)) == ([], 0)
        page.get_by_role("button", name="Import 3 rows without problems").click()
        expect(heading).to_have_text("“autumn.csv” has brought 3 new scores and 2 new comments.")
        page.get_by_role("link", name="Take it out again").click()
        page.get_by_role("button", name="Take it out").click()
        expect(heading).to_have_text("No responses have been imported yet.")
    assert not DailyCount.objects.exists()
