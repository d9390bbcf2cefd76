"""How a journey starts: blank, from a template, or from a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..files.journeys import read_journey
from ..files.limits import FILE_BYTES
from ..journey.map import JourneyMap
from ..journey.templates import template

BLANK, FILE = "blank", "file"
STARTS = {
    BLANK: _("A blank map"),
    "online-order": _("Template: an order online"),
    "service-case": _("Template: a service case"),
    "b2b-onboarding": _("Template: a business customer gets started"),
    FILE: _("A file: JSON or CSV"),
}


class JourneyStartForm(forms.Form):
    """A title, what to start from, and the file where it is one."""

    title = forms.CharField(
        label=_("Title"), max_length=200, required=False, help_text=_("Left empty, a template or a file gives it.")
    )
    start = forms.ChoiceField(label=_("Start from"), choices=STARTS, initial=BLANK, widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("JSON in the format cx-journey/1, or CSV with one row for each touchpoint; at most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,.csv"}),
        error_messages={"empty": _("This file is empty. Choose the one that holds the journey.")},
    )

    def clean(self) -> dict[str, Any]:
        """A blank map needs a title, a file must be there; a file that was chosen counts whatever is ticked."""
        said = super().clean() or {}
        file = said.get("file")
        if file:
            said["start"] = FILE
        if file and file.size > FILE_BYTES:
            self.add_error("file", _("The file is larger than 5 MB, far more than a journey. Choose another one."))
        if said.get("start") == FILE and not file and "file" not in self.errors:
            self.add_error("file", _("Choose a file first."))
        if said.get("start") == BLANK and not said.get("title") and "title" not in self.errors:
            self.add_error("title", _("Give the journey a title, such as “First order online”."))
        return said

    def map(self, language: str) -> JourneyMap:
        """The map to start with. Raises FileProblems with everything that is wrong with a file."""
        title, start = self.cleaned_data["title"], self.cleaned_data["start"]
        if start == BLANK:
            return JourneyMap(title=title)
        if start == FILE:
            file = self.cleaned_data["file"]
            map = read_journey(file.name, file.read())
            title = title or map.title.strip() or file.name.rsplit(".", 1)[0]
        else:
            map = template(start, language)
        return map.model_copy(update={"title": title}) if title else map
