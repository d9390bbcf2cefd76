"""A plan as CSV: our own, and as the importers of Jira, Asana, Trello and Microsoft Planner expect it.

docs/plan-exports.md says where the columns come from. All texts are guarded against spreadsheets.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from .text import clean, guarded, one_line

SUMMARY, CARD, TASK = 255, 512, 255  # as many characters as the tools take for a title
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Task(NamedTuple):
    """An item as other tools see it: `lane`, `practice` and `about` (the description) are words."""

    code: str
    title: str
    about: str
    lane: str
    practice: str
    labels: tuple[str, ...]
    owner: str
    email: str
    state: str
    impact: str
    effort: str
    starts: date | None
    due: date | None


Row = Sequence[str]
Columns = tuple[tuple[str, Callable[[Task], str]], ...]

STATUS: Final[Mapping[str, Mapping[str, str]]] = {
    "jira": {"open": "To Do", "doing": "In Progress", "done": "Done"},
    "planner": {"open": "Not started", "doing": "In progress", "done": "Completed"},
}
PRIORITY: Final[Mapping[str, Mapping[str, str]]] = {
    "jira": {"S": "Low", "M": "Medium", "L": "High", "": "Medium"},
    "planner": {"S": "Low", "M": "Medium", "L": "Important", "": "Medium"},
}


def jira_day(day: date | None) -> str:
    """A day in the pattern that Jira’s importer proposes, dd/MMM/yy h:mm a, whatever our language is."""
    return f"{day.day:02}/{MONTHS[day.month - 1]}/{day.year % 100:02} 12:00 AM" if day else ""


def asana_day(day: date | None) -> str:
    """A day as MM/DD/YYYY."""
    return f"{day.month:02}/{day.day:02}/{day.year}" if day else ""


def iso_day(day: date | None) -> str:
    """A day as YYYY-MM-DD."""
    return day.isoformat() if day else ""


def label_of(words: str) -> str:
    """A label of Jira: no spaces in it."""
    return "-".join(words.split())


JIRA: Final[Columns] = (
    ("Summary", lambda task: task.title[:SUMMARY]),
    ("Issue Type", lambda _task: "Task"),
    ("Status", lambda task: STATUS["jira"][task.state]),
    ("Priority", lambda task: PRIORITY["jira"][task.impact]),
    ("Description", lambda task: task.about),
    ("Assignee", lambda task: task.email),
    ("Start date", lambda task: jira_day(task.starts)),
    ("Due Date", lambda task: jira_day(task.due)),
    ("Labels", lambda _task: "cx-maturity"),
    ("Labels", lambda task: label_of(task.lane)),
    ("Labels", lambda task: label_of(task.practice)),
)
ASANA: Final[Columns] = (
    ("Name", lambda task: task.title),
    ("Description", lambda task: task.about),
    ("Section", lambda task: task.lane),
    ("Assignee", lambda task: task.email),
    ("Start Date", lambda task: asana_day(task.starts)),
    ("Due Date", lambda task: asana_day(task.due)),
    ("Effort", lambda task: task.effort),
    ("Impact", lambda task: task.impact),
)
TRELLO: Final[Columns] = (
    ("Card Name", lambda task: task.title[:CARD]),
    ("Card Description", lambda task: task.about),
    ("Labels", lambda task: ", ".join(task.labels)),
    ("Members", lambda _task: ""),
    ("Due Date", lambda task: iso_day(task.due)),
    ("Start Date", lambda task: iso_day(task.starts)),
    ("List Name", lambda task: task.lane),
)
PLANNER: Final[Columns] = (
    ("Task Name", lambda task: task.title[:TASK]),
    ("Bucket Name", lambda task: task.lane),
    ("Progress", lambda task: STATUS["planner"][task.state]),
    ("Priority", lambda task: PRIORITY["planner"][task.impact]),
    ("Assigned To", lambda task: task.email),
    ("Start Date", lambda task: iso_day(task.starts)),
    ("Due Date", lambda task: iso_day(task.due)),
    ("Notes", lambda task: task.about[:2048]),
)
TOOLS: Final[Mapping[str, Columns]] = {"jira": JIRA, "asana": ASANA, "trello": TRELLO, "planner": PLANNER}


def tool_csv(tool: str, tasks: Iterable[Task]) -> bytes:
    """The tasks for one of TOOLS: UTF-8 without a mark, since importers take it for a part of the first heading."""
    columns = TOOLS[tool]
    rows = ([_cell(value(task)) for _name, value in columns] for task in tasks)
    return _csv([name for name, _value in columns], rows).encode()


def own_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Our own: every field under its name, in UTF-8 with the mark spreadsheets know it by."""
    cells = ([_cell("" if each is None else str(each)) for each in row] for row in rows)
    return _csv(columns, cells).encode("utf-8-sig")


def _csv(names: Row, rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows(rows)
    return text.getvalue()


def _cell(value: str) -> str:
    return guarded(clean(value) if "\n" in value else one_line(value))
