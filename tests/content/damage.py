"""Copies of the published framework with something broken in them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from assessments.content.loader import published

PUBLISHED = published()[0]
Damage = Callable[[Path], object]


def copy(to: Path, *damages: Damage) -> Path:
    """A copy of the published framework under `to`, damaged."""
    folder = to / "content"
    shutil.copytree(PUBLISHED, folder)
    for damage in damages:
        damage(folder)
    return folder


def write(file: str, text: str) -> Damage:
    """Makes `text` the whole of a file."""
    return lambda folder: (folder / file).write_text(text, encoding="utf-8")


def add(file: str, text: str) -> Damage:
    """Adds a line at the end of a file."""

    def damage(folder: Path) -> None:
        path = folder / file
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")

    return damage


def remove(file: str) -> Damage:
    return lambda folder: (folder / file).unlink()


def line(file: str, entry: str, start: str, to: str | None, number: int = 1) -> Damage:
    """Replaces the `number`th line after `id = "entry"` that begins with `start`; None drops it."""

    def damage(folder: Path) -> None:
        path = folder / file
        lines = path.read_text(encoding="utf-8").splitlines()
        begin = lines.index(f'id = "{entry}"') if entry else 0
        places = [place for place in range(begin, len(lines)) if lines[place].startswith(start)]
        lines[places[number - 1] : places[number - 1] + 1] = [] if to is None else [to]
        path.write_text("\n".join(lines), encoding="utf-8")

    return damage


def same(file: str, entry: str, start: str) -> Damage:
    """Makes the second line after `id = "entry"` that begins with `start` say what the first says."""

    def damage(folder: Path) -> None:
        lines = (folder / file).read_text(encoding="utf-8").splitlines()
        begin = lines.index(f'id = "{entry}"')
        said = next(each for each in lines[begin:] if each.startswith(start))
        line(file, entry, start, said, number=2)(folder)

    return damage
