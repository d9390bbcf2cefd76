"""The parameters that a worth is made of, and what each can be at all (method 4.6)."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import NamedTuple

SEGMENT_CUSTOMERS, SEGMENT_CHURN = "segment-customers", "segment-churn"


class Bounds(NamedTuple):
    """What a parameter can be at all, both ends included."""

    least: float
    most: float


SHARE, CHANGE_OF_SHARE, AMOUNT = Bounds(0, 1), Bounds(-1, 1), Bounds(0, inf)
PARAMETERS: Mapping[str, Bounds] = {
    "customers": AMOUNT,
    "margin": AMOUNT,  # money per customer and year
    "retention": SHARE,  # of a year
    "discount": AMOUNT,  # a rate per year: 0.1 is ten per cent
    "retention-gain": CHANGE_OF_SHARE,  # 0.02 is from 80 to 82 per cent
    "retention-attribution": SHARE,  # how much of the gain is of one's own making
    SEGMENT_CUSTOMERS: AMOUNT,  # these two with the name of the segment behind a colon
    SEGMENT_CHURN: SHARE,  # of a year
    "risk-attribution": SHARE,  # how much of the further churn comes from what they lived through
    "deflection-gain": CHANGE_OF_SHARE,  # further share of the contacts that need nobody
    "contacts": AMOUNT,  # per year
    "assisted-cost": AMOUNT,  # money per contact
    "self-service-cost": AMOUNT,
    "self-service-attribution": SHARE,
}
