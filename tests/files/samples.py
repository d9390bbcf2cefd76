"""Files of answers to test with: one by hand, many by hypothesis, and helpers that change workbooks as people do."""

from __future__ import annotations

import io
import pickle
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache

from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from assessments.content.loader import framework
from assessments.content.schema import LANGUAGES
from assessments.files.limits import FIRST_DAY, LAST_DAY
from assessments.files.problems import FileProblems, Problem
from assessments.files.reading import read
from assessments.files.text import clean, name_line
from assessments.files.value import AnswerFile, Company
from assessments.files.writing import write
from assessments.maturity.answers import PRACTICE_SETS, Answer, Respondent
from assessments.words.labels import INDUSTRIES, SIZES

TODAY = date(2026, 11, 21)
CX = framework()
HELP, FACTS, CAUSE, SPEED = "l1-searchable-help", "l1-accurate-facts", "l6-shared-cause", "l2-response-speed"
WANG = Respondent(
    "王小明",
    "frontline",
    {
        HELP: Answer(2, note="=1+1 is text\nover two lines", evidence="https://example.com/help"),
        FACTS: Answer(dont_know=True),
        CAUSE: Answer(not_applicable="by-choice", note="Not ours"),
    },
)
HARBOUR = AnswerFile(
    TODAY,
    "Autumn 2026",
    Company("Harbour Retail", "retail", "250-999"),
    "full",
    (WANG,),
    frozenset({"RF-01", "RF-09"}),
    {SPEED: 4},
    "en",
)

HOSTILE = (
    '=cmd|"/c calc"!A1',
    "@SUM(1)",
    "+1",
    "-1",
    "'=x",
    "''+y",
    "<script>alert(1)</script>",
    "_x000D_",
    "_x0041_",
    "x005F_",
    '"',
    "a,b;c\td",
    "‮evil",
    "😀👩‍👩‍👧",
    "a\u0300" * 50,
    "\\u0000",
    "na:by-choice",
    "{",
    "&amp;",
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
LINES = TEXTS.map(name_line)
NOTES = TEXTS.map(clean)


def answers() -> st.SearchStrategy[dict[str, Answer]]:
    chosen = st.one_of(
        st.builds(lambda stage: {"stage": stage}, st.integers(0, 4)),
        st.just({"dont_know": True}),
        st.builds(lambda reason: {"not_applicable": reason}, st.sampled_from(sorted(CX.reasons))),
    )
    answer = st.builds(lambda c, note, evidence: Answer(**c, note=note, evidence=evidence), chosen, NOTES, NOTES)
    return st.dictionaries(st.sampled_from(sorted(CX.practices)), answer, max_size=8)


def respondents(most: int) -> st.SearchStrategy[tuple[Respondent, ...]]:
    people = st.lists(
        st.builds(Respondent, LINES.map(lambda name: name or "somebody"), st.sampled_from(CX.group_ids), answers()),
        max_size=most,
        unique_by=lambda each: each.name,
    )
    return people.map(tuple)


def answer_files(people: st.SearchStrategy[tuple[Respondent, ...]]) -> st.SearchStrategy[AnswerFile]:
    company = st.builds(Company, LINES, st.sampled_from(("", *INDUSTRIES)), st.sampled_from(("", *SIZES)))
    return st.builds(
        AnswerFile,
        held_on=st.dates(FIRST_DAY, LAST_DAY),
        title=LINES,
        company=company,
        practice_set=st.sampled_from(PRACTICE_SETS),
        respondents=people,
        red_flags=st.frozensets(st.sampled_from(sorted(CX.flags)), max_size=5),
        targets=st.dictionaries(st.sampled_from(sorted(CX.practices)), st.integers(0, 4), max_size=5),
        language=st.sampled_from(LANGUAGES),
    )


def refused(name: str, data: bytes) -> tuple[Problem, ...]:
    """The problems of a file that must be refused."""
    try:
        found = read(name, data, CX, today=TODAY)
    except FileProblems as problems:
        return problems.problems
    raise AssertionError(f"{name} was accepted: {found}")


def changed(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    """A workbook as another program saves it after somebody changed it."""
    book = pickle.loads(_opened(data))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@cache
def _opened(data: bytes) -> bytes:
    """A workbook, opened and put by: to take it out again is eight times as quick as to open it."""
    return pickle.dumps(load_workbook(io.BytesIO(data)))


def sheet_names(data: bytes) -> list[str]:
    return list(pickle.loads(_opened(data)).sheetnames)


@cache
def harbour(language: str) -> bytes:
    """The workbook of the file above."""
    return write("xlsx", HARBOUR, CX, language)


def table(*rows: tuple[object, ...]) -> bytes:
    """A workbook with one sheet of these rows, made by somebody else."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A workbook with its parts changed one by one."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, change(entry.filename, old.read(entry)))
    return target.getvalue()
