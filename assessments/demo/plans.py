"""The plans of the three clients: which steps were taken up, by whom and when, and work of their own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from .story import HERE


@dataclass(frozen=True, slots=True)
class Work:
    """A step that was taken up (`practice`), or work of one’s own (`title`); days count from today, None is none."""

    state: str
    practice: str = ""
    title: str = ""
    owner: str = ""
    mine: bool = False
    lane: str = ""
    effort: str = ""
    impact: str = ""
    signal: str = ""
    note: str = ""
    links: tuple[str, ...] = ()
    starts: int | None = None
    due: int | None = None
    done: int | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A gap the client lives with, why, and in how many days it looks again."""

    practice: str
    reason: str
    days: int


def plan(key: str) -> tuple[tuple[Work, ...], Accepted]:
    """The work of a client, in order, and the gap it lives with."""
    found = _told()[key]
    work = tuple(_work(each) for each in (*found["steps"], *found["own"]))
    return work, Accepted(**found["accepted"])


def _work(said: dict[str, Any]) -> Work:
    return Work(**{**said, "links": tuple(said.get("links", ()))})


@cache
def _told() -> dict[str, dict[str, Any]]:
    return tomllib.loads((HERE / "plans.toml").read_text(encoding="utf-8"))
