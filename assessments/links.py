"""Links that let somebody in without an account: personal ones, those of a group, a workshop, an invitation, a survey,
a shared report.

A link ends in `#` and a key. Browsers send nothing that stands after `#`, so a key is in no log and in no referrer;
a page of ours hands it over in the body of a form. A key is the row's code with a signature made with SECRET_KEY: no
table holds one, and a higher version of the row revokes those of before.
"""

from __future__ import annotations

import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from hmac import compare_digest
from typing import Literal, NamedTuple, Protocol

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

Page = Literal["respondent", "group", "workshop", "invitation", "survey", "share"]
Kind = Page | Literal["stop", "calendar"]  # which programs open, that send nothing after `#`: the key is in the path
PAGES: dict[Page, str] = {
    "respondent": "own_link",
    "group": "join",
    "workshop": "workshop_join",
    "invitation": "invitation",
    "survey": "survey_link",
    "share": "share_link",
}
SIGNATURE = 16  # bytes: nobody guesses one of 2^128
LENGTH = 43  # of 32 bytes in base 64, without its padding


class Linked(Protocol):
    """A row that a link leads to."""

    @property
    def code(self) -> uuid.UUID: ...
    @property
    def link_version(self) -> int: ...


class Coded(NamedTuple):
    """A row of which nothing is known but what its link is made of; without a version, one that nothing revokes."""

    code: uuid.UUID
    link_version: int = 0


def key_of(kind: Kind, row: Linked) -> str:
    """The key of a row as it is now: 43 letters, digits, hyphens and underscores."""
    return _key(kind, row.code, row.link_version, settings.SECRET_KEY)


def path_to(kind: Page, row: Linked) -> str:
    """The page that takes the key of such a row, with the key after `#`: a link, but for the site before it."""
    return f"{reverse(PAGES[kind])}#{key_of(kind, row)}"


def key_in(text: str) -> str:
    """The key in what somebody hands over: a whole link, or the key alone."""
    return text.strip().rpartition("#")[2].strip()


def code_in(key: str) -> uuid.UUID | None:
    """The code of the row that a key is for, None where it is no key. It proves nothing: ask `fits` then."""
    if len(key) != LENGTH:
        return None
    try:
        return uuid.UUID(bytes=urlsafe_b64decode(f"{key}=")[:16])
    except (Error, ValueError):  # what is no letter of base 64 is passed over, and leaves too little
        return None


def fits(kind: Kind, row: Linked, key: str) -> bool:
    """Whether this is the row's key, made with the secret of now or one of those it replaces."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(
        compare_digest(_key(kind, row.code, row.link_version, each).encode(), key.encode("utf-8", "replace"))
        for each in secrets
    )


def _key(kind: Kind, code: uuid.UUID, version: int, secret: str | bytes) -> str:
    mac = salted_hmac(f"assessments.links.{kind}", f"{code.hex}.{version}", secret=secret, algorithm="sha256")
    return urlsafe_b64encode(code.bytes + mac.digest()[:SIGNATURE]).decode().rstrip("=")
