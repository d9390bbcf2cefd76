"""Making an account, signing in, and everything around the password."""

from __future__ import annotations

import datetime
import re
import socket
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.core import mail
from django.core.cache import cache
from django.test import Client

from assessments.accounts.adapters import AccountAdapter
from assessments.models import Membership, User
from tests.personas import PASSWORD, World

NEW = {"name": "Lin Mei", "email": "Mei@Example.com", "password1": "six-levels-up"}
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_counts_from_other_tests() -> None:
    cache.clear()


def test_an_account_comes_with_a_workspace(client: Client) -> None:
    answer = client.post("/accounts/signup/", NEW)
    user = User.objects.get(email="mei@example.com")
    membership = Membership.objects.get(user=user)
    assert (user.name, user.language, membership.role) == ("Lin Mei", "en", "owner")
    assert membership.workspace.name == "Lin Mei’s workspace"
    assert answer.headers["Location"] == "/workspaces/"
    assert client.get("/workspaces/", follow=True).status_code == 200


def test_the_account_speaks_the_language_it_was_made_in(client: Client) -> None:
    client.post("/accounts/signup/", NEW, headers={"accept-language": "zh-hant"})
    assert User.objects.get().language == "zh-hant"


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", "x" * 151), ("email", "nobody"), ("password1", "short"), ("password1", "1234567890123")],
)
def test_a_mistake_makes_nothing_and_keeps_the_rest(field: str, value: str, client: Client) -> None:
    page = client.post("/accounts/signup/", {**NEW, field: value}).content.decode()
    assert not User.objects.exists()
    assert "something below needs another look" in page
    if field != "email":
        assert 'value="Mei@Example.com"' in page
    assert NEW["password1"] not in page


def test_an_address_has_one_account(world: World, client: Client) -> None:
    page = client.post("/accounts/signup/", {**NEW, "email": "OWNER@example.com"}).content.decode()
    assert "There is an account with this e-mail address" in page
    assert User.objects.filter(email__iexact="owner@example.com").count() == 1


