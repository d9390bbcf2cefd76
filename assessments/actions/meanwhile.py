"""Nobody overwrites what somebody else has changed since it was read, even where both save at the same moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model


class MeanwhileChanged(Exception):
    """It is not as it was when it was read: somebody must look again before anything is written."""


def still_as_read(row: Model, read: Model, wanted: Mapping[str, Any]) -> None:
    """Raise MeanwhileChanged where the locked `row` says in a field neither what it said when `read`, nor what is
    `wanted`."""
    for name, value in wanted.items():
        if getattr(row, name) not in (getattr(read, name), value):
            raise MeanwhileChanged
