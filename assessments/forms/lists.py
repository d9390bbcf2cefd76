"""A list of people, pasted or as a file: what every form that takes one has in common."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..files.limits import FILE_BYTES
from .sizes import at_most

PASTED = 500_000


class ListForm(forms.Form):
    """Takes a list; what reads it says what is wrong with it, and where. Who inherits says what a line holds."""

    people = forms.CharField(
        label=_("Paste a list"),
        required=False,
        max_length=PASTED,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"empty": _("This file is empty. Choose the one that holds the list.")},
        validators=[at_most(FILE_BYTES, _("The file is larger than 5 MB, far more than a list of people."))],
    )
    line_help: Any = ""
    file_help: Any = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].help_text, self.fields["file"].help_text = self.line_help, self.file_help

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        data = super().clean() or {}
        if not self.errors and not data.get("file") and not data.get("people", "").strip():
            self.add_error("people", _("Paste at least one line, or choose a file."))
        return data
