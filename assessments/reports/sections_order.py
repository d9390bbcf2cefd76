"""Which sections a report shows, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .document import SECTIONS

LOCKED = ("certainty", "method")  # how sure the numbers are and how they were made: no report goes without
HIDDEN = "-"  # before the id of a section that a house style leaves out


def order_of(chosen: Sequence[str], absent: Collection[str] = ()) -> tuple[str, ...]:
    """The sections to show: those chosen, in their order, () for all; the locked ones always, what is absent never."""
    known = [each for each in dict.fromkeys(chosen) if each in SECTIONS] or list(SECTIONS)
    known += [each for each in LOCKED if each not in known]
    return tuple(each for each in known if each not in absent)
