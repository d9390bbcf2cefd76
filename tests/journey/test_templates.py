"""The journeys to start from: alike in every language, honest about what nobody has asked."""

from __future__ import annotations

import re

import pytest

from assessments.content.loader import framework
from assessments.content.schema import LANGUAGES
from assessments.journey.findings import findings
from assessments.journey.map import JourneyMap
from assessments.journey.reading import read
from assessments.journey.templates import TEMPLATES, template
from assessments.journey.writing import write

EVERY = pytest.mark.parametrize("id", TEMPLATES)
HAN = re.compile("[一-鿿]")


def words(map: JourneyMap) -> list[str]:
    found = [map.title, map.persona.name, map.persona.goal, map.scope.scenario, *map.persona.expectations]
    for stage in map.stages:
        found += [stage.name, stage.aim]
        for point in stage.touchpoints:
            found += [point.name, point.channel, *point.needs, *(each.text for each in point.pains)]
            found += [each.text for each in point.opportunities]
    return found


@EVERY
def test_it_is_a_whole_map_in_every_language(id: str) -> None:
    maps = [template(id, language) for language in LANGUAGES]
    assert all(read(write(map)) == map for map in maps)
    counts = {tuple(len(stage.touchpoints) for stage in map.stages) for map in maps}
    assert len(counts) == 1
    assert {len(words(map)) for map in maps} == {len(words(maps[0]))}


@EVERY
def test_every_word_is_in_its_language(id: str) -> None:
    assert not any(HAN.search(word) for word in words(template(id, "en")))
    for language in ("zh-hans", "zh-hant"):
        assert all(HAN.search(word) for word in words(template(id, language)))


@EVERY
def test_nothing_in_it_is_invented_evidence(id: str) -> None:
    map = template(id, "en")
    assert map.evidence == ()
    for point in map.touchpoints():
        assert point.emotion is None or (point.emotion.basis, point.emotion.n) == ("assumed", None)
        assert all((pain.severity, pain.frequency) == (None, None) for pain in point.pains)
        assert (point.metrics, point.mistakes) == ((), ())
    assert findings(map).raised == ()


@EVERY
def test_its_opportunities_lead_to_practices(id: str) -> None:
    practices = [each.practice for point in template(id, "en").touchpoints() for each in point.opportunities]
    assert len(practices) >= 5
    assert set(practices) <= set(framework().practices)


def test_unknown_ones() -> None:
    for id, language in (("nothing", "en"), ("online-order", "de")):
        with pytest.raises(KeyError):
            template(id, language)
