"""The forms of a house style."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from ..files.logo import LogoRefused, checked_logo
from ..files.office import checked_office
from ..files.problems import FileProblems
from ..files.text import name_line
from ..reports.accent import faint
from .meanwhile import MeanwhileForm
from .style_sections import SectionsField, named

COLOUR = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
TEMPLATE_BYTES = 20 * 1024 * 1024
ACCEPTED = {
    "logo": ".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml",
    "pptx": ".pptx,.potx",
    "docx": ".docx,.dotx",
}


class StyleForm(MeanwhileForm):
    """Name, colour, lines, and the order of sections (forms/style_sections.py)."""

    name = forms.CharField(
        label=lazy("Name on documents"),
        help_text=lazy("Empty: the name of the workspace."),
        max_length=200,
        required=False,
    )
    accent = forms.CharField(
        label=lazy("Colour"),
        help_text=lazy(
            "As #0B5563, for headings and rules of documents. Charts keep the colours of their levels. Empty: ours."
        ),
        max_length=7,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "#0B5563", "spellcheck": "false", "data-colour": ""}),
    )
    cover_line = forms.CharField(
        label=lazy("Line on the cover"),
        help_text=lazy("For example whom it is for, or that it is confidential."),
        max_length=300,
        required=False,
    )
    footer = forms.CharField(
        label=lazy("Foot of every page"),
        help_text=lazy("Before the date. Empty: the name."),
        max_length=200,
        required=False,
    )
    sections = SectionsField()

    def said_now(self, name: str) -> str:
        """Sections by their names, in their order."""
        if name != "sections":
            return super().said_now(name)
        return _("Now the report has, in this order: %(names)s.") % {"names": named(self.initial["sections"])}

    def clean_accent(self) -> str:
        """A colour that can be read as text on white, and under white text, as "#RRGGBB"."""
        said = self.cleaned_data["accent"]
        found = COLOUR.fullmatch(said)
        if not said:
            return ""
        if not found:
            raise forms.ValidationError(
                _("Write the colour as # and six digits or letters A to F, for example #0B5563.")
            )
        digits = found[1].upper()
        colour = "#" + (digits if len(digits) == 6 else "".join(each * 2 for each in digits))
        problem = faint(colour)
        if problem:
            values = {"ratio": f"{problem.ratio:.2f}", "needed": f"{problem.needed:.1f}", "nearest": problem.nearest}
            raise forms.ValidationError(
                _(
                    "Too faint: as text on white, and under white text, its contrast is %(ratio)s to 1, and %(needed)s "
                    "is needed. The nearest colour that can be read is %(nearest)s."
                ),
                params=values,
            )
        return colour


class StyleFileForm(forms.Form):
    """One file of a house style; `content` of the cleaned data is what was made safe."""

    file = forms.FileField(
        label=lazy("File"),
        error_messages={"required": lazy("Choose a file first."), "empty": lazy("This file is empty.")},
    )

    def __init__(self, kind: str, *args: object, **kwargs: object) -> None:
        self.kind = kind
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs |= {
            "accept": ACCEPTED[kind],
            "class": "form-control",
            "id": f"file-{kind}",
            "form": "style",
        }

    def add_prefix(self, field_name: str) -> str:
        """All files stand in one form with the text, so that no upload loses what is typed: each has its own name."""
        return f"{field_name}-{self.kind}"

    def overtaken_by(self, name: str) -> StyleFileForm:
        """This form, saying only that somebody else has put the file `name` there, or removed the one there was."""
        self.errors.clear()
        text = (
            _("Nothing was changed: somebody else has put “%(name)s” here meanwhile. Look at it, then do it again.")
            if name
            else _("Nothing was changed: somebody else has removed the file that was here. Choose yours again.")
        )
        self.add_error("file", text % {"name": name_line(name)})
        return self

    def clean(self) -> dict[str, object]:
        """What is wrong with the file, all at once, or its safe content."""
        file = self.cleaned_data.get("file")
        if not file:
            return self.cleaned_data
        if file.size > TEMPLATE_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB. Take out pictures and sample pages."))
        try:
            self.cleaned_data["content"] = self._checked(file.read(), file.name)
        except LogoRefused as error:
            raise forms.ValidationError(str(error)) from error
        except FileProblems as error:
            raise forms.ValidationError([str(each) for each in error.problems[:10]]) from error
        return self.cleaned_data

    def _checked(self, content: bytes, name: str) -> bytes:
        if self.kind == "logo":
            from ..reports.renderers.drawing_png import drawing_png  # noqa: PLC0415 - the typesetter is heavy

            return checked_logo(content, drawing_png)
        return checked_office(content, self.kind, name)
