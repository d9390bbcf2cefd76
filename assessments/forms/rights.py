"""What we ask before something goes that cannot come back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TypedForm(forms.Form):
    """A text to be typed exactly, so that nothing is deleted by a slip. The field keeps what was typed."""

    typed = forms.CharField(max_length=254, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, wanted: str, label: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wanted = wanted
        self.fields["typed"].label = label

    def clean_typed(self) -> str:
        """Exactly the text, capital letters and all."""
        typed: str = self.cleaned_data["typed"]
        if typed != self.wanted.strip():
            raise forms.ValidationError(
                _("This is not what stands above: “%(wanted)s”. Nothing was deleted."), params={"wanted": self.wanted}
            )
        return typed
