"""The data of the short forms: what the full report has of it, and what only they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...charts.fit import text_width
from ...charts.paint import PRINT
from ...charts.rows import dumbbell_row
from ...wording import index_text
from .figures import plain_figure
from .headlines import in_lines
from .payload import LONG, payload, plain
from .safetext import clean, shorten

if TYPE_CHECKING:
    from ...document import GroupPage, ReportDocument
    from ...look import Look

WORDS = (
    "decisions", "first_steps", "to_be_named", "this_group", "all_together", "highest_answers", "lowest_answers",
    "differing_answers", "what_next", "no_page", "no_page_why", "owner", "lane", "step",
)  # fmt: skip
LEFT_OUT = ("answers", "lenses", "roadmap", "gap", "method", "customers", "journeys", "synergy", "profile", "flags")
BOARD_ROOM, SMALL_BOARD_ROOM, WIDE_ROOM = 25.8, 33.2, 37.0  # ems of a line of the finding, and of those of WIDE
GROUP_ROOM, SMALL_GROUP_ROOM, LONG_OF_GROUP = 27.3, 33.2, 90  # ems of a line of a group’s finding, and of a long one
WIDE = ("strengths", "steps", "certainty")
SENTENCES = re.compile("(?<=。)(?!$)")
HEAD_ROOM = {"running_company": 18.0, "running_title": 12.0, "running_author": 14.0}  # ems in the head of a page


def board_payload(document: ReportDocument, look: Look) -> dict[str, Any]:
    """What board.typ reads."""
    data = _common(document, look, paged=True)
    room = BOARD_ROOM if data["finding_ems"] <= LONG else SMALL_BOARD_ROOM
    finding = in_lines(clean(document.finding), room, document.language)
    wide = {name: _wide(document, data, name) for name in WIDE}
    return data | {"board": plain(document.board), "finding": finding} | wide


def groups_payload(document: ReportDocument, look: Look) -> dict[str, Any]:
    """What groups.typ reads."""
    return _common(document, look, paged=False) | {
        "groups": [plain(each) | _finding(each, document.language) | _scores(each) for each in document.groups],
        "group_figures": [
            _rows(f"group-{at}", each, document.pyramid.gate, document.language)
            for at, each in enumerate(document.groups)
        ],
    }


def _finding(page: GroupPage, language: str) -> dict[str, Any]:
    """What a group’s page opens with; in Chinese every sentence begins a line."""
    said = clean(page.finding)
    ems = text_width(said, 1)
    room = GROUP_ROOM if ems <= LONG_OF_GROUP else SMALL_GROUP_ROOM
    return {"ems": ems, "finding": "\n".join(in_lines(each, room, language) for each in SENTENCES.split(said))}


def _scores(page: GroupPage) -> dict[str, Any]:
    """The rows of a group’s page with their scores as they are read: rounded as everywhere."""
    return {"rows": [plain(row) | {"own": index_text(row.own), "whole": index_text(row.whole)} for row in page.rows]}


def _wide(document: ReportDocument, data: dict[str, Any], name: str) -> dict[str, Any]:
    """A section with its finding in lines as wide as the page."""
    section: dict[str, Any] = data[name]
    finding = in_lines(clean(getattr(document, name).head.finding), WIDE_ROOM, document.language)
    return section | {"head": section["head"] | {"finding": finding}}


def _common(document: ReportDocument, look: Look, paged: bool) -> dict[str, Any]:
    data = payload(document, look)
    words = data["words"] | {key: clean(document.words[key]) for key in WORDS}
    kept = {key: value for key, value in data.items() if key not in LEFT_OUT}
    told = {
        "running_company": document.company,
        "running_title": document.subtitle,
        "running_author": data["prepared_by"],
    }
    spare = max(0.0, HEAD_ROOM["running_company"] - text_width(told["running_company"], 1))  # for a longer title
    room = HEAD_ROOM | {"running_title": HEAD_ROOM["running_title"] + spare}
    running = {key: shorten(text, room[key]) for key, text in told.items()}
    return kept | running | {"words": words, "paged": paged}


def _rows(id: str, page: GroupPage, gate: float, language: str) -> list[dict[str, Any]]:
    whole = {each.id: None if page.alone else each.whole for each in page.rows}
    return [
        plain_figure(dumbbell_row(PRINT, f"{id}-{row.id}", row.id, row.own, whole[row.id], row.title, gate), language)
        for row in page.rows
    ]
