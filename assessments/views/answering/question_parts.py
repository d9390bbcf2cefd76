"""A question's page in finished pieces: what is the same for everyone is rendered once for each language, and kept.

Opening a question is what this product does most. Published content never changes, so a piece depends on nothing but
its arguments; the page around them is rendered once with a mark in the place of everything that belongs to one person,
and cut at the marks. Pieces are HTML; whatever a person wrote must be escaped before it is put between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import SimpleNamespace

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ...content.loader import framework
from ...cookies.themes import COOKIE
from ...pieces import kept

SLOTS = """title company round notices token path next practice seen saved_kind saved tone summary so_far left
again value so_far_then left_then again_then value_then max levels factors aside steps asking last
problems choices text margin foot key base""".split()  # noqa: SIM905 - words
MARK = re.compile(r"zQ(\d\d)Qz")

Frame = tuple[str, int]  # a framework's id and version


@kept
def _skeleton(language: str, theme: str, kind: str) -> tuple[str, ...]:
    marks = {name: mark_safe(f"zQ{number:02}Qz") for number, name in enumerate(SLOTS)}  # noqa: S308 - a mark
    anybody = SimpleNamespace(COOKIES={COOKIE: theme}, get_full_path=lambda: marks["next"])
    context = {**marks, "kind": kind, "request": anybody, "csrf_token": marks["token"]}
    return tuple(MARK.split(render_to_string("answers/question.html", context)))


def put_together(language: str, theme: str, kind: str, values: Mapping[str, str]) -> str:
    """The page of an "assessment", of a personal "link" or of a "check" with a piece of HTML in every slot."""
    pieces = list(_skeleton(language, theme, kind))
    pieces[1::2] = [values[SLOTS[int(each)]] for each in pieces[1::2]]
    return "".join(pieces)


@kept
def asking(language: str, frame: Frame, practice: str, number: int, total: int) -> SafeString:
    """What is asked, and where it stands among the practices of its dimension that the person is asked."""
    content = framework(*frame)
    context = {
        "dimension": content.dimension_of[practice],
        "practice": content.practices[practice],
        "number": number,
        "total": total,
    }
    return render_to_string("answers/asking.html", context)


@kept
def choices(language: str, frame: Frame, practice: str, choice: str, reason: str, last: str = "") -> SafeString:
    """The five stages, don't know, and not applicable with its reasons; `choice` and `reason` are ticked.

    `last` is the choice of last time: it is marked, and not ticked.
    """
    content = framework(*frame)
    stages = list(zip(content.stages, content.practices[practice].stages, strict=True))
    context = {"stages": stages, "reasons": content.not_applicable_reasons, "choice": choice, "reason": reason}
    return render_to_string("answers/choices.html", {**context, "last": last})


@kept
def margin(language: str, frame: Frame, practice: str) -> SafeString:
    """Why it is asked, and what counts as evidence."""
    return render_to_string("answers/margin.html", {"practice": framework(*frame).practices[practice]})


@kept
def rail_row(
    language: str, frame: Frame, dimension: str, door: str, answered: int, asked: int, here: bool
) -> SafeString:
    """One dimension in the rail; `door` is the practice it leads to, by a link that holds for everybody."""
    found = framework(*frame).by_dimension[dimension]
    context = {"dimension": found, "url": f"../{door}/", "answered": answered, "asked": asked, "here": here}
    return render_to_string("answers/rail_row.html", context)


@kept
def summary(language: str, frame: Frame, dimension: str, number: int, asked: int) -> SafeString:
    """The rail in one line, for phones."""
    context = {"dimension": framework(*frame).by_dimension[dimension], "number": number, "asked": asked}
    return render_to_string("answers/summary.html", context)


@kept
def so_far(language: str, answered: int, asked: int) -> SafeString:
    """How many are answered."""
    return render_to_string("answers/so_far.html", {"answered": answered, "asked": asked})


@kept
def left(language: str, minutes: int) -> SafeString:
    """How long the rest takes."""
    return render_to_string("answers/left.html", {"minutes": minutes})


@kept
def again(language: str, confirmed: int, waiting: int) -> SafeString:
    """Of the answers of last time, how many have been given anew, and how many wait for that."""
    return render_to_string("answers/again.html", {"confirmed": confirmed, "waiting": waiting})


@kept
def aside(language: str, frame: Frame, group: str, result_url: str) -> SafeString:
    """What stands below the rail: in which group one answers, or where the result is."""
    title = next((each.title for each in framework(*frame).groups if each.id == group), None)
    return render_to_string("answers/aside.html", {"group": title, "result_url": result_url})


@kept
def foot(language: str, before: str, after: str, end: str) -> SafeString:
    """Previous, keys, next. `before` and `after` are practices, "" at the ends; `end` is where the last one leads."""
    return render_to_string("answers/foot.html", {"before": before, "after": after, "end": end})


@kept
def steps(states: tuple[str, ...]) -> SafeString:
    """The bar of practices within a dimension: done, now, todo."""
    return render_to_string("answers/steps.html", {"states": states})


@kept
def empty_text(language: str) -> SafeString:
    """Note and evidence, nothing in them."""
    return render_to_string("answers/text.html", {})


@kept
def saved(language: str, kind: str) -> str:
    """The word in the top bar: kind is "saved" (with {moment} and {when} to be put in), "kept" or "failed"."""
    return str(render_to_string("answers/saved.html", {"kind": kind}))
