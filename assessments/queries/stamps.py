"""Pieces of SQL that tell whether rows are still the same, without reading what is in them.

What is kept (a report, the scores of rounds) is kept under a text of what it was made of. Such a text has to be another
one after every change that has been committed, in whatever order: how many rows there are and the latest of their times
is not enough, since of two transactions that overlap the one that took its time first may end last.
"""

from __future__ import annotations

# Texts of several rows as one: {together}(what, between).
TOGETHER = {"sqlite": "group_concat", "postgresql": "string_agg"}

# Of the respondent `r`, by the index alone: how many answers, and the sum of the numbers that each write draws anew
# (models/answer_stamp.py).
ANSWERS = """(SELECT COUNT(*) || ' ' || COALESCE(SUM(stamp), 0) FROM assessments_answer s
    WHERE s.workspace_id = r.workspace_id AND s.respondent_id = r.id)"""


def rows(table: str, version: str, of: str) -> str:
    """Each row of a `table` of which there are few, with its own `version`: a number or a time that every write of the
    row sets. `of` says which rows, `e`, go with the assessment `b`. To be filled in with TOGETHER."""
    return f"""(SELECT {{together}}(said, ',') FROM (
        SELECT e.id || ' ' || {version} AS said FROM assessments_{table} e
        WHERE e.workspace_id = b.workspace_id AND {of} ORDER BY e.id) told)"""  # noqa: S608 - words of ours
