"""A number that is another one after every write of a row.

Whoever keeps something that was made of rows has to know later whether they are still the same, and asks for no more
than how many there are and the sum of their numbers. Times do not do for that: of two transactions that overlap, the
one that took its time first may end last, and neither the count nor the latest time tells that it did. A counter would
have to be read before it is raised, and one row removed and another one new may leave its sum as it was. Numbers drawn
by chance are right whichever way rows came, changed and went, and in whatever order transactions ended: that two
different sets of answers have one sum happens once in 280 trillion times. They say nothing of who or when.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.db import models

BITS = 48  # the sum over all that one person can answer stays within 64


def new_stamp() -> int:
    """A number that no row has had."""
    return secrets.randbits(BITS)


class Stamp(models.BigIntegerField):  # type: ignore[type-arg]  # Django knows no such arguments when it runs
    """The number of a row, drawn anew by whatever saves it, as `auto_now` does with a time.

    A `save` or an insert with conflicts that lists its fields has to list this one; SQL by hand brings `new_stamp()`.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> int:
        number = new_stamp()
        setattr(model_instance, self.attname, number)
        return number

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Migrations know a number and nothing of how it is drawn."""
        name, _path, args, named = super().deconstruct()
        return name, "django.db.models.BigIntegerField", args, named


class Stamped(models.QuerySet[Any]):
    """Rows with a `stamp`."""

    def update(self, **changes: Any) -> int:
        """As ever; the rows are other ones afterwards."""
        return super().update(**{"stamp": new_stamp(), **changes})
