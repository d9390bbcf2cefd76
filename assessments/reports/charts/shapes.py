"""Geometry without colour: the layers of the pyramid and the marks of levels and factors."""

from __future__ import annotations

from math import hypot, isnan

Point = tuple[float, float]

LEVELS = ("l1", "l2", "l3", "l4", "l5", "l6")
FACTORS = ("int", "abl", "aff", "con")
GATE = 50.0

FACTOR_SHAPES = {  # on a field of 20 x 20
    "int": '<rect x="3" y="3" width="14" height="14" rx="1"/>',
    "abl": '<path d="M10 .8 19.2 10 10 19.2.8 10z"/>',
    "aff": '<circle cx="10" cy="10" r="8"/>',
    "con": '<path d="M2 3.6h16v5H2zM2 11.4h16v5H2z"/>',
}
LEVEL_SHAPE = '<path d="M5.2 0h15.6L26 20H0z"/>'  # on a field of 26 x 20


def share(score: float) -> float:
    """A score 0..100 as 0..1; what lies outside is drawn at the end of the scale. Not-a-number is refused."""
    if isnan(score):
        raise ValueError("a score that is not a number cannot be drawn; use None for not rated")
    return min(100.0, max(0.0, score)) / 100


def number(value: float) -> str:
    """A coordinate as text, to a hundredth of a unit."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def layer(level: int, width: float, height: float, gap: float, right: float = 1.0, inset: float = 0.0) -> list[Point]:
    """The outline of pyramid layer `level` (1 base .. 6 tip), from the left edge to the ray at `right` (0..1).

    The pyramid has its tip at (width / 2, 0) and its base at y = height. Rays run from the tip, so the part left of a
    ray has exactly that share of the layer's area. `gap` is cut from the top of each layer but the tip; `inset` draws
    the whole outline that far inside.
    """
    count, middle = len(LEVELS), width / 2
    step = height / count
    top = (count - level) * step + (gap if level < count else 0) + inset
    bottom = (count - level + 1) * step - inset
    slant = inset * hypot(1, middle / height)  # keeps an inset outline parallel to the edge

    def ray(y: float, at: float) -> Point:
        return middle + (2 * at - 1) * y / height * middle + (slant if at == 0 else -slant if at == 1 else 0), y

    if level == count:
        tip = inset * hypot(1, height / middle)
        return [(middle, tip), ray(bottom, right), ray(bottom, 0)]
    return [ray(top, 0), ray(top, right), ray(bottom, right), ray(bottom, 0)]


def plot_mark(key: str, r: float) -> str:
    """The mark of a level or factor centred on 0,0 with a half-size of about `r`, for plotting on an axis."""
    n = number
    if key == "int":
        return f'<rect x="{n(0.5 - r)}" y="{n(0.5 - r)}" width="{n(2 * r - 1)}" height="{n(2 * r - 1)}" rx="1"/>'
    if key == "abl":
        return f'<path d="M0 {n(-r - 1.2)}L{n(r + 1.2)} 0 0 {n(r + 1.2)} {n(-r - 1.2)} 0z"/>'
    if key == "aff":
        return f'<circle r="{n(r)}"/>'
    if key == "con":
        bar = f"h{n(2 * r)}v{n(r - 2.2)}h{n(-2 * r)}z"
        return f'<path d="M{n(-r)} {n(1 - r)}{bar}M{n(-r)} 1.4{bar}"/>'
    top = r * 0.63
    return f'<path d="M{n(-top)} {n(0.6 - r)}h{n(2 * top)}L{n(r + 1.4)} {n(r - 0.6)}H{n(-r - 1.4)}z"/>'


def css_class(key: str) -> str:
    """The context class of a level (`lv-1`..`lv-6`) or factor (`tf-int`..), from which CSS colours what is inside."""
    if key in FACTORS:
        return f"tf-{key}"
    return f"lv-{LEVELS.index(key) + 1}"


def layer_state(level: int, achieved: int, rated: bool = True) -> str:
    """The state classes of level 1..6 when 0..6 are `achieved` (-1: nothing assessed): attained, next or beyond.

    An unrated level is `is-unrated`, and `is-next is-unrated` where it is the one that follows.
    """
    if achieved < 0:
        return "is-unrated"
    if not rated:
        return "is-next is-unrated" if level == achieved + 1 else "is-unrated"
    return "is-attained" if level <= achieved else "is-next" if level == achieved + 1 else "is-beyond"
