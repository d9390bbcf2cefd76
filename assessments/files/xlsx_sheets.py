"""The sheets of our workbook: one for each dimension, the red flags, and target stages where there are any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from ..content.schema import Dimension, Practice
from ..maturity.answers import Answer
from . import limits
from .text import clean
from .words import code_of
from .xlsx_paper import Paper, height, sheet_name
from .xlsx_style import TABS

KEYS, NAME, ASKS, HEADER, FIRST = 0, 1, 2, 3, 4
KEY, QUESTION, ANSWER, NOTE, EVIDENCE, STAGES = 0, 1, 2, 3, 4, 5
WIDTHS = {"A:A": 13, "B:B": 36, "C:C": 18, "D:D": 26, "E:E": 18, "F:J": 21}
FLAG_WIDTHS = {"A:A": 8, "B:B": 70, "C:C": 14, "D:D": 60}
TARGET_WIDTHS = {"A:A": 24, "B:B": 70, "C:C": 22}
BODY, HELP = 10.5, 9
COMMENT = {"x_scale": 3.4, "y_scale": 2.6, "font_size": 9, "color": "#F4F7F7"}


def dimension_name(paper: Paper, dimension: Dimension) -> str:
    """The name of a dimension's sheet: its number in the framework and its name."""
    number = paper.framework.dimensions.index(dimension) + 1
    return sheet_name(f"{number} {dimension.name.to(paper.language)}")


def write_dimension(
    paper: Paper, dimension: Dimension, practices: Sequence[Practice], answers: Mapping[str, Answer]
) -> None:
    """A sheet of practices: what is asked, the cells to fill in, and the texts of the stages as help."""
    sheet = paper.sheet(dimension_name(paper, dimension), WIDTHS, HEADER, NOTE)
    sheet.set_tab_color(TABS[paper.framework.dimensions.index(dimension) % len(TABS)])
    paper.keys(
        sheet, KEYS, {KEY: "practice", QUESTION: "question", ANSWER: "answer", NOTE: "note", EVIDENCE: "evidence"}
    )
    name, heading = dimension.name.to(paper.language), dimension.heading.to(paper.language)
    title = _("%(name)s: %(heading)s") % {"name": name, "heading": heading}
    columns = ("practice", "question", "answer", "note", "evidence")
    _head(paper, sheet, title, dimension.asks.to(paper.language), columns)
    for stage in range(len(paper.framework.stages)):
        sheet.write_string(HEADER, STAGES + stage, paper.lists["answer"][str(stage)], paper.style.header)
    for line, practice in enumerate(practices, FIRST):
        _write_practice(paper, sheet, line, practice, answers.get(practice.id))
    _rules(paper, sheet, FIRST + len(practices) - 1)


def _head(paper: Paper, sheet: Worksheet, title: str, asks: str, columns: Sequence[str]) -> None:
    """The title of a sheet, what it asks, and the header for people."""
    for line, size in ((NAME, 27), (ASKS, 20), (HEADER, 30)):
        sheet.set_row(line, size)
    sheet.write_string(NAME, QUESTION, title, paper.style.title)
    sheet.write_string(ASKS, QUESTION, asks, paper.style.subtitle)
    for column, name in enumerate(columns):
        look = paper.style.narrow if column == KEY else paper.style.header
        sheet.write_string(HEADER, column, paper.headers[name], look)


def _write_practice(paper: Paper, sheet: Worksheet, line: int, practice: Practice, answer: Answer | None) -> None:
    language, style = paper.language, paper.style
    title, question = practice.title.to(language), practice.question.to(language)
    chosen = paper.lists["answer"].get(code_of(answer), "")
    note, evidence = (clean(answer.note), clean(answer.evidence)) if answer else ("", "")
    stages = [text.to(language) for text in practice.stages]
    texts = ((f"{title}\n{question}", 36, BODY), (chosen, 18, BODY), (note, 26, BODY), (evidence, 18, BODY))
    sheet.set_row(line, height((*texts, *((text, 21, HELP) for text in stages))))
    sheet.write_string(line, KEY, practice.id, style.key)
    _titled(paper, sheet, line, title, question)
    _typed(sheet, line, ANSWER, chosen, style.typed_strong)
    _typed(sheet, line, NOTE, note, style.typed)
    _typed(sheet, line, EVIDENCE, evidence, style.typed)
    for stage, text in enumerate(stages):
        sheet.write_string(line, STAGES + stage, text, style.help)
    sheet.write_comment(line, ANSWER, _help(paper, practice), {**COMMENT, "font_name": style.face})


