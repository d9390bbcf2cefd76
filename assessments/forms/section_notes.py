"""The form of a consultant’s note."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 6000


class NoteForm(forms.Form):
    """The text of one note; `version` is that of the note it replaces, 0 for none."""

    text = forms.CharField(
        label=_("Your text"),
        help_text=_("A new line begins a new paragraph; a line that opens with “- ” is a point of a list."),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=LONGEST,
        required=False,
        strip=False,
    )
    version = forms.IntegerField(min_value=0, initial=0, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        """Line ends as one character, and no control characters: every document has to be able to hold it."""
        text = "\n".join(self.cleaned_data["text"].splitlines())
        return "".join(char for char in text if char in "\n\t" or char.isprintable() or char == "\u3000")
