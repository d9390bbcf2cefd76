"""Rounds side by side as CSV: a row for each dimension and practice, a column for each round."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..rounds.changes import Change
from ..rounds.common import Round
from ..rounds.rounds import Comparison
from .text import guarded, one_line

FIXED = ("kind", "id", "name")
CHANGE = ("change_points", "visible_from", "verdict", "work_done")


def rounds_csv(found: Comparison, language: str, *, practices: bool = True) -> bytes:
    """The comparison as CSV in UTF-8 with the mark spreadsheets know it by (docs/formats.md).

    The change is that from the first round to the last. Without `practices` there are no rows of practices.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow((*FIXED, *(guarded(one_line(f"{each.held_on} {each.name}")) for each in found.rounds), *CHANGE))
    writer.writerows(_headline(found))
    writer.writerows(_dimensions(found, language))
    if practices:
        writer.writerows(_practices(found, language))
    return text.getvalue().encode("utf-8-sig")


def _headline(found: Comparison) -> Iterator[tuple[str, ...]]:
    levels = [str(each.card.headline.achieved_level) for each in found.rounds]
    yield "headline", "level", "", *levels, "", "", found.whole.level, ""
    yield (
        "headline",
        "trust",
        "",
        *(_number(each.card.trust.index) for each in found.rounds),
        *_said(found.whole.trust),
        "",
    )
    yield "headline", "respondents", "", *(str(each.card.respondents) for each in found.rounds), "", "", "", ""


def _dimensions(found: Comparison, language: str) -> Iterator[tuple[str, ...]]:
    frame, changes = found.rounds[-1].framework, {each.id: each for each in found.whole.dimensions}
    for each in frame.dimensions:
        scores = [_number(_score(one, each.id)) for one in found.rounds]
        yield each.kind, each.id, each.name.to(language), *scores, *_said(changes[each.id]), ""


def _practices(found: Comparison, language: str) -> Iterator[tuple[str, ...]]:
    frame = found.rounds[-1].framework
    for each in found.whole.practices:
        scores = [one.card.practices.get(each.id) for one in found.rounds]
        stages = [_number(score.stage) if score else "" for score in scores]
        work = str(len(found.whole.touched.get(each.id, ())) or "")
        yield "practice", each.id, frame.practices[each.id].title.to(language), *stages, *_said(each), work


def _score(held: Round, dimension: str) -> float | None:
    return next((each.score for each in held.card.dimensions if each.id == dimension), None)


def _said(change: Change) -> tuple[str, str, str]:
    return _number(change.points), _number(change.line), change.verdict


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")
