"""Every text and every number of a report document, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from assessments.reports.document import Number, ReportDocument

RAW = {"facts", "card", "recommendations"}


def walk(value: Any) -> Iterator[Any]:
    """Every value below a document, depth first, without the raw numbers that travel beside the text."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            if not (isinstance(value, ReportDocument) and field.name in RAW):
                yield from walk(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from walk(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from walk(each)


def texts(document: ReportDocument) -> list[str]:
    return [each for each in walk(document) if isinstance(each, str)]


def numbers(document: ReportDocument) -> list[Number]:
    return [each for each in walk(document) if isinstance(each, Number)]
