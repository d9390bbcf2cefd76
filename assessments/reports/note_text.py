"""A consultant’s note as paragraphs and lists: the two things that every form of the report can set."""

from __future__ import annotations

from typing import NamedTuple

BULLETS = ("- ", "* ", "• ", "– ")


class Block(NamedTuple):
    """A paragraph, or the points of a list where `points` has any."""

    text: str
    points: tuple[str, ...] = ()


def blocks(text: str) -> tuple[Block, ...]:
    """Every line that is not empty is a paragraph; lines that open with a dash or an asterisk make a list."""
    found: list[Block] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if not line.startswith(BULLETS):
            found.append(Block(line))
        elif found and found[-1].points:
            found[-1] = Block("", (*found[-1].points, line[2:].strip()))
        else:
            found.append(Block("", (line[2:].strip(),)))
    return tuple(found)
