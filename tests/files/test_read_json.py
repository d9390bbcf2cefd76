"""JSON: every entry is checked, and every problem names its path."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assessments.files.reading import read
from assessments.files.value import AnswerFile, Company
from assessments.files.write_json import write_json
from assessments.maturity.answers import Agreed, Answer, Respondent

from .samples import CAUSE, CX, FACTS, HELP, SPEED, TODAY, refused

ISSUE = """{"format": "cxmaturity-answers/1", "framework": "cx-pyramid", "framework_version": 1, "title": "Autumn 2026",
 "company": {"name": "Harbour Retail", "industry": "retail", "size": "250-999"}, "date": "2026-11-21",
 "respondents": [{"name": "respondent-1", "group": "frontline",
   "answers": {"l1-searchable-help": {"stage": 2, "note": "…", "evidence": "…"},
               "l1-accurate-facts": {"dont_know": true},
               "l6-shared-cause": {"not_applicable": "out-of-scope"}}}],
 "red_flags": ["RF-01"], "targets": {"l2-response-speed": 4}}"""


def tree(**changes: Any) -> dict[str, Any]:
    return {**json.loads(ISSUE), **changes}


def problems(value: Any) -> list[tuple[str, str, str]]:
    """The place, the found and the allowed of each problem."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return [(each.place.entry, each.found, each.allowed) for each in refused("a.json", data)]


def person(answers: Any = None, **parts: Any) -> dict[str, Any]:
    return tree(respondents=[{"name": "Ann", "group": "leaders", "answers": answers or {}, **parts}])


def test_the_example_of_the_documentation() -> None:
    answers = {
        HELP: Answer(2, note="…", evidence="…"),
        FACTS: Answer(dont_know=True),
        CAUSE: Answer(not_applicable="out-of-scope"),
    }
    assert read("autumn.json", ISSUE.encode(), CX, today=TODAY) == AnswerFile(
        TODAY,
        "Autumn 2026",
        Company("Harbour Retail", "retail", "250-999"),
        "full",
        (Respondent("respondent-1", "frontline", answers),),
        frozenset({"RF-01"}),
        {SPEED: 4},
    )


def test_what_may_be_left_out() -> None:
    short = {key: tree()[key] for key in ("format", "framework", "framework_version")} | {"respondents": []}
    assert read("a.json", json.dumps(short).encode(), CX, today=TODAY) == AnswerFile(TODAY)


def test_nulls_and_false_say_nothing() -> None:
    written = {HELP: {"stage": 0, "dont_know": False, "not_applicable": None, "note": None}, FACTS: None}
    found = read("a.json", json.dumps(person(written)).encode(), CX, today=TODAY)
    assert found.respondents[0].answers == {HELP: Answer(0)}


