"""What stands typed on the page of a house style while a file is taken in: it stays there, and is not saved by that."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest

from ...forms.meanwhile import SEEN
from ...forms.style import StyleForm
from ...forms.style_sections import rows_of, stored_from

FIELDS = ("name", "accent", "cover_line", "footer")


class Typed(NamedTuple):
    """The form as it was typed and the sections in their order; `unsaved` where that is not what is kept."""

    form: StyleForm
    stored: list[str]
    unsaved: bool


def as_typed(request: HttpRequest) -> StyleForm:
    """The form with what stands typed in it, and what it said when it was shown."""
    return StyleForm(initial={name: request.POST.get(name, "") for name in (*FIELDS, SEEN)})


def typed(request: HttpRequest, kept: Any) -> Typed | None:
    """What came along with a file or a move; None where nothing did."""
    if not any(name in request.POST for name in FIELDS):
        return None
    said = {name: request.POST.get(name, "") for name in FIELDS}
    stored = stored_from(request.POST)
    same = all(said[name].strip() == getattr(kept, name) for name in FIELDS)
    unsaved = not same or rows_of(stored) != rows_of(kept.sections)
    return Typed(as_typed(request), stored, unsaved)
