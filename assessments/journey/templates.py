"""Journeys to start from: an online order, a service case, the onboarding of a business customer, in every language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ..content.schema import LANGUAGES
from .map import SCHEMA, JourneyMap
from .reading import read

FOLDER = Path(__file__).parent.parent / "content" / "journeys"
TEMPLATES = ("online-order", "service-case", "b2b-onboarding")


@cache
def template(id: str, language: str) -> JourneyMap:
    """The template `id` (one of TEMPLATES) in a language of the content. Raises KeyError where there is none."""
    if id not in TEMPLATES or language not in LANGUAGES:
        raise KeyError(f"{id} in {language}")
    data = tomllib.loads((FOLDER / f"{id.replace('-', '_')}.toml").read_text(encoding="utf-8"))
    return read({"schema": SCHEMA, "kind": "actual", **_said(data, language)})


def _said(node: Any, language: str) -> Any:
    """The tree with each text in one language."""
    if isinstance(node, list):
        return [_said(each, language) for each in node]
    if not isinstance(node, dict):
        return node
    if node.keys() == set(LANGUAGES):
        return node[language]
    return {key: _said(each, language) for key, each in node.items()}
