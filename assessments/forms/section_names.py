"""What the sections of a report are called where somebody chooses among them, in the language of the reader."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SECTION_NAMES = {
    "pyramid": _("Pyramid"),
    "trust": _("Trust"),
    "since": _("Since last time"),
    "profile": _("Ten dimensions"),
    "synergy": _("Experience and trust"),
    "strengths": _("Strengths and gaps"),
    "customers": _("Customer view"),
    "journeys": _("Customer journeys"),
    "lenses": _("Lenses"),
    "flags": _("Red flags"),
    "steps": _("Steps"),
    "roadmap": _("Roadmap"),
    "certainty": _("How sure is this"),
    "gap": _("Perception gap"),
    "value": _("Worth"),
    "answers": _("Every practice"),
    "method": _("Method"),
}
