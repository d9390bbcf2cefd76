"""A map without the people who are named in it: nothing else is missing."""

from __future__ import annotations

from assessments.journey.people import without_people
from assessments.journey.templates import template


def test_owners_go_and_everything_else_stays() -> None:
    map = template("service-case", "en")
    named = _with_owner(map, "Ada")
    freed = without_people(named)
    assert "Ada" in named.model_dump_json() and "Ada" not in freed.model_dump_json()
    assert freed == _with_owner(map, "")
    assert without_people(freed) == freed


def _with_owner(map, owner):
    told = map.model_dump()
    for stage in told["stages"]:
        for point in stage["touchpoints"]:
            for each in point["opportunities"]:
                each["owner"] = owner
            point["opportunities"] = [*point["opportunities"], {"text": "Say when", "owner": owner}]
    return type(map).model_validate(told, by_name=True)
