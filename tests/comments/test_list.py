"""The list of comments: which are shown, in which order, how they are counted, and what is said over them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.models import Comment
from assessments.queries.comment_filter import CommentFilter, comments_where
from assessments.queries.comments import comments_page, counts_of
from tests.comments.words import marked, said
from tests.personas import World

QUERIES = 12


def address(world: World, **choice: str) -> str:
    return reverse("comments", args=[world.company.code], query=choice)


def texts(answer: Any) -> list[str]:
    return [line.comment.text for line in answer.context["lines"]]


def test_not_read_first_then_the_newest(world: World, viewer: Client) -> None:
    for text, days, read in (("old new", 20, False), ("read", 1, True), ("new", 2, False), ("long ago", 31, False)):
        said(world.company, text, days_ago=days, read=read)
    assert texts(viewer.get(address(world))) == ["new", "old new", "read"]
    assert texts(viewer.get(address(world, period="7"))) == ["new", "read"]
    assert texts(viewer.get(address(world, period="all"))) == ["new", "old new", "long ago", "read"]


def test_the_last_thirty_days_are_thirty(world: World, viewer: Client) -> None:
    said(world.company, "inside", days_ago=29)
    said(world.company, "outside", days_ago=30)
    assert texts(viewer.get(address(world))) == ["inside"]


def test_days_that_are_none_are_said_and_kept(world: World, viewer: Client) -> None:
    said(world.company, "here")
    answer = viewer.get(address(world, period="range", since="2026-02-31"))
    assert "Write days as year-month-day" in answer.content.decode()
    assert 'value="2026-02-31"' in answer.content.decode()
    turned = viewer.get(address(world, period="range", since="2026-03-02", until="2026-03-01"))
    assert "must not lie after" in turned.content.decode()


def test_moods_are_counted_whatever_is_chosen(world: World, viewer: Client) -> None:
    for score in (0, 6, 7, 8, 9, 10, 10):
        said(world.company, f"gave {score}", score, read=score == 0)
    answer = viewer.get(address(world, mood="neutral"))
    assert texts(answer) == ["gave 8", "gave 7"]
    assert [number for _key, _name, number in answer.context["moods"]] == [7, 2, 2, 3, 6]
    assert answer.context["finding"] == (
        "2 of 7 comments of the last 30 days are from unhappy customers. 6 are not read yet."
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("refund", ["The REFUND took weeks"]),
        ("weeks refund", ["The REFUND took weeks"]),  # every word, in any order
        ("refund never", []),
        ("退货", ["退货流程太慢了"]),
        ("ＲＥＦＵＮＤ", ["The REFUND took weeks"]),  # another width
        ("100%", ["I am 100% lost"]),
        ("_", []),  # no pattern
    ],
)
def test_search(words: str, found: list[str], world: World, viewer: Client) -> None:
    for text in ("The REFUND took weeks", "退货流程太慢了", "I am 100% lost"):
        said(world.company, text)
    assert texts(viewer.get(address(world, q=words))) == found


def test_narrowing(world: World, viewer: Client) -> None:
    one = said(world.company, "one", touchpoint="Phone", segment="New", owner=world.owner)
    two = said(world.company, "two", touchpoint="Shop", replied_at=timezone.now(), reply="Sorry")
    said(world.company, "three", done_at=timezone.now())
    marked(one, "tag", "queue")
    marked(two, "practice", "l2-response-speed")
    marked(two, "flag", "RF-01")
    for choice, found in (
        ({"touchpoint": "Phone"}, ["one"]),
        ({"segment": "New"}, ["one"]),
        ({"owner": str(world.owner.pk)}, ["one"]),
        ({"tag": "queue"}, ["one"]),
        ({"practice": "l2-response-speed"}, ["two"]),
        ({"flag": "RF-01"}, ["two"]),
        ({"state": "open"}, ["one"]),
        ({"state": "answered"}, ["two"]),
        ({"state": "done"}, ["three"]),
    ):
        assert texts(viewer.get(address(world, **choice))) == found, choice


def test_share_of_answered_and_time_to_reply(world: World, viewer: Client) -> None:
    for days in (2, 6):
        said(world.company, "replied", days_ago=days, reply="Sorry", replied_at=timezone.now())
    said(world.company, "closed", 10, done_at=timezone.now())
    said(world.company, "waits")
    assert viewer.get(address(world)).context["answered"] == [
        "Answered of the unhappy: 2 of 3",
        "Answered of all: 3 of 4",
        "Median of days to the reply: 4 (2 replies)",
    ]


def test_what_comments_are_about_is_what_people_attached(world: World, viewer: Client) -> None:
    for number in range(3):
        comment = said(world.company, f"slow {number}")
        marked(comment, "practice", "l2-response-speed")
        if number:
            marked(comment, "tag", "queue")
    marked(said(world.company, "long ago", days_ago=90), "tag", "queue")
    themes = [(each.theme.value, each.theme.count) for each in viewer.get(address(world)).context["themes"]]
    assert themes == [("l2-response-speed", 3), ("queue", 2)]


def test_nothing_of_other_companies(world: World, viewer: Client, inside: Any) -> None:
    for company in (inside.other_company, inside.twin):
        marked(said(company, "theirs"), "tag", "theirs")
    said(world.company, "ours")
    assert "theirs" not in viewer.get(address(world, period="all")).content.decode()
    assert "theirs" not in _file(viewer, world)


def test_empty(world: World, viewer: Client) -> None:
    assert "No customer has commented yet." in viewer.get(address(world)).content.decode()
    said(world.company, "long ago", days_ago=100)
    assert "No customer has commented in the last 30 days." in viewer.get(address(world)).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same(number: int, world: World, viewer: Client, django_assert_num_queries: Any) -> None:
    for each in range(number):
        comment = said(
            world.company,
            f"slow {each}",
            touchpoint=f"Place {each}",
            owner=world.owner,
            replied_at=timezone.now(),
            reply="Sorry",
        )
        marked(comment, "tag", f"queue {each}")
        marked(comment, "practice", "l2-response-speed")
    viewer.get(address(world))
    with django_assert_num_queries(QUERIES):
        viewer.get(address(world))


def test_the_index_is_used_and_pages_go_on(world: World) -> None:
    day = timezone.localdate()
    Comment.objects.bulk_create(
        Comment(workspace=world.workspace, company=world.company, text=f"n {n}", search=f"n {n}", answered_on=day)
        for n in range(3000)
    )
    rows = comments_where(world.company, CommentFilter(since=day, until=day))
    plan = rows.order_by("-answered_on").explain() if connection.vendor == "sqlite" else "comment_of_company"
    assert "comment_of_company" in plan
    wanted = CommentFilter()
    counts = counts_of(world.company, wanted)
    pages = [comments_page(world.company, wanted, counts, str(number)) for number in (1, 2, 120)]
    shown = {each.pk for page in pages for each in page}
    assert (counts.total, len(shown), pages[0].paginator.num_pages) == (3000, 75, 120)


def _file(client: Client, world: World, **choice: str) -> str:
    answer = client.get(reverse("comments_file", args=[world.company.code], query={"period": "all", **choice}))
    return b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]


def test_the_file_holds_the_choice_and_no_formula(world: World, viewer: Client) -> None:
    comment = said(world.company, "=HYPERLINK(1)\nnext line", touchpoint="@shop", owner=world.owner)
    marked(comment, "tag", "+tag")
    marked(comment, "practice", "l2-response-speed")
    said(world.company, "happy", 10)
    rows = list(csv.DictReader(io.StringIO(_file(viewer, world, mood="unhappy"))))
    assert len(rows) == 1
    assert rows[0]["comment"] == "'=HYPERLINK(1)\nnext line"
    assert (rows[0]["touchpoint"], rows[0]["tags"], rows[0]["score"]) == ("'@shop", "'+tag", "2")
    assert rows[0]["practices"] == "Fast response, short waits"
