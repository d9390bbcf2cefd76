"""What forms share that are read by hand: a number that our own page has put there, a text that is too long."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

NUMBER = re.compile(r"[0-9]{1,9}")


def number_in(data: Mapping[str, str], name: str) -> int:
    """A number that our own page has put into the form; 0 where it is none."""
    said = data.get(name, "")
    return int(said) if NUMBER.fullmatch(said) else 0


def too_long(text: str, limit: int) -> str:
    """What is said of a text of more than `limit` characters."""
    said = _("This text has %(length)s characters, %(limit)s are allowed. Please shorten it.")
    return said % {"length": f"{len(text):,}", "limit": f"{limit:,}"}
