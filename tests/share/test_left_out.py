"""What is left out of a shared report is in none of its files either."""

from __future__ import annotations

import pytest
from django.urls import reverse

from assessments.views.shared_report import BOARD

from .conftest import Reader, Share


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
