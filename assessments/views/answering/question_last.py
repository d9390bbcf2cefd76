"""On the page of a question, what the person said last time: shown, and not counted until it is said again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from ...content.loader import framework
from ...content.schema import Framework
from ...forms.answers import Filled, filled_from, filled_in
from ...maturity.answers import Answer
from ...maturity.progress import Progress
from ...rounds.frameworks import incomparable
from ...words.reader import reader_language
from . import question_parts as parts

if TYPE_CHECKING:
    from .question_page import QuestionPage


def marked(page: QuestionPage) -> str:
    """The choice of last time, to be marked among those of today; "" where there is none, or it means another thing."""
    said = page.last.answers.get(page.practice) if page.last else None
    return filled_from(said).choice if said and not _changed(page) else ""


def again_part(page: QuestionPage, way: Progress) -> str:
    """In the rail: how many answers of last time are confirmed, and how many wait."""
    if page.last is None:
        return ""
    answered = {key for part in way.parts for key in part.answered}
    return parts.again(reader_language(), *page.last.confirmed(answered, way.order))


def last_part(page: QuestionPage, filled: Filled, in_words: Callable[[Answer, Framework], str]) -> str:
    """What was said last time, with the button that says it again while nothing has been said today."""
    said = page.last.answers.get(page.practice) if page.last else None
    if page.last is None or said is None:
        return ""
    context = {
        "title": "" if page.practice in page.last.here else page.last.title,
        "words": in_words(said, page.framework),
        "old": _old_words(page, said),
        "answer": said,
        "form": filled_from(said),
        "open": not filled.seen,
    }
    return render_to_string("answers/last.html", context)


def still_true(data: Mapping[str, str], page: QuestionPage) -> Filled | None:
    """The form as it is filled by “still true”, without script: what was said last time, and what is typed today."""
    said = page.last.answers.get(page.practice) if page.last and "still" in data else None
    if said is None:
        return None
    last, sent = filled_from(said), filled_in({**dict(data.items()), "choice": ""}, page.framework)
    note, evidence = sent.note or last.note, sent.evidence or last.evidence
    return replace(last, note=note, evidence=evidence, seen=sent.seen, age=sent.age)


def _changed(page: QuestionPage) -> bool:
    """Whether a stage of last time may mean another thing now."""
    version = page.last.versions.get(page.practice, page.framework.version) if page.last else page.framework.version
    if version == page.framework.version:
        return False
    return page.practice in incomparable(framework(page.framework.id, version), page.framework)


def _old_words(page: QuestionPage, said: Answer) -> str:
    """The statement that was chosen, where it is no longer among those of today."""
    if said.stage is None or not _changed(page) or page.last is None:
        return ""
    before = framework(page.framework.id, page.last.versions[page.practice]).practices[page.practice]
    return before.stages[said.stage].to(reader_language())
