"""A form about something that several people change: nobody overwrites what somebody else has said, unless told."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

SEEN = "seen"


class MeanwhileForm(forms.Form):
    """Its page sends along, as `seen`, what each field said when it was shown. A field that says neither that any more
    nor what is wanted is `overtaken`: the form is not valid then, and says what the field says now.

    Sent again from the page that has told so it is, so that what was typed can be put in its place. A page that sends
    no `seen` is not checked. `initial` is what is stored; it holds `seen` itself where the page shows something else.
    """

    overtaken: Sequence[str] = ()

    @property
    def as_shown(self) -> str:
        """What the page sends along. Shown again it is what is stored now: whoever should know of a change was told."""
        now = " ".join(f"{name}={_stamp(self._stored(name))}" for name in self.fields)
        return str(self.initial.get(SEEN, now))

    def clean(self) -> dict[str, Any]:
        """Each field that was overtaken says what it says now."""
        cleaned = super().clean() or self.cleaned_data
        seen = dict(each.split("=") for each in self.data.get(SEEN, "").split() if each.count("=") == 1)
        self.overtaken = [name for name in self.fields if name in seen and self._differs(name, seen[name])]
        for name in self.overtaken:
            self.add_error(name, self.said_now(name))
        return cleaned

    def said_now(self, name: str) -> str:
        """What is stored in a field, as its reader would say it."""
        field, now = self.fields[name], self._stored(name)
        if isinstance(field, forms.BooleanField):
            return _("It is ticked now.") if now else _("It is not ticked now.")
        if isinstance(field, forms.ChoiceField):
            words = {_text(key): str(label) for key, label in field.choices}.get(_text(now), _text(now))
        elif isinstance(now, datetime.date):
            words = date_format(now, "DATE_FORMAT")
        else:
            words = pgettext("between the names of a list", ", ").join(_text(now).split("\n"))
        return _("Now it says “%(words)s”.") % {"words": words} if words else _("It is empty now.")

    def _stored(self, name: str) -> Any:
        return self.get_initial_for_field(self.fields[name], name)

    def _differs(self, name: str, seen: str) -> bool:
        now = self._stored(name)
        wanted = name in self.cleaned_data and _text(self.cleaned_data[name]) == _text(now)
        return _stamp(now) != seen and not wanted


def status_of(form: forms.Form, otherwise: int = 200) -> int:
    """The status of a page that shows a form again: 409 where somebody else was quicker."""
    return 409 if getattr(form, "overtaken", ()) else otherwise


def _text(value: Any) -> str:
    return "\n".join(value) if isinstance(value, list) else "" if value is None else str(value)


def _stamp(value: Any) -> str:
    return sha256(_text(value).encode()).hexdigest()[:12]
