"""A name that people type: of a company, a person, a round."""

from __future__ import annotations

import re
from typing import Any

from django import forms

# Signs that cannot be seen, yet would turn around the words that follow, or make a link that nobody can find. The
# joiners U+200C and U+200D stay, which Persian and emoji need; NUL stays, which Django refuses in words of its own.
HIDDEN = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
BREAKS = re.compile("[\t-\r\x85\u2028\u2029]+")


class NameField(forms.CharField):
    """A line of text in which everything can be seen; what holds nothing to be seen is empty."""

    def to_python(self, value: Any) -> Any:
        text = HIDDEN.sub("", BREAKS.sub(" ", super().to_python(value))).strip()
        return text if text.strip("\u200c\u200d\u2800\u3164") else ""
