"""What the lines of the method are called in the workbook."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def line_words() -> dict[str, str]:
    """Word by key, in the active language."""
    return {
        "line_gate": _("A level stands above"),
        "line_strict_lower": _("Strict line: every lower level above"),
        "line_decimal_cap": _("The most that the decimal adds"),
        "line_band_1": _("First band up to"),
        "line_band_2": _("Second band up to"),
        "line_band_3": _("Third band up to"),
        "line_level_min": _("Practices of a level that must apply"),
        "line_factor_min": _("Practices of a factor that must be answered"),
        "line_rated_part": _("Share of a level that must be answered: this many"),
        "line_rated_whole": _("of this many"),
        "line_trust_floor": _("The least a factor counts in the mean"),
        "line_trust_cap": _("Highest band of trust that open red flags leave (0 to 3)"),
        "line_short_set": _("10-minute check (1) or all practices (0)"),
        "line_evidence_from": _("Stage from which an answer should have evidence"),
        "line_unproven_cap": _("Stage that higher ones count as without evidence"),
        "line": pgettext("a column of a workbook", "Line"),
        "code": pgettext("a column of a workbook", "Code"),
        "meaning": pgettext("a column of a workbook", "Meaning"),
    }
