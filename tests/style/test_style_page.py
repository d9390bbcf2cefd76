"""The house style of a workspace: who may change it, what it refuses, and that nothing typed is lost."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from assessments.models import AuditEntry, HouseStyle, StyleFile
from assessments.queries.style import look_of
from assessments.reports.document import SECTIONS

from .files import HOSTILE, picture

SAID = {"name": "Northstar Ltd", "accent": "#7a1f5c", "cover_line": "For the board", "footer": "Confidential"}


def url(world, rest=""):
    return f"/workspaces/{world.workspace.code}/style/{rest}"


def post(client, world, order=SECTIONS, hidden=(), **said):
    shown = [each for each in order if each not in hidden]
    return client.post(url(world), {**SAID, "order": list(order), "shown": shown, **said})


def send(client, world, kind, content, name="logo.png"):
    return client.post(url(world, f"files/{kind}/"), {f"file-{kind}": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("who", ["owner", "consultant"])
def test_owner_and_consultant_give_the_documents_their_look(who, world, browser_of):
    assert post(browser_of[who], world).status_code == 302
    look = look_of(world.workspace.pk, None, "en")
    assert (look.name, look.accent, look.cover_line, look.footer) == (
        "Northstar Ltd",
        "#7A1F5C",
        "For the board",
        "Confidential",
    )
    assert look.sections == ()
    page = browser_of[who].get(url(world)).content.decode()
    assert 'value="Northstar Ltd"' in page
    assert AuditEntry.objects.filter(act="style-saved").count() == 1


@pytest.mark.parametrize("who", ["viewer", "stranger", "anonymous"])
def test_nobody_else_may(who, world, browser_of):
    assert post(browser_of[who], world).status_code in (302, 403, 404)
    assert send(browser_of[who], world, "logo", picture()).status_code in (302, 403, 404)
    assert not HouseStyle.objects.exists()
    assert not StyleFile.objects.exists()


def test_another_workspace_keeps_its_own_look(world, owner):
    post(owner, world)
    send(owner, world, "logo", picture())
    look = look_of(world.elsewhere.pk, None, "en")
    assert (look.name, look.logo_png) == ("", None)


def test_a_faint_colour_is_refused_with_its_contrast_and_the_nearest_that_can_be_read(world, owner):
    page = post(owner, world, accent="#FFB000", name="Kept as typed").content.decode()
    assert "1.83 to 1" in page
    assert "4.5" in page
    assert "The nearest colour that can be read is #9F6D00" in page
    assert 'value="Kept as typed"' in page
    assert not HouseStyle.objects.exists()


def test_a_colour_may_be_written_short(world, owner):
    post(owner, world, accent="#714")
    assert HouseStyle.objects.get().accent == "#771144"


@pytest.mark.parametrize("wrong", ["blue", "#12345", "#1234567", "url(x)"])
def test_what_is_no_colour_is_refused(wrong, world, owner):
    assert post(owner, world, accent=wrong).status_code == 200
    assert not HouseStyle.objects.exists()


def test_sections_are_ordered_and_chosen_and_the_locked_ones_stay(world, owner):
    order = ("steps", *(each for each in SECTIONS if each != "steps"))
    post(owner, world, order, hidden=("lenses", "method", "certainty"))
    look = look_of(world.workspace.pk, None, "en")
    assert look.sections == tuple(each for each in order if each != "lenses")


def test_moving_without_script_keeps_what_is_typed_and_saves_nothing(world, owner):
    page = post(owner, world, hidden=("trust",), move="down:pyramid", name="Half typed").content.decode()
    assert 'value="Half typed"' in page
    assert page.index('name="order" value="trust"') < page.index('name="order" value="pyramid"')
    trust = page.split('name="order" value="trust"')[1].split("</li>")[0]
    assert "checked" not in trust
    assert not HouseStyle.objects.exists()
    assert 'value="up:trust" disabled' in page


@pytest.mark.parametrize("name", ["script", "wide", "entity", "no picture", "large"])
def test_a_hostile_logo_is_refused_and_nothing_is_kept(name, world, owner):
    answer = send(owner, world, "logo", HOSTILE[name])
    assert answer.status_code == 422
    assert 'id="wrong-logo"' in answer.content.decode()
    assert not StyleFile.objects.exists()


def test_the_logo_is_served_to_members_alone_as_nothing_but_a_picture(world, owner, viewer, stranger, anonymous):
    send(owner, world, "logo", picture("JPEG"), "../../logo.svg")
    for address in (url(world, "files/logo"), f"/assessments/{world.assessment.code}/report/logo.png"):
        answer = viewer.get(address)
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.content.startswith(b"\x89PNG")
        assert stranger.get(address).status_code == 404
        assert anonymous.get(address).status_code == 302


def test_templates_are_checked_and_can_be_taken_away_again(world, owner):
    import docx  # noqa: PLC0415 - heavy

    buffer = BytesIO()
    docx.Document().save(buffer)
    assert send(owner, world, "docx", buffer.getvalue(), "ours.docx").status_code == 302
    assert look_of(world.workspace.pk, None, "en").docx_template
    assert send(owner, world, "pptx", buffer.getvalue(), "ours.pptx").status_code == 422
    assert send(owner, world, "docx", b"PK\x03\x04 no", "bad.docx").status_code == 422
    assert "attachment" in owner.get(url(world, "files/docx")).headers["Content-Disposition"]
    owner.post(url(world, "files/docx/"), {"remove": "1"})
    assert look_of(world.workspace.pk, None, "en").docx_template is None
    assert owner.get(url(world, "files/docx")).status_code == 404


def test_reset_gives_our_look_again(world, owner):
    post(owner, world)
    send(owner, world, "logo", picture())
    owner.post(url(world, "reset/"))
    look = look_of(world.workspace.pk, None, "en")
    assert (look.name, look.logo, look.logo_png) == ("", "", None)


def test_the_cover_is_a_picture_that_changes_with_the_style(world, owner):
    before = owner.get(url(world, "cover.png"))
    assert before.headers["Content-Type"] == "image/png"
    post(owner, world)
    assert owner.get(url(world, "cover.png")).content != before.content


@pytest.mark.parametrize("files", [0, 1])
def test_queries_of_the_page(files, world, owner, django_assert_num_queries):
    if files:
        post(owner, world)
        send(owner, world, "logo", picture())
    owner.get(url(world))
    with django_assert_num_queries(5):  # session, person, right, style, files
        owner.get(url(world))
