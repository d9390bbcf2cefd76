"""What is wrong with a map: where, what was found, what is allowed. The words for people are the shell's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal[
    "missing", "unknown", "empty", "object", "list", "text", "number", "whole", "yes-no", "day", "outside",
    "among", "long", "many", "twice", "table", "quotes", "short",
]  # fmt: skip
SAYS: dict[Kind, str] = {
    "missing": "is missing",
    "unknown": "is no key we know",
    "empty": "is empty",
    "object": "is not an object",
    "list": "is not a list",
    "text": "is not a text",
    "number": "is not a number",
    "whole": "is not a whole number",
    "yes-no": "is neither true nor false",
    "day": "is not a day",
    "outside": "is outside",
    "among": "is not among",
    "long": "is too long",
    "many": "has too many entries",
    "twice": "stands twice",
    "table": "is not a table with a header of our columns",
    "quotes": "begins what cannot be read: quotes are not closed or not doubled",
    "short": "has more entries than the column it belongs to",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `place` such as `stages[2].touchpoints[0].emotion.value`; `allowed` such as `-2..2`.

    In a table `place` is the name of a column, "" for a whole row, and `row` counts from one, the header being row 1.
    """

    place: str
    kind: Kind
    found: Any = None
    allowed: str = ""
    row: int | None = None

    def __str__(self) -> str:
        where = self.place if self.row is None else f"row {self.row}{self.place and f', column {self.place}'}"
        shown = "" if self.found is None or isinstance(self.found, (dict, list)) else f"{self.found!s:.60} "
        return f"{where}: {shown}{SAYS[self.kind]}{self.allowed and f' {self.allowed}'}"


class MapFaults(ValueError):
    """A map was refused; `faults` are all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def place(way: Iterable[str | int]) -> str:
    """The way to an entry as people write it: stages[0].name; `map` for the whole."""
    text = ""
    for part in way:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text or "map"
