"""Drawings that ask for endless work, or break the typesetter, end alone: the app goes on, and says why."""

from __future__ import annotations

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assessments.files.logo import LogoRefused, checked_logo
from assessments.reports.renderers.drawing_png import drawing_png
from tests.personas import World

from .files import svg

# Units so small that the typesetter gives up and would take the whole process with it.
TINY = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0.00001 10000"><rect width="1" height="10000"/></svg>'
WITHIN = 40  # seconds, on a busy machine: without an end these take hours


def patterns(depth: int = 9, copies: int = 20) -> bytes:
    """A pattern of twenty patterns of twenty patterns: no element is copied, and it never comes to an end."""
    made = "".join(
        f'<pattern id="p{at}" width="9" height="9" patternUnits="userSpaceOnUse">'
        + f'<rect width="9" height="9" fill="url(#p{at + 1})"/>' * copies
        + "</pattern>"
        for at in range(depth)
    )
    return svg(f'<defs>{made}</defs><rect width="60" height="20" fill="url(#p0)"/>')


@pytest.mark.parametrize("drawing", [TINY, patterns()], ids=["tiny", "patterns"])
def test_it_is_refused_with_a_reason_and_in_time(drawing: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(LogoRefused, match="PNG"):
        checked_logo(drawing, drawing_png)
    assert time.monotonic() - began < WITHIN


def test_the_page_says_so(world: World, client) -> None:
    client.force_login(world.owner)
    path = reverse("style_upload", args=[world.workspace.code, "logo"])
    answer = client.post(path, {"file-logo": SimpleUploadedFile("logo.svg", TINY, "image/svg+xml")})
    assert answer.status_code == 422 and "cannot be drawn" in answer.content.decode()
