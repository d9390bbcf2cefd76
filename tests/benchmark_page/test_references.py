"""Reference figures: by hand or from a file that is checked whole; each with its source."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from assessments.actions.references import remove_reference
from assessments.models import AuditEntry, ReferenceFigure
from tests.personas import World

pytestmark = pytest.mark.django_db
HEAD = "about,value,name,source,industry,date,n\n"
GOOD = HEAD + "trust,61.5,Banks,Yearbook 2025,finance,2025-06-01,140\ndecimal,2.4,所有行业,年鉴,,2025-01-31,\n"


def sent(client: Client, world: World, text: str | bytes, name: str = "figures.csv") -> Any:
    data = text.encode() if isinstance(text, str) else text
    url = reverse("references", args=[world.workspace.code])
    return client.post(url, {"file": SimpleUploadedFile(name, data)}, follow=True)


def test_a_file_is_kept_and_a_second_time_changes_nothing(world: World, owner: Client) -> None:
    assert "2 reference figures are added." in sent(owner, world, "\ufeff" + GOOD).content.decode()
    assert "These figures were there already." in sent(owner, world, GOOD).content.decode()
    first, second = ReferenceFigure.objects.order_by("pk")
    assert (first.about, first.value, first.industry, first.n) == ("trust", 61.5, "finance", 140)
    assert (second.name, second.noted_on, second.n) == ("所有行业", datetime.date(2025, 1, 31), None)
    assert AuditEntry.objects.filter(act="references-added").count() == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("price,61,Banks,Yearbook,,2025-06-01,", "row 2, column about"),
        ("trust,161,Banks,Yearbook,,2025-06-01,", "Allowed: 0–100"),
        ("decimal,6.1,Banks,Yearbook,,2025-06-01,", "Allowed: 0–6"),
        ("trust,nan,Banks,Yearbook,,2025-06-01,", "column value"),
        ("trust,61,Banks,,,2025-06-01,", "column source"),
        ("trust,61,,Yearbook,,2025-06-01,", "column name"),
        ("trust,61,Banks,Yearbook,alchemy,2025-06-01,", "column industry"),
        ("trust,61,Banks,Yearbook,,1 June,", "Allowed: YYYY-MM-DD"),
        ("trust,61,Banks,Yearbook,,2025-06-01,0", "column n"),
    ],
)
def test_a_file_with_a_mistake_is_refused_whole_and_says_where(
    row: str, said: str, world: World, owner: Client
) -> None:
    answer = sent(owner, world, f"{HEAD}{row}\ntrust,50,Good,Yearbook,,2025-06-01,\n")
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not ReferenceFigure.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (HEAD.encode(), "There is no figure in this file."),
        (b"about,value\ntrust,3\n", "This column is missing."),
        (b"\xff\xfe\x00\xd8", "cannot be read"),
        ((HEAD + "trust,1,A,B,,2025-06-01,\n" * 501).encode(), "at most 500 figures"),
        (b"x" * 1_000_001, "larger than 1 MB"),
    ],
)
def test_what_is_no_such_file_is_refused(data: bytes, said: str, world: World, owner: Client) -> None:
    assert said in sent(owner, world, data).content.decode()
    assert not ReferenceFigure.objects.exists()


def test_one_by_hand_and_its_removal(world: World, consultant: Client, viewer: Client) -> None:
    url = reverse("references", args=[world.workspace.code])
    told = {"about": "decimal", "value": "7", "name": "All", "source": "Yearbook", "noted_on": "2025-01-01"}
    page = consultant.post(url, told).content.decode()
    assert "A decimal level goes from 0 to 6." in page and 'value="Yearbook"' in page
    consultant.post(url, {**told, "value": "2.5"})
    figure = ReferenceFigure.objects.get()
    assert "Yearbook" in viewer.get(url).content.decode() and "Add a figure" not in viewer.get(url).content.decode()
    remove = reverse("reference_remove", args=[world.workspace.code, figure.code])
    assert viewer.post(remove).status_code == 403
    assert consultant.post(remove).status_code == 302 and not ReferenceFigure.objects.exists()
    assert consultant.post(remove).status_code == 404


def test_two_who_remove_one_at_the_same_moment_are_one_removal(world: World, owner: Client) -> None:
    sent(owner, world, GOOD)
    seen_by_both = [ReferenceFigure.objects.latest("pk") for _both in range(2)]
    for each in seen_by_both:
        remove_reference(user=world.owner, reference=each)
    assert AuditEntry.objects.filter(act="reference-removed").count() == 1


def test_they_belong_to_one_workspace(world: World, owner: Client, stranger: Client) -> None:
    sent(owner, world, GOOD)
    figure = ReferenceFigure.objects.first()
    assert stranger.post(reverse("reference_remove", args=[world.elsewhere.code, figure.code])).status_code == 404
    assert "Yearbook" not in stranger.get(reverse("references", args=[world.elsewhere.code])).content.decode()


def test_a_workspace_keeps_no_more_than_it_may(world: World, owner: Client) -> None:
    ReferenceFigure.objects.bulk_create(
        ReferenceFigure(
            workspace=world.workspace, about="trust", value=1, name=f"N{at}", source="S", noted_on="2025-01-01"
        )
        for at in range(499)
    )
    assert "at most 500 reference figures" in sent(owner, world, GOOD).content.decode()
    assert ReferenceFigure.objects.count() == 499
