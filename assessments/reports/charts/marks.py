"""The small signs: marks beside names, symbols of legends, the logo. Decoration, always beside words."""

from __future__ import annotations

from html import escape

from .drawing import Drawing
from .paint import PRINT, WEB, Figure, Paint
from .shapes import FACTOR_SHAPES, FACTORS, LEVEL_SHAPE, LEVELS, css_class, layer, number, plot_mark

_HIDDEN = 'aria-hidden="true"'

_SYMBOLS = {  # on a field of 18 x 16
    "first": f'<g class="k-fill" transform="translate(9 8)">{plot_mark("l3", 7)}</g>',
    "second": '<circle class="k-ring" cx="9" cy="8" r="6"/>',
    "third": '<path class="k-prev" d="M9 1.500L15.500 8L9 14.500L2.500 8Z"/>',
}


def level_mark(key: str, size: str = "") -> str:
    """The trapezoid with its numeral for level `key` (l1..l6), inline and silent. `size`: "", "sm" or "lg"."""
    return (
        f'<svg class="{_classes("cx-mark", key, size)}" width="26" height="20" viewBox="0 0 26 20" {_HIDDEN}>'
        f'<g class="k-fill">{LEVEL_SHAPE}</g>'
        f'<text class="k-on" x="13" y="15" text-anchor="middle">{LEVELS.index(key) + 1}</text></svg>'
    )


def factor_mark(key: str, size: str = "") -> str:
    """The shape of trust factor `key` (int, abl, aff, con), inline and silent. `size`: "", "sm" or "lg"."""
    return (
        f'<svg class="{_classes("cx-mark cx-mark-t", key, size)}" width="20" height="20" viewBox="0 0 20 20" {_HIDDEN}>'
        f'<g class="k-fill">{FACTOR_SHAPES[key]}</g></svg>'
    )


def mark(key: str, size: str = "") -> str:
    """The mark of any level or factor."""
    return factor_mark(key, size) if key in FACTORS else level_mark(key, size)


def print_mark(key: str) -> Figure:
    """The mark of any level or factor for print (26 x 20 or 20 x 20), the numeral as a label. Decoration: no title."""
    level = key in LEVELS
    drawing = Drawing(PRINT, "cx-mark", 26 if level else 20, 20)
    with drawing.group("", key):
        drawing.placed("k-fill", LEVEL_SHAPE if level else FACTOR_SHAPES[key], 0, 0)
        if level:
            drawing.text("cx-mark-no", str(LEVELS.index(key) + 1), 13, 15, "middle")
    return drawing.figure()


def symbol(kind: str) -> str:
    """The sign of a group in a legend, 18 x 16, inline and silent: of the first, second or third on an axis."""
    return f'<svg class="{css_class("l3")}" width="18" height="16" viewBox="0 0 18 16" {_HIDDEN}>{_SYMBOLS[kind]}</svg>'


def logo(paint: Paint = WEB) -> str:
    """The six layers, 28 x 26, all solid; silent. For print it is a complete SVG document."""
    parts = []
    for level, key in enumerate(LEVELS, start=1):
        points = " ".join(f"{number(x)},{number(y)}" for x, y in layer(level, 28, 26, 1.3))
        dress = f' class="{css_class(key)} k-fill"' if paint.web else paint.dress("k-fill", key)
        parts.append(f'<polygon{dress} points="{points}"/>')
    kind = 'class="cx-logo-mark"' if paint.web else 'xmlns="http://www.w3.org/2000/svg"'
    return f'<svg {kind} width="28" height="26" viewBox="0 0 28 26" {_HIDDEN}>{"".join(parts)}</svg>'


def _classes(names: str, key: str, size: str) -> str:
    return escape(" ".join(filter(None, (names, css_class(key), size))))
