"""The sheet of the plan: every step in its order with its reasons, and room for who does it by when."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from ...charts.tokens import NEUTRALS, TONES
from ...document import StepCard
from .joining import joined
from .pen import A3, HAIRLINE, Pen

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FIRST = 3
WIDTHS = (5.0, 10.0, 44.0, 13.0, 22.0, 14.0, 9.0, 10.0, 8.0, 50.0, 30.0, 16.0, 12.0, 12.0, 24.0)
OWNER, DUE, STATE, NOTES = 11, 12, 13, 14
STATES = ("state_open", "state_doing", "state_done")


def write_plan(pen: Pen, name: str) -> None:
    """A row for each step. Where there is none, the sheet says what the report says."""
    words, sheet, steps = pen.words, pen.sheet(name, repeat=FIRST - 1, paper=A3), pen.document.all_steps
    about = words["plan_about"] if steps else pen.document.steps.head.finding
    pen.opening(sheet, about)
    titles = (
        "#", words["lane"], words["step"], words["dimension"], words["practice"], words["stage"], words["effort"],
        words["impact"], words["priority"], words["why"], words["first_sign"], words["owner"], words["due"],
        words["state"], words["note"],
    )  # fmt: skip
    pen.heads(sheet, FIRST - 1, titles, WIDTHS)
    for place, card in enumerate(steps):
        _row(pen, sheet, FIRST + place, card)
    last = FIRST + max(1, len(steps)) - 1
    sheet.autofilter(FIRST - 1, 0, last, len(titles) - 1)
    states = [words[key] for key in STATES]
    sheet.data_validation(FIRST, STATE, last, STATE, {"validate": "list", "source": states})
    sheet.freeze_panes(FIRST, 3)


def _row(pen: Pen, sheet: Worksheet, row: int, card: StepCard) -> None:
    line = {**HAIRLINE, "text_wrap": True}
    mine = pen.format(bg_color=NEUTRALS["warn-tint"], **line)
    day = pen.format(bg_color=NEUTRALS["warn-tint"], num_format="yyyy-mm-dd", **line)
    small, tint = pen.format(font_size=9, **line), TONES[card.dimension].tint
    effort, impact = (value for _label, value in card.facts[:2])
    lane = "\n".join(each for each in (card.lane_text, card.quick_win) if each)
    told = (
        card.number, lane, f"{card.do}\n{card.how}", card.dimension_name, card.practice_title, card.move, effort,
        impact, card.priority.value, "\n".join(joined(each.value, each.text) for each in card.reasons), card.first_sign,
    )  # fmt: skip
    looks = {
        0: pen.format(bold=True, align="center", **line),
        3: pen.format(bg_color=tint, **line),
        8: pen.format(num_format="0.00", align="center", **line),
        9: small,
        10: small,
    }
    for column, cell in enumerate(told):
        pen.write(sheet, row, column, cell, looks.get(column, pen.format(**line)))
    state = {"open": "state_open", "doing": "state_doing"}.get(card.owned.state, "")
    for column, text in ((OWNER, card.owned.owner), (STATE, pen.words.get(state, "")), (NOTES, "")):
        pen.write(sheet, row, column, text or None, mine)
    if card.owned.due_on:
        sheet.write_datetime(row, DUE, datetime.combine(card.owned.due_on, time.min), day)
    else:
        pen.write(sheet, row, DUE, None, day)
    pen.fit(sheet, row, told, WIDTHS)
