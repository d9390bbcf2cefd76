"""A print figure as an SVG file of its own, with its words in it."""

from __future__ import annotations

from html import escape

from .paint import Figure, Label
from .shapes import number

LATIN = "Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans'"
SIMPLIFIED = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC'"
TRADITIONAL = "'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC','Source Han Sans TC'"
FONTS = {"en": SIMPLIFIED, "zh-hans": SIMPLIFIED, "zh-hant": TRADITIONAL}
TAGS = {"en": "en", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}


def alone(figure: Figure, language: str) -> bytes:
    """The figure as a file that opens in any browser or drawing program: no style sheet, no script, UTF-8."""
    words = "".join(map(_text, figure.labels))
    family = f'<g font-family="{LATIN},{FONTS[language]},sans-serif">{words}</g>'
    svg = figure.svg.replace("<svg ", f'<svg xml:lang="{TAGS[language]}" ', 1).removesuffix("</svg>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}{family}</svg>\n'.encode()


def _text(label: Label) -> str:
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    place = f'x="{number(label.x)}" y="{number(label.y)}"'
    dress = f'font-size="{number(label.size)}" font-weight="{label.weight}" fill="{label.fill}"'
    return f"<text {place} {dress}{anchor}>{escape(label.text)}</text>"
