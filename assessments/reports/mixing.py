"""Colours "#rrggbb" reckoned with: blends, luminance, contrast as WCAG defines it."""

from __future__ import annotations

NEEDED = 4.5  # contrast of text of ordinary size with its ground (WCAG)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` 0..1 of `other` in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as light, 0..1: what the eye adds up (sRGB undone)."""
    red, green, blue = (_linear(each / 255) for each in channels(colour))
    return red, green, blue


def luminance(colour: str) -> float:
    """0 is black, 1 is white (WCAG)."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """1 to 21."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def readable_on(ground: str, *choices: str) -> str:
    """The choice that stands out most from `ground`; black or white where none does enough."""
    best = max(choices, key=lambda each: contrast(each, ground))
    if contrast(best, ground) >= NEEDED:
        return best
    return max(("#000000", "#FFFFFF"), key=lambda each: contrast(each, ground))


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
