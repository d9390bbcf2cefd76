"""The colour of a house: whether it can be read, by the rule of WCAG, and the nearest colour that can."""

from __future__ import annotations

from typing import NamedTuple

from .mixing import NEEDED, contrast, linear, mixed

WHITE = "#FFFFFF"
NIGHT = "#10181E"  # the paper of dark screens (static/css/tokens.css)
STEPS = 40  # halvings: finer than a colour of 24 bits


class Faint(NamedTuple):
    """A colour that is too faint: its contrast with white, what is needed, and the nearest colour that has it."""

    ratio: float
    needed: float
    nearest: str


def faint(colour: str) -> Faint | None:
    """None where text in "#rrggbb" can be read on white paper, and white text on a field of it."""
    ratio = contrast(colour, WHITE)
    return None if ratio >= NEEDED else Faint(ratio, NEEDED, nearest(colour))


def nearest(colour: str) -> str:
    """The same hue, only as much darker as it takes to be read on white."""
    dark, light = 0.0, 1.0  # the share of its light that is kept
    for _step in range(STEPS):
        share = (dark + light) / 2
        if contrast(_dimmed(colour, share), WHITE) >= NEEDED:
            dark = share
        else:
            light = share
    return _dimmed(colour, dark)


def on_screen(colour: str) -> tuple[str, str]:
    """The colour as it can be read on a light screen and on a dark one: as it is, or only as much darker or lighter."""
    light = colour if faint(colour) is None else nearest(colour)
    paler, whiter = 0.0, 1.0  # the share of white in it
    if contrast(colour, NIGHT) >= NEEDED:
        return light, colour
    for _step in range(STEPS):
        share = (paler + whiter) / 2
        if contrast(mixed(colour, WHITE, share), NIGHT) >= NEEDED:
            whiter = share
        else:
            paler = share
    return light, mixed(colour, WHITE, whiter)


def _curved(linear: float) -> float:
    return linear * 12.92 if linear <= 0.0031308 else float(1.055 * linear ** (1 / 2.4) - 0.055)


def _dimmed(colour: str, share: float) -> str:
    """The colour with a share of its light: scaling linear light keeps the hue."""
    return "#" + "".join(f"{round(_curved(each * share) * 255):02X}" for each in linear(colour))
