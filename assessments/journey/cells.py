"""The cells of a journey table: lists in one cell, numbers, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

FORMULA = re.compile("'*[=+@\\-\t\r＝＋＠－]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d+)", re.ASCII)
LONGEST = 40  # characters of a number: Python refuses to read thousands of digits
PART = re.compile(r"(?:\\[\\|]|[^|])*")
YES = {"true": True, "yes": True, "1": True, "是": True, "false": False, "no": False, "0": False, "否": False}


def joined(items: Iterable[str]) -> str:
    """Several texts in one cell: a | b. A bar within a text is written \\|, a backslash \\\\."""
    return " | ".join(each.strip().replace("\\", r"\\").replace("|", r"\|") for each in items)


def split(cell: str) -> list[str]:
    """The texts of one cell, "" for one that was left out; none for an empty cell."""
    if not cell.strip():
        return []
    parts: list[str] = []
    rest = 0
    while rest <= len(cell):
        found = PART.match(cell, rest)
        assert found is not None  # noqa: S101 - the pattern matches nothing at all, too
        parts.append(re.sub(r"\\([\\|])", r"\1", found[0]).strip())
        rest = found.end() + 1
    return parts


def guarded(cell: str) -> str:
    """`cell` with an apostrophe before it where a spreadsheet would take it for a formula. Plain numbers are none."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """`cell` without the apostrophe that `guarded` put before it."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def number(cell: str) -> float | str | None:
    """A number as people write it, 40% for 0.4 and a decimal comma among them; other text stays text; "" is None."""
    text = cell.strip().replace("−", "-")
    if text.endswith(("%", "％")):
        share = number(text[:-1])
        return share / 100 if isinstance(share, (int, float)) else cell
    text = DECIMAL_COMMA.sub(r"\1.\2", text) if DECIMAL_COMMA.fullmatch(text) else text
    if len(text) > LONGEST or not NUMBER.fullmatch(text):
        return cell.strip() or None
    return float(text) if any(each in text for each in ".eE") else int(text)


def shown(value: object) -> str:
    """A value as a cell."""
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