def test_what_must_be_there_is_not_null() -> None:
    assert problems(tree(respondents=None)) == [("respondents", "nothing", "a list: […]")]
    nobody = {"name": "a", "group": "leaders", "answers": None}
    assert problems(tree(respondents=[nobody])) == [("respondents[0].answers", "nothing", "an object: {…}")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings(encoding: str) -> None:
    assert read("a.json", ISSUE.encode(encoding), CX, today=TODAY).title == "Autumn 2026"


@pytest.mark.parametrize(
    ("value", "place", "found", "allowed"),
    [
        (tree(format="cxmaturity-answers/2"), "format", "“cxmaturity-answers/2”", "cxmaturity-answers/1"),
        (tree(framework="cmmi"), "framework", "“cmmi”", "cx-pyramid"),
        (tree(framework_version=2), "framework_version", "2", "1"),
        (tree(framework_version=True), "framework_version", "true", "1"),
        (tree(framework_version=1.0), "framework_version", "1.0", "1"),
        (tree(title=7), "title", "7", "a text in quotes"),
        (tree(title="x" * 201), "title", f"“{'x' * 59}…”", "at most 200 characters"),
        (tree(company="Harbour"), "company", "“Harbour”", "an object: {…}"),
        (tree(company={"industry": "fishing"}), "company.industry", "“fishing”", None),
        (tree(company={"size": "12"}), "company.size", "“12”", "1-9, 10-49, 50-249, 250-999, 1000+"),
        (tree(date="21.11.2026"), "date", "“21.11.2026”", None),
        (tree(date="2026-02-30"), "date", "“2026-02-30”", None),
        (tree(date="1926-11-21"), "date", "“1926-11-21”", None),
        (tree(date=20261121), "date", "20261121", None),
        (tree(set="half"), "set", "“half”", "full, quick"),
        (tree(language="de"), "language", "“de”", "en, zh-hans, zh-hant"),
        (tree(respondents={}), "respondents", "an object", "a list: […]"),
        (tree(respondents=["Ann"]), "respondents[0]", "“Ann”", "an object: {…}"),
        (person(group="boss"), "respondents[0].group", "“boss”", "leaders, managers, frontline"),
        (person(group=""), "respondents[0].group", "nothing", "leaders, managers, frontline"),
        (person(name=["Ann"]), "respondents[0].name", "a list", "a text in quotes"),
        (person({HELP: {"stage": 5}}), f"respondents[0].answers.{HELP}.stage", "5", "a whole number from 0 to 4"),
        (person({HELP: {"stage": 2.0}}), f"respondents[0].answers.{HELP}.stage", "2.0", "a whole number from 0 to 4"),
        (person({HELP: {"stage": True}}), f"respondents[0].answers.{HELP}.stage", "true", "a whole number from 0 to 4"),
        (person({HELP: {"stage": "2"}}), f"respondents[0].answers.{HELP}.stage", "“2”", "a whole number from 0 to 4"),
        (person({HELP: {"stage": -1}}), f"respondents[0].answers.{HELP}.stage", "-1", "a whole number from 0 to 4"),
        (person({HELP: {"dont_know": 1}}), f"respondents[0].answers.{HELP}.dont_know", "1", "true, false"),
        (person({HELP: {"not_applicable": "tired"}}), f"respondents[0].answers.{HELP}.not_applicable", "“tired”", None),
        (person({HELP: 2}), f"respondents[0].answers.{HELP}", "2", "an object: {…}"),
        (person({HELP: {"stage": 2, "note": "x" * 5001}}), f"respondents[0].answers.{HELP}.note", None, None),
        (person({HELP: {"stage": 2, "evidence": "x" * 2001}}), f"respondents[0].answers.{HELP}.evidence", None, None),
        (tree(red_flags=["RF-77"]), "red_flags[0]", "“RF-77”", None),
        (tree(red_flags=["RF-01", "RF-01"]), "red_flags[1]", "“RF-01”", ""),
        (tree(red_flags=[None]), "red_flags[0]", "nothing", None),
        (tree(red_flags="RF-01"), "red_flags", "“RF-01”", "a list: […]"),
        (tree(targets={SPEED: 9}), f"targets.{SPEED}", "9", "a whole number from 0 to 4"),
        (tree(targets={"l9": 1}), "targets.l9", "“l9”", None),
        (tree(targets=[]), "targets", "a list", "an object: {…}"),
    ],
)
def test_one_problem_and_its_place(value: Any, place: str, found: str | None, allowed: str | None) -> None:
    (problem,) = problems(value)
    assert problem[0] == place
    assert found is None or problem[1] == found
    assert allowed is None or problem[2] == allowed


@pytest.mark.parametrize(
    "answer", [{}, {"stage": 2, "dont_know": True}, {"dont_know": False}, {"not_applicable": ""}, {"note": "x"}]
)
def test_an_answer_says_exactly_one_thing(answer: dict[str, Any]) -> None:
    ((place, _found, allowed),) = problems(person({HELP: answer}))
    assert place == f"respondents[0].answers.{HELP}"
    assert allowed == "exactly one of stage, dont_know, not_applicable"


@pytest.mark.parametrize(
    ("value", "place", "guess"),
    [
        (tree(titel="x"), "titel", "title"),
        (tree(company={"sise": "1-9"}), "company.sise", "size"),
        (person(grp="x"), "respondents[0].grp", "group"),
        (person({HELP: {"stage": 2, "notes": "x"}}), f"respondents[0].answers.{HELP}.notes", "note"),
        (person({"l1-searchable-hlp": {"stage": 2}}), "respondents[0].answers.l1-searchable-hlp", HELP),
        (tree(targets={"l2-respons-speed": 1}), "targets.l2-respons-speed", SPEED),
        (tree(company={"industry": "retial"}), "company.industry", "retail"),
    ],
)
def test_the_nearest_known_word_is_suggested(value: Any, place: str, guess: str) -> None:
    (problem,) = refused("a.json", json.dumps(value).encode())
    assert problem.place.entry == place
    assert problem.message.endswith(f"Did you mean “{guess}”?")


@pytest.mark.parametrize(
    ("missing", "allowed"),
    [
        ("format", "cxmaturity-answers/1"),
        ("framework", "cx-pyramid"),
        ("framework_version", "1"),
        ("respondents", "a list: […]"),
    ],
)
def test_keys_that_must_be_there(missing: str, allowed: str) -> None:
    whole = tree()
    del whole[missing]
    assert problems(whole) == [(missing, "", allowed)]


def test_a_respondent_needs_group_and_answers() -> None:
    places = [place for place, _found, _allowed in problems(tree(respondents=[{"name": "Ann"}]))]
    assert places == ["respondents[0].group", "respondents[0].answers"]


def test_keys_that_stand_twice() -> None:
    twice = ISSUE.replace('"stage": 2', '"stage": 2, "stage": 3').replace('"title"', '"date": "2026-01-01", "title"')
    assert [place for place, _found, _allowed in problems(twice.encode())] == [
        "date",
        f"respondents[0].answers.{HELP}.stage",
    ]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e400", "-1e400"])
def test_numbers_that_json_does_not_have(word: str) -> None:
    data = ISSUE.replace('"stage": 2', f'"stage": {word}').encode()
    assert [problem[:2] for problem in problems(data)] == [(f"respondents[0].answers.{HELP}.stage", f"“{word}”")]
    data = ISSUE.replace('"…"', word).encode()
    assert [problem[0].rsplit(".", 1)[1] for problem in problems(data)] == ["note", "evidence"]


def test_two_respondents_of_one_name() -> None:
    ann = {"name": "Ann", "group": "leaders", "answers": {}}
    (problem,) = refused("a.json", json.dumps(tree(respondents=[ann, {**ann, "name": " Ann\n"}])).encode())
    assert problem.place.entry == "respondents[1].name"
    assert "respondents[0].name" in problem.message


def test_nobody_without_a_name_among_others() -> None:
    ann = {"name": "Ann", "group": "leaders", "answers": {}}
    assert problems(tree(respondents=[ann, {"group": "leaders", "answers": {}}]))[0][0] == "respondents[1].name"
    alone = json.dumps(tree(respondents=[{"group": "leaders", "answers": {}}])).encode()
    assert read("a.json", alone, CX, today=TODAY).respondents == (Respondent("", "leaders", {}),)


def test_too_many_respondents() -> None:
    people = [{"name": f"r{number}", "group": "leaders", "answers": {}} for number in range(501)]
    assert problems(tree(respondents=people)) == [("respondents", "", "at most 500 respondents")]
    assert len(read("a.json", json.dumps(tree(respondents=people[:500])).encode(), CX, today=TODAY).respondents) == 500


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b'{"a":' * 100_000, b"[]", b"7", b'"x"', b"null", b"", b"{", b"\xff{"]
)
def test_what_is_no_object_at_all(data: bytes) -> None:
    assert len(refused("a.json", data)) == 1


