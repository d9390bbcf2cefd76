"""The progress board in a browser: every width and theme, and its one button."""

from __future__ import annotations

import pytest
from django.urls import reverse

from assessments.models import Message, Respondent
from tests.browser.conftest import Open, overflows, violations
from tests.personas import World


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (375, "dark")])
def test_people_are_invited_and_what_went_wrong_is_shown(
    width: int, theme: str, world: World, open_as_owner: Open
) -> None:
    for at in range(3):
        Respondent.objects.create(
            workspace=world.workspace,
            assessment=world.assessment,
            name=f"Somebody with a name that is long {at}",
            email=f"a-rather-long-address-{at}@customers.example.com",
            group="frontline",
        )
    page = open_as_owner(reverse("progress", args=[world.assessment.code]), width=width, theme=theme)
    page.get_by_role("button", name="Send 3 invitations").click()
    page.get_by_text("3 invitations are on their way.").wait_for()
    assert Message.objects.filter(status="sent").count() == 3
    Message.objects.filter(pk=Message.objects.earliest("pk").pk).update(status="failed", problem="550 " + "long " * 40)
    page.reload()
    page.get_by_role("heading", name="1 e-mail needs you").wait_for()
    assert violations(page) == []
    assert overflows(page) == 0
