"""What was kept can be read for good: no value of the report asks for a field that milestones of before do not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args

from assessments.reports.codec import _defaults, _hints
from assessments.reports.document import ReportDocument

KEPT = Path(__file__).with_name("kept_fields.txt")


def needed() -> dict[str, set[str]]:
    """The fields without a default of every value that a document is made of, by its name."""
    return {kind.__name__: {name for name in _hints(kind) if name not in _defaults(kind)} for kind in kinds()}


def kinds() -> set[Any]:
    found: set[Any] = set()
    todo = [ReportDocument]
    while todo:
        kind = todo.pop()
        if kind not in found:
            found.add(kind)
            todo += [each for hint in _hints(kind).values() for each in inside(hint)]
    return found


def inside(hint: Any) -> Iterator[Any]:
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        yield hint
    for each in get_args(hint):
        yield from inside(each)


def test_a_field_that_is_new_has_a_default() -> None:
    """To let a first release know them, write `needed()` to kept_fields.txt: a line for each value, name and fields."""
    before = {
        name: set(rest.split()) for name, _, rest in (line.partition(":") for line in KEPT.read_text().splitlines())
    }
    new = {name: fields - before[name] for name, fields in needed().items() if name in before}
    assert {name: fields for name, fields in new.items() if fields} == {}
