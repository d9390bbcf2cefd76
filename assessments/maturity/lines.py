"""Comparing a computed number with a line of the method: what is exactly on a line must not cross it by rounding."""

from __future__ import annotations

HAIR = 1e-9


def above(value: float, line: float) -> bool:
    """True when `value` is truly above `line`; its negation is *at most*."""
    return value > line + HAIR


def below(value: float, line: float) -> bool:
    """True when `value` is truly below `line`; its negation is *at least*."""
    return value < line - HAIR
