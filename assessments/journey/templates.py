"""Journeys to start from: an online order, a service case, the onboarding of a business customer, in every language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ..content.loader import read_toml
from ..content.schema import LANGUAGES
from .faults import Fault, MapFaults, place
from .map import SCHEMA, JourneyMap
from .reading import Way, read

FOLDER = Path(__file__).parent.parent / "content" / "journeys"
TEMPLATES = ("online-order", "service-case", "b2b-onboarding")


@cache
def template(id: str, language: str) -> JourneyMap:
    """The template `id` (one of TEMPLATES) in a language of the content. Raises KeyError where there is none."""
    if id not in TEMPLATES or language not in LANGUAGES:
        raise KeyError(f"{id} in {language}")
    data = tomllib.loads((FOLDER / f"{id.replace('-', '_')}.toml").read_text(encoding="utf-8"))
    return _map(data, language)


def problems_in(folder: Path, practices: Collection[str] | None) -> Iterator[str]:
    """Every problem of the journeys in a folder, one line each: file, field, what is wrong.

    `practices` are the keys that opportunities may lead to; None where they are not known.
    """
    for id in TEMPLATES:
        problems: list[str] = []
        file = f"{id.replace('-', '_')}.toml"
        data = read_toml(folder / file, problems)
        if not problems:
            faults = list(_lacking(data)) or _faults(data, practices)
            problems = [f"{file}: {_from_one(str(each))}" for each in faults]
        yield from (f"{folder.name}/{each}" for each in problems)


def _map(data: dict[str, Any], language: str) -> JourneyMap:
    return read({"schema": SCHEMA, "kind": "actual", **_said(data, language)})


def _faults(data: dict[str, Any], practices: Collection[str] | None) -> list[Fault]:
    """What cannot be read as a map in some language, or leads to no practice; each once."""
    found: dict[str, Fault] = {}
    for language in LANGUAGES:
        try:
            stages = _map(data, language).stages
        except MapFaults as error:
            found |= {str(each): each for each in error.faults}
            continue
        for way, practice in (
            (("stages", s, "touchpoints", t, "opportunities", o, "practice"), opportunity.practice)
            for s, stage in enumerate(stages)
            for t, touchpoint in enumerate(stage.touchpoints)
            for o, opportunity in enumerate(touchpoint.opportunities)
        ):
            if practices is not None and practice and practice not in practices:
                fault = Fault(place(way), "among", practice, "the practices of the framework")
                found[str(fault)] = fault
    return list(found.values())


def _lacking(node: Any, way: Way = ()) -> Iterator[Fault]:
    """The texts that do not stand there in every language."""
    if isinstance(node, list):
        for index, each in enumerate(node):
            yield from _lacking(each, (*way, index))
    elif isinstance(node, dict) and node.keys() & set(LANGUAGES):
        for language in LANGUAGES:
            if not str(node.get(language, "")).strip():
                yield Fault(place((*way, language)), "empty" if language in node else "missing")
    elif isinstance(node, dict):
        for key, each in node.items():
            yield from _lacking(each, (*way, key))


def _from_one(text: str) -> str:
    """A place as people count who read the file: entries of the content are numbered from one."""
    return re.sub(r"\[(\d+)\]", lambda found: f"[{int(found[1]) + 1}]", text)


def _said(node: Any, language: str) -> Any:
    """The tree with each text in one language."""
    if isinstance(node, list):
        return [_said(each, language) for each in node]
    if not isinstance(node, dict):
        return node
    if node.keys() == set(LANGUAGES):
        return node[language]
    return {key: _said(each, language) for key, each in node.items()}
