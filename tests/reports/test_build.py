"""The report's sentences say what the numbers say, no more, in three languages."""

from __future__ import annotations

import math
import re
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from assessments.reports.build import build
from assessments.reports.document import Facts, ReportDocument
from assessments.reports.explain import explain
from assessments.reports.source import Source
from assessments.reports.wording import index_text, points_text, score_text, share_text
from assessments.results.sources import assess
from tests.maturity.builders import DONT_KNOW, FRAMEWORK, OUT_OF_SCOPE, TODAY, everything, sheet

from .sheets import SEEDS, random_sheet
from .walk import numbers, texts

FACTS = Facts("Harbour Retail", "retail", "250-999", "Autumn 2026", date(2026, 11, 21), "Northstar")
every_sheet = pytest.mark.parametrize("answers", [random_sheet(seed) for seed in SEEDS], ids=SEEDS)
LANGUAGES = ("en", "zh-hans", "zh-hant")
# Words that stand in Latin letters in Chinese too: names, metrics, the trademark line.
LATIN = re.compile(
    r"Harbour Retail|Autumn 2026|Northstar|Net Promoter( Score)?|Bain & Company|Satmetrix Systems|Fred Reichheld"
    r"|NPS|CSAT|CES|CX Maturity|App|FAQ|IT|CRM|[A-Z]{1,3}\b|\{\w+\}|[a-z]\d?-[a-z0-9-]+|ISO|IEC|https?://\S+"
)


def source(answers, language="en", facts=FACTS) -> Source:
    return assess(FRAMEWORK, answers, facts, language, TODAY)


def report(answers, language="en", facts=FACTS) -> ReportDocument:
    return build(source(answers, language, facts))


@pytest.mark.parametrize("language", LANGUAGES)
@every_sheet
def test_every_text_is_finished_in_its_language(language, answers):
    document = report(answers, language)
    for text in texts(document):
        assert "%(" not in text
        assert not re.search(r"\bNone\b(?! yet| so far)", text)
    if language != "en":
        said = [text for text in texts(document) if not re.fullmatch("[a-z0-9-]+|RF-[0-9]+", text)]  # the rest are keys
        mixed = [text for text in said if re.search("[A-Za-z]{2}", LATIN.sub("", text))]
        assert mixed == []


@every_sheet
def test_every_number_can_be_opened_and_says_the_same_there(answers):
    opened = source(answers)
    for number in numbers(build(opened)):
        explanation = explain(opened, number.key)
        assert explanation is not None, number
        if number.key not in ("level", "confidence"):
            assert explanation.value == number.text


@every_sheet
def test_a_sum_that_is_shown_comes_out_at_the_number(answers):
    opened = source(answers)
    for dimension in opened.card.dimensions:
        explanation = explain(opened, dimension.id)
        if dimension.score is None:
            assert explanation.formula == ""
        else:
            shown = float(explanation.formula.rsplit("= ", 1)[1])
            assert shown == pytest.approx(dimension.score, rel=1e-3, abs=0.01)


@every_sheet
def test_the_finding_names_the_level_that_stands(answers):
    document = report(answers)
    achieved = document.card.headline.achieved_level
    following = next((each for each in document.card.levels[achieved:]), None)
    if achieved == 6:
        assert "stands on all six levels" in document.finding
    elif achieved:
        assert f"stands on level {achieved}, " in document.finding
    elif following.rated:
        assert "does not yet stand on the first level" in document.finding
    else:
        assert "too early to place" in document.finding
    assert ("Trust is held back" in document.finding or "not carry yet" in document.finding) == any(
        each.score is not None and each.score <= 50 for each in document.card.trust.factors
    )


