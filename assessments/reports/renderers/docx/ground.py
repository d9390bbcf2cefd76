"""The sections that say what it all rests on: certainty, differing views, every practice, the method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...charts.fit import text_width
from ...document.table import Column, Line
from ..pdf.payload import LONGEST_VOICE, Room
from .cells import MARGINS, Span
from .styles import STYLES
from .text import LONGEST_NAME, plain

if TYPE_CHECKING:
    from ...document import AnswersSection, CertaintySection, GapSection, MethodSection, PracticeGroup, Voice
    from .cells import Row
    from .writing import Writing

ANSWER = 44  # share of the width of a table that the answers take
SMALL = STYLES["CX Small"].size


def certainty(to: Writing, section: CertaintySection) -> None:
    """The criteria, then what else limits the result."""
    rows = [
        ((Line(each.name, True), Line(each.meaning, small=True)), each.value, Line(each.grade_text, True))
        for each in section.rows
    ]
    columns = [Column(section.head.topic, 60), Column(to.words["value"], 22, True), Column(to.words["grade"], 18)]
    to.pen.table(columns, rows, section.head.topic)
    for each in section.statements:
        to.pen.say(each)


def gap(to: Writing, section: GapSection) -> None:
    """How differently the groups see the company: picture and table."""
    if not section.rows:
        return
    to.figure("gap", section.caption or section.head.topic)
    columns = [Column(to.words["dimension"], 20), *(Column(each.text, 20, True) for each in section.groups)]
    columns += [Column(section.gap_label, 12, True), Column("", 16)]
    rows: list[Row] = []
    for each in section.rows:
        said = {view.mark: view.text for view in each.views}
        views = [said.get(group.mark, section.hidden_label) for group in section.groups]
        rows.append((Line(each.name, True), *views, Line(each.gap.text, True), Line(each.flag, small=True)))
    to.pen.table(columns, rows, section.head.topic)


def answers(to: Writing, section: AnswersSection) -> None:
    """Every practice with its answer; under it what people wrote, as much as a report can bear."""
    room = Room()
    for group in section.groups:
        to.pen.heading(f"{group.name}\u2002{group.score.text}", 2)
        columns = [
            Column(to.words["practice"], 44),
            Column(to.words["answer"], ANSWER),
            Column(to.words["stage"], 12, True),
        ]
        to.pen.table(columns, _practices(to, group, room), group.name)
    if room.unheard:
        to.pen.say(to.words["more_voices"].replace("{count}", str(room.unheard)), "CX Small")


def method(to: Writing, section: MethodSection) -> None:
    """Rules, scope and limits."""
    rows = [(Line(term, True), words) for term, words in section.items]
    to.pen.table([Column("", 24), Column("", 76)], rows, section.head.topic, kept=False)


def _whole(remarks: Sequence[str], width: float) -> list[str]:
    """Remarks in lines of about so many points, so that none breaks: a Chinese one would within a word."""
    lines: list[str] = []
    for each in remarks:
        beside = f"{lines[-1]} · {each}" if lines else ""
        if beside and text_width(beside, SMALL) <= width:
            lines[-1] = beside
        else:
            lines.append(each)
    return lines


def _practices(to: Writing, group: PracticeGroup, room: Room) -> Iterator[Row]:
    room_for_remarks = to.pen.width * ANSWER / 100 / 20 - MARGINS["right"] / 20
    for each in group.rows:
        remarks = (Line(said, small=True) for said in _whole(each.remarks, room_for_remarks))
        answer = (Line(each.answer), *remarks)
        yield (Line(each.title, True), Line(each.question, small=True)), answer, Line(each.stage.text, True)
        heard = tuple(_voice(to, voice) for voice in each.voices if room.takes(voice))
        if heard:
            yield Span(heard)


def _voice(to: Writing, voice: Voice) -> Line:
    who = plain(voice.who, LONGEST_NAME)
    said = (to.join.named(who, voice.answer), plain(voice.note, LONGEST_VOICE), plain(voice.evidence, LONGEST_VOICE))
    return Line(" · ".join(filter(None, said)), small=True)
