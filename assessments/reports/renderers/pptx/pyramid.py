"""The pyramid as native freeforms: six layers seen from the tip, each filled to its score along a ray."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...charts.shapes import LEVELS, layer, layer_state, share
from .box import Box
from .seen import named

if TYPE_CHECKING:
    from .palette import Palette
    from .pen import Pen


def draw_pyramid(
    pen: Pen, palette: Palette, box: Box, scores: Sequence[float | None], achieved: int, gate: float | None, descr: str,
    *, numerals: bool = True, names: Sequence[str] = (), gap: float = 4.0,
) -> None:  # fmt: skip
    """Fills the box with six levels, base first; `names` are said of the layers to those who cannot see them."""
    group = pen.group("Pyramid", descr)
    for level, score in enumerate(scores, start=1):
        state, key = layer_state(level, achieved, score is not None), LEVELS[level - 1]
        _layer(group, palette, box, level, key, score, state, gap, names[level - 1] if names else "")
        if numerals:
            _numeral(group, palette, box, level, key, state, gap)
    if gate is None:
        return
    x = box.x + box.width * share(gate)
    tip = box.x + box.width / 2
    group.outline([(tip - 0.4, box.y), (tip + 0.4, box.y), (x + 1.2, box.bottom), (x - 1.2, box.bottom)], palette.paper)


def _layer(
    pen: Pen, palette: Palette, box: Box, level: int, key: str, score: float | None, state: str, gap: float, name: str
) -> None:
    tone = palette.tones[key]
    track, fill, edge = {
        "is-attained": (tone.deep, tone.c, ""),
        "is-next": (tone.tint, tone.mid, tone.c),
        "is-beyond": (tone.tint, tone.pale, ""),
    }.get(state, ("", "", tone.c if "is-next" in state else palette.ink_3))

    def outline(right: float = 1.0, inset: float = 0.0) -> list[tuple[float, float]]:
        return [(box.x + x, box.y + y) for x, y in layer(level, box.width, box.height, gap, right, inset)]

    drawn = pen.outline(outline(inset=0.0 if track else 0.7), track, "" if track else edge, name, 1.0)
    drawn.name = f"Level {level}"
    if score is not None and track and share(score) > 0:
        pen.outline(outline(share(score)), fill).name = f"Level {level} score"
    if edge and track:
        pen.outline(outline(inset=1.2), "", edge).name = f"Level {level} next"
    if name:
        named(drawn, name)


def _numeral(pen: Pen, palette: Palette, box: Box, level: int, key: str, state: str, gap: float) -> None:
    row = box.height / len(LEVELS)
    size = min(15.0, row * 0.32)
    middle = box.y + (len(LEVELS) - level + 0.5) * row + gap / 2
    half = (middle - box.y) / box.height * box.width / 2
    tip = level == len(LEVELS)
    x = box.x + box.width / 2 - (0 if tip else half - size * 1.35)
    y = middle + (row * 0.2 if tip else 0)
    colour = palette.tones[key].on if state == "is-attained" else palette.ink
    place = Box(x - size, y - size * 0.7, 2 * size, size * 1.4)
    pen.text(place, str(level), size, colour=colour, bold=True, align="c", anchor="m", least=5)
