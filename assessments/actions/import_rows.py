"""The rows of a file that is being imported, each under the id by which it is known again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import BinaryIO, cast

from django.utils import timezone, translation

from ..intake.faults import UnreadableError
from ..intake.mapping import ColumnMap
from ..intake.rows import Answered, RowReader, Wrong
from ..intake.seen import Seen
from ..intake.source import rows_of
from ..models import ImportRun

Read = tuple[int, Answered | list[Wrong] | None]
BATCH = 1000


def mapping_of(run: ImportRun) -> ColumnMap:
    """The mapping of a run, with the names of its columns."""
    return ColumnMap.of(run.mapping, run.columns)


def read_rows(run: ImportRun) -> Iterator[Read]:
    """Every row with anything in it: its number, and its answers, or what is wrong with it, or None for no answers.

    The same at every reading. What is wrong is said in the language of whoever imports. Raises UnreadableError.
    """
    # A day is over sooner in the east; what had not come yet when the file was chosen stays wrong.
    today = timezone.localdate(run.created_at) + timedelta(days=1)
    reader = RowReader(mapping_of(run), today)
    try:
        file = run.file.open("rb")
    except (FileNotFoundError, ValueError):
        raise UnreadableError("gone") from None
    language = run.started_by.language if run.started_by else "en"
    with closing(file), closing(Seen()) as seen:
        rows = rows_of(cast("BinaryIO", file))
        while True:
            with translation.override(language):
                line = next(rows, None)
                if line is None:
                    return
                if line[0] <= run.found["last"]:
                    continue
                said = reader.read(line)
            yield line[0], _numbered(said, seen) if isinstance(said, Answered) else said


def _numbered(said: Answered, seen: Seen) -> Answered:
    """A row without an id gets one that its contents make, and how often these have come."""
    return said if said.own_key else replace(said, key=f"row-{said.key}-{seen.times(said.key)}")
