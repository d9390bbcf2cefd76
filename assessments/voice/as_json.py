"""Series and comparisons as plain values, `cxmaturity-voice/1` (docs/formats.md).

Keys are stable, values have six decimals, chances six digits, and what cannot be said is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .compare import Comparison
from .series import Series

FORMAT = "cxmaturity-voice/1"


def as_data(series: Iterable[Series], comparisons: Iterable[Comparison]) -> dict[str, Any]:
    """The whole result."""
    return {
        "format": FORMAT,
        "series": [_series(each) for each in series],
        "comparisons": [_comparison(each) for each in comparisons],
    }


def as_text(series: Iterable[Series], comparisons: Iterable[Comparison]) -> Iterator[str]:
    """The whole result as JSON, a line for each series: there may be more of them than fit into memory as text."""
    yield f'{{\n "format": "{FORMAT}"'
    for key, items in (("series", map(_series, series)), ("comparisons", map(_comparison, comparisons))):
        yield f',\n "{key}": ['
        for place, each in enumerate(items):
            yield f"{',' if place else ''}\n  {json.dumps(each, ensure_ascii=False)}"
        yield "\n ]"
    yield "\n}\n"


def _series(each: Series) -> dict[str, Any]:
    found = each.measured
    low, high = found.interval or (None, None)
    return {
        "measure": each.question.measure,
        "variant": each.question.variant,
        "scale_min": each.question.low,
        "scale_max": each.question.high,
        "touchpoint": each.touchpoint,
        "segment": each.segment,
        "period": each.period,
        "n": found.n,
        "value": _decimals(found.value),
        "mean": _decimals(found.mean),
        "low": _decimals(low),
        "high": _decimals(high),
        "method": each.question.method,
        "display": found.display,
    }


def _comparison(each: Comparison) -> dict[str, Any]:
    return {
        "measure": each.question.measure,
        "variant": each.question.variant,
        "scale_min": each.question.low,
        "scale_max": each.question.high,
        "touchpoint": each.touchpoint,
        "from": each.before,
        "to": each.now,
        "change": _decimals(each.change),
        "z": _decimals(each.statistic),
        "p": None if each.chance is None else float(f"{each.chance:.6g}"),
    }


def _decimals(value: float | None) -> float | None:
    return None if value is None else round(value, 6) + 0.0  # no negative zero
