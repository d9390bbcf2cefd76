"""The colour of a house: whether it can be read, by the rule of WCAG, and the nearest colour that can."""

from __future__ import annotations

from typing import NamedTuple

NEEDED = 4.5  # for text of ordinary size
WHITE = "#FFFFFF"
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


def contrast(one: str, other: str) -> float:
    """The contrast of two colours "#rrggbb", 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def nearest(colour: str) -> str:
    """The same hue, only as much darker as it takes to be read on white."""
    dark, light = 0.0, 1.0  # the share of its light that is kept
    for _step in range(STEPS):
        share = (dark + light) / 2
        if contrast(_hex(_dimmed(colour, share)), WHITE) >= NEEDED:
            dark = share
        else:
            light = share
    return _hex(_dimmed(colour, dark))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(each) for each in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _curved(linear: float) -> float:
    return linear * 12.92 if linear <= 0.0031308 else float(1.055 * linear ** (1 / 2.4) - 0.055)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _dimmed(colour: str, share: float) -> tuple[float, float, float]:
    """The colour with a share of its light: scaling linear light keeps the hue."""
    red, green, blue = (_curved(_linear(each) * share) for each in _channels(colour))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(each * 255):02X}" for each in channels)
