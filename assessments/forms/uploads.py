"""The file that somebody uploads."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ..files.limits import FILE_BYTES
from .sizes import at_most


class UploadForm(forms.Form):
    """One file of answers. Its content is checked by `files.read`, which says what is wrong and where."""

    file = forms.FileField(
        label=_("File with answers"),
        help_text=_("An XLSX workbook downloaded here, or CSV or JSON; at most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.json"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose the one that holds the answers."),
        },
        validators=[
            at_most(FILE_BYTES, _("The file is larger than 5 MB, far more than a questionnaire. Choose another one."))
        ],
    )
