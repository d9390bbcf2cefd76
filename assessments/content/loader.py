"""Reads a framework folder into a Framework, or says everything that is wrong with it: file, entry, field."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .integrity import problems_between
from .schema import Framework

HERE = Path(__file__).parent
CURRENT = ("cx-pyramid", 1)
MORE: list[Path] = []  # other folders that hold versions; a test adds one of its own
COLLECTIONS = ("metrics", "red_flags", "lenses")
ENTRY_LISTS = (*COLLECTIONS, "dimensions", "practices", "not_applicable_reasons", "groups", "bands", "customer_items")
MENDING = {
    "missing": "is missing; add it",
    "extra_forbidden": "is no field of the content; remove it or correct its name",
    "string_too_short": "is empty; write it",
    "string_too_long": "is longer than {max_length} characters; shorten it",
    "string_type": "must be text; write it in quotes",
    "string_pattern_mismatch": "must be letters, digits and single hyphens, and begin with a letter",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number, without quotes or a point",
    "float_type": "must be a number, without quotes",
    "tuple_type": "must be a list",
    "model_type": "must be a table of fields",
    "too_short": "has {actual_length} entries; it takes at least {min_length}",
    "too_long": "has {actual_length} entries; it takes at most {max_length}",
}
UNQUOTED = ("extra_forbidden", "string_too_short")  # what was found there tells nothing


class ContentError(Exception):
    """Something is wrong with the content. `problems` holds one line each: file, entry, field, what and how to mend."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@cache
def framework(id: str = CURRENT[0], version: int = CURRENT[1]) -> Framework:
    """A published framework of this installation. Raises KeyError where there is none of that id and version."""
    name = f"{_folder(id)}{version}"
    for folder in published():
        if folder.name == name:
            result = load(folder)
            if (result.id, result.version) == (id, version):
                return result
    raise KeyError(f"{id} version {version}")


def published() -> list[Path]:
    """The folders of every framework version that ships with the product."""
    return sorted(path.parent for root in (HERE, *MORE) for path in root.glob("*/framework.toml"))


@cache
def newest(id: str) -> int:
    """The number of the newest version of a framework. Raises KeyError where there is none."""
    start = _folder(id)
    numbers = [path.name.removeprefix(start) for path in published() if path.name.startswith(start)]
    if not numbers:
        raise KeyError(id)
    return max(int(each) for each in numbers)


def _folder(id: str) -> str:
    """How the folders of a framework’s versions begin: `cx_pyramid_v`."""
    return f"{id.replace('-', '_')}_v"


def load(folder: Path) -> Framework:
    """The framework in `folder`; raises ContentError with every problem found."""
    if not folder.is_dir():
        raise ContentError([f"{folder}: no such folder; name the one that holds framework.toml"])
    problems: list[str] = []
    data = _assemble(folder, problems)
    if problems:
        raise ContentError(problems)
    try:
        result = Framework.model_validate(data)
    except ValidationError as error:
        raise ContentError(explain(error, data)) from None
    if problems := list(problems_between(result)):
        raise ContentError(problems)
    return result


def _assemble(folder: Path, problems: list[str]) -> dict[str, Any]:
    """The files of a folder as one tree, in the order `dimensions_order` gives."""
    data = read_toml(folder / "framework.toml", problems)
    found = data.get("dimensions", [])
    dimensions = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    names = [each.get("id") for each in dimensions]
    if data.pop("dimensions_order", []) != names:
        problems.append("framework.toml: dimensions_order: must name the entries of [[dimensions]] in their order")
    for number, (each, name) in enumerate(zip(dimensions, names, strict=True), start=1):
        if isinstance(name, str):
            each["practices"] = _read_list(folder / f"{name}.toml", "practices", problems)
        else:
            problems.append(f"framework.toml: dimensions #{number}: id: is missing; add it")
    for name in COLLECTIONS:
        data[name] = _read_list(folder / f"{name}.toml", name, problems)
    if names:
        problems += [
            f"{file.name}: belongs to no dimension; name it in dimensions_order and [[dimensions]], or remove the file"
            for file in sorted(folder.glob("*.toml"))
            if file.stem not in ("framework", *names, *COLLECTIONS)
        ]
    return data


def _read_list(file: Path, name: str, problems: list[str]) -> Any:
    """The entries of a file that holds one list and nothing else."""
    data = read_toml(file, problems)
    problems += [
        f"{file.name}: {key}: does not belong here; entries begin with [[{name}]]" for key in data if key != name
    ]
    return data.get(name, [])


def read_toml(file: Path, problems: list[str]) -> dict[str, Any]:
    """What a TOML file holds; nothing, and a line more in `problems`, where it cannot be read."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        problems.append(f"{file.name}: the file is missing; add it")
    except OSError as error:
        problems.append(f"{file.name}: cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(f"{file.name}: line {line}: is not UTF-8; save the file as UTF-8")
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{file.name}: not valid TOML: {error}; correct it there or just before")
    return {}


def explain(error: ValidationError, data: dict[str, Any], file: str = "framework.toml") -> list[str]:
    """Pydantic's errors as `file: entry: field: what and how to mend`; `file` is where the tree begins."""
    return [_explain(each, data, file) for each in error.errors() if not _counts_the_sound_alone(each)]


def _counts_the_sound_alone(error: Any) -> bool:
    """A list that is long enough is called too short where entries of it are damaged, which is said already."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def _explain(error: Any, data: dict[str, Any], file: str) -> str:
    file, entry, field = _place(error["loc"], data, file)
    said = error["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
    what = MENDING[error["type"]].format(**error.get("ctx", {})) if error["type"] in MENDING else said
    if error["type"] not in UNQUOTED and not isinstance(error["input"], dict | list | tuple):
        what += f" (found {error['input']!r:.80})"
    return ": ".join(part for part in (file, entry, field, what) if part)


def _place(location: tuple[str | int, ...], data: Any, file: str) -> tuple[str, str, str]:
    """The file, entry and field of an error. Entries without an id, and items within a field, count from one."""
    entry, field, list_name = "", "", ""
    node = data
    for part in location:
        node = _inside(node, part)
        if isinstance(part, str):
            if part in COLLECTIONS:
                file = f"{part}.toml"
            elif part == "practices" and list_name == "dimensions":
                file = f"{entry}.toml"
            list_name, field = part, f"{field}.{part}" if field else part
        elif field == list_name and list_name in ENTRY_LISTS:
            id_ = node.get("id") if isinstance(node, dict) else None
            entry, field = (id_ if isinstance(id_, str) else f"{list_name} #{part + 1}"), ""
        else:
            field += f"[{part + 1}]"
    return file, entry, field


def _inside(node: Any, part: str | int) -> Any:
    try:
        return node[part]
    except (KeyError, IndexError, TypeError):
        return None
