"""What people do with files of customers' responses: choose one, match its columns, take it in, take it out again."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from ..intake.header import Header
from ..intake.mapping import ColumnMap
from ..models import Company, ImportRun, User
from .audit import record

IN_WORK = ("checking", "writing", "removing")


class NotNow(Exception):
    """The import is at another step by now."""


@transaction.atomic
def start_import(
    *, user: User, company: Company, name: str, file: File[bytes], header: Header, about: int = 0
) -> ImportRun:
    """Keep a file whose header has been read, until its columns are matched; a day at most (`purge_imports`)."""
    run = ImportRun(
        workspace_id=company.workspace_id,
        company=company,
        name=name[-200:],
        columns=header.kept(),
        columns_key=header.key,
        preset=header.preset,
        found={"last": header.last, "about": about},
        started_by=user,
    )
    file.seek(0)
    run.file.save(f"{run.code}.dat", file, save=False)  # under our name, not the one somebody made up
    run.save()
    return run


@transaction.atomic
def map_columns(*, user: User, run: ImportRun, mapping: ColumnMap) -> None:
    """Say what the columns hold; the file is checked next. Raises NotNow once it is being written."""
    now = _locked(run, "mapping", "checked", "refused")
    now.mapping = mapping.kept()
    now.state, now.started_by = "checking", user
    now.rows, now.passed, now.repeated = None, 0, 0
    now.problems, now.problem_count, now.found = [], 0, {key: now.found[key] for key in ("last", "about")}
    now.save()


@transaction.atomic
def confirm_import(*, user: User, run: ImportRun) -> None:
    """Have a checked file written; rows with problems are left out. Raises NotNow."""
    now = _locked(run, "checked")
    now.state, now.passed, now.repeated = "writing", 0, 0
    now.save()
    record("import-started", now.company, actor=user, detail={"name": now.name, "rows": now.rows})


@transaction.atomic
def resume_import(*, user: User, run: ImportRun) -> None:
    """Go on with an import that has stopped at a fault, where it was. Raises NotNow."""
    now = _locked(run, "failed", *IN_WORK)
    if now.state == "failed":
        if not now.file:
            raise NotNow
        now.state = "writing" if "measures" in now.found else "checking"
        now.passed = now.passed if now.state == "writing" else 0
        now.save()
    record("import-resumed", now.company, actor=user, detail={"name": now.name})


@transaction.atomic
def remove_import(*, user: User, run: ImportRun) -> None:
    """Take out what an import has brought: nothing written goes at once, all else piece by piece. Raises NotNow."""
    now = _locked(run, "mapping", "checked", "refused", "failed", "done")
    detail = {"name": now.name, "responses": now.written, "comments": now.found.get("comments_written", 0)}
    record("import-removed", now.company, actor=user, detail=detail)
    forget_file(now)
    if now.state == "done" or now.written or now.found.get("comments_written"):
        now.state, now.passed = "removing", 0
        now.save()
    else:
        now.delete()


def purge_imports() -> int:
    """Forget the files of imports that have stood still for a day, and those of which nothing was written."""
    long_ago = timezone.now() - timedelta(days=1)
    dropped = 0
    for run in ImportRun.objects.filter(touched_at__lt=long_ago).exclude(state__in=("done", "removing")):
        with transaction.atomic():
            now = ImportRun.objects.select_for_update().filter(pk=run.pk, touched_at__lt=long_ago).first()
            if now is None or not (now.file or not now.written):
                continue
            forget_file(now)
            if now.written:
                now.state = "failed"
                now.save()
            else:
                now.delete()
            dropped += 1
    return dropped


def forget_file(run: ImportRun) -> None:
    """Delete the file once the transaction is through; the row is the caller’s to save."""
    if run.file:
        name, storage = str(run.file.name), run.file.storage
        transaction.on_commit(lambda: storage.delete(name), robust=True)
        run.file = ""


def _locked(run: ImportRun, *states: str) -> ImportRun:
    now = ImportRun.objects.select_for_update().filter(workspace=run.workspace_id, pk=run.pk).first()
    if now is None or now.state not in states:
        raise NotNow
    return now


def submission_of(company: Company, key: str) -> uuid.UUID:
    """What joins the scores and comments of one row: the same whenever the row comes."""
    return uuid.uuid5(company.code, key)