def _titled(paper: Paper, sheet: Worksheet, line: int, title: str, question: str) -> None:
    """A title in bold with a question under it, in one cell."""
    style = paper.style
    sheet.write_rich_string(line, QUESTION, style.strong, f"{title}\n", style.text, question, style.question)


def _typed(sheet: Worksheet, line: int, column: int, text: str, look: object) -> None:
    """A cell for people to type in. Text stays text, whatever sign it begins with."""
    if text:
        sheet.write_string(line, column, text, look)
    else:
        sheet.write_blank(line, column, None, look)


def _help(paper: Paper, practice: Practice) -> str:
    """The five stages in one text."""
    stages = enumerate(practice.stages)
    return "\n".join(f"{paper.lists['answer'][str(stage)]}: {text.to(paper.language)}" for stage, text in stages)


def _rules(paper: Paper, sheet: Worksheet, last: int) -> None:
    """Drop-down lists and limits for all practices, and the chosen stage's text in colour."""
    paper.choose(sheet, FIRST, ANSWER, "answer", last)
    paper.at_most(sheet, FIRST, NOTE, limits.NOTE, last)
    paper.at_most(sheet, FIRST, EVIDENCE, limits.EVIDENCE, last)
    for stage in range(len(paper.framework.stages)):
        column = STAGES + stage
        rule = {"type": "formula", "criteria": f'=LEFT($C{FIRST + 1},1)="{stage}"', "format": paper.style.chosen}
        sheet.conditional_format(FIRST, column, last, column, rule)


def write_red_flags(paper: Paper, open_flags: frozenset[str]) -> None:
    """A sheet with a yes-or-no question for each red flag; what is left open counts as no."""
    sheet = paper.sheet(_("Red flags"), FLAG_WIDTHS, HEADER, NOTE)
    paper.keys(sheet, KEYS, {KEY: "red_flag", QUESTION: "question", ANSWER: "answer"})
    asks = _("Choose yes where this happens now. Leave it open where it does not.")
    _head(paper, sheet, _("Red flags"), asks, ("red_flag", "question", "answer", "about"))
    for line, flag in enumerate(paper.framework.red_flags, FIRST):
        title, question, about = (text.to(paper.language) for text in (flag.title, flag.question, flag.about))
        sheet.set_row(line, height(((f"{title}\n{question}", 70, BODY), (about, 60, HELP))))
        sheet.write_string(line, KEY, flag.id, paper.style.key)
        _titled(paper, sheet, line, title, question)
        answer = paper.lists["yes_no"]["yes"] if flag.id in open_flags else ""
        _typed(sheet, line, ANSWER, answer, paper.style.typed_strong)
        sheet.write_string(line, NOTE, about, paper.style.help)
    paper.choose(sheet, FIRST, ANSWER, "yes_no", FIRST + len(paper.framework.red_flags) - 1)


def write_targets(paper: Paper, practices: Sequence[Practice], targets: Mapping[str, int]) -> None:
    """A sheet with the target stage of each practice."""
    sheet = paper.sheet(_("Target stages"), TARGET_WIDTHS, HEADER, NOTE)
    paper.keys(sheet, KEYS, {KEY: "practice", QUESTION: "question", ANSWER: "target"})
    _head(paper, sheet, _("Target stages"), _("The stage you want to reach."), ("practice", "question", "target"))
    for line, practice in enumerate(practices, FIRST):
        sheet.set_row(line, 20)
        sheet.write_string(line, KEY, practice.id, paper.style.key)
        sheet.write_string(line, QUESTION, practice.title.to(paper.language), paper.style.label)
        target = paper.lists["target"].get(str(targets.get(practice.id, "")), "")
        _typed(sheet, line, ANSWER, target, paper.style.typed_strong)
    paper.choose(sheet, FIRST, ANSWER, "target", FIRST + len(practices) - 1)
