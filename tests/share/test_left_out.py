"""What is left out of a shared report is in none of its files either, nor in what its other sections say."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from assessments.actions.milestones import keep_milestone
from assessments.content.loader import framework
from assessments.models import Answer, Assessment, HouseStyle
from assessments.reports.document import SECTIONS
from assessments.views.share.shared_report import BOARD
from tests.customers.test_report import customers
from tests.personas import World
from tests.reports.pdf_reading import text_of, tight
from tests.review.people import answered

from .conftest import Reader, Share

TELLING = {  # what other sections say of this one
    "flags": ["Customer data leaked or used without consent", "open red flag:", "Who closes the open red flag"],
    "customers": ["than customers do"],
    "gap": ["leaders see the company much further", "the front line sees the company much further"],
}
CASES = [("customers", False), ("flags", False), ("flags", True), ("gap", False)]  # frozen: of a milestone
CAPPED = "Something that this report leaves out keeps trust from being called more than"


@pytest.fixture
def rich(share: Share, world: World) -> Share:
    """A report in which red flags, customers and the gap between groups have left their traces everywhere."""
    Answer.objects.all().delete()
    people = {"leaders": [4] * 5, "frontline": [3] * 5}
    stages = dict.fromkeys(framework().practices, people)
    stages |= {"int-privacy": {"leaders": [2] * 5, "frontline": [2] * 5}}
    stages |= {"l1-accurate-facts": {"leaders": [4] * 5, "frontline": [0] * 5}}
    stages |= {"l1-searchable-help": {"leaders": [0] * 5, "frontline": [4] * 5}}
    answered(world.assessment, stages)
    Assessment.objects.filter(pk=world.assessment.pk).update(red_flags=["RF-09"])
    world.assessment.refresh_from_db()
    customers(world, "trust-int", [2, 3, 4] * 20, 0, 10)
    return share


def said(guest: Reader, link: Any) -> list[str]:
    """All that a reader can see and take along: the page, and each file that is offered."""
    page = guest.follow(link).content.decode()
    kinds = [each for each in ("pdf", "board-pdf") if f"report.{each}" in page]
    files = [guest.get(reverse("shared_file", args=[link.code, each])).content for each in kinds]
    return [tight(page), *(tight(text_of(PdfReader(io.BytesIO(each)))) for each in files)]


@pytest.mark.parametrize("frozen", [False, True], ids=["live", "milestone"])
def test_a_report_tells_of_each_of_these_sections_in_others(frozen: bool, rich: Share, guest: Reader, world: World):
    kept = keep_milestone(user=world.owner, assessment=world.assessment, name="Autumn") if frozen else None
    whole = said(guest, rich(may_download=True, milestone=kept))
    assert len(whole) == 3 and not any(tight(CAPPED) in each for each in whole)
    for texts in TELLING.values():
        for text in texts:
            assert any(tight(text) in each for each in whole), text


@pytest.mark.parametrize(("section", "frozen"), CASES)
def test_left_out_of_a_link_it_is_told_nowhere(
    section: str, frozen: bool, rich: Share, guest: Reader, world: World
) -> None:
    kept = keep_milestone(user=world.owner, assessment=world.assessment, name="Autumn") if frozen else None
    left = said(guest, rich(may_download=True, hidden=[section], milestone=kept))
    silent(left, section)
    others = [text for other in TELLING if other != section for text in TELLING[other][:1]]
    for text in others:
        assert any(tight(text) in each for each in left), text


@pytest.mark.parametrize(("section", "frozen"), CASES)
def test_left_out_by_the_house_it_is_told_nowhere(section: str, frozen: bool, rich: Share, guest: Reader, world: World):
    order = [f"-{each}" if each == section else each for each in SECTIONS]
    HouseStyle.objects.create(workspace=world.workspace, sections=order)
    kept = keep_milestone(user=world.owner, assessment=world.assessment, name="Autumn") if frozen else None
    if frozen:  # what is now does not bring back what was left out when it was kept
        HouseStyle.objects.all().delete()
    link = rich(may_download=True, milestone=kept)
    silent(said(guest, link), section)
    status = guest.get(reverse("shared_file", args=[link.code, "board-pdf"])).status_code
    assert status == (404 if section in BOARD else 200)


def silent(left: list[str], section: str) -> None:
    for text in TELLING[section]:
        assert not any(tight(text) in each for each in left), text
    capped = [tight(CAPPED) in each for each in left]
    assert all(capped) == any(capped) == (section == "flags")


@pytest.mark.parametrize("section", sorted(BOARD))
def test_no_board_summary_where_something_that_it_shows_is_left_out(section: str, share: Share, guest: Reader) -> None:
    link = share(may_download=True, hidden=[section])
    assert "report.board-pdf" not in guest.follow(link).content.decode()
    assert guest.get(reverse("shared_file", args=[link.code, "board-pdf"])).status_code == 404
    assert guest.head(reverse("shared_file", args=[link.code, "pdf"])).status_code == 200


def test_with_what_it_does_not_show_left_out_the_board_summary_stays(share: Share, guest: Reader) -> None:
    link = share(may_download=True, hidden=["answers", "value"])
    assert "report.board-pdf" in guest.follow(link).content.decode()
    assert guest.get(reverse("shared_file", args=[link.code, "board-pdf"])).content.startswith(b"%PDF")
