"""The second pass over a file that was checked: its rows are stored, a batch at a time, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..customers import customer_digest
from ..intake.faults import UnreadableError
from ..intake.rows import Answered
from ..models import Comment, Company, ImportRun, Touchpoint
from ..queries.alarms import EVERYBODY
from ..voice.comments import mood_of, searchable
from .audit import record
from .flags import watch_beside
from .import_erased import without_erased
from .import_rows import BATCH, read_rows
from .imports import forget_file, submission_of
from .responses import NewResponse, store_responses


class Overtaken(Exception):
    """Another worker has gone on with this import, or somebody has stopped it."""


def write(run: ImportRun) -> Iterator[None]:
    """Store what the file of a run holds, from where the run stands; pauses after each batch.

    Each batch is one transaction with the count of rows that are through, so that a worker that is killed loses
    nothing and doubles nothing. The file is forgotten at the end.
    """
    places = set(
        Touchpoint.objects.filter(workspace=run.workspace_id, company=run.company).values_list("name", flat=True)
    )
    done, batch, rows = run.passed, [], 0
    try:
        for rows, (_number, said) in enumerate(read_rows(run), 1):
            if rows <= run.passed:
                continue
            if isinstance(said, Answered):
                batch.append(said)
            if rows - done >= BATCH:
                _store(run, batch, done, rows, places)
                done, batch = rows, []
                yield
        _store(run, batch, done, rows, places, last=True)
    except Overtaken:
        return
    except UnreadableError as error:
        fail(run, error.kind)


@transaction.atomic
def fail(run: ImportRun, kind: str) -> None:
    """Note that a run has stopped, and why, beside what it has found and stored by now."""
    rows = ImportRun.objects.select_for_update().filter(workspace=run.workspace_id, pk=run.pk)
    now = rows.filter(state__in=("checking", "writing")).first()
    if now:
        now.state, now.found["fault"] = "failed", kind
        now.save(update_fields=["state", "found", "touched_at"])


@transaction.atomic
def _store(
    run: ImportRun, batch: list[Answered], done: int, rows: int, places: set[str], *, last: bool = False
) -> None:
    now = ImportRun.objects.select_for_update().filter(pk=run.pk, state="writing", passed=done).first()
    if now is None:
        raise Overtaken
    company = run.company
    batch = without_erased(company, batch)
    new = [response for each in batch for response in _responses(company, each)]
    stored = store_responses(company, "import", new, import_run=now) if new else []
    comments = _store_comments(company, now, batch)
    fresh = {each.touchpoint for each in batch} - places - {""}
    Touchpoint.objects.bulk_create(
        (Touchpoint(workspace_id=company.workspace_id, company=company, name=name) for name in sorted(fresh)),
        ignore_conflicts=True,
    )
    now.passed = rows
    now.written += len(stored)
    now.repeated += len(new) - len(stored)
    now.found["comments_written"] = now.found.get("comments_written", 0) + comments
    if last:
        _finish(now)
        watch_beside(company, whose=EVERYBODY)
    now.save()
    places |= fresh


def _finish(now: ImportRun) -> None:
    now.state, now.finished_at = "done", timezone.now()
    forget_file(now)
    detail = {
        "name": now.name, "responses": now.written, "repeated": now.repeated, "comments": now.found["comments_written"],
    }  # fmt: skip
    record("responses-imported", now.company, actor=now.started_by, detail=detail)


def _responses(company: Company, each: Answered) -> Iterator[NewResponse]:
    shared: dict[str, Any] = {
        "answered_on": each.day,
        "external_id": each.key,
        "submission": submission_of(company, each.key),
        "touchpoint": each.touchpoint,
        "segment": each.segment,
        "customer": customer_digest(company.workspace.code, each.customer),
    }
    for question, score in each.scores:
        yield NewResponse(question.measure, question.variant, score, question.low, question.high, **shared)


def _store_comments(company: Company, run: ImportRun, batch: list[Answered]) -> int:
    """The comments that are not there yet; how many they were."""
    told = [(submission_of(company, each.key), asked, words, each) for each in batch for asked, words in each.comments]
    if not told:
        return 0
    mine = Comment.objects.filter(workspace=company.workspace_id, company=company)
    known = set(mine.filter(submission__in=[each[0] for each in told]).values_list("submission", "question"))
    rows = []
    for submission, asked, words, each in told:
        if (submission, asked) not in known:
            known.add((submission, asked))
            rows.append(_comment(company, run, submission, asked, words, each))
    Comment.objects.bulk_create(rows)
    return len(rows)


def _comment(company: Company, run: ImportRun, submission: Any, asked: str, words: str, each: Answered) -> Comment:
    row = Comment(
        workspace_id=company.workspace_id, company=company, import_run=run, submission=submission, question=asked,
        text=words, search=searchable(words), answered_on=each.day, touchpoint=each.touchpoint, segment=each.segment,
    )  # fmt: skip
    if each.scores:
        question, score = each.scores[0]
        row.measure, row.score, row.scale_min, row.scale_max = question.measure, score, question.low, question.high
        row.mood = mood_of(question.measure, score, question.low, question.high)
    return row
