"""What people read for the plain values of a journey map. Values are kept for ever, labels may change."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS = {"actual": _("As customers live it now"), "planned": _("As it is meant to be")}
SCALES = {"2": _("−2 to +2"), "5": _("−5 to +5")}
BASES = {
    "observed": pgettext_lazy("how a feeling is known", "Observed"),
    "reported": pgettext_lazy("how a feeling is known", "Reported by customers"),
    "assumed": pgettext_lazy("how a feeling is known", "Assumed"),
}
MOMENTS = {
    "first": pgettext_lazy("moment of truth", "First impression"),
    "trigger": pgettext_lazy("moment of truth", "What sets it off"),
    "purchase": pgettext_lazy("moment of truth", "Purchase"),
    "use": pgettext_lazy("moment of truth", "Use"),
    "recovery": pgettext_lazy("moment of truth", "Putting it right"),
}
STATUSES = {
    "open": pgettext_lazy("improvement", "Open"),
    "planned": pgettext_lazy("improvement", "Planned"),
    "done": pgettext_lazy("improvement", "Done"),
    "dropped": pgettext_lazy("improvement", "Dropped"),
}
SOURCES = {
    "interview": _("Interviews"),
    "survey": _("Survey"),
    "observation": _("Observation"),
    "analytics": _("Data from systems"),
    "staff": _("What staff say"),
}
ONLINE = {"true": _("Online"), "false": _("In person or on paper")}
IMPORTANCE = {"1": _("1, less important"), "2": _("2, usual"), "3": _("3, important")}
EFFECTS = {
    "2": _("wins much trust"),
    "1": _("wins trust"),
    "-1": _("costs trust"),
    "-2": _("costs much trust"),
}
FACTORS = ("INT", "ABL", "AFF", "CON")
# What the audit trail says was changed on a map, beside the names of its cells (forms/journeys.py).
ACTS = {
    "add-stage": _("a stage added"),
    "add-touchpoint": _("a touchpoint added"),
    "add-evidence": _("evidence added"),
    "remove": _("something removed"),
    "restore": _("something put back"),
    "move": _("something moved"),
}
