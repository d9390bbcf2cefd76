"""What the pages of an import say: made by rules from what was counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...intake.faults import fault_words
from ...words.labels import MEASURES_SAID
from .voice_words import own_name


@dataclass(frozen=True, slots=True)
class RunWords:
    """An import in words: a finding, its state, and the tables below."""

    finding: str
    state: str
    status: str  # of the mark: is-active, is-done, is-due, is-late
    working: bool
    progress: tuple[int, int, str]
    measures: tuple[dict[str, Any], ...]
    period: str
    more_problems: int
    brings: bool  # whether writing it would change anything


def run_words(run: Any) -> RunWords:
    """What to say of an import."""
    found = run.found
    days = [date_format(date.fromisoformat(day), "DATE_FORMAT") for day in found.get("days", [])]
    period = _("%(first)s to %(last)s") % {"first": days[0], "last": days[1]} if days else ""
    state, status = _states()[run.state]
    return RunWords(
        finding=_finding(run),
        state=state,
        status=status,
        working=run.state in ("checking", "writing", "removing"),
        progress=progress_words(run),
        measures=tuple(_measure(each) for each in found.get("measures", [])),
        period=days[0] if days and days[0] == days[1] else period,
        more_problems=run.problem_count - len(run.problems),
        brings=bool(sum(each[4] for each in found.get("measures", [])) + found.get("comments", 0)),
    )


def _states() -> dict[str, tuple[str, str]]:
    return {
        "mapping": (_("Columns to be matched"), "is-due"),
        "checking": (_("Being checked"), "is-active"),
        "checked": (_("Checked, not written yet"), "is-due"),
        "refused": (_("Not usable"), "is-late"),
        "writing": (_("Being written"), "is-active"),
        "done": (_("Imported"), "is-done"),
        "failed": (_("Stopped"), "is-late"),
        "removing": (_("Being taken out"), "is-active"),
    }


def _measure(each: list[Any]) -> dict[str, Any]:
    measure, variant, low, high, new, repeated = each
    return {
        "name": MEASURES_SAID[measure],
        "variant": own_name(variant, high),
        "low": low,
        "high": high,
        "new": new,
        "repeated": repeated,
    }


def _finding(run: Any) -> str:
    found, name = run.found, run.name
    if run.state == "refused":
        return _refused(run)
    if run.state == "failed":
        return _("The import of “%(name)s” has stopped. %(why)s") % {
            "name": name,
            "why": fault_words(found.get("fault", "gone")),
        }
    if run.state == "checked":
        return _checked(run)
    if run.state == "done":
        return _done(run)
    return {
        "mapping": _("“%(name)s” waits for its columns to be matched."),
        "checking": _("“%(name)s” is being checked."),
        "writing": _("“%(name)s” is being written."),
        "removing": _("What “%(name)s” brought is being taken out."),
    }[run.state] % {"name": name}


def fault_said(kind: str, row: int | None) -> str:
    """Why a file cannot be read, and from which row on."""
    words = fault_words(kind)
    return _("Row %(row)d: %(why)s") % {"row": row, "why": words} if row else words


def _refused(run: Any) -> str:
    if run.found.get("fault"):
        return fault_said(run.found["fault"], run.found.get("fault_row"))
    return _("No row of “%(name)s” can be used.") % {"name": run.name}


def _checked(run: Any) -> str:
    new = sum(each[4] for each in run.found["measures"])
    comments = run.found["comments"]
    if not new and not comments and run.found.get("changed"):
        return _("“%(name)s” brings no new answer. Importing it changes nothing.") % {"name": run.name}
    if not new and not comments:
        return _("Everything in “%(name)s” is there already. Importing it changes nothing.") % {"name": run.name}
    return _("“%(name)s” brings %(what)s.") % {"name": run.name, "what": _amount(new, comments)}


def _done(run: Any) -> str:
    comments = run.found.get("comments_written", 0)
    if not run.written and not comments:
        return _("Everything in “%(name)s” was there already. Nothing has changed.") % {"name": run.name}
    return _("“%(name)s” has brought %(what)s.") % {"name": run.name, "what": _amount(run.written, comments)}


def _amount(scores: int, comments: int) -> str:
    texts = []
    if scores:
        texts.append(ngettext("%(count)s new score", "%(count)s new scores", scores) % {"count": _number(scores)})
    if comments:
        texts.append(
            ngettext("%(count)s new comment", "%(count)s new comments", comments) % {"count": _number(comments)}
        )
    return _("%(one)s and %(other)s") % {"one": texts[0], "other": texts[1]} if len(texts) == 2 else texts[0]


def progress_words(run: Any) -> tuple[int, int, str]:
    """How many rows are through, of how many (0: nobody knows), and both in words."""
    most = run.written if run.state == "removing" else run.rows or run.found.get("about", 0)
    passed = min(run.passed, most) if most else run.passed
    values = {"passed": _number(passed), "most": _number(most)}
    if run.state == "removing":
        return passed, most, _("%(passed)s of %(most)s scores") % values
    if run.rows:
        return passed, most, _("%(passed)s of %(most)s rows") % values
    return passed, most, (_("%(passed)s of about %(most)s rows") if most else _("%(passed)s rows")) % values


def _number(value: int) -> str:
    return str(number_format(value, use_l10n=True, force_grouping=True))
