"""The data of the typesetter: the document as plain values, every text safe to set."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from ...charts.fit import text_width
from ...document import SECTIONS
from ...look import OURS, SUMMARY, Look
from ...note_text import blocks
from .figures import colours, figures
from .fonts import families
from .headlines import in_lines
from .safetext import clean, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...document import AnswersSection, FlagsSection, JourneysSection, ReportDocument, ValueSection, Voice
    from ...document.table import Table

WORDS = (
    "contents", "page_of", "made_with", "practice", "answer", "stage", "score", "value", "grade", "dimension",
    "priority", "of_4", "executive_summary", "consultants_note",
)  # fmt: skip
"""The keys of `ReportDocument.words` which the typst files read. `page_of` holds {page} and {pages}."""

MOST_VOICES = 1000
MOST_LETTERS = 250_000  # of all voices together: about eighty pages
LONGEST_VOICE = 2500
LONGEST_NAME = 160
LONGEST_LINE = 300
RUNNING_WIDTH, FOOT_WIDTH = 44.0, 38.0  # ems of a company's name in the running header, and of who made it at the foot
LONG = 125  # ems of a finding that is set smaller; the same in cover.typ and board.typ
COVER_ROOM, SMALL_COVER_ROOM, ROOM = 23.8, 30.2, 24.8  # ems of a line: of the finding, and of a section's
NARROW = {"synergy": 13.6}

DRAWN = ("findings", "marks")


def payload(document: ReportDocument, look: Look = OURS) -> dict[str, Any]:
    """Everything the typst source reads, ready for JSON. Raises KeyError where one of WORDS is missing."""
    held_on = document.facts.held_on
    room = Room()
    told: dict[str, Callable[[Any], Any]] = {
        "flags": _flags, "value": _value, "journeys": _journeys, "answers": partial(_answers, room=room),
    }  # fmt: skip
    found = {name: getattr(document, name) for name in SECTIONS}
    sections = {name: section and told.get(name, _section)(section) for name, section in found.items()}
    for name, section in sections.items():
        if section:
            head = section["head"]
            head["note"] = note_data(document, name)
            head["finding"] = in_lines(head["finding"], NARROW.get(name, ROOM), document.language)
    author = look.name or document.facts.prepared_by
    finding = clean(document.finding)
    ems = text_width(finding, 1)
    return {
        "language": document.language,
        "fonts": families(document.language),
        "colours": colours(),
        "figures": figures(document, look),
        "order": [each.id for each in document.shown],
        "summary": note_data(document, SUMMARY),
        "accent": look.accent,
        "cover_line": clean(look.cover_line, LONGEST_LINE),
        "running_footer": shorten(look.footer, FOOT_WIDTH),
        "words": {key: clean(document.words[key]) for key in WORDS},
        "title": clean(document.title, LONGEST_NAME),
        "company": clean(document.company, LONGEST_NAME),
        "running_company": shorten(document.company, RUNNING_WIDTH),
        "running_author": shorten(author, FOOT_WIDTH),
        "prepared_by": clean(author, LONGEST_NAME),
        "subtitle": clean(document.subtitle, LONGEST_NAME),
        "date_text": clean(document.date_text),
        "date": [held_on.year, held_on.month, held_on.day],
        "eyebrow": plain(document.eyebrow),
        "finding": in_lines(finding, COVER_ROOM if ems <= LONG else SMALL_COVER_ROOM, document.language),
        "finding_ems": ems,
        "notices": plain(document.notices),
        "keys": plain(document.keys),
        "more_voices": clean(document.words["more_voices"]).replace("{count}", str(room.unheard))
        if room.unheard
        else "",
        **sections,
    }


def note_data(document: ReportDocument, name: str) -> dict[str, Any] | None:
    """What a consultant wrote on a section, with a mark where the numbers have changed since; None for nothing."""
    note = document.notes.get(name)
    if note is None:
        return None
    return {"blocks": plain([each._asdict() for each in blocks(note.text)]), "mark": _stale(document, note.stale)}


def _stale(document: ReportDocument, stale: bool) -> str:
    return clean(document.words["note_stale"]) if stale else ""


def _section(section: Any) -> Any:
    """A section, with the width of its finding in ems."""
    told: dict[str, Any] = plain(section)
    return told | {"head": _head(told["head"])}


def _flags(section: FlagsSection) -> dict[str, Any]:
    """The section; of the practices of a flag those that its effect has not named."""
    told: dict[str, Any] = _section(section)
    return told | {"flags": [plain(each) | {"practices": plain(each.unnamed)} for each in section.flags]}


def _value(section: ValueSection) -> dict[str, Any]:
    """The section as its tables; one for each figure whose tornado is drawn."""
    return {
        "head": _head(plain(section.head)),
        "ranges": _table(section.ranges),
        "withheld_label": clean(section.labels.withheld),
        "tornados": [{**_table(section.swayed(each)), "caption": clean(each.caption)} for each in section.tornados],
        "assumptions": _table(section.assumptions),
        **_fields(section, ("withheld", "cautions")),
    }


def _table(table: Table) -> dict[str, Any]:
    """A finished table, each cell as its lines."""
    rows = [[[plain(line._asdict()) for line in lines] for _column, lines in row] for row in table.placed]
    return {"title": clean(table.title), "columns": [plain(each._asdict()) for each in table.columns], "rows": rows}


def _journeys(section: JourneysSection) -> dict[str, Any]:
    """The section without what its drawings are made from."""
    cards = [_fields(card, (each.name for each in fields(card) if each.name not in DRAWN)) for card in section.journeys]
    return {"head": _head(plain(section.head)), "journeys": cards, **_fields(section, ("caption", "others"))}


def _fields(value: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: plain(getattr(value, name)) for name in names}


def _head(head: dict[str, Any]) -> dict[str, Any]:
    return {**head, "ems": text_width(head["finding"], 1)}


def plain(value: Any) -> Any:
    """A value of the document as JSON can hold it: dataclasses become objects, every text is made safe."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}  # type: ignore[arg-type]  # a class is hashable
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _answers(section: AnswersSection, room: Room) -> dict[str, Any]:
    """The section with as many voices as there is room for."""
    groups = []
    for group in section.groups:
        rows = []
        for row in group.rows:
            voices = [_voice(voice) for voice in row.voices if room.takes(voice)]
            told = {name: plain(getattr(row, name)) for name in _names(type(row)) if name != "voices"}  # type: ignore[arg-type]  # a class is hashable
            rows.append(told | {"voices": voices})
        groups.append(
            {"dimension": group.dimension, "name": clean(group.name), "score": plain(group.score), "rows": rows}
        )
    return {"head": _head(plain(section.head)), "groups": groups}


def _voice(voice: Voice) -> dict[str, str]:
    return {
        "who": clean(voice.who, LONGEST_NAME),
        "answer": clean(voice.answer),
        "note": clean(voice.note, LONGEST_VOICE),
        "evidence": clean(voice.evidence, LONGEST_VOICE),
    }


class Room:
    """Counts voices in, until the report is full."""

    def __init__(self) -> None:
        self.voices = 0
        self.letters = 0
        self.unheard = 0

    def takes(self, voice: Voice) -> bool:
        """True, and counted, where there is room for `voice`."""
        letters = min(len(voice.note), LONGEST_VOICE) + min(len(voice.evidence), LONGEST_VOICE)
        if self.voices >= MOST_VOICES or self.letters + letters > MOST_LETTERS:
            self.unheard += 1
            return False
        self.voices += 1
        self.letters += letters
        return True
