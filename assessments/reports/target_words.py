"""Targets in words, and what is wrong with those that were typed. Call inside the reader’s language."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ..content.schema import Framework
from ..maturity.units import BANDS
from ..planning.faults import Fault
from ..planning.targets import Target
from .wording import listed, quoted


def target_text(framework: Framework, language: str, target: Target) -> str:
    """One target: “level 3 (Respond)”, “trust 60”, “Integrity 70”, “Privacy” at stage 3."""
    if target.kind == "level":
        name = framework.levels[int(target.value) - 1].name.to(language)
        return _("level %(number)s (%(name)s)") % {"number": int(target.value), "name": name}
    if target.kind == "trust":
        return _("trust index %(index)s") % {"index": f"{target.value:g}"}
    if target.kind == "band":
        band = next(each for each in framework.bands if each.id == BANDS[int(target.value)])
        return _("trust “%(band)s”") % {"band": band.title.to(language)}
    if target.kind == "dimension":
        name = framework.by_dimension[target.about].name.to(language)
        return _("%(name)s at %(score)s") % {"name": name, "score": f"{target.value:g}"}
    title = quoted(framework.practices[target.about].title.to(language))
    return _("%(practice)s at stage %(stage)s") % {"practice": title, "stage": int(target.value)}


def targets_text(framework: Framework, language: str, targets: Iterable[Target]) -> str:
    """Several targets in a row."""
    return listed([target_text(framework, language, each) for each in targets])


def fault_text(fault: Fault) -> str:
    """What is to be mended, without the place, what was found and what is allowed."""
    return {
        "empty": _("Name at least one target, such as level=3,trust=60."),
        "unknown": _("There is no target of this name, and no dimension or practice."),
        "twice": _("The same target stands twice."),
        "whole": _("This is not one of the whole numbers."),
        "number": _("Write a number above 0, at most 100."),
        "among": _("This is not a band that can be a target."),
        "day": _("Write days as year-month-day, for example 2026-10-31."),
    }[fault.kind]
