"""A form that is sent by a double click does once what it does."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.urls import reverse

from assessments.actions.companies import add_company
from assessments.models import Company
from tests.browser.conftest import Open
from tests.personas import World


@pytest.mark.parametrize("scripts", [True, False])
def test_a_double_click_adds_one_company(
    scripts: bool, open_as_owner: Open, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(**wanted: Any) -> Company:
        time.sleep(0.5)  # so that the second click is in time
        return add_company(**wanted)

    monkeypatch.setattr("assessments.views.companies.add_company", slowly)
    page = open_as_owner(reverse("company_new", args=[world.workspace.code]), scripts=scripts)
    page.get_by_label("Name of the company").fill("Lantern")
    box = page.get_by_role("button", name="Add the company").bounding_box()
    assert box is not None
    for _click in range(2):
        page.mouse.click(box["x"] + 9, box["y"] + 9)
        page.wait_for_timeout(120)
    page.wait_for_url("**/companies/*-*/")
    page.wait_for_timeout(700)
    assert Company.objects.filter(name="Lantern").count() == 1


def test_what_was_refused_can_be_sent_again_at_once(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(reverse("company_new", args=[world.workspace.code]))
    name, button = page.get_by_label("Name of the company"), page.get_by_role("button", name="Add the company")
    name.fill("   ")
    button.click()
    page.get_by_text("Not saved yet").wait_for()
    name.fill("Lantern")
    button.click()
    page.wait_for_url("**/companies/*-*/")
    assert Company.objects.filter(name="Lantern").count() == 1
