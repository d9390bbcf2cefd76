"""What kept results are made of, and pieces of SQL that tell whether that is still the same, without reading it.

What is kept (a report, the scores of rounds) is kept under a text of what it was made of: the row of the assessment,
who answers with which answers, and the rows of the tables that are named here. Such a text has to be another one after
every change that has been committed, in whatever order: how many rows there are and the latest of their times is not
enough, since of two transactions that overlap the one that took its time first may end last.

Whoever lets a score or a report read one more table names it here (tests/answering/test_made_of.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

OF_ROUND, OF_COMPANY, OF_WORKSPACE = "e.assessment_id = b.id", "e.company_id = b.company_id", "TRUE"


class VersionedRows(NamedTuple):
    """Rows of a table of which there are few: which, `e`, go with the assessment `b`, and their `version`, a number or
    a time that every write of a row sets."""

    of: str
    version: str


# By table. A red flag is written once and closed once, an agreed stage that is taken back stays as a row.
SCORES = {
    "agreedstage": VersionedRows(OF_ROUND, "e.version"),
    "redflag": VersionedRows(OF_COMPANY, "COALESCE(e.closed_at || '', '')"),
}
REPORT = {
    **SCORES,
    "sectionnote": VersionedRows(OF_ROUND, "e.version"),
    "journey": VersionedRows(OF_COMPANY, "e.version"),
    "assumption": VersionedRows(OF_COMPANY, "e.updated_at"),
    "planitem": VersionedRows(f"{OF_COMPANY} AND e.state = 'done'", "e.updated_at"),
    "housestyle": VersionedRows(OF_WORKSPACE, "e.updated_at"),
    "stylefile": VersionedRows(OF_WORKSPACE, "e.updated_at"),
}

# Texts of several rows as one: {together}(what, between).
TOGETHER = {"sqlite": "group_concat", "postgresql": "string_agg"}

# Of the respondent `r`, by the index alone: how many answers, and the sum of the numbers that each write draws anew
# (models/answer_stamp.py).
ANSWERS = """(SELECT COUNT(*) || ' ' || COALESCE(SUM(stamp), 0) FROM assessments_answer s
    WHERE s.workspace_id = r.workspace_id AND s.respondent_id = r.id)"""


def versions(tables: Mapping[str, VersionedRows]) -> str:
    """A column for each of the tables: its rows of the assessment `b`, each with its own version. To be filled in with
    TOGETHER."""
    return ", ".join(
        f"""(SELECT {{together}}(said, ',') FROM (
        SELECT e.id || ' ' || {rows.version} AS said FROM assessments_{table} e
        WHERE e.workspace_id = b.workspace_id AND {rows.of} ORDER BY e.id) told) AS {table}"""  # noqa: S608 - words of ours
        for table, rows in tables.items()
    )


def stamp_from(*told: object) -> str:
    """A short text that is another one whenever what is told is."""
    return sha256(repr(told).encode()).hexdigest()
