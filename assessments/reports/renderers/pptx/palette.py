"""The colours of a deck: ours with the accent of the house, or drawn from the theme of a consultancy's template.

A colour is "#rrggbb" or the name of one of the theme's, so that a change of theme restyles the deck.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...charts.shapes import FACTORS, LEVELS
from ...charts.tokens import NEUTRALS, TONES, Tone
from ...mixing import NEEDED, contrast, mixed, readable_on

TEXT, PAPER, ACCENT = "tx1", "bg1", "tx2"
LEAST = 2.0  # contrast of a colour that fills a shape; numbers and words say the same


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours by what they are for.

    `series` are told apart beside each other, `tones` belong to levels and factors, `plain` says how the theme's own
    names look.
    """

    ink: str
    ink_2: str
    ink_3: str
    line: str
    sunken: str
    paper: str
    accent: str
    bad: str
    series: tuple[str, str, str]
    tones: dict[str, Tone]
    plain: dict[str, str]


def our_palette(accent: str) -> Palette:
    """Ours. `accent` is "#rrggbb"."""
    tones = {
        key: tone._replace(c=f"accent{LEVELS.index(key) + 1}") if key in LEVELS else tone for key, tone in TONES.items()
    }
    plain = {TEXT: NEUTRALS["ink"], PAPER: NEUTRALS["paper"], ACCENT: accent}
    return Palette(
        ink=TEXT,
        ink_2=NEUTRALS["ink-2"],
        ink_3=NEUTRALS["ink-3"],
        line=NEUTRALS["line"],
        sunken=NEUTRALS["sunken"],
        paper=PAPER,
        accent=ACCENT,
        bad=NEUTRALS["bad"],
        series=(tones["l1"].c, tones["l3"].c, tones["l6"].c),
        tones=tones,
        plain=plain,
    )


def theme_palette(text: str, paper: str, accents: list[str]) -> Palette:
    """The colours of a theme: levels as steps of its first accent, from dark to light, factors in its second.

    All are "#rrggbb". Steps are mixed with text and paper, so they show on dark slides too.
    """
    first, second = accents[0], accents[1]
    steps = [mixed(first, text, share) for share in (0.55, 0.35, 0.15)] + [
        mixed(first, paper, share) for share in (0.0, 0.22, 0.42)
    ]
    steps = [_seen(step, text, paper) for step in steps]
    tones = {key: _tone(step, text, paper) for key, step in zip(LEVELS, steps, strict=True)}
    tones |= {key: _tone(second, text, paper) for key in FACTORS}
    tones[""] = _tone(mixed(text, paper, 0.4), text, paper)
    quiet = mixed(text, paper, 0.3)
    return Palette(
        ink=TEXT,
        ink_2=mixed(text, paper, 0.15),
        ink_3=quiet if contrast(quiet, paper) >= NEEDED else text,
        line=mixed(text, paper, 0.82),
        sunken=mixed(text, paper, 0.92),
        paper=PAPER,
        accent="accent1" if contrast(first, paper) >= NEEDED else TEXT,
        bad=text if contrast(NEUTRALS["bad"], paper) < NEEDED else NEUTRALS["bad"],
        series=(steps[0], steps[3], _seen(second, text, paper)),
        tones=tones,
        plain={TEXT: text, PAPER: paper, "accent1": first},
    )


def _seen(colour: str, text: str, paper: str) -> str:
    """`colour` with as much of the text’s in it as it takes to be seen on the paper."""
    shares = (each / 10 for each in range(11))
    return next((found for share in shares if contrast(found := mixed(colour, text, share), paper) >= LEAST), text)


def _tone(colour: str, text: str, paper: str) -> Tone:
    return Tone(
        c=colour,
        on=readable_on(colour, text, paper),
        mid=mixed(colour, paper, 0.55),
        tint=mixed(colour, paper, 0.86),
        deep=mixed(colour, paper, 0.2),
        pale=mixed(colour, paper, 0.65),
    )
