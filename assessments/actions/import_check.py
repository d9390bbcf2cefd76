"""The first pass over a file: everything in it is looked at, and nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..intake import limits
from ..intake.faults import UnreadableError
from ..intake.rows import Answered, Wrong
from ..intake.seen import Seen
from ..models import Comment, ImportRun, Response
from ..voice.series import MEASURES, Question
from .import_erased import without_erased
from .import_rows import BATCH, read_rows
from .imports import forget_file, submission_of

KEPT = 200
SAID = ("variant", "scale_min", "scale_max", "score", "answered_on", "touchpoint", "segment")


def check(run: ImportRun) -> Iterator[None]:
    """Check the file of a run; note what would be stored, what is there already, what is wrong. Pauses now and then."""
    found = _Found(run)
    batch: list[Answered] = []
    rows = 0
    try:
        with closing(Seen()) as seen:
            for rows, (number, said) in enumerate(read_rows(run), 1):
                if isinstance(said, Answered):
                    batch.append(said)
                else:
                    found.note(number, said)
                if rows % BATCH == 0:
                    found.count(batch, seen)
                    batch = []
                    if not _still_on(run, rows):
                        return
                    yield
            found.count(batch, seen)
    except UnreadableError as error:
        _finish(run, rows, found, error)
    else:
        _finish(run, rows, found)


class _Found:
    """What the check counts."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.new: Counter[Question] = Counter()
        self.repeated: Counter[Question] = Counter()
        self.comments = self.comments_repeated = self.good = self.changed = self.silent = self.erased = 0
        self.wrong_rows = self.wrong = 0
        self.problems: list[dict[str, Any]] = []
        self.names: dict[str, set[str]] = {"touchpoint": set(), "segment": set()}
        self.days: list[Any] = []

    def note(self, number: int, wrong: list[Wrong] | None) -> None:
        """A row without answers, or one that cannot be used."""
        if wrong is None:
            self.silent += 1
            return
        self.wrong_rows += 1
        self.wrong += len(wrong)
        for each in wrong[: KEPT - len(self.problems)]:
            self.problems.append({"row": number, **each._asdict()})

    def count(self, batch: list[Answered], seen: Seen) -> None:
        """Rows that can be used: what of them is there already, in the tables or in a row before."""
        if not batch:
            return
        company = self.run.company
        kept = without_erased(company, batch)
        self.erased += len(batch) - len(kept)
        batch = kept
        mine = {"workspace": company.workspace_id, "company": company}
        keys = [each.key for each in batch]
        stored = Response.objects.filter(**mine, source="import", external_id__in=keys)
        known = {row[:2]: row[2:] for row in stored.values_list("external_id", "measure", *SAID)}
        known_words = _known_comments(mine, batch, company)
        for each in batch:
            self.good += 1
            self._add_names(each)
            self.days = [min([*self.days[:1], each.day]), max([*self.days[1:], each.day])]
            changed = False
            for question, score in each.scores:
                _measure, *asked = question
                before = known.get((each.key, question.measure))
                changed |= before not in (None, (*asked, score, each.day, each.touchpoint, each.segment))
                again = before is not None or seen.times(f"{each.key}\0{question.measure}") > 1
                (self.repeated if again else self.new)[question] += 1
            for column, words in each.comments:
                told = known_words.get((submission_of(company, each.key), column))
                changed |= told not in (None, words)
                again = told is not None or seen.times(f"{each.key}\0\0{column}") > 1
                self.comments += not again
                self.comments_repeated += again
            self.changed += changed

    def _add_names(self, each: Answered) -> None:
        for kind, name in (("touchpoint", each.touchpoint), ("segment", each.segment)):
            self.names[kind].add(name)
            if len(self.names[kind]) > limits.NAMES:
                raise UnreadableError("names")

    def kept(self) -> dict[str, Any]:
        """As plain values, to be shown."""
        questions = sorted({*self.new, *self.repeated}, key=lambda each: (MEASURES.index(each.measure), each))
        return {
            "measures": [[*each, self.new[each], self.repeated[each]] for each in questions],
            "comments": self.comments, "comments_repeated": self.comments_repeated,
            "good": self.good, "changed": self.changed, "silent": self.silent, "erased": self.erased,
            "wrong_rows": self.wrong_rows,
            "days": [day.isoformat() for day in self.days],
            "touchpoints": sorted(self.names["touchpoint"] - {""}),
            "segments": sorted(self.names["segment"] - {""}),
        }  # fmt: skip


def _known_comments(mine: dict[str, Any], batch: list[Answered], company: Any) -> dict[tuple[Any, str], str]:
    keys = [submission_of(company, each.key) for each in batch if each.comments]
    if not keys:
        return {}
    rows = Comment.objects.filter(**mine, submission__in=keys).values_list("submission", "question", "text")
    return {(submission, question): text for submission, question, text in rows}


def _still_on(run: ImportRun, rows: int) -> bool:
    """Whether somebody still waits for this; says how far it is."""
    mine = ImportRun.objects.filter(workspace=run.workspace_id, pk=run.pk, state="checking")
    return bool(mine.update(passed=rows, touched_at=timezone.now()))


@transaction.atomic
def _finish(run: ImportRun, rows: int, found: _Found, error: UnreadableError | None = None) -> None:
    now = ImportRun.objects.select_for_update().filter(pk=run.pk, state="checking").first()
    if now is None:
        return
    now.rows = now.passed = rows
    now.repeated = sum(found.repeated.values())
    now.problems, now.problem_count = found.problems, found.wrong
    now.found = {**now.found, **found.kept()}
    now.state = "checked" if found.good and not error else "refused"
    if error:
        now.found["fault"], now.found["fault_row"] = error.kind, error.row
    if now.state == "refused":
        forget_file(now)
    now.save()
