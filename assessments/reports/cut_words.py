"""The fixed words of the report’s short forms."""

from __future__ import annotations

from django.utils.translation import gettext as _


def cut_words() -> dict[str, str]:
    """Word by key, in the active language."""
    return {
        "file_board": _("Board summary"),
        "file_groups": _("Group pages"),
        "decisions": _("To decide now"),
        "first_steps": _("First steps"),
        "to_be_named": _("to be named"),
        "this_group": _("This group"),
        "all_together": _("All together"),
        "highest_answers": _("What you rated highest"),
        "lowest_answers": _("What you rated lowest"),
        "differing_answers": _("What you see differently"),
        "what_next": _("What happens next"),
        "no_page": _("No group’s answers can be shown by themselves"),
        "no_page_why": _(
            "A group gets a page where enough of its people answered, so that nobody’s answers can be told from it."
        ),
    }