def test_a_number_of_five_thousand_digits() -> None:
    assert refused("a.json", ISSUE.replace('"stage": 2', '"stage": ' + "9" * 5000).encode())


def test_broken_json_names_line_and_column() -> None:
    (problem,) = refused("a.json", b'{\n "format": }')
    assert (problem.place.row, problem.place.column) == (2, "12")


def test_text_is_cleaned() -> None:
    note = "a\u0000b\u200b\r\nc\u2028d\ud83d\u0007 "
    found = read(
        "a.json", json.dumps(person({HELP: {"stage": 1, "note": note}}, name="A\tn\nn\u0000")).encode(), CX, today=TODAY
    )
    assert found.respondents[0] == Respondent("A n n", "leaders", {HELP: Answer(1, note="ab\u200b\nc\nd\ufffd")})


def test_everything_wrong_is_named_at_once() -> None:
    whole = tree(titel=1, date="x", red_flags=["x"])
    whole["respondents"][0]["answers"][HELP] = {"stage": 9, "nots": "x"}
    assert {place for place, _found, _allowed in problems(whole)} == {
        "titel",
        "date",
        "red_flags[0]",
        f"respondents[0].answers.{HELP}.stage",
        f"respondents[0].answers.{HELP}.nots",
    }


def test_what_a_review_settled_comes_in_and_goes_out_again() -> None:
    settled = {HELP: {"stage": 2, "reason": "seen in the files"}}
    file = read("a.json", json.dumps(tree(agreed=settled)).encode(), CX, today=TODAY)
    assert file.agreed == {HELP: Agreed(2, "seen in the files")}
    assert file.sheet().agreed == file.agreed
    assert json.loads(write_json(file))["agreed"] == settled


@pytest.mark.parametrize("reason", [None, "", " ", 3, "x" * 5_001], ids=range(5))
def test_a_reason_that_is_none_is_told_once(reason: object) -> None:
    (found,) = problems(tree(agreed={HELP: {"stage": 2, "reason": reason}}))
    assert found[0] == f"agreed.{HELP}.reason"


def test_an_agreement_needs_a_stage_a_reason_and_a_practice_there_is() -> None:
    agreed = {HELP: {"stage": 7, "reason": ""}, "l9-none": {"stage": 1, "reason": "x"}, SPEED: 3, CAUSE: {"stage": 1}}
    places = [place for place, *_ in problems(tree(agreed=agreed))]
    assert places == [
        f"agreed.{HELP}.stage", f"agreed.{HELP}.reason", "agreed.l9-none", f"agreed.{SPEED}", f"agreed.{CAUSE}.reason",
    ]  # fmt: skip
