"""How the columns of a file are to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..files.response_values import Order
from .roles import MEASURED


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The role of each column by its index (those without one are left out), and what no column says.

    `order` is that of day and month before a year; `touchpoint` and `measure` hold for rows without their own.
    """

    roles: Mapping[int, str]
    order: Order = ""
    touchpoint: str = ""
    measure: str = ""
    names: Mapping[int, str] = field(default_factory=dict)

    def at(self, role: str) -> int:
        """The index of the column with a role; -1 where there is none."""
        return next((index for index, each in self.roles.items() if each == role), -1)

    def all_at(self, *roles: str) -> list[tuple[int, str]]:
        """The columns with one of these roles."""
        return [(index, each) for index, each in sorted(self.roles.items()) if each in roles]

    @property
    def measured(self) -> list[tuple[int, str]]:
        """The columns that hold the scores of one measure."""
        return self.all_at(*MEASURED)

    def kept(self) -> dict[str, Any]:
        """As plain values."""
        roles = {str(index): role for index, role in self.roles.items() if role}
        return {"roles": roles, "order": self.order, "touchpoint": self.touchpoint, "measure": self.measure}

    @classmethod
    def of(cls, kept: Mapping[str, Any], columns: list[dict[str, Any]]) -> ColumnMap:
        """From plain values, with the names of the columns that there are."""
        names = {each["index"]: each["name"] or f"#{each['index'] + 1}" for each in columns}
        roles = {int(index): role for index, role in kept.get("roles", {}).items()}
        return cls(roles, kept.get("order", ""), kept.get("touchpoint", ""), kept.get("measure", ""), names)


def mapping_problems(columns: ColumnMap) -> list[str]:
    """What is missing or twice in a mapping, as keys: `date`, `score`, `measure`, `twice:<role>`."""
    found = []
    roles = [role for role in columns.roles.values() if role]
    if "date" not in roles:
        found.append("date")
    if not columns.measured and "score" not in roles and "comment" not in roles:
        found.append("score")
    if "score" in roles and "measure" not in roles and not columns.measure:
        found.append("measure")
    kinds = [MEASURED[role][0] if role in MEASURED else role for role in roles if role != "comment"]
    found += [f"twice:{each}" for each in dict.fromkeys(kinds) if kinds.count(each) > 1]
    return found
