"""What is asked when responses are imported: the file, and what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ..intake.limits import FILE_BYTES, NAME
from ..intake.mapping import ColumnMap, mapping_problems
from ..intake.roles import MEASURED, SINGLE
from ..words.labels import COLUMN_ROLES
from .sizes import at_most

GROUPS = (
    (_("About the answer"), ("date", "id", "customer", "touchpoint", "segment", "comment")),
    (_("Scores of one measure"), tuple(MEASURED)),
    (_("One score a row, of any measure"), SINGLE[5:]),
)


class ImportForm(forms.Form):
    """The file; `intake` says what is wrong with it."""

    file = forms.FileField(
        label=_("File with responses"),
        help_text=_("CSV, tab-separated text or XLSX, at most 200 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose the one that holds the responses."),
        },
        validators=[
            at_most(
                FILE_BYTES,
                _("The file is larger than %(most)d MB. Split it, and import the parts one after the other."),
            )
        ],
    )


class ColumnsForm(forms.Form):
    """A role for each column, and what no column says."""

    order = forms.ChoiceField(
        label=_("Dates such as 05/10/2026 mean"),
        required=False,
        choices=[
            ("", _("As the file shows")),
            ("dmy", _("5 October: the day first")),
            ("mdy", _("10 May: the month first")),
        ],
    )
    touchpoint = forms.CharField(
        label=_("Touchpoint of rows that name none"),
        required=False,
        max_length=NAME,
        help_text=_("For example: checkout. May stay empty."),
    )
    measure = forms.ChoiceField(
        label=_("Measure of rows that name none"),
        required=False,
        choices=[("", _("Named in the file")), *((each, COLUMN_ROLES[each]) for each in MEASURED)],
        help_text=_("Only needed with a column “Score”."),
    )

    def __init__(self, *args: Any, columns: list[dict[str, Any]], known: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        for name in ("order", "touchpoint", "measure"):
            self.fields[name].initial = known.get(name, "")
        roles = known.get("roles", {})
        choices = [
            ("", _("Leave out")),
            *((title, [(key, COLUMN_ROLES[key]) for key in keys]) for title, keys in GROUPS),
        ]
        for each in columns:
            self.fields[f"role-{each['index']}"] = forms.ChoiceField(
                label=each["name"] or f"#{each['index'] + 1}",
                required=False,
                choices=choices,
                initial=roles.get(str(each["index"]), ""),
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    def rows(self) -> list[tuple[dict[str, Any], forms.BoundField]]:
        """Each column with its field."""
        return [(each, self[f"role-{each['index']}"]) for each in self.columns]

    def clean(self) -> dict[str, Any]:
        """What is missing, or there twice."""
        data = super().clean() or {}
        if not self.errors:
            for problem in mapping_problems(self.mapping()):
                self.add_error(None, _said(problem))
        return data

    def mapping(self) -> ColumnMap:
        """The mapping that was chosen."""
        chosen = {each["index"]: self.cleaned_data.get(f"role-{each['index']}", "") for each in self.columns}
        data = self.cleaned_data
        roles = {index: role for index, role in chosen.items() if role}
        return ColumnMap(roles, data.get("order", ""), data.get("touchpoint", "").strip(), data.get("measure", ""))


def _said(problem: str) -> str:
    kind, _colon, role = problem.partition(":")
    if kind == "twice":
        role = next((each for each, what in MEASURED.items() if what[0] == role), role)
        message = _now("Two columns are marked as “%(role)s”. Keep one, or import the other in a file of its own.")
        return message % {"role": COLUMN_ROLES[role]}
    return {
        "date": _now("Say which column holds the date of the answer."),
        "score": _now("Say which column holds a score or a comment."),
        "measure": _now("With a column “Score”, say which measure it is: in another column, or below."),
    }[kind]
