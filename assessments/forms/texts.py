"""Texts as fields of a form, of which no more is kept than can be stored and shown."""

from __future__ import annotations

from typing import Any

from django import forms

from ..files.text import clean, one_line


class TextField(forms.CharField):
    """A text of several lines, without control characters."""

    def clean(self, value: Any) -> str:
        return clean(super().clean(value))


class LineField(forms.CharField):
    """A text on one line, with single spaces."""

    def clean(self, value: Any) -> str:
        return one_line(super().clean(value))
