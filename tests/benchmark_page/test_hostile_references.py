"""Files of reference figures that are meant to break something are refused with their place."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from assessments.files.problems import FileProblems
from assessments.files.references import Figure, read_references
from assessments.models import ReferenceFigure
from tests.personas import World

HEAD = "about,value,name,source,industry,date,n\n"


def read(row: str) -> list[Figure]:
    return read_references("figures.csv", f"{HEAD}{row}\n".encode(), ["trust"], ["retail"])


@pytest.mark.parametrize("count", ["9" * 5000, "9" * 100_000, "1000000000", "0", "000", "-1", "+5", "1e3", "٥", "5.0"])
def test_what_is_no_count_of_companies(count: str) -> None:
    with pytest.raises(FileProblems) as refused:
        read(f"trust,50,N,S,,2026-01-01,{count}")
    assert "row 2, column n" in str(refused.value.problems[0])


@pytest.mark.parametrize(("said", "count"), [("5", 5), ("999999999", 999_999_999), ("0" * 5000 + "7", 7), ("", None)])
def test_counts(said: str, count: int | None) -> None:
    assert read(f"trust,50,N,S,,2026-01-01,{said}")[0].n == count


@pytest.mark.parametrize("value", ["9" * 100_000, "nan", "inf", "-1", "1e309", "101"])
def test_what_is_no_score(value: str) -> None:
    with pytest.raises(FileProblems):
        read(f"trust,{value},N,S,,2026-01-01,")


def test_the_page_says_so_and_keeps_nothing(world: World, owner: Client) -> None:
    file = SimpleUploadedFile("figures.csv", f"{HEAD}trust,50,N,S,,2026-01-01,{'9' * 5000}\n".encode())
    answer = owner.post(reverse("references", args=[world.workspace.code]), {"file": file})
    assert answer.status_code == 422 and "row 2, column n" in answer.content.decode()
    assert not ReferenceFigure.objects.exists()


@pytest.mark.parametrize("day", ["2026-W01-1", "20260101", "2026-1-1"])
def test_only_one_spelling_is_a_day(day: str) -> None:
    with pytest.raises(FileProblems) as refused:
        read(f"trust,50,N,S,,{day},")
    assert [each.message for each in refused.value.problems] == ["This is not a day."]
