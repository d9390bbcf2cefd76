"""The pictures of the plan: no dot on another, nothing left out unsaid, and words for those who do not see them."""

from __future__ import annotations

import datetime
import re
from itertools import combinations, product

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.reports.charts.matrix import Dot, matrix
from assessments.reports.charts.paint import WEB
from tests.personas import World
from tests.plan.conftest import AddItem

NAMES = ("Do first", "Plan for", "Fit in", "Reconsider")
SIZES = ("Small", "Medium", "Large")


def drawn(dots: list[Dot]) -> tuple[str, list[tuple[float, float, float]]]:
    svg = matrix(WEB, "m", dots, NAMES, "Title", "Words", "Effort", "Impact", SIZES, SIZES).svg
    found = re.findall(r'<circle [^>]*cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg)
    return svg, [(float(x), float(y), float(r)) for x, y, r in found]


@pytest.mark.parametrize("count", [1, 5, 9, 14, 60])
def test_no_dot_lies_on_another_and_all_lie_in_the_picture(count: int) -> None:
    fields = list(product("SML", "SML"))
    dots = [Dot(9 * at + field, "l1", *fields[field]) for at in range(count) for field in range(9)]
    svg, circles = drawn(dots)
    assert all((x - u) ** 2 + (y - v) ** 2 >= (r + s) ** 2 for (x, y, r), (u, v, s) in combinations(circles, 2))
    assert all(x - r >= 44 and x + r <= 510 and y - r >= 10 and y + r <= 370 for x, y, r in circles)
    left_out = sum(int(each) for each in re.findall(r">\+(\d+)<", svg))
    assert len(circles) + left_out == len(dots)


def test_small_effort_stands_left_and_strong_impact_on_top() -> None:
    _svg, ((left, top, _), (right, bottom, _)) = drawn([Dot(1, "l1", "S", "L"), Dot(2, "", "L", "S")])
    assert left < right
    assert top < bottom


def test_the_timeline_is_a_table_with_its_days_in_words(world: World, owner: Client, add_item: AddItem) -> None:
    today = timezone.localdate()
    add_item("Long", starts_on=today - datetime.timedelta(days=40), due_on=today + datetime.timedelta(days=400))
    add_item("Begun after its end", due_on=today - datetime.timedelta(days=90))
    add_item("Undated")
    text = owner.get(reverse("plan", args=[world.company.code])).content.decode()
    table = text.split('<table class="cx-time">')[1].split("</table>")[0]
    assert [title for title in ("Long", "Begun after its end", "Undated") if title in table] == [
        "Long", "Begun after its end",
    ]  # fmt: skip
    assert "1 open item has no date yet." in text
    shares = [float(each) for each in re.findall(r'<rect class="k-fill" x="([\d.]+)%"', table)]
    assert len(shares) == 2
    assert all(0 <= each <= 100 for each in shares)
