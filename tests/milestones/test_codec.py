"""A document kept as JSON comes back as it was: equal, and the same in every form."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import pytest

from assessments.journey.findings import findings
from assessments.journey.templates import template
from assessments.reports.build import build
from assessments.reports.codec import decode, encode
from assessments.reports.document import Facts, ReportDocument
from assessments.reports.outside import Outside
from assessments.reports.renderers.pdf.payload import payload
from assessments.reports.renderers.to_json import to_json
from assessments.results.sources import assess
from assessments.voice.series import Question
from assessments.voice.summary import summary
from assessments.voice.tally import Tally
from assessments.voice.windows import days_until
from tests.maturity.builders import FRAMEWORK, TODAY
from tests.reports.sheets import SEEDS, random_sheet

FACTS = Facts("Harbour Retail", "retail", "250-999", "Autumn 2026", date(2026, 11, 21), "Northstar")


def there_and_back(document: ReportDocument) -> ReportDocument:
    return decode(ReportDocument, json.loads(json.dumps(encode(document), sort_keys=True)))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_document_comes_back_as_it_was(seed: int) -> None:
    language = ("en", "zh-hans", "zh-hant")[seed % 3]
    document = build(assess(FRAMEWORK, random_sheet(seed), FACTS, language, TODAY))
    again = there_and_back(document)
    assert again == document
    assert to_json(again) == to_json(document)
    # What the typesetter reads, to the letter: 5 and 5.0 are equal, but not the same text.
    assert json.dumps(payload(again)) == json.dumps(payload(document))


def test_so_does_one_with_customers_and_journeys() -> None:
    maps = tuple(findings(template(each, "en")) for each in ("service-case", "online-order"))
    asked = Question("trust-int", "", 0, 10)
    voice = summary(days_until(TODAY, 365), [Tally("all", "", asked, {3: 40, 5: 20}, {})], {}, {})
    document = build(assess(FRAMEWORK, random_sheet(1), FACTS, "en", TODAY, Outside(voice, maps)))
    again = there_and_back(document)
    assert again == document and again.journeys and again.customers
    assert json.dumps(payload(again)) == json.dumps(payload(document))


class Pair(NamedTuple):
    a: int
    b: float | None = 2.5


@dataclass(frozen=True)
class Older:
    name: str
    gone: int = 0


@dataclass(frozen=True)
class Newer:
    name: str
    pairs: tuple[Pair, ...] = ()
    kinds: frozenset[str] = frozenset({"a"})
    either: int | str | None = None


def test_a_later_version_reads_what_an_earlier_one_wrote() -> None:
    assert decode(Newer, encode(Older("x", 3))) == Newer("x")


def test_each_kind_of_value_comes_back() -> None:
    value = Newer("x", (Pair(1), Pair(2, None)), frozenset({"b", "c"}), "either")
    assert decode(Newer, json.loads(json.dumps(encode(value)))) == value
    assert decode(Newer, encode(replace(value, either=4))).either == 4


@pytest.mark.parametrize(
    "told", [{}, {"name": 3}, [], {"name": "x", "pairs": [{"a": "1"}]}, {"name": "x", "either": []}]
)
def test_what_is_no_such_thing_is_refused(told: object) -> None:
    with pytest.raises(ValueError, match="no Newer"):
        decode(Newer, told)


def test_what_has_no_form_is_refused() -> None:
    with pytest.raises(TypeError):
        encode(object())
