"""The people of our tests, as fixtures: two workspaces that know nothing of each other.

Harbour's workspace has an owner, a consultant and a viewer; the stranger owns another one; then there is anonymous.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from assessments.accounts.sessions import SessionStore
from assessments.actions.assessments import start_assessment
from assessments.actions.companies import add_company
from assessments.actions.workspaces import open_workspace
from assessments.models import Assessment, Company, Membership, Respondent, User, Workspace
from tests.standing import Standing

PASSWORD = "pyramid-of-six-levels"
DAY = datetime.date(2026, 11, 2)
PERSONAS = ("owner", "consultant", "viewer", "stranger", "anonymous")


@dataclass(frozen=True)
class World:
    """A workspace with its people, one company and one full assessment nobody has answered."""

    workspace: Workspace
    company: Company
    assessment: Assessment
    owner: User
    consultant: User
    viewer: User
    stranger: User
    elsewhere: Workspace

    @property
    def respondent(self) -> Respondent:
        """The owner, as one who answers."""
        return Respondent.objects.get(assessment=self.assessment, user=self.owner)


def person(name: str) -> User:
    """An account with the usual password; its hash is made once, since it costs a tenth of a second."""
    user = User(email=f"{name}@example.com", name=name.capitalize())
    user.password = _HASH
    user.save()
    return user


# Hashing is what sign-in pays for, not what these tests are about: one cheap hash for everyone.
_HASH = "pbkdf2_sha256$1$salt$sR8s9b5PFostBcnlUnHC3mDGCkp3gxECi2xGwo6o2Zk="


@pytest.fixture
def world(db: None, standing: Standing) -> World:
    """Two workspaces; see World."""
    return standing.world(make_world)


def make_world() -> World:
    """The same, made anew."""
    owner, consultant, viewer, stranger = (person(name) for name in PERSONAS[:4])
    workspace = open_workspace(user=owner, name="Northstar Advisory")
    Membership.objects.create(workspace=workspace, user=consultant, role="consultant")
    Membership.objects.create(workspace=workspace, user=viewer, role="viewer")
    elsewhere = open_workspace(user=stranger, name="Elsewhere")
    company = add_company(workspace=workspace, name="Harbour Retail", industry="retail", size="1000+")
    assessment = start_assessment(
        user=owner, company=company, title="Autumn 2026", held_on=DAY, practice_set="full", group="managers"
    )
    return World(workspace, company, assessment, owner, consultant, viewer, stranger, elsewhere)


def signed_in(user: User) -> Client:
    """A client with a session of this person: what `force_login` leaves behind takes nine statements, this takes two.

    Nobody has signed in, so none of it is among the sessions of their page.
    """
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


class Browsers(dict[str, Client]):
    """A test client for each persona, signed in when it is first asked for: that is what takes time."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world

    def __missing__(self, name: str) -> Client:
        client = self[name] = Client() if name == "anonymous" else signed_in(getattr(self.world, name))
        return client


@pytest.fixture
def browser_of(world: World) -> Browsers:
    """A client for each persona."""
    return Browsers(world)


@pytest.fixture
def owner(browser_of: Browsers) -> Client:
    """A client signed in as the owner."""
    return browser_of["owner"]


@pytest.fixture
def consultant(browser_of: Browsers) -> Client:
    """A client signed in as the consultant."""
    return browser_of["consultant"]


@pytest.fixture
def viewer(browser_of: Browsers) -> Client:
    """A client signed in as the viewer."""
    return browser_of["viewer"]


@pytest.fixture
def stranger(browser_of: Browsers) -> Client:
    """A client signed in as the stranger."""
    return browser_of["stranger"]


@pytest.fixture
def anonymous(browser_of: Browsers) -> Client:
    """A client of nobody."""
    return browser_of["anonymous"]


@dataclass(frozen=True)
class Inside:
    """People of one company only, and what of the same workspace they must never see.

    `twin` is a company with the same name as theirs in the stranger’s workspace, where the same addresses answer.
    """

    reader: User
    editor: User
    other_company: Company
    other_assessment: Assessment
    twin: Company
    twin_assessment: Assessment


@pytest.fixture
def inside(world: World) -> Inside:
    """A viewer and a consultant of Harbour Retail alone, a second company beside it, and its twin elsewhere."""
    reader, editor = person("reader"), person("editor")
    for user, role in ((reader, "viewer"), (editor, "consultant")):
        Membership.objects.create(workspace=world.workspace, company=world.company, user=user, role=role)
    other = add_company(workspace=world.workspace, name="Cedar Bank")
    twin = add_company(workspace=world.elsewhere, name=world.company.name)
    rounds = [
        start_assessment(
            user=user, company=company, title="Autumn 2026", held_on=DAY, practice_set="full", group="managers"
        )
        for user, company in ((world.owner, other), (world.stranger, twin))
    ]
    Respondent.objects.bulk_create(
        Respondent(workspace=each.workspace, assessment=each, name="Twin", email=user.email, group="leaders")
        for each in rounds
        for user in (world.owner, world.consultant, world.viewer, reader, editor)
    )
    return Inside(reader, editor, other, rounds[0], twin, rounds[1])


@pytest.fixture
def reader(inside: Inside) -> Client:
    """A client signed in as the viewer of one company."""
    return signed_in(inside.reader)


@pytest.fixture
def editor(inside: Inside) -> Client:
    """A client signed in as the consultant of one company."""
    return signed_in(inside.editor)
