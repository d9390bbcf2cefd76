"""Targets as people write them: level=3,trust=60,l2=70,int-privacy=3,band=L,by=2027-06-30. All mistakes at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from ..content.days import iso_day
from ..content.schema import Framework
from ..maturity.units import BANDS, TOP_STAGE
from .faults import Fault, TargetFaults
from .targets import Targets

WHOLE = re.compile(r"[0-9]{1,3}", re.ASCII)
NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9]{1,6})?", re.ASCII)
AIMS = tuple(BANDS[1:])  # the first is where everybody stands already


def parse(framework: Framework, text: str) -> Targets:
    """The targets in `text`, pairs of key=value between commas. Raises TargetFaults with everything that is wrong."""
    pieces = [piece.strip() for piece in text.split(",")]
    return read(framework, ((key.strip(), value.strip()) for key, _, value in (each.partition("=") for each in pieces)))


def read(framework: Framework, pairs: Iterable[tuple[str, str]]) -> Targets:
    """The targets in pairs of a key and a value, as a form has them. Raises TargetFaults as `parse` does."""
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    for key, text in pairs:
        try:
            value = _value(framework, key, text)
        except TargetFaults as error:
            faults += error.faults
            continue
        if key in found:
            faults.append(Fault("twice", key, text))
        found[key] = value
    if not faults and not set(found) - {"by"}:
        faults.append(Fault("empty"))
    if faults:
        raise TargetFaults(faults)
    return Targets(
        **{key: found[key] for key in ("level", "trust", "band", "by") if key in found},
        dimensions={key: found[key] for key in framework.by_dimension if key in found},
        practices={key: found[key] for key in framework.practices if key in found},
    )


def _value(framework: Framework, key: str, text: str) -> int | float | str | date:
    """The value of one key; raises TargetFaults with one fault."""
    if key == "level":
        return _whole(key, text, len(framework.levels))
    if key in framework.practices:
        return _whole(key, text, TOP_STAGE)
    if key == "trust" or key in framework.by_dimension:
        if not NUMBER.fullmatch(text) or not 0 < float(text) <= 100:
            raise TargetFaults([Fault("number", key, text)])
        return float(text)
    if key == "band":
        if text not in AIMS:
            raise TargetFaults([Fault("among", key, text, ", ".join(AIMS))])
        return text
    if key == "by":
        return _day(text)
    raise TargetFaults([Fault("unknown", key, text)])


def _whole(key: str, text: str, most: int) -> int:
    if not WHOLE.fullmatch(text) or not 1 <= int(text) <= most:
        raise TargetFaults([Fault("whole", key, text, f"1..{most}")])
    return int(text)


def _day(text: str) -> date:
    day = iso_day(text)
    if day is None:
        raise TargetFaults([Fault("day", "by", text, "YYYY-MM-DD")])
    return day
