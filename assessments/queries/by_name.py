"""The order in which people look for a name: the second of “Store manager 1, 2 … 10” comes before the tenth."""

from __future__ import annotations

from django.db.models import CharField, F, Func
from django.db.models.expressions import Combinable
from django.db.models.functions import Length


class _Unnumbered(Func):
    """A text without the digits at its end."""

    template = "RTRIM(%(expressions)s, '0123456789')"
    output_field = CharField()


def by_name() -> tuple[Combinable, ...]:
    """What to order rows by; of two numbers the one with more digits is larger."""
    return _Unnumbered(F("name")), Length("name"), F("name")
