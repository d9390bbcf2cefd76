"""Chances under normal and Student's distribution."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, lgamma, log, log1p, pi
from statistics import NormalDist

CLOSE = 1e-14
TINY = 1e-300
NEAR = 3.0


def chance_of_z(z: float) -> float:
    """The chance of a standard normal value at least as far from zero, both ways."""
    return 2 * NormalDist().cdf(-abs(z))


def chance_of_t(t: float, freedom: float) -> float:
    """The chance of a value of Student's distribution at least as far from zero, both ways."""
    if t * t < NEAR:  # the other tail of the function, so that next to nothing is not taken from one
        return 1 - incomplete_beta(0.5, freedom / 2, t * t / (freedom + t * t))
    return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


@lru_cache(maxsize=10_000)
def t_of(level: float, freedom: float) -> float:
    """How many standard errors each way hold `level` (0..1) of Student's distribution with `freedom` (> 0) degrees.

    By Newton's steps from the normal value, which lies inside: the tail bends so that no step goes too far.
    """
    t, step = NormalDist().inv_cdf((1 + level) / 2), 1.0
    while step > 1e-12 * t:
        step = (chance_of_t(t, freedom) - (1 - level)) / (2 * _density(t, freedom))
        t += step
    return t


def _density(t: float, freedom: float) -> float:
    half = (freedom + 1) / 2
    return exp(lgamma(half) - lgamma(freedom / 2) - log(freedom * pi) / 2 - half * log1p(t * t / freedom))


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction, by Lentz's method."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    whole, m = d, 0
    while abs(c * d - 1) >= CLOSE or not m:
        m += 1
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            whole *= c * d
    return whole


def _not_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY


def false_discoveries(chances: Sequence[float], rate: float = 0.05) -> list[bool]:
    """Which of several tests hold when at most `rate` of those that hold may be chance (Benjamini & Hochberg 1995)."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    passing = [place for place, at in enumerate(order, 1) if chances[at] <= rate * place / len(chances)]
    held = set(order[: max(passing, default=0)])
    return [at in held for at in range(len(chances))]
