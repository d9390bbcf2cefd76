"""The workbook calculates what we calculate: LibreOffice says so, before and after answers are changed in it."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import pytest

from assessments.maturity.anonymity import anonymous_sheet
from assessments.maturity.answers import Agreed, Answer, AnswerSheet, Respondent
from assessments.maturity.scorecard import Scorecard
from assessments.maturity.scoring import score
from assessments.reports.document import ReportDocument
from assessments.reports.renderers.to_xlsx import to_xlsx
from assessments.reports.renderers.xlsx.places import ANSWERS_FROM, MARKS_FROM, PEOPLE_FROM
from tests.maturity.builders import FRAMEWORK, TODAY
from tests.office import converted

from .sheets import random_sheet
from .test_build import report

# what LibreOffice writes of its own, openpyxl does not know
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
CHANGES = (
    Answer(stage=0), Answer(stage=4), Answer(stage=2), Answer(dont_know=True), Answer(not_applicable="out-of-scope"),
    Answer(not_applicable="by-choice"), None,
)  # fmt: skip
EXACT = 1e-4
AGREED = {"l1-accurate-facts": Agreed(1, "seen"), "con-promise-ledger": Agreed(3, "seen")}


@dataclass
class Case:
    """A workbook, as it is written and after changes, with the sheets of answers that both should tell of."""

    name: str
    document: ReportDocument
    before: AnswerSheet
    after: AnswerSheet


def case(name: str, sheet: AnswerSheet, language: str, seed: int) -> Case:
    return Case(name, report(sheet, language), sheet, changed(sheet, random.Random(seed)))


def changed(sheet: AnswerSheet, chance: random.Random) -> AnswerSheet:
    """The sheet with answers of every kind given anew; on one practice everybody says that they do not know."""
    asked = [each.id for each in FRAMEWORK.asked(sheet.practice_set)]
    voices = [each for each in sheet.respondents if each.answers] or [Respondent("", FRAMEWORK.group_ids[0], {})]
    people = [dict(each.answers) for each in voices]
    for person in people:
        person[asked[0]] = Answer(dont_know=True)
    for change in CHANGES * 3:
        person, practice = chance.choice(people), chance.choice(asked[1:])
        person.pop(practice, None)
        if change:
            person[practice] = change
    for person in people:  # evidence is found for some answers, and for others it was none
        for practice in asked[1:] if not sheet.anonymous else ():
            if practice in person and chance.random() < 0.3:
                person[practice] = replace(person[practice], note="", backed=not person[practice].evidenced)
    told = tuple(replace(each, answers=answers) for each, answers in zip(voices, people, strict=True))
    return replace(sheet, respondents=told)


def divided(stages: Iterable[int]) -> AnswerSheet:
    """One person whose levels stand at these stages, factors at the last: the edges of bands, gate and strict line."""
    by_dimension = dict(zip([each.id for each in FRAMEWORK.levels], stages, strict=True))
    answers = {
        practice.id: Answer(stage=by_dimension.get(FRAMEWORK.dimension_of[practice.id].id, 3))
        for practice in FRAMEWORK.asked("full")
    }
    return AnswerSheet((Respondent("", "leaders", answers),), TODAY)


def crowd(k: int) -> AnswerSheet:
    """An anonymous assessment of eleven people as it may be shown."""
    return anonymous_sheet(FRAMEWORK, random_sheet(5), k)


SEEDS = {0: "en", 3: "zh-hant", 4: "en", 5: "zh-hans", 8: "en", 19: "en"}  # extremes, short sets, groups, holes
CASES = [
    *(case(f"random-{seed}", random_sheet(seed), language, seed) for seed, language in SEEDS.items()),
    case("flags", replace(random_sheet(2), red_flags=frozenset({"RF-09"})), "en", 21),
    case("edges", divided((4, 4, 3, 3, 2, 0)), "en", 22),
    case("agreed", replace(random_sheet(5), agreed=AGREED), "en", 23),
    case("anonymous", crowd(4), "zh-hans", 24),
]  # fmt: skip


@pytest.fixture(scope="module")
def recomputed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, openpyxl.Workbook]:
    """Every workbook as LibreOffice calculates it: all of them in one start of it."""
    folder = tmp_path_factory.mktemp("books")
    made = [path for each in CASES for path in written(each, folder)]
    (folder / "calculated").mkdir()
    calculated = converted(made, "xlsx", folder / "calculated")
    return {path.stem: openpyxl.load_workbook(path, read_only=True, data_only=True) for path in calculated}


def written(each: Case, folder: Path) -> tuple[Path, Path]:
    """The workbook as it is, and with the answers changed by hand: openpyxl keeps no values beside the formulas."""
    content = to_xlsx(each.document)
    before, after = folder / f"{each.name}.xlsx", folder / f"{each.name}-after.xlsx"
    before.write_bytes(content)
    book = openpyxl.load_workbook(io.BytesIO(content))
    words = each.document.words
    sheet = book[words["sheet_answers"]]
    for row, practice in enumerate(FRAMEWORK.asked(each.after.practice_set), ANSWERS_FROM):
        for column, person in enumerate(each.after.respondents, PEOPLE_FROM + 1):
            answer = person.answers.get(practice.id)
            sheet.cell(row, column).value = typed(answer, words)
            if each.document.workings.evidence_known:
                mark = words["yes"] if answer and answer.evidenced else None
                book[words["sheet_evidence"]].cell(row, column - PEOPLE_FROM + MARKS_FROM).value = mark
    book.save(after)
    return before, after


def typed(answer: Answer | None, words) -> int | str | None:
    """What somebody types into a cell for an answer."""
    if answer is None:
        return None
    if answer.stage is not None:
        return answer.stage
    return words["code_dk" if answer.dont_know else "code_na" if answer.not_applicable == "out-of-scope" else "code_no"]


@pytest.mark.parametrize("each", CASES, ids=lambda each: each.name)
def test_libreoffice_and_we_find_the_same(recomputed, each):
    assert score(FRAMEWORK, each.before, TODAY).dimensions != score(FRAMEWORK, each.after, TODAY).dimensions
    for name, answers in ((each.name, each.before), (f"{each.name}-after", each.after)):
        agree(recomputed[name], each.document, score(FRAMEWORK, answers, TODAY))


def agree(book: openpyxl.Workbook, document: ReportDocument, card: Scorecard) -> None:
    words, workings = document.words, document.workings
    rows = {row[0]: row for row in book[words["sheet_scores"]].iter_rows(min_row=5, values_only=True) if row[0]}
    bands = dict(zip("NPLF", workings.bands, strict=True))
    for dimension, found in zip(workings.dimensions, card.dimensions, strict=True):
        row = rows[dimension.name]
        assert told(row[1], row[4], row[5]) == close(found.score, found.low, found.high), found
        assert row[6] == (bands[found.band] if found.band else words["not_rated"])
        assert row[7] == pytest.approx(100 * (found.coverage or 0), abs=EXACT)
        assert row[8] == words["yes" if found.rated else "no"]
        assert row[10:13] == (found.practices, found.applicable, found.answered)
        if workings.evidence_known:
            assert told(row[9]) == close(found.evidenced), found
    head, trust = card.headline, card.trust
    names = {each.id: each.name for each in workings.dimensions}
    expected = {
        "level_attained": head.achieved_level, "strict_line": head.strict_level, "decimal": head.decimal,
        "experience": head.average, "lowest_level": head.lowest_level, "highest_level": head.highest_level,
        "trust_index": trust.index, "trust_mean": trust.mean,
    }  # fmt: skip
    if workings.evidence_known:
        expected["evidenced_level"] = head.evidenced_level
    for key, value in expected.items():
        assert told(rows[words[key]][1]) == close(value), key
    assert rows[words["weakest_factor"]][1] == names.get(trust.weakest, words["not_rated"])
    assert rows[words["trust_band"]][1] == (bands[trust.band] if trust.band else words["not_rated"])
    practices = {row[0]: row for row in book[words["sheet_practices"]].iter_rows(min_row=4, values_only=True)}
    for found in card.practices.values():
        row = practices[found.id]
        assert told(*row[5:9]) == close(found.self_rated, found.stage, found.low, found.high), found.id
        assert row[9:13] == (found.answered, found.dont_know, found.not_applicable, int(found.applicable))
        if workings.evidence_known:
            assert told(row[18]) == close(found.evidenced), found.id


def told(*cells: object) -> list[object]:
    return [None if cell == "" else cell for cell in cells]


def close(*values: float | None) -> list[object]:
    return [None if value is None else pytest.approx(value, abs=EXACT) for value in values]


@pytest.mark.parametrize("each", CASES[-4:], ids=lambda each: each.name)
def test_the_values_beside_the_formulas_are_right(recomputed, each):
    """Viewers that do not calculate show what a calculation would give."""
    content = to_xlsx(each.document)
    formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    kept = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    count = 0
    for sheet in formulas.worksheets:
        ours, theirs = by_place(kept[sheet.title]), by_place(recomputed[each.name][sheet.title])
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    count += 1
                    found = theirs.get(cell.coordinate)
                    assert told(ours.get(cell.coordinate)) == (
                        [pytest.approx(found, abs=1e-9)] if isinstance(found, float) else told(found)
                    ), (sheet.title, cell.coordinate)
    assert count > 500


def by_place(sheet) -> dict[str, object]:
    """The values of a sheet: to look up each cell by itself would read the sheet for each."""
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_a_changed_answer_is_said_on_the_first_sheet(recomputed):
    warning = CASES[3].document.words["changed"]
    assert warning not in values(recomputed["random-5"].worksheets[0])
    assert warning in values(recomputed["random-5-after"].worksheets[0])


def values(sheet) -> set[object]:
    return {cell for row in sheet.iter_rows(values_only=True) for cell in row}