@every_sheet
def test_what_is_not_certain_is_said_on_the_first_page(answers):
    document = report(answers)
    said = " ".join(document.notices)
    headline = document.card.headline
    assert ("Indicative" in said) == ("quick-set" in headline.provisional)
    unrated = "too few answers to rate" in said or "too few practices apply to rate" in said
    assert unrated == ("not-rated" in headline.provisional)
    assert ("depending on what is behind" in said) == ("dont-know" in headline.provisional)
    assert said.count("With reservation") == len(headline.reservations)


def test_exactly_at_the_mark_does_not_stand_and_is_not_rounded_over_it():
    document = report(sheet(everything(2)))
    assert document.pyramid.achieved == 0
    assert document.pyramid.levels[0].status_text == "Next: exactly at the mark, which must be passed"
    assert document.pyramid.head.finding == "Level 1, Inform, is exactly at the mark: it stands once it passes."


def test_steps_promise_a_level_only_when_it_is_reckoned():
    weak = report(sheet(everything(1)))
    assert "would carry" not in weak.steps.head.finding
    near = report(sheet(everything(3, l1=2) | {"l1-accurate-facts": 3}))
    assert near.roadmap.lanes[0].achieved >= near.card.headline.achieved_level


def test_a_report_on_nothing_claims_nothing():
    document = report(sheet({}))
    assert document.finding.startswith("It is too early to place Harbour Retail")
    assert document.notices == ("Provisional: there are too few answers to rate any dimension.",)
    assert document.steps.head.finding == "No step follows from the answers so far."
    assert [row.score.text for row in document.profile.rows] == ["–"] * 10


def test_dont_know_and_not_applicable_are_told_apart():
    answers = everything(3) | {"l1-status-messages": DONT_KNOW, "l1-digital-audit": OUT_OF_SCOPE}
    rows = {row.practice: row for group in report(sheet(answers)).answers.groups for row in group.rows}
    assert rows["l1-status-messages"].answer == "Nobody who answered knows."
    assert rows["l1-digital-audit"].answer == "Not applicable to this business."


def test_where_one_does_not_know_and_another_calls_it_out_of_scope_both_are_told():
    first, second = (everything(3) | {"l1-status-messages": said} for said in (DONT_KNOW, OUT_OF_SCOPE))
    rows = {row.practice: row for group in report(sheet(leaders=[first, second])).answers.groups for row in group.rows}
    row = rows["l1-status-messages"]
    assert row.answer == "Nobody who answered gave a stage."
    assert {"1 does not know", "1 says it does not apply"} < set(row.remarks)


def test_a_company_without_a_name_is_the_readers_own():
    facts = Facts("", "", "", "", TODAY)
    assert report(sheet(everything(4)), facts=facts).finding.startswith("Your company stands on all six levels")
    near = report(sheet(everything(3, l3=2)), facts=facts)
    assert "would carry your company to level" in near.steps.head.finding
    early = report(sheet({}), facts=facts)
    assert early.finding.startswith("It is too early to place your company: ")


@given(score=st.floats(0, 100))
def test_a_score_is_never_shown_on_the_wrong_side_of_an_edge(score):
    thresholds = FRAMEWORK.thresholds
    shown = float(score_text(score, thresholds))
    assert abs(shown - score) <= 0.5
    for edge in (15, 50, 85):
        assert (shown > edge) == (score > edge)


@pytest.mark.parametrize(
    ("score", "shown"), [(50.0, "50"), (50.4, "50.4"), (50.004, "50.004"), (49.6, "49.6"), (71.3, "71")]
)
def test_decimals_appear_where_they_decide(score, shown):
    with override("en"):
        assert score_text(score, FRAMEWORK.thresholds) == shown


@pytest.mark.parametrize("half", [12.5, 37.5, 62.5, 87.5, 37.5 - 1e-14, 62.5 - 1e-13])
def test_a_half_goes_up_everywhere_as_in_every_spreadsheet(half):
    up = f"{math.ceil(half)}"
    with override("en"):
        assert [score_text(half, FRAMEWORK.thresholds), index_text(half), points_text(half)] == [up] * 3
        assert share_text(half / 100) == f"{up}%"
