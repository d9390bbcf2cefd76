"""A name that people type: of a company, a person, a round."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from ..files.text import HIDDEN

# Controls, of which NUL stays, which Django refuses in words of its own.
CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
BREAKS = re.compile("[\t-\r\x85\u2028\u2029]+")


class NameField(forms.CharField):
    """A line of text in which everything can be seen; what holds nothing to be seen is empty."""

    def to_python(self, value: Any) -> Any:
        text = HIDDEN.sub("", CONTROLS.sub("", BREAKS.sub(" ", super().to_python(value)))).strip()
        return text if text.strip("\u200c\u200d\u2800\u3164") else ""
