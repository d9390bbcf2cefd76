"""The kinds of value a journey map is made of: texts, numbers, days and keys, each with what it allows."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    Strict,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ..content.days import iso_day

UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Basis = Literal["observed", "reported", "assumed"]
Moment = Literal["first", "trigger", "purchase", "use", "recovery"]
Factor = Literal["INT", "ABL", "AFF", "CON"]
Status = Literal["open", "planned", "done", "dropped"]
Source = Literal["interview", "survey", "observation", "analytics", "staff"]


class Frozen(BaseModel):
    """A value: no unknown fields, no changes, no infinite numbers. A key that is null counts as absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _nulls(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        names = {field.alias or name: field for name, field in cls.model_fields.items()}
        return {key: each for key, each in data.items() if each is not None or _may_be_null(names.get(key))}


def _may_be_null(field: Any) -> bool:
    """Whether null is a value of its own here, or to be refused as an unknown key."""
    return field is None or field.default is None


def _storable(text: Any) -> Any:
    """`text` without what no database or file can hold."""
    return UNSTORABLE.sub("", text) if isinstance(text, str) else text


def _said(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty", "is empty")
    return text


def _number(value: Any) -> Any:
    """A number as it was written: 1 stays 1, and 1.0 stays 1.0."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise PydanticCustomError("number", "is not a number")
    return value


def _share(value: Any) -> Any:
    """A number from 0 to 1, as it was written."""
    if not 0 <= _number(value) <= 1:
        raise PydanticCustomError("less_than_equal", "is outside")
    return value


def _whole(value: Any) -> Any:
    """2.0 is a whole number too: some programs write all numbers with a point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _day(value: Any) -> Any:
    """A day as it is written in JSON, and nothing else that could be read as one."""
    if isinstance(value, date):
        return value
    day = iso_day(value) if isinstance(value, str) else None
    if day is None:
        raise PydanticCustomError("day", "is not a day")
    return day


Words = Annotated[str, Strict(), StringConstraints(max_length=2_000), BeforeValidator(_storable)]
Name = Annotated[str, Strict(), StringConstraints(max_length=400), BeforeValidator(_storable), AfterValidator(_said)]
Key = Annotated[str, Strict(), StringConstraints(max_length=60), BeforeValidator(_storable), AfterValidator(_said)]
Flag = Annotated[str, Strict(), StringConstraints(pattern=r"^RF-(0[1-9]|1\d|20)$")]
Texts = Annotated[tuple[Words, ...], Field(max_length=50)]
AS_IT_IS = PlainSerializer(lambda value: value, return_type=Any)  # or else 1 would be written 1.0
Number = Annotated[float, PlainValidator(_number), AS_IT_IS]
Count = Annotated[int, Strict(), Field(ge=0, le=10**9), BeforeValidator(_whole)]
Severity = Annotated[int, Strict(), Field(ge=1, le=5), BeforeValidator(_whole)]
Importance = Annotated[int, Strict(), Field(ge=1, le=3), BeforeValidator(_whole)]
Effect = Annotated[int, Strict(), Field(ge=-2, le=2), BeforeValidator(_whole)]
Share = Annotated[float, PlainValidator(_share), AS_IT_IS]
Day = Annotated[date, BeforeValidator(_day)]
YesNo = Annotated[bool, Strict()]
