"""What a person settles for a customer comment, on its way from the form to the table. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Handling:
    """What a person settled for a comment: everything they attached, who sees to it, and how far it is.

    `marks` is all of them, by kind; `owner` is the id of a person who may see the company; `replied_on` counts only
    with a reply.
    """

    marks: dict[str, Collection[str]] = field(default_factory=dict)
    owner: int | None = None
    reply: str = ""
    replied_on: datetime.date | None = None
    done: bool = False
