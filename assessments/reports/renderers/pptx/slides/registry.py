"""Which slides a section is told on. A section without a row here is left to the other forms: every practice is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .certainty import certainty
from .customers import customers
from .flags import flags
from .gap import gap
from .journeys import journeys
from .lenses import lenses
from .method import method
from .profile import profile
from .pyramid import pyramid
from .quadrant import quadrant
from .roadmap import roadmap
from .since import since
from .steps import steps
from .strengths import strengths
from .trust import trust
from .value import value

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..deck import Deck
    from ..page import Page

SLIDES: dict[str, Callable[[Deck, Any], list[Page]]] = {
    "pyramid": pyramid,
    "trust": trust,
    "since": since,
    "profile": profile,
    "synergy": quadrant,
    "strengths": strengths,
    "customers": customers,
    "journeys": journeys,
    "lenses": lenses,
    "flags": flags,
    "steps": steps,
    "roadmap": roadmap,
    "certainty": certainty,
    "gap": gap,
    "value": value,
    "method": method,
}