@pytest.mark.parametrize("address", ["/accounts/signup/", "/check/keep/"])
def test_a_form_that_is_sent_twice_at_once_makes_one_account(
    address: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first of a double click makes it when the second has been looked at."""
    if address == "/check/keep/":
        client.post("/check/l1-searchable-help/", {"choice": "2"})
    real = AccountAdapter.save_user

    def late(adapter: AccountAdapter, *said: Any, **more: Any) -> Any:
        User.objects.create_user("mei@example.com", NEW["password1"], name="Lin Mei")
        return real(adapter, *said, **more)

    monkeypatch.setattr(AccountAdapter, "save_user", late)
    answer = client.post(address, {**NEW, "company": "Harbour", "group": "leaders"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/workspaces/")
    assert User.objects.get().email == "mei@example.com"


def test_signing_in_brings_the_language_along(world: World, client: Client) -> None:
    User.objects.filter(pk=world.owner.pk).update(language="zh-hans")
    answer = client.post("/accounts/login/", {"login": "Owner@example.com", "password": PASSWORD})
    assert answer.headers["Location"] == "/workspaces/"
    assert answer.cookies["django_language"].value == "zh-hans"


def test_the_language_chosen_on_this_device_wins(world: World, client: Client) -> None:
    client.cookies["django_language"] = "zh-hant"
    answer = client.post("/accounts/login/", {"login": "owner@example.com", "password": PASSWORD})
    assert answer.cookies["django_language"].value == "zh-hant"
    assert User.objects.get(pk=world.owner.pk).language == "zh-hant"


def test_after_signing_in_one_is_where_one_wanted_to_be(world: World, client: Client) -> None:
    wanted = f"/companies/{world.company.code}/"
    door = client.get(wanted).headers["Location"]
    page = client.get(door).content.decode()
    hidden = re.search(r'name="next" value="([^"]+)"', page)
    assert hidden
    answer = client.post(
        "/accounts/login/", {"login": "owner@example.com", "password": PASSWORD, "next": hidden.group(1)}
    )
    assert answer.headers["Location"] == wanted


def test_a_wrong_password_says_little_and_too_many_say_wait(world: World, client: Client) -> None:
    wrong = {"login": "owner@example.com", "password": "wrong"}
    pages = [client.post("/accounts/login/", wrong).content.decode() for _each in range(12)]
    assert '<div class="alert alert-danger" role="alert">' in pages[0]
    assert "do not match" in pages[0] and "needs another look" not in pages[0], "what is wrong is said once"
    assert "Too many attempts" in pages[-1]


def test_a_crowd_elsewhere_makes_no_room_for_more_attempts(world: World, client: Client) -> None:
    """A survey on a poster brings hundreds of networks, each with a count of its own, while somebody guesses."""
    wrong = {"login": "owner@example.com", "password": "wrong"}
    for _each in range(12):
        client.post("/accounts/login/", wrong)
    for number in range(1000):
        cache.set(f"survey-{number}", 1, 600)
    assert "Too many attempts" in client.post("/accounts/login/", wrong).content.decode()


def guess(client: Client, password: str = "wrong", **about: str) -> str:
    sent = {"login": "owner@example.com", "password": password}
    return client.post("/accounts/login/", sent, follow=True, **about).content.decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["testserver:81", "TESTSERVER"])
def test_another_spelling_of_our_name_makes_no_room_for_more_attempts(host: str, world: World) -> None:
    """The Host header is anybody’s to make up."""
    for _each in range(5):
        guess(Client())
    assert "Too many attempts" in guess(Client(), HTTP_HOST=host)


def test_who_guesses_from_elsewhere_locks_nobody_out(world: World) -> None:
    for _each in range(12):
        assert "Harbour Retail" not in guess(Client(), REMOTE_ADDR="203.0.113.7")
    assert "Too many attempts" in guess(Client(), PASSWORD, REMOTE_ADDR="203.0.113.8")  # a neighbour of theirs
    assert "Harbour Retail" in guess(Client(), PASSWORD, REMOTE_ADDR="198.51.100.20")


def test_many_networks_together_may_not_guess_for_ever(world: World) -> None:
    """A new password, for which one needs the mailbox, lets its owner in all the same."""
    pages = [guess(Client(), REMOTE_ADDR=f"203.0.{number}.7") for number in range(31)]
    assert ["Too many attempts" in each for each in pages] == [False] * 30 + [True]
    assert "Too many attempts" in guess(Client(), PASSWORD, REMOTE_ADDR="198.51.100.20")
    owner = Client(REMOTE_ADDR="198.51.100.20")
    owner.post("/accounts/password/reset/", {"email": "owner@example.com"})
    link = re.search(r"/accounts/password/reset/key/\S+", str(mail.outbox[-1].body))
    assert link
    form = owner.get(link.group(), follow=True).redirect_chain[-1][0]
    owner.post(form, {"password1": "six-levels-up", "password2": "six-levels-up"})
    assert "Harbour Retail" in guess(Client(), "six-levels-up", REMOTE_ADDR="198.51.100.20")


@pytest.mark.parametrize("address", ["owner@example.com", "nobody@example.net"])
def test_nobody_floods_a_mailbox_with_letters_about_a_password(address: str, world: World, client: Client) -> None:
    """Anybody may ask, for any address: an hour of asking each minute sends a letter every three minutes at most."""
    for minute in range(60):
        with time_machine.travel(datetime.datetime(2026, 11, 2, 9, minute, tzinfo=datetime.UTC), tick=False):
            client.post("/accounts/password/reset/", {"email": address})
    assert 5 <= len(mail.outbox) <= 20


def test_an_unknown_address_says_the_same(world: World, client: Client) -> None:
    page = client.post("/accounts/login/", {"login": "nobody@example.com", "password": "wrong"}).content.decode()
    assert "do not match" in page


@pytest.fixture
def no_mail_server(settings: Any) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings.EMAIL_PORT = taken.getsockname()[1]  # nobody listens there any more


@pytest.mark.usefixtures("no_mail_server")
def test_where_no_mail_can_be_sent_the_page_says_so(world: World, client: Client) -> None:
    page = client.post("/accounts/password/reset/", {"email": "owner@example.com"}, follow=True)
    assert page.status_code == 200
    assert "The e-mail could not be sent" in page.content.decode()
    assert "on its way" not in page.content.decode()


@pytest.mark.usefixtures("no_mail_server")
def test_an_account_is_made_whether_or_not_its_letter_goes_out(client: Client) -> None:
    page = client.post("/accounts/signup/", NEW, follow=True)
    assert page.status_code == 200
    assert "Mei" in page.content.decode()
    assert "The e-mail could not be sent" in page.content.decode()
    assert Membership.objects.get(user__email="mei@example.com").role == "owner"


@pytest.mark.usefixtures("no_mail_server")
def test_a_link_that_was_not_sent_is_not_said_to_be(world: World, client: Client) -> None:
    client.post("/accounts/login/", {"login": "owner@example.com", "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.post("/accounts/email/", {"action_add": "", "email": "new@example.com"}, follow=True)
    assert page.status_code == 200
    assert "The e-mail could not be sent" in page.content.decode()
    assert "We have sent a link" not in page.content.decode()
    new = {"oldpassword": PASSWORD, "password1": "a-quite-new-one", "password2": "a-quite-new-one"}
    page = client.post("/accounts/password/change/", new, follow=True)
    assert "Your password is changed." in page.content.decode()
    assert "could not be sent" not in page.content.decode()


def test_links_in_letters_begin_with_our_own_address(world: World, settings: Any) -> None:
    """Whoever asks for somebody else’s new password chooses the Host header, where every name is answered."""
    settings.ALLOWED_HOSTS, settings.BASE_URL = ["*"], "https://cx.example.com"
    forger = Client(headers={"host": "evil.example.net"})
    for email in ("owner@example.com", "nobody@example.com"):
        forger.post("/accounts/password/reset/", {"email": email})
    forger.post("/accounts/signup/", NEW)
    forger.post("/accounts/signup/", NEW | {"email": "owner@example.com"})
    assert len(mail.outbox) >= 3
    for letter in mail.outbox:
        assert "evil.example.net" not in letter.body
        assert "https://cx.example.com/accounts/" in letter.body


def test_a_forgotten_password_is_set_anew(world: World, client: Client) -> None:
    client.post("/accounts/password/reset/", {"email": "owner@example.com"})
    assert mail.outbox[0].subject == "CX Maturity: Choose a new password"
    link = re.search(r"http://localhost:8000(/\S+)", mail.outbox[0].body)
    assert link
    page = client.get(link.group(1), follow=True)
    assert "Choose a new password" in page.content.decode()
    new = {"password1": "a-quite-new-one", "password2": "a-quite-new-one"}
    client.post(page.redirect_chain[-1][0], new)
    world.owner.refresh_from_db()
    assert world.owner.check_password("a-quite-new-one")
    assert "has been used, or is too old" in Client().get(link.group(1)).content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_letters_about_an_account_have_chinese_colons_in_chinese(language: str, world: World, client: Client) -> None:
    world.owner.language = language
    world.owner.save()
    client.cookies["django_language"] = language
    client.post("/accounts/password/reset/", {"email": "owner@example.com"})
    client.force_login(world.owner)
    new = {"oldpassword": PASSWORD, "password1": "a-quite-new-one", "password2": "a-quite-new-one"}
    client.post("/accounts/password/change/", new)
    assert [each.subject[:12] for each in mail.outbox] == ["CX Maturity："] * 2
    assert "IP：127.0.0.1" in mail.outbox[-1].body


def test_asking_for_an_unknown_address_looks_the_same(world: World, client: Client) -> None:
    known = client.post("/accounts/password/reset/", {"email": "owner@example.com"})
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.com"})
    assert known.headers["Location"] == unknown.headers["Location"]


def test_the_password_is_changed_and_a_letter_says_so(world: World, client: Client) -> None:
    client.post("/accounts/login/", {"login": "owner@example.com", "password": PASSWORD})
    new = {"oldpassword": PASSWORD, "password1": "a-quite-new-one", "password2": "a-quite-new-one"}
    page = client.post("/accounts/password/change/", new, follow=True, headers={"user-agent": FIREFOX}).content.decode()
    assert "Your password is changed." in page and "Current password" not in page
    assert mail.outbox[-1].subject == "CX Maturity: Your password has changed"
    assert "Firefox, Windows\n" in mail.outbox[-1].body and "Gecko" not in mail.outbox[-1].body


def test_a_new_address_is_added_confirmed_and_chosen(world: World, client: Client) -> None:
    """The old one counts until then, confirmed or not: nobody is locked out on the way."""
    client.post("/accounts/login/", {"login": "owner@example.com", "password": PASSWORD})
    asked = client.post("/accounts/email/", {"action_add": "", "email": "new@example.com"})
    assert asked.headers["Location"].startswith("/accounts/reauthenticate/")
    client.post(asked.headers["Location"], {"password": PASSWORD, "next": "/accounts/email/"})
    world.owner.refresh_from_db()
    assert world.owner.email == "owner@example.com"
    link = re.search(r"http://localhost:8000(/\S+)", mail.outbox[-1].body)
    assert link
    client.post(link.group(1))
    client.post("/accounts/email/", {"action_primary": "", "email": "new@example.com"})
    world.owner.refresh_from_db()
    assert world.owner.email == "new@example.com"


def test_the_address_one_signs_in_with_stays(world: World, client: Client) -> None:
    client.post("/accounts/login/", {"login": "owner@example.com", "password": PASSWORD})
    page = client.get("/accounts/email/").content.decode()
    assert "You sign in with it." in page
    assert "action_remove" not in page
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/email/", {"action_remove": "", "email": "owner@example.com"})
    world.owner.refresh_from_db()
    assert world.owner.email == "owner@example.com"


def test_no_letter_shouts(world: World, client: Client) -> None:
    client.post("/accounts/signup/", NEW)
    client.post("/accounts/password/reset/", {"email": "owner@example.com"})
    client.post("/accounts/password/reset/", {"email": "nobody@example.com"})
    assert len(mail.outbox) == 3
    assert not any("!" in letter.body + letter.subject or "{" in letter.body for letter in mail.outbox)


@pytest.mark.parametrize(
    "path",
    ["login", "signup", "logout", "inactive", "confirm-email", "email", "password/change", "password/reset",
     "password/reset/done", "password/reset/key/done", "reauthenticate", "confirm-email/x", "password/reset/key/1-x"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["owner", "anonymous"])
def test_every_account_page_is_ours(path: str, who: str, browser_of: dict[str, Client]) -> None:
    answer: Any = browser_of[who].get(f"/accounts/{path}/", follow=True)
    assert answer.status_code == 200
    assert "css/theme.css" in answer.content.decode()


def test_signing_out_needs_a_form(world: World, owner: Client) -> None:
    assert "Sign out on this device?" in owner.get("/accounts/logout/").content.decode()
    owner.post("/accounts/logout/")
    assert owner.get("/workspaces/").status_code == 302


def test_an_address_that_was_never_confirmed_goes_when_another_is(world: World) -> None:
    """Else one could open an account at another person's address, and keep a way in by one's own."""
    EmailAddress.objects.create(user=world.owner, email="owner@example.com", primary=True)
    own = EmailAddress.objects.create(user=world.owner, email="mine@example.com")
    Client().post(f"/accounts/confirm-email/{EmailConfirmationHMAC(own).key}/")
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [("mine@example.com", True, True)]
    world.owner.refresh_from_db()
    assert world.owner.email == "mine@example.com"


class TestSignedOutMeanwhile:
    def test_who_sends_a_form_is_told_that_it_is_lost_and_led_back_to_it(self, client: Client, world: World) -> None:
        page = f"/assessments/{world.assessment.code}/"
        came = {"referer": f"http://testserver{page}?part=2", "accept": "text/html"}
        answer = client.post(f"{page}move/collecting/", {}, headers=came)
        assert answer.headers["Location"] == f"/accounts/login/?unsent=1&next={page}%3Fpart%3D2"
        shown = client.get(answer.headers["Location"]).content.decode()
        assert "what you sent is not saved" in shown and f'value="{page}?part=2"' in shown

    @pytest.mark.parametrize("referer", ["", "https://elsewhere.example/trap/", "//elsewhere.example", "http://["])
    def test_no_other_site_is_led_back_to(self, referer: str, client: Client, world: World) -> None:
        page = f"/companies/{world.company.code}/edit/"
        answer = client.post(page, {"name": "Harbour"}, headers={"referer": referer})
        assert answer.headers["Location"] == f"/accounts/login/?unsent=1&next={page}"

    def test_who_only_opens_a_page_is_not(self, client: Client, world: World) -> None:
        page = f"/companies/{world.company.code}/edit/"
        answer = client.get(page, headers={"referer": "http://testserver/help/"})
        assert answer.headers["Location"] == f"/accounts/login/?next={page}"
        assert "is not saved" not in client.get(answer.headers["Location"]).content.decode()

    def test_an_address_too_long_to_lead_back_to_leads_to_signing_in_all_the_same(
        self, client: Client, world: World
    ) -> None:
        long = f"/workspaces/?q={'a' * 20_000}"
        assert client.get(long).headers["Location"] == "/accounts/login/"
        assert client.post(long).headers["Location"] == "/accounts/login/?unsent=1"
        asked = {"login": "owner@example.com", "password": PASSWORD, "next": long}
        assert "Sign in" in client.get("/accounts/login/", {"next": long}).content.decode()
        assert client.post("/accounts/login/", asked).headers["Location"] == "/workspaces/"


@pytest.mark.parametrize(
    ("language", "you", "required"), [("zh-hans", "你的", "此项必填。"), ("zh-hant", "你", "此項必填。")]
)
def test_in_chinese_every_sentence_of_a_form_is_ours(language: str, you: str, required: str, client: Client) -> None:
    client.cookies["django_language"] = language
    page = client.post("/accounts/signup/", {"email": "nobody@", "password1": "1234"}).content.decode()
    assert required in page and you not in page and "10个" in page.replace("10個", "10个")
