"""The pyramid: six layers seen from the tip, filled to their scores, on four trust stones; and its miniature."""

from __future__ import annotations

from collections.abc import Sequence

from .drawing import Drawing
from .fit import text_width, wrap
from .paint import Figure, Paint
from .shapes import FACTOR_SHAPES, FACTORS, LEVELS, layer, layer_state, share

WIDTH, ROW, GAP = 440.0, 58.0, 5.0  # rows of 58 stand level with those of the list beside (`cx-pyr-list`)
HEIGHT = ROW * len(LEVELS)
LEFT, TOP = 4.0, 6.0  # the margin: half the thickest stroke and a little air
STONE, STONE_GAP = 30.0, 5.0
STONE_WIDTH = (WIDTH - 3 * STONE_GAP) / 4
PHONE = 17.0  # the size to which the theme raises small text on a phone: room is reckoned with it


def pyramid(
    paint: Paint,
    id: str,
    scores: Sequence[float | None],
    achieved: int,
    gate: float,
    title: str,
    desc: str,
    *,
    trust: Sequence[float | None] | None = None,
    trust_names: Sequence[str] = ("", "", "", ""),
    trust_texts: Sequence[str] = ("", "", "", ""),
    unrated_label: str = "",
    lines: bool = True,
    numerals: bool = True,
) -> Figure:
    """Six levels, each filled from the left to its score along a ray from the tip, so that area is score.

    `scores`: six of 0..100, base first, None where not rated (an empty dashed layer, named by `unrated_label`).
    `achieved`: 0..6 levels that stand (-1: not assessed). `gate`: 0..100, the cut through all layers. `trust`: four
    factors of 0..100 (int, abl, aff, con), with `trust_names` and the number texts `trust_texts` ("66", "not rated").
    `lines`: hairlines to a list of 58-unit rows on the right. `numerals`: 1..6 in the layers. Size 448 x 360 and up, in
    pixels at full size.
    """
    if len(scores) != len(LEVELS) or (trust is not None and len(trust) != len(FACTORS)):
        raise ValueError("a pyramid takes six levels and four trust factors")
    names = [wrap(name, STONE_WIDTH, PHONE, most=2) for name in trust_names] if trust is not None else []
    ground = TOP + HEIGHT + 10
    height = ground + (STONE + 26 + 20 * max(map(len, names)) if names else -4)
    drawing = Drawing(paint, "cx-pyr-fig", WIDTH + 2 * LEFT, height)
    if lines:
        _hairlines(drawing)
    for level, score in enumerate(scores, start=1):
        _layer(drawing, level, score, layer_state(level, achieved, score is not None), numerals)
    drawing.line("cx-ray", LEFT + WIDTH / 2, TOP, LEFT + WIDTH * share(gate), TOP + HEIGHT)
    for level, score in enumerate(scores, start=1):
        if score is None:
            _say_unrated(drawing, level, unrated_label, gate)
    for place, score in enumerate(trust or ()):
        _stone(drawing, place, score, gate, names[place], trust_texts[place], ground)
    return drawing.figure(id, title, desc)


def _middle(level: int) -> tuple[float, float]:
    """The height of a layer's middle and the half-width there, from the tip."""
    y = (len(LEVELS) - level + 0.5) * ROW + GAP / 2
    return y, y / HEIGHT * WIDTH / 2


def _hairlines(drawing: Drawing) -> None:
    for level in range(1, len(LEVELS)):
        y = (len(LEVELS) - level) * ROW + GAP / 2
        edge = LEFT + WIDTH / 2 * (1 + y / HEIGHT)
        drawing.line("k-hair", edge + 8, TOP + y, WIDTH + 2 * LEFT, TOP + y)


def _layer(drawing: Drawing, level: int, score: float | None, state: str, numerals: bool) -> None:
    def outline(right: float = 1.0, inset: float = 0.0) -> list[tuple[float, float]]:
        return [(LEFT + x, TOP + y) for x, y in layer(level, WIDTH, HEIGHT, GAP, right, inset)]

    with drawing.group("cx-layer", LEVELS[level - 1], state):
        drawing.polygon("cx-layer-track", outline())
        if score is not None and share(score) > 0 and "is-unrated" not in state:
            drawing.polygon("cx-layer-fill", outline(share(score)))
        if "is-next" in state:
            drawing.polygon("cx-layer-edge", outline(inset=1.5))
        elif "is-unrated" in state:
            drawing.polygon("cx-layer-edge", outline(inset=0.7))
        if numerals:
            y, half = _middle(level)
            tip = level == len(LEVELS)
            x = LEFT + WIDTH / 2 - (12 if tip else half - 20)
            drawing.text("cx-layer-no", str(level), x, TOP + y + (19 if tip else 6), "middle")


def _say_unrated(drawing: Drawing, level: int, label: str, gate: float) -> None:
    """Inside the layer between numeral and cut where the words fit, else to the right of it."""
    y, half = _middle(level)
    start = LEFT + WIDTH / 2 - half + 36
    cut = LEFT + WIDTH / 2 + (2 * share(gate) - 1) * half
    if start + text_width(label, PHONE) + 6 > cut:
        start = LEFT + WIDTH / 2 + half + 14
    with drawing.group("", "", "is-unrated"):
        drawing.text("k-none", label, start, TOP + y + 5)


def _stone(
    drawing: Drawing, place: int, score: float | None, gate: float, name: list[str], text: str, top: float
) -> None:
    x = LEFT + place * (STONE_WIDTH + STONE_GAP)
    key, icon = FACTORS[place], x + 9
    with drawing.group("cx-stone", key, "is-unrated" if score is None else ""):
        if score is None:
            drawing.shape("rect", "k-void", x=x + 0.5, y=top + 0.5, width=STONE_WIDTH - 1, height=STONE - 1)
        else:
            drawing.shape("rect", "k-tint", x=x, y=top, width=STONE_WIDTH, height=STONE)
            drawing.shape("rect", "k-fill", x=x, y=top, width=STONE_WIDTH * share(score), height=STONE)
            cut = x + STONE_WIDTH * share(gate)
            drawing.line("k-thresh", cut, top, cut, top + STONE)
        room = 0.0 if score is None else STONE_WIDTH * share(score)
        covered = room >= 30
        if 0 < room < 30:
            icon = x + room + 7
        drawing.placed("k-on-fill" if covered else "k-fill", FACTOR_SHAPES[key], icon, top + STONE / 2 - 8, 0.8)
        drawing.lines("k-name", name, x, top + STONE + 20, 19)
        number = "k-none" if score is None else "k-num"
        drawing.text(number, text, x, top + STONE + 22 + 20 * len(name))


def glyph(paint: Paint, id: str, achieved: int, title: str, desc: str = "", classes: str = "cx-glyph") -> Figure:
    """The pyramid in small, 44 x 40: levels that stand are solid, the next is outlined, those beyond are pale.

    `achieved`: 0..6; -1 draws the bare outline of what is not assessed.
    """
    width, height, gap = 44.0, 40.0, 1.6
    drawing = Drawing(paint, "cx-glyph", width, height)
    for level, key in enumerate(LEVELS, start=1):
        state = layer_state(level, achieved)
        with drawing.group("cx-layer", key, state):
            drawing.polygon("cx-layer-track", layer(level, width, height, gap))
            if state in ("is-next", "is-unrated"):
                inset = 0.45 if state == "is-unrated" else 0.7 if level < len(LEVELS) else 0.5
                drawing.polygon("cx-layer-edge", layer(level, width, height, gap, inset=inset))
    return drawing.figure(id, title, desc, classes)
