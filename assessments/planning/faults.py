"""What is wrong with written targets: where, what was found, what is allowed. The words for people are the shell's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

FaultKind = Literal["empty", "unknown", "twice", "whole", "number", "among", "day"]
SAYS: dict[FaultKind, str] = {
    "empty": "name at least one target, such as level=3,trust=60",
    "unknown": "is neither level, trust, band, by nor the id of a dimension or practice",
    "twice": "stands twice",
    "whole": "is not a whole number in",
    "number": "is not a number above 0 and at most 100",
    "among": "is not among",
    "day": "is not a day written as",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: the `key` before the equals sign, what was `found` after it, what is `allowed`."""

    kind: FaultKind
    key: str = ""
    found: str = ""
    allowed: str = ""

    def __str__(self) -> str:
        if self.kind == "empty":
            return SAYS[self.kind]
        about = f"{self.key!r:.60}" if self.kind in ("unknown", "twice") else f"{self.key}: {self.found!r:.60}"
        return " ".join(filter(None, (about, SAYS[self.kind], self.allowed)))


class TargetFaults(ValueError):
    """Targets were refused; `faults` are all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
