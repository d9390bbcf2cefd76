"""The sheet a figure is drawn on: it takes shapes and words, and becomes a `Figure` in either paint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape

from .fit import printable
from .paint import Anchor, Figure, Label, Paint
from .shapes import Point, css_class, number

_ID = re.compile(r"[\w.:-]+", re.ASCII)


class Drawing:
    """One figure in the making. Sizes and places in user units, origin top left. `kind` is the figure's main class."""

    def __init__(self, paint: Paint, kind: str, width: float, height: float) -> None:
        self.paint = paint
        self.kind = kind
        self.width = width
        self.height = height
        self._parts: list[str] = []
        self._labels: list[Label] = []
        self._key = ""
        self._state = ""

    @contextmanager
    def group(self, name: str, key: str, state: str = "") -> Iterator[None]:
        """What is drawn inside belongs to a level or factor `key` ("": neither) in a `state` (state classes)."""
        outer = self._key, self._state
        self._key, self._state = key, state
        names = " ".join(filter(None, (name, key and css_class(key), state)))
        self._parts.append(f'<g class="{names}">' if self.paint.web else "<g>")
        yield
        self._parts.append("</g>")
        self._key, self._state = outer

    @contextmanager
    def shared(self, id: str) -> Iterator[None]:
        """What is drawn inside is not seen here; other figures of the page show it with `use` (web only)."""
        self._parts.append(f'<defs><g id="{id}">')
        yield
        self._parts.append("</g></defs>")

    def use(self, id: str) -> None:
        """What another figure of the page shares (web only); shares of the width are those of this sheet."""
        self._parts.append(f'<use href="#{id}"/>')

    def shape(self, tag: str, role: str, **places: float | str) -> None:
        """An element `tag` in the dress of the class names `role`; `places` are its attributes (never user text)."""
        at = "".join(f' {name}="{v if isinstance(v, str) else number(v)}"' for name, v in places.items())
        self._parts.append(f"<{tag}{self._dress(role)}{at}/>")

    def polygon(self, role: str, points: Iterable[Point]) -> None:
        """A closed outline."""
        self.shape("polygon", role, points=_listed(points))

    def polyline(self, role: str, points: Iterable[Point]) -> None:
        """A line from point to point."""
        self.shape("polyline", role, points=_listed(points))

    def line(self, role: str, x1: float | str, y1: float | str, x2: float | str, y2: float | str) -> None:
        """A straight line."""
        self.shape("line", role, x1=x1, y1=y1, x2=x2, y2=y2)

    def stretched(self, role: str, d: str) -> None:
        """A path `d` on a field 100 wide and as tall as this sheet, stretched to its column (web only)."""
        frame = f'width="100%" height="100%" viewBox="0 0 100 {number(self.height)}" preserveAspectRatio="none"'
        path = f'<path{self._dress(role)} vector-effect="non-scaling-stroke" d="{d}"/>'
        self._parts.append(f"<svg {frame}>{path}</svg>")

    def placed(self, role: str, body: str, x: float | str, y: float | str, scale: float = 1.0) -> None:
        """Ready-made shapes `body`, drawn around 0,0, moved to `x`, `y`. A share ("40%") moves without stretching."""
        dress = self._dress(role)
        if isinstance(x, str):
            self._parts.append(f'<svg x="{x}" y="{y}" overflow="visible"><g{dress}>{body}</g></svg>')
            return
        grown = "" if scale == 1 else f" scale({number(scale)})"
        self._parts.append(f'<g{dress} transform="translate({number(x)} {number(float(y))}){grown}">{body}</g>')

    def text(self, role: str, text: str, x: float | str, y: float | str, anchor: Anchor = "start") -> None:
        """A line of user text anchored at `x` on the baseline `y`: inside the SVG on the web, a label in print."""
        if not text:
            return
        if self.paint.web:
            place = [v if isinstance(v, str) else number(v) for v in (x, y)]
            turned = "" if anchor == "start" else f' text-anchor="{anchor}"'
            words = escape(printable(text))
            self._parts.append(f'<text class="{role}" x="{place[0]}" y="{place[1]}"{turned}>{words}</text>')
            return
        size, weight, fill = self.paint.lettering(role, self._key, self._state, self.kind)
        self._labels.append(Label(float(x), float(y), printable(text), size, anchor, weight, fill))

    def upwards(self, role: str, text: str, x: float, y: float) -> None:
        """A line of user text that runs upwards, its middle at `x`, `y` (web only)."""
        place, words = f"translate({number(x)} {number(y)}) rotate(-90)", escape(printable(text))
        self._parts.append(f'<text class="{role}" transform="{place}" text-anchor="middle">{words}</text>')

    def lines(
        self, role: str, lines: list[str], x: float | str, y: float, step: float, anchor: Anchor = "start"
    ) -> None:
        """Several lines of text downwards, the first on the baseline `y`."""
        for index, line in enumerate(lines):
            self.text(role, line, x, y + index * step, anchor)

    def figure(self, id: str = "", title: str = "", desc: str = "", classes: str = "", stretch: bool = False) -> Figure:
        """The finished figure, an image named by `title` and described by `desc`; without a title it is decoration.

        `id` (letters, digits, `_ . : -`) names the two on the page. `stretch`: as wide as its column (web).
        """
        if title and not _ID.fullmatch(id):
            raise ValueError(f"not usable as an id: {id!r}")
        width, height = number(self.width), number(self.height)
        if stretch and self.paint.web:
            frame = f' width="100%" height="{height}"'
        else:
            frame = f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        kind = f' class="{escape(classes or self.kind)}"' if self.paint.web else ' xmlns="http://www.w3.org/2000/svg"'
        svg = f"<svg{kind}{frame}{_named(id, title, desc)}{''.join(self._parts)}</svg>"
        return Figure(svg, title, desc, self.width, self.height, tuple(self._labels))

    def _dress(self, role: str) -> str:
        return self.paint.dress(role, self._key, self._state, self.kind)


def _listed(points: Iterable[Point]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def _named(id: str, title: str, desc: str) -> str:
    """The end of the opening tag with what assistive technology reads."""
    if not title:
        return ' aria-hidden="true">'
    by = f"{id}-t {id}-d" if desc else f"{id}-t"
    more = f'<desc id="{id}-d">{escape(printable(desc))}</desc>' if desc else ""
    return f' role="img" aria-labelledby="{by}"><title id="{id}-t">{escape(printable(title))}</title>{more}'
