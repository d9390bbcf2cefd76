"""The fixed words of the workbook: names of its sheets, heads of its columns, codes of answers."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def sheet_words() -> dict[str, str]:
    """Word by key, in the active language."""
    return _sheets() | _codes() | _columns() | _notes()


def _sheets() -> dict[str, str]:
    return {
        "sheet_scores": pgettext("a sheet of a workbook", "Scores"),
        "sheet_answers": pgettext("a sheet of a workbook", "Answers"),
        "sheet_evidence": pgettext("a sheet of a workbook", "Evidence"),
        "sheet_practices": pgettext("a sheet of a workbook", "Practices"),
        "sheet_plan": pgettext("a sheet of a workbook", "Plan"),
        "sheet_notes": pgettext("a sheet of a workbook", "Notes"),
        "sheet_lines": pgettext("a sheet of a workbook", "Lines and codes"),
    }


def _codes() -> dict[str, str]:
    return {
        "code_dk": pgettext("a short answer in a table", "DK"),
        "code_na": pgettext("a short answer in a table", "NA"),
        "code_no": pgettext("a short answer in a table", "NO"),
        "means_dk": _("Don’t know: leaves the score, opens a range"),
        "means_na": _("Not applicable to this business: leaves the score"),
        "means_no": _("We choose not to, or others do it: counts as stage 0"),
        "none_yet": _("None yet"),
        "yes": _("yes"),
        "no": _("no"),
    }


def _columns() -> dict[str, str]:
    return {
        "now": _("By the answers here"),
        "reported": _("As reported"),
        "change": pgettext("a column of a workbook", "Change"),
        "rated": pgettext("a column of a workbook", "Rated"),
        "asked": pgettext("a column of a workbook", "Asked"),
        "applicable": pgettext("a column of a workbook", "Applicable"),
        "answered": pgettext("a column of a workbook", "Answered"),
        "dont_know": pgettext("a column of a workbook", "Don’t know"),
        "not_applicable": pgettext("a column of a workbook", "Not applicable"),
        "weight": _("Weight"),
        "stands": pgettext("a column of a workbook", "Stands"),
        "group": _("Group"),
        "level_attained": _("Level attained"),
        "strict_line": _("Strict line"),
        "decimal": pgettext("a column of a workbook", "Decimal"),
        "experience": _("Experience: average of the rated levels"),
        "lowest_level": _("Level if all don’t-knows were stage 0"),
        "highest_level": _("Level if all don’t-knows were stage 4"),
        "evidenced_level": _("Level with evidence only"),
        "trust_index": _("Trust: geometric mean of the factors"),
        "trust_mean": _("Plain mean of the factors"),
        "weakest_factor": _("Weakest factor"),
        "trust_band": _("Band of trust"),
        "levels": _("Levels"),
        "factors": _("Trust factors"),
        "gate_line": _("Line of 50"),
        "effort": _("Effort"),
        "impact": _("Impact"),
        "first_sign": _("First sign that it works"),
        "owner": pgettext("a column of a workbook", "Owner"),
        "due": pgettext("a column of a workbook", "Due on"),
        "state": pgettext("a column of a workbook", "State"),
        "state_open": pgettext("state of a step", "Open"),
        "state_doing": pgettext("state of a step", "Under way"),
        "state_done": pgettext("state of a step", "Done"),
        "sum_of": _("Sum of stages"),
        "mean_of": pgettext("a column of a workbook", "Mean"),
        "certainty": _("How sure is this"),
    }


def _notes() -> dict[str, str]:
    return {
        "change_an_answer": _("Change an answer, a group or an agreed stage: every score of this workbook follows."),
        "sealed_answers": _(
            "From an anonymous assessment. The answers in a column are not one person’s: within a group they stand in "
            "order for each practice by itself."
        ),
        "sealed_evidence": _(
            "In an anonymous assessment no answer shows whether something stands behind it: the scores with evidence "
            "only are those of the report."
        ),
        "evidence_about": _(
            "“yes” marks an answer with a note or a link behind it. Without one, the highest stages count for less in "
            "the scores with evidence only."
        ),
        "practices_about": _(
            "The mean of each group, then the mean of the groups: each weighs the same, however many answered. All of "
            "this is calculated from the answers."
        ),
        "scores_about": _("All of this is calculated from the answers; the report’s own figures stand beside it."),
        "lines_about": _(
            "The lines of the method, as published. The formulas refer to these cells; whoever changes one leaves the "
            "method."
        ),
        "plan_about": _("Owner, day and state are yours to fill in."),
        "changed": _(
            "Answers were changed in this workbook: the sentences tell the report as it was made, the numbers the new "
            "state."
        ),
    }
