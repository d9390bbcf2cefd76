"""The other companies of the workspace beside this one, for those who may open each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from ...queries.benchmark import Own
from ...queries.benchmark_figures import value_of
from ...reports.wording import index_text
from .benchmark_rows import FigureBesideOthers, name_of


def own_rows(beside: Mapping[str, Own], standings: Sequence[Any]) -> list[FigureBesideOthers]:
    """Experience and trust beside those of the other companies; nothing where there are fewer than two."""
    newest = standings[0] if standings else None
    return [_row(figure, own, newest) for figure, own in beside.items() if own.quartiles]


def _row(figure: str, beside: Own, newest: Any) -> FigureBesideOthers:
    value = value_of(newest, figure) if newest else None
    text, name, found = index_text(value), name_of(figure), beside.quartiles
    low, middle, high = found or (0.0, 0.0, 0.0)
    words = {"lower": index_text(low), "median": index_text(middle), "upper": index_text(high), "n": beside.n}
    said = _("half lie between %(lower)s and %(upper)s, median %(median)s (n = %(n)s)") % words
    title = _("%(name)s: own %(own)s; others: %(others)s") % {"name": name, "own": text, "others": said}
    return FigureBesideOthers(f"own-{figure}", "", name, value, text, middle, (low, high), (), said, "", title)
