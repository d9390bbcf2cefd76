"""Invitations and signing in, as a person with a browser has them."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from playwright.sync_api import Browser, expect

from assessments.actions.invitations import invite
from assessments.links import key_of
from assessments.models import Membership
from tests.browser.conftest import Open, overflows, violations
from tests.personas import PASSWORD, World

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _no_counts_from_other_tests(transactional_db: None) -> None:
    cache.clear()


def test_a_link_is_opened_and_accepted(open_page: Open, world: World) -> None:
    """The key stands after # only: nothing sends it but the form, and the address loses it at once."""
    made = invite(
        user=world.owner, workspace=world.workspace, company=world.company, role="viewer", email="", language="en"
    )
    asked: list[str] = []
    page = open_page("/help/")
    page.on("request", lambda request: asked.append(request.url + str(request.headers.get("referer"))))
    page.goto(f"/invitation/#{key_of('invitation', made)}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Owner invites you to Harbour Retail.")
    assert violations(page) == []
    assert not any(key_of("invitation", made) in each.partition("#")[0] for each in asked)
    assert "#" not in page.url
    page.get_by_role("link", name="I have one: sign in").click()
    page.get_by_label("E-mail address").fill("stranger@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Accept the invitation").click()
    expect(page.get_by_text("You belong to Harbour Retail now.")).to_be_visible()
    assert Membership.objects.get(user=world.stranger, company=world.company).role == "viewer"


def test_without_script_the_link_is_pasted(open_page: Open, world: World) -> None:
    made = invite(user=world.owner, workspace=world.workspace, company=None, role="viewer", email="", language="en")
    page = open_page(f"/invitation/#{key_of('invitation', made)}", scripts=False)
    page.get_by_label("The link from your invitation").fill(page.url)
    page.get_by_role("button", name="Open the invitation").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("invites you to Northstar Advisory")


@pytest.mark.parametrize(("width", "theme", "language"), [(1440, "light", "en"), (375, "dark", "zh-hant")])
def test_the_page_of_people_reads_well(
    width: int, theme: str, language: str, open_as_owner: Open, world: World
) -> None:
    for email in ("", "new@example.com"):
        invite(user=world.owner, workspace=world.workspace, company=None, role="viewer", email=email, language="en")
    page = open_as_owner(f"/workspaces/{world.workspace.code}/people/", width=width, theme=theme, language=language)
    page.locator("table details summary").first.click()
    assert violations(page) == []
    assert overflows(page) == 0


def test_a_passkey_is_added_and_signs_in_by_itself(
    chromium: Browser, _collected_static_files: None, live_server: Any, world: World
) -> None:
    """With an authenticator that Chromium plays. Browsers give passkeys to names only, so the host is localhost."""
    EmailAddress.objects.create(user=world.owner, email="owner@example.com", verified=True, primary=True)
    context = chromium.new_context(base_url=live_server.url.replace("127.0.0.1", "localhost"))
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill("owner@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/workspaces/**")
    page.goto("/accounts/sign-in/")
    assert violations(page) == []
    page.goto("/accounts/sign-in/passkeys/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Sign in with it alone, without the password").check()
    assert violations(page) == []
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("10 recovery codes are left")
    context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/workspaces/**")
    page.goto("/accounts/sign-in/passkeys/")
    expect(page.get_by_text("Signs in by itself.")).to_be_visible()
    context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill("owner@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Now your passkey")
    expect(page.get_by_label("Recovery code")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("your app")  # there is none
    assert violations(page) == []
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/workspaces/**")
    page.goto("/accounts/reauthenticate/")
    page.get_by_role("link", name="Use a recovery code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One of your recovery codes")
    context.close()
