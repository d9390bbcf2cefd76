"""What the framework offers to choose from, by name in the reader’s language; called whenever a field is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from ..content.loader import framework
from ..content.schema import Framework
from ..words.reader import reader_language


def group_choices() -> list[tuple[str, str]]:
    """Whose view somebody gives."""
    language = reader_language()
    return [(each.id, each.title.to(language)) for each in framework().groups]


def dimension_choices() -> list[tuple[str, str]]:
    """Levels and factors."""
    language = reader_language()
    return [(each.id, each.name.to(language)) for each in framework().dimensions]


def practice_choices(frame: Framework | None = None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every practice under its level or factor, of the current framework unless another is given."""
    language = reader_language()
    return [
        (each.name.to(language), [(practice.id, practice.title.to(language)) for practice in each.practices])
        for each in (frame or framework()).dimensions
    ]


def flag_choices(without: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The red flags, less those that are left out."""
    language, left_out = reader_language(), {*without}
    return [(each.id, each.title.to(language)) for each in framework().red_flags if each.id not in left_out]
