"""Reads a framework folder into a Framework, or says everything that is wrong with it: file, entry, field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .integrity import problems_between
from .schema import Framework

HERE = Path(__file__).parent
CURRENT = ("cx-pyramid", 1)
COLLECTIONS = ("metrics", "red_flags", "lenses")


class ContentError(Exception):
    """Something is wrong with the content. `problems` holds one line each: file, entry, field, what and how to mend."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@cache
def framework(id: str = CURRENT[0], version: int = CURRENT[1]) -> Framework:
    """A published framework of this installation. Raises KeyError where there is none of that id and version."""
    folder = HERE / f"{id.replace('-', '_')}_v{version}"
    if not (folder / "framework.toml").is_file():
        raise KeyError(f"{id} version {version}")
    return load(folder)


def published() -> list[Path]:
    """The folders of every framework version that ships with the product."""
    return sorted(path.parent for path in HERE.glob("*/framework.toml"))


def load(folder: Path) -> Framework:
    """The framework in `folder`; raises ContentError with every problem found."""
    problems: list[str] = []
    data = _assemble(folder, problems)
    if problems:
        raise ContentError(problems)
    try:
        result = Framework.model_validate(data)
    except ValidationError as error:
        raise ContentError([_place(each, data) for each in error.errors()]) from None
    if problems := list(problems_between(result)):
        raise ContentError(problems)
    return result


def _assemble(folder: Path, problems: list[str]) -> dict[str, Any]:
    """The files of a folder as one tree, in the order `dimensions_order` gives."""
    data = _read(folder / "framework.toml", problems)
    order = data.pop("dimensions_order", [])
    dimensions = data.get("dimensions", [])
    if order != [each.get("id") for each in dimensions]:
        problems.append("framework.toml: dimensions_order: must name the entries of [[dimensions]] in their order")
    for each in dimensions:
        file = folder / f"{each.get('id')}.toml"
        each["practices"] = _read(file, problems).get("practices", [])
    for name in COLLECTIONS:
        data[name] = _read(folder / f"{name}.toml", problems).get(name, [])
    return data


def _read(file: Path, problems: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.append(f"{file.name}: the file is missing")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(f"{file.name}: not valid TOML in UTF-8: {error}")
    return {}


def _place(error: Any, data: dict[str, Any]) -> str:
    """One pydantic error as `file: entry: field: message`."""
    location = list(error["loc"])
    file = "framework.toml"
    if location and location[0] in COLLECTIONS:
        file = f"{location[0]}.toml"
    if len(location) > 2 and location[0] == "dimensions" and location[2] == "practices":
        file = f"{data['dimensions'][location[1]]['id']}.toml"
    entry = " ".join(_entries(location, data))
    field = ".".join(str(part) for part in location if not isinstance(part, int))
    place = ": ".join(part for part in (file, entry, field) if part)
    found = f" (found {error['input']!r:.80})" if error["type"] != "missing" else ""
    return f"{place}: {error['msg']}{found}"


def _entries(location: list[Any], data: Any) -> Iterator[str]:
    """The ids (or numbers, counted from one) of the list entries on the way to an error."""
    node = data
    for part in location:
        try:
            node = node[part]
        except (KeyError, IndexError, TypeError):
            return
        if isinstance(part, int):
            yield str(node.get("id", f"#{part + 1}")) if isinstance(node, dict) else f"#{part + 1}"
