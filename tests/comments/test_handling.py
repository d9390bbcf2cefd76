"""What people do with one comment: read, mark, own, reply, done; nobody overwrites another, and words stay here."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.models import AuditEntry, Comment, CommentMark, RedFlag
from tests.comments.words import marked, said
from tests.personas import World, person

QUERIES = 9


@pytest.fixture
def comment(world: World) -> Comment:
    return said(world.company, "Nobody rang back about my kettle")


def address(world: World, comment: Comment) -> str:
    return reverse("comment", args=[world.company.code, comment.code])


def marks(comment: Comment) -> set[tuple[str, str]]:
    return set(CommentMark.objects.filter(comment=comment).values_list("kind", "value"))


def test_opening_changes_nothing(world: World, consultant: Client, comment: Comment) -> None:
    consultant.get(address(world, comment))
    comment.refresh_from_db()
    assert (comment.read_at, comment.version) == (None, 1)


def test_everything_at_once(world: World, consultant: Client, comment: Comment) -> None:
    marked(comment, "tag", "old")
    form = {
        "seen": "1", "add_tag": "call back， kettle", "add_practice": " fast response,  SHORT waits ",
        "add_flag": "RF-03", "owner": str(world.viewer.pk), "reply": "Rang, said sorry", "done": "1",
    }  # fmt: skip
    assert consultant.post(address(world, comment), form).status_code == 303
    comment.refresh_from_db()
    assert (comment.owner, comment.reply, comment.version) == (world.viewer, "Rang, said sorry", 2)
    assert timezone.localtime(comment.replied_at).date() == timezone.localdate()
    assert comment.done_at and comment.read_at
    assert marks(comment) == {
        ("tag", "call back"), ("tag", "kettle"), ("practice", "l2-response-speed"), ("flag", "RF-03"),
    }  # fmt: skip
    assert not RedFlag.objects.exists()  # linking raises nothing


@pytest.mark.parametrize("days_ago", [0, 3])
def test_a_reply_is_noted_on_its_day(days_ago: int, world: World, consultant: Client, comment: Comment) -> None:
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    consultant.post(address(world, comment), {"seen": "1", "reply": "Rang, said sorry", "replied_on": str(day)})
    comment.refresh_from_db()
    assert comment.replied_at and timezone.localtime(comment.replied_at).date() == day


def test_a_comment_raises_a_flag(world: World, consultant: Client, comment: Comment) -> None:
    consultant.post(address(world, comment), {"seen": "1", "add_flag": "RF-06", "raise": "1"})
    flag = RedFlag.objects.get()
    assert (flag.flag, flag.origin, flag.about, flag.raised_by) == (
        "RF-06", "comment", str(comment.code), world.consultant,
    )  # fmt: skip
    page = consultant.get(reverse("company_flags", args=[world.company.code])).content.decode()
    assert "Nobody rang back" in page
    consultant.post(address(world, comment), {"seen": "2", "flag": "RF-06", "add_flag": "RF-06", "raise": "1"})
    assert RedFlag.objects.count() == 1
    comment.delete()
    page = consultant.get(reverse("company_flags", args=[world.company.code])).content.decode()
    assert "The comment has been erased since." in page


def test_who_comes_second_sees_both(world: World, consultant: Client, owner: Client, comment: Comment) -> None:
    owner.post(address(world, comment), {"seen": "1", "reply": "First reply"})
    answer = consultant.post(address(world, comment), {"seen": "1", "reply": "Second reply", "add_tag": "mine"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "First reply" in page and "Second reply" in page and 'value="mine"' in page
    comment.refresh_from_db()
    assert (comment.reply, marks(comment)) == ("First reply", set())
    consultant.post(address(world, comment), {"seen": "2", "reply": "Second reply"})
    comment.refresh_from_db()
    assert comment.reply == "Second reply"


@pytest.mark.parametrize(
    ("field", "typed", "said_so"),
    [
        ("add_practice", "speed", "No practice has this title"),
        ("add_flag", "RF-99", "Choose one of the red flags."),
        ("owner", "0", "Choose somebody who can see this company."),
        ("replied_on", "2999-01-01", "This day lies in the future."),
        ("replied_on", "yesterday", "Write days as year-month-day"),
        ("replied_on", "2026-01-01", "Note in a few words what was replied."),
        ("reply", "x" * 5001, "5,001 characters"),
        ("add_tag", "x" * 61, "A tag has at most 60 characters"),
        ("practice", "l9-nothing", "not part of the framework"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    field: str, typed: str, said_so: str, world: World, consultant: Client, comment: Comment
) -> None:
    answer = consultant.post(address(world, comment), {"seen": "1", "add_tag": "kept", field: typed})
    page = answer.content.decode()
    assert answer.status_code == 400 and said_so in page
    assert field == "add_tag" or 'value="kept"' in page
    comment.refresh_from_db()
    assert (comment.version, marks(comment)) == (1, set())


def test_nobody_from_elsewhere_becomes_owner(world: World, consultant: Client, comment: Comment) -> None:
    stranger = person("passer-by")
    for owner in (str(stranger.pk), "9" * 5000):
        assert consultant.post(address(world, comment), {"seen": "1", "owner": owner}).status_code == 400


def test_marking_as_read_by_one_and_by_page(world: World, consultant: Client, viewer: Client, inside: Any) -> None:
    ours = [said(world.company, f"n {n}") for n in range(3)]
    theirs = said(inside.twin, "theirs")
    url = reverse("comments_read", args=[world.company.code])
    shown = [str(each.code) for each in (*ours, theirs)]
    assert viewer.post(url, {"shown": shown}).status_code == 403
    answer = consultant.post(url, {"shown": shown, "code": [shown[0]], "back": "mood=unread&page=2"})
    assert answer["Location"].endswith(f"/comments/?mood=unread&page=2#comment-{shown[1]}")  # on with the next
    assert Comment.objects.filter(read_at=None).count() == 3
    assert consultant.post(url, {"shown": [*shown, "no code"]})["Location"].endswith("/comments/")
    assert list(Comment.objects.filter(read_at=None)) == [theirs]


def test_the_trail_never_repeats_the_words(world: World, consultant: Client, comment: Comment) -> None:
    consultant.post(reverse("comments_read", args=[world.company.code]), {"code": [str(comment.code)]})
    consultant.post(address(world, comment), {"seen": "1", "reply": "Rang back at once"})
    consultant.post(address(world, comment), {"seen": "2", "reply": "Rang back at once", "done": "1"})
    consultant.post(address(world, comment), {"seen": "3", "reply": "Rang back at once"})
    entries = AuditEntry.objects.filter(company=world.company, act__startswith="comment").order_by("pk")
    acts = [each.act for each in entries]
    assert acts == ["comments-read", "comment-answered", "comment-done", "comment-opened"]
    trail = json.dumps([each.detail for each in entries])
    assert "Rang" not in trail and "kettle" not in trail


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same(
    number: int, world: World, consultant: Client, comment: Comment, django_assert_num_queries: Any
) -> None:
    for each in range(number):
        marked(comment, "tag", f"queue {each}")
        said(world.company, f"another {each}")
    consultant.get(address(world, comment))
    with django_assert_num_queries(QUERIES):
        consultant.get(address(world, comment))
