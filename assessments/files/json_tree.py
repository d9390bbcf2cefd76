"""Parsing of JSON that keeps what a plain parser loses: keys that stand twice, NaN and Infinity for what they are."""

from __future__ import annotations

import json
from collections import Counter
from math import isinf
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .problems import Place, Problems


class Pairs(dict[str, Any]):
    """A JSON object; `twice` lists the keys that stand in it more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _value in pairs) if len(self) < len(pairs) else {}
        self.twice = [key for key, count in counts.items() if count > 1]


class NotJson(str):
    """NaN, Infinity or -Infinity: Python reads them, JSON has no such numbers. Or a number too large to be kept."""


def _number(text: str) -> float | NotJson:
    number = float(text)
    return NotJson(text) if isinf(number) else number


def parse(data: bytes, place: Place, problems: Problems) -> Any:
    """The tree in `data`, UTF-8, UTF-16 or UTF-32; None after noting a problem."""
    try:
        text = data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
        return json.loads(text, object_pairs_hook=Pairs, parse_float=_number, parse_constant=NotJson)
    except UnicodeDecodeError as error:
        message = _("The file is not text in UTF-8 (byte %(byte)d). Save it as UTF-8.")
        problems.add(place, message % {"byte": error.start + 1})
    except json.JSONDecodeError as error:
        where = Place(
            place.file,
            row=error.lineno,
            column=pgettext("a column, by its number", "%(number)d") % {"number": error.colno},
        )
        problems.add(where, _("This is not valid JSON from here on."), text[error.pos : error.pos + 20])
    except RecursionError:
        problems.add(place, _("The entries are nested too deeply."))
    except ValueError:
        problems.add(place, _("The file holds a number that is too long to be an answer."))
    return None


def path(*parts: str | int) -> str:
    """The path of an entry as people write it: respondents[0].answers."""
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
