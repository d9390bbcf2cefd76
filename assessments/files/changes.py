"""What an upload would change, for the preview. Nothing is ever deleted by an upload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from ..maturity.answers import Answer


class Kind(StrEnum):
    """What an upload does to one practice."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """One practice of an upload: the answer there is (None where there is none) and the one there will be."""

    practice: str
    before: Answer | None
    after: Answer

    @property
    def kind(self) -> Kind:
        if self.before is None:
            return Kind.NEW
        return Kind.SAME if self.before == self.after else Kind.CHANGED


def changes(current: Mapping[str, Answer], incoming: Mapping[str, Answer]) -> tuple[Change, ...]:
    """What `incoming` does to `current`, in the order of `incoming`.

    Practices that `incoming` leaves out stay as they are, and so do a note and evidence it leaves empty.
    """
    return tuple(_change(practice, current.get(practice), answer) for practice, answer in incoming.items())


def _change(practice: str, before: Answer | None, answer: Answer) -> Change:
    if before is None:
        return Change(practice, None, answer)
    kept = replace(answer, note=answer.note or before.note, evidence=answer.evidence or before.evidence)
    return Change(practice, before, kept)
