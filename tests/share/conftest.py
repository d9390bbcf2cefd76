"""A report that is shared, and readers who have nothing but the link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from assessments.actions.share_links import make_share_link
from assessments.links import key_of
from assessments.models import Assessment, ShareLink
from tests.personas import World
from tests.review.people import answered

Share = Callable[..., ShareLink]
PASSWORD = "north-star-board"


@pytest.fixture
def share(world: World) -> Share:
    """Makes a link to the report of the world’s assessment, in which five people have answered."""
    answered(world.assessment, {"l1-accurate-facts": {"leaders": [3], "frontline": [1, 2, 2, 0]}}, note="Ask Ada Quill")
    Assessment.objects.filter(pk=world.assessment.pk).update(state="review")
    world.assessment.refresh_from_db()

    def made(**more: Any) -> ShareLink:
        told = {"user": world.owner, "assessment": world.assessment, "name": "The board", "language": "en"}
        return make_share_link(**{**told, **more})

    return made


class Reader(Client):
    """Somebody with a link and no account."""

    def follow(self, link: ShareLink) -> HttpResponse:
        """Open the link, as its script does."""
        return self.post(reverse("share_link"), {"key": key_of("share", link)}, follow=True)

    def report(self, link: ShareLink) -> HttpResponse:
        """Open its page again."""
        return self.get(reverse("shared", args=[link.code]))


@pytest.fixture
def guest(db: None) -> Reader:
    """A reader who has opened nothing yet."""
    return Reader()
