"""The fixed words of the report that renderers place: labels, column titles, page furniture."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .cut_words import cut_words
from .line_words import line_words
from .sheet_words import sheet_words


def fixed_words() -> dict[str, str]:
    """Every fixed word of the report by its key, in the active language."""
    return _labels() | sheet_words() | line_words() | cut_words()


def _labels() -> dict[str, str]:
    return {
        "contents": _("Contents"),
        "page_of": _("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"},
        "made_with": _("Made with CX Maturity"),
        "summary": _("Summary"),
        "exact": _("Exact value"),
        "lowest": _("Lowest"),
        "highest": _("Highest"),
        "evidenced": _("With evidence only"),
        "self_rated": _("Self-rated"),
        "agreed": _("Agreed"),
        "people": _("People"),
        "own_view": _("Own view"),
        "customers": _("Customers"),
        "respondents": _("Group"),
        "coverage": _("Coverage, %"),
        "band": _("Band"),
        "status": _("Status"),
        "lane": _("When"),
        "step": _("Step"),
        "respondent": _("Respondent"),
        "level": _("Level"),
        "score": _("Score"),
        "stage": _("Stage"),
        "practice": _("Practice"),
        "answer": _("Answer"),
        "note": _("Note"),
        "evidence": _("Evidence"),
        "value": _("Value"),
        "grade": _("Grade"),
        "dimension": _("Dimension"),
        "priority": _("Priority"),
        "not_rated": _("not rated"),
        "of_4": _("of 4"),
        "executive_summary": _("Executive summary"),
        "consultants_note": _("Consultant’s note"),
        "note_stale": _("Written on earlier numbers"),
        "figure": _("Figure %(number)s") % {"number": "{number}"},
        "table": _("Table %(number)s") % {"number": "{number}"},
        "why": _("Why this step"),
        "more_voices": _("%(count)s more notes are in the workbook.") % {"count": "{count}"},
        "trademark": _(
            "Net Promoter, NPS and Net Promoter Score are trademarks of Bain & Company, Satmetrix Systems and Fred "
            "Reichheld."
        ),
    }
