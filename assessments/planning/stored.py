"""Targets as a table keeps them: a list of {"kind", "value", "about"}, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from ..content.schema import Band, Framework
from ..maturity.units import BANDS
from .targets import Targets

Stored = Mapping[str, Any]


def stored(framework: Framework, targets: Targets) -> list[dict[str, Any]]:
    """Every target by itself, as plain values; the day is kept beside them."""
    return [{"kind": each.kind, "value": each.value, "about": each.about} for each in targets.all(framework)]


def targets_in(framework: Framework, rows: Iterable[Stored], by: date | None = None) -> Targets:
    """The targets in `rows`. Dimensions and practices that this version of the framework does not know are left out."""
    found = list(rows)
    plain = {each["kind"]: each["value"] for each in found if not each["about"]}
    level, band = plain.get("level"), plain.get("band")
    known = [each for each in found if each["about"] in framework.by_dimension or each["about"] in framework.practices]
    return Targets(
        level=None if level is None else min(int(level), len(framework.levels)),
        trust=plain.get("trust"),
        band=None if band is None else cast(Band, BANDS[int(band)]),
        dimensions={each["about"]: float(each["value"]) for each in known if each["kind"] == "dimension"},
        practices={each["about"]: int(each["value"]) for each in known if each["kind"] == "practice"},
        by=by,
    )
