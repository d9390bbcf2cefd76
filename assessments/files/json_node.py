"""A value in a JSON tree that knows the way to itself, so that every problem names its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from . import checks
from .json_tree import NotJson, Pairs, path
from .problems import Place, Problems


@dataclass(frozen=True, slots=True)
class Node:
    """A value, the file it is in and the keys that lead to it. What is wrong with it goes to `problems`."""

    value: Any
    file: Place
    way: tuple[str | int, ...]
    problems: Problems

    @property
    def place(self) -> Place:
        return replace(self.file, entry=path(*self.way))

    def at(self, key: str | int) -> Node:
        """The entry under a key, None where there is none; or an item of a list."""
        value = self.value[key] if isinstance(key, int) else self.value.get(key)
        return Node(value, self.file, (*self.way, key), self.problems)

    def refuse(self, message: str, allowed: str = "") -> None:
        """Notes what is wrong with this value."""
        self.problems.add(self.place, message, self.value, allowed)

    def is_object(self) -> bool:
        """Whether this is an object; notes keys that stand twice."""
        if not isinstance(self.value, Pairs):
            self.refuse(_("This is not a JSON object."), _("an object: {…}"))
            return False
        for key in self.value.twice:
            self.problems.add(self.at(key).place, _("This key occurs more than once in its object."), key)
        return True

    def is_list(self) -> bool:
        if not isinstance(self.value, list):
            self.refuse(_("This is not a JSON list."), _("a list: […]"))
            return False
        return True

    def keys_among(self, known: Iterable[str], required: Mapping[str, str] | None = None) -> None:
        """Notes keys nobody knows, and `required` keys that are missing, with what is allowed there."""
        words = tuple(known)
        for key in self.value:
            if key not in words:
                checks.unknown(key, words, _("This key is unknown."), self.at(key).place, self.problems)
        for key, allowed in (required or {}).items():
            if key not in self.value:
                self.problems.add(self.at(key).place, _("This key is missing."), allowed=allowed)

    def text(self, most: int, *, lines: bool = False) -> str:
        """A string of at most `most` characters; "" where there is none."""
        if self.value is None:
            return ""
        if not isinstance(self.value, str) or isinstance(self.value, NotJson):
            self.refuse(_("This is not a text."), _("a text in quotes"))
            return ""
        check = checks.within if lines else checks.line_within
        return check(self.value, most, self.place, self.problems)

    def word(self, among: Iterable[str], default: str = "", *, required: bool = False) -> str:
        """One of the words; `default` where there is none."""
        if self.value in (None, "") and not required:
            return default
        words = tuple(among)
        if self.value in words:
            return str(self.value)
        message = _("This is not one of the words we know.")
        if isinstance(self.value, str):
            checks.unknown(self.value, words, message, self.place, self.problems)
        else:
            self.refuse(message, ", ".join(words))
        return default

    def stage(self) -> int | None:
        """A whole number from 0 to 4; None after noting a problem."""
        if isinstance(self.value, int) and not isinstance(self.value, bool) and 0 <= self.value <= 4:
            return self.value
        allowed = _("a whole number from 0 to 4")
        if isinstance(self.value, float):
            self.refuse(_("A stage is a whole number, written without a decimal point."), allowed)
        else:
            self.refuse(_("This is not a stage."), allowed)
        return None
