"""How a figure is drawn: for the web by CSS classes, for print by literal colours with its labels set apart."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Literal, NamedTuple

from .tokens import DRESS, LETTERING, NEUTRALS, TONES

Anchor = Literal["start", "middle", "end"]


class Label(NamedTuple):
    """A line of text which the typesetter lays over a print figure.

    `x`, `y`: the anchor on the baseline, in user units from the figure's top left corner. `size` in user units,
    `anchor` start, middle or end, `weight` 100..900, `fill` #RRGGBB. `text` is plain, never markup.
    """

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor
    weight: int
    fill: str


class Figure(NamedTuple):
    """A finished drawing.

    `svg` is safe to put in a page as it stands. `width`, `height` in user units (CSS pixels on the web at full size); a
    web row stretches to its column, so there `width` is only its proportion. `labels` is empty on the web.
    """

    svg: str
    title: str
    desc: str
    width: float
    height: float
    labels: tuple[Label, ...] = ()


class Paint(NamedTuple):
    """What the classes of a figure become: themed classes and text within (`WEB`), or literals and labels (`PRINT`)."""

    medium: Literal["web", "print"]

    @property
    def web(self) -> bool:
        """True where CSS colours the figure and text stays inside it."""
        return self.medium == "web"

    def dress(self, role: str, key: str = "", state: str = "", figure: str = "") -> str:
        """The attributes of a shape of class names `role`, for a level or factor `key` in a `state` of `figure`."""
        return f' class="{role}"' if self.web else _literal(role, key, state, figure)

    def lettering(self, role: str, key: str = "", state: str = "", figure: str = "") -> tuple[float, int, str]:
        """Size (user units), weight and colour of a text with the class names `role`, for print."""
        size, weight, fill = LETTERING[_closest(LETTERING, role, state, figure)]
        return size, weight, _colour(fill, key)


WEB = Paint("web")
PRINT = Paint("print")


@cache
def _literal(role: str, key: str, state: str, figure: str) -> str:
    found = [DRESS[_closest(DRESS, name, state, figure)] for name in role.split()]
    pairs = (pair.split(":") for dress in found for pair in dress.split())
    return "".join(f' {name}="{_colour(value, key)}"' for name, value in pairs)


def _closest(known: Container[str], name: str, state: str, figure: str) -> str:
    """The most particular entry for a class name, as a style sheet would find it."""
    for wanted in (f"{figure} {state} {name}", f"{figure} {name}", f"{state} {name}"):
        if wanted in known:
            return wanted
    return name


def _colour(value: str, key: str) -> str:
    if value.startswith("$"):
        return str(getattr(TONES[key], value[1:]))
    return NEUTRALS[value[1:]] if value.startswith("@") else value
