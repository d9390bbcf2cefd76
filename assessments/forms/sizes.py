"""How large a file may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File


def at_most(size: int, message: Any) -> Callable[[File[bytes]], None]:
    """A validator that refuses a file of more bytes before it is read; the message may name the `most` in MB."""

    def validate(file: File[bytes]) -> None:
        if file.size > size:
            raise ValidationError(message, params={"most": size >> 20})

    return validate
