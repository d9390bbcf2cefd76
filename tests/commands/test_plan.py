"""`manage.py plan`, run as a person runs it, with files in a folder."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from assessments.content.loader import framework
from assessments.files.reading import read
from assessments.files.write_csv import write_csv
from assessments.files.write_xlsx import write_xlsx

from .running import Done, run_apart, run_here

FRAMEWORK = framework()
STAGES = {practice: {"stage": place % 3} for place, practice in enumerate(FRAMEWORK.practices)}
POINTS = {"S": 1, "M": 2, "L": 3}


def answers(said=STAGES, **changes):
    data = {
        "format": "cxmaturity-answers/1",
        "framework": "cx-pyramid",
        "framework_version": 1,
        "title": "Autumn 2026",
        "company": {"name": "Harbour Retail"},
        "date": "2026-11-21",
        "respondents": [{"name": "respondent-1", "group": "frontline", "answers": said}],
    }
    return json.dumps({**data, **changes})


def run(folder: Path, *arguments: str, command: str = "plan") -> Done:
    return run_here(folder, command, *arguments)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    return tmp_path


def planned(folder, reach):
    done = run(folder, "a.json", "--reach", reach, "--json", "p.json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads((folder / "p.json").read_text()), done.stdout


def test_steps_reasons_cost_and_the_projected_result(folder):
    data, printed = planned(folder, "level=3,trust=60,by=2027-06-30")
    assert (data["format"], data["by"], data["company"]["name"]) == (
        "cxmaturity-plan/1",
        "2027-06-30",
        "Harbour Retail",
    )
    assert data["then"]["headline"]["achieved_level"] >= 3
    assert data["then"]["trust"]["index"] >= 60
    assert data["unreachable"] == []
    for step in data["steps"]:
        size = POINTS[FRAMEWORK.practices[step["practice"]].effort]
        assert step["effort"] == (step["to"] - step["from"]) * size
        assert step["from"] == STAGES[step["practice"]]["stage"]
        assert step["reasons"]
        assert step["serves"] or step["opens"]
    assert data["effort"] == sum(step["effort"] for step in data["steps"]) > 0
    first, *lines = printed.splitlines()
    assert f"{len(data['steps'])} steps are enough, {data['effort']} effort points in all." in first
    for step in data["steps"]:
        assert any(step["practice"] in line and step["reasons"][0] in line for line in lines)


def _dimensions(told):
    return told["levels"] + told["trust"]["factors"]


def test_what_is_projected_is_what_an_assessment_after_the_steps_gives(folder):
    """The second half of the plan, scored by `assess` from a file in which the steps are done."""
    data, _printed = planned(folder, "level=2,int=60,l2-response-speed=4")
    done = STAGES | {step["practice"]: {"stage": step["to"]} for step in data["steps"]}
    (folder / "then.json").write_text(answers(done))
    assert run(folder, "then.json", "--json", "then.out", command="assess").returncode == 0
    result = json.loads((folder / "then.out").read_text())
    then = data["then"]
    assert then["headline"] == {key: result["headline"][key] for key in then["headline"]}
    for mine, theirs in zip(_dimensions(then), _dimensions(result), strict=True):
        assert mine == {key: theirs[key] for key in mine}
    assert then["trust"]["index"] == result["trust"]["index"]
    assert done["l2-response-speed"]["stage"] == 4


def test_json_csv_and_xlsx_give_the_same_plan(folder):
    file = read("a.json", answers().encode(), FRAMEWORK, today=date(2026, 11, 21))
    (folder / "a.csv").write_bytes(write_csv(file))
    (folder / "a.xlsx").write_bytes(write_xlsx(file, FRAMEWORK, "zh-hant"))
    plans = []
    for kind in ("json", "csv", "xlsx"):
        done = run(folder, f"a.{kind}", "--reach", "trust=50", "--language", "en", "--json", f"{kind}.out")
        assert done.returncode == 0
        data = json.loads((folder / f"{kind}.out").read_text())
        plans.append([data[key] for key in ("steps", "effort", "now", "then")])
    assert plans[0] == plans[1] == plans[2]


def test_a_target_out_of_reach_is_a_result_and_the_others_are_planned_for(folder):
    unknown = {practice: {"dont_know": True} for practice in list(STAGES)[:6]}
    (folder / "a.json").write_text(answers(STAGES | unknown))
    data, printed = planned(folder, "l1=60,int=50")
    (missing,) = data["unreachable"]
    assert (missing["target"]["about"], missing["why"], missing["best"]) == ("l1", "not-rated", None)
    assert {step["dimension"] for step in data["steps"]} >= {"int"}
    assert "No steps lead to Inform at 60." in printed


def test_nothing_to_do_is_said(folder):
    data, printed = planned(
        folder, "l1-searchable-help=1,trust=1" if STAGES["l1-searchable-help"]["stage"] else "trust=1"
    )
    assert (data["steps"], data["effort"]) == ([], 0)
    assert data["now"] == data["then"]
    assert "reached already" in printed


def test_bad_targets_and_a_bad_file_are_told_together_and_nothing_is_written(folder):
    (folder / "a.json").write_text(answers({"l1-nothing": {"stage": 9}}))
    done = run(folder, "a.json", "--reach", "level=7,trust=abc,sales=3,by=June", "--json", "p.json")
    assert (done.returncode, done.stdout) == (2, "")
    for place in ("l1-nothing", "--reach, level", "--reach, trust", "--reach, sales", "--reach, by"):
        assert place in done.stderr
    assert not (folder / "p.json").exists()


@pytest.mark.parametrize("reach", ["", "by=2027-06-30", "level=3,level=2"])
def test_targets_that_say_nothing_or_too_much_are_refused(folder, reach):
    done = run(folder, "a.json", "--reach", reach)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--reach" in done.stderr


def test_a_slip_in_a_name_is_guessed(folder):
    done = run(folder, "a.json", "--reach", "l2-response-sped=4")
    assert done.stderr == (
        "--reach, l2-response-sped: There is no target of this name, and no dimension or practice. "
        "Did you mean “l2-response-speed”? Found: “4”. Allowed: level, trust, band, by, l1, l2, l3, l4, l5, l6, int, "
        "abl, aff, con, a key such as l1-searchable-help.\n"
    )


def test_it_speaks_the_language_asked_for(folder):
    done = run_apart(folder, "plan", "a.json", "--reach", "level=2", "--language", "zh-hant", "--json", "p.json")
    assert done.returncode == 0
    data = json.loads((folder / "p.json").read_text())
    assert data["language"] == "zh-hant"
    assert not any("has to pass" in reason for step in data["steps"] for reason in step["reasons"])
