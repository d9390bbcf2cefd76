"""Values that no page of ours sends, where they are looked up: nothing is found, and nothing breaks.

PostgreSQL refuses text with a NUL in it, Python refuses numbers of more than 4,300 digits.
"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.surveys import add_survey
from tests.personas import World

NUL, ENDLESS = "a\0b", "9" * 5000


@pytest.mark.parametrize("junk", [NUL, ENDLESS])
def test_the_word_of_a_preview(world: World, owner: Client, junk: str) -> None:
    survey = add_survey(user=world.owner, company=world.company, title="After a visit", kind="nps")
    pages = (
        reverse("upload", args=[world.assessment.code]),
        reverse("respondents_list", args=[world.assessment.code]),
        reverse("survey_invite", args=[world.company.code, survey.code]),
    )
    for page in pages:
        assert owner.post(page, {"token": junk}).status_code == 410, page


@pytest.mark.parametrize("junk", [NUL, ENDLESS])
@pytest.mark.parametrize("field", ["member", "company"])
def test_a_member(world: World, owner: Client, junk: str, field: str) -> None:
    sent = {"act": "remove", "member": "viewer@example.com", "company": "", field: junk}
    page = owner.post(reverse("members", args=[world.workspace.code]), sent, follow=True)
    assert page.status_code == 200 and "Somebody else has changed this meanwhile." in page.content.decode()


@pytest.mark.parametrize("junk", [NUL, ENDLESS, "9" * 30])
def test_a_session(owner: Client, junk: str) -> None:
    page = owner.post(reverse("session_end"), {"session": junk}, follow=True)
    assert page.status_code == 200 and "is signed out" not in page.content.decode()
