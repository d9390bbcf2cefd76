"""What the form above the portfolio offers, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ...content.loader import framework
from ...queries.portfolio import NONE, CompanyTally
from ...words.labels import INDUSTRIES, SIZES, STATES
from ...words.reader import reader_language


def pills(counts: CompanyTally) -> list[tuple[str, str, int]]:
    """The states to choose from, with how many companies are in each; those in none are left out."""
    names = {NONE: _("Not assessed"), **{key: str(name) for key, name in STATES.items()}}
    found = [(key, names[key], counts.states[key]) for key in names if key in counts.states]
    return [
        ("", pgettext("companies", "All"), counts.total),
        ("attention", _("Needs a look"), counts.attention),
        *found,
    ]


def choices() -> dict[str, Any]:
    """What the form offers: each filter, order and grouping with its words."""
    levels = [(str(at), f"{at} {name}") for at, name in enumerate(_level_names(), start=1)]
    return {
        "industry": [*INDUSTRIES.items(), (NONE, _("Not said"))],
        "size": [*SIZES.items(), (NONE, _("Not said"))],
        "level": [("0", _("None yet")), *levels, (NONE, _("Not rated"))],
        "sort": [
            ("latest", _("Latest round")),
            ("name", pgettext("of a thing", "Name")),
            ("level", _("Level")),
            ("trust", _("Trust")),
            ("change", pgettext("since the round before", "Change")),
            ("next", _("Next date")),
        ],
        "group": [("", _("Not grouped")), ("industry", _("By industry")), ("size", _("By size"))],
    }


def _level_names() -> Iterable[str]:
    return (each.name.to(reader_language()) for each in framework().levels)
