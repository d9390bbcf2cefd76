"""`manage.py assess`, run as a person runs it, with files in a folder."""

from __future__ import annotations

import json
import os
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from assessments.content.loader import framework
from assessments.files.reading import read
from assessments.files.write_csv import write_csv
from assessments.files.write_json import write_json
from assessments.files.write_xlsx import write_xlsx

from .running import Done, run_apart, run_here

WRONG = {"l1-nothing": {"stage": 9}, "l1-accurate-facts": {"stage": 7}}
FULL = {practice: {"stage": 3} for practice in framework().practices}


UNASKED = "l1-digital-audit"  # one that the quick set leaves out


def answers(**changes):
    data = {
        "format": "cxmaturity-answers/1",
        "framework": "cx-pyramid",
        "framework_version": 1,
        "title": "Autumn 2026",
        "company": {"name": "Harbour Retail", "industry": "retail", "size": "250-999"},
        "date": "2026-11-21",
        "respondents": [{"name": "respondent-1", "group": "frontline", "answers": FULL}],
    }
    return json.dumps({**data, **changes})


def run(folder: Path, *arguments: str) -> Done:
    return run_here(folder, "assess", *arguments)


def test_it_prints_the_finding_the_levels_and_the_first_five_steps(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    done = run_apart(tmp_path, "assess", "a.json")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Harbour Retail stands on all six levels: success is measured in the customer’s own terms."
    assert "1  Inform       75  Attained" in lines
    assert [line[:3] for line in lines[-5:]] == ["1  ", "2  ", "3  ", "4  ", "5  "]


def test_it_writes_the_files_asked_for(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    done = run(tmp_path, "a.json", "--language", "zh-hant", "--json", "r.json", "--pdf", "r.pdf", "--xlsx", "r.xlsx")
    assert done.returncode == 0
    assert done.stdout.startswith("Harbour Retail")
    assert json.loads((tmp_path / "r.json").read_text())["headline"]["achieved_level"] == 6
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "r.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("{", ["a.json"]),
        (answers(framework="other"), ["framework"]),
        (
            answers(respondents=[{"name": "x", "group": "frontline", "answers": WRONG}]),
            ["l1-nothing", "l1-accurate-facts.stage"],
        ),
    ],
)  # fmt: skip
def test_bad_input_exits_2_names_every_place_and_writes_nothing(tmp_path, text, places):
    (tmp_path / "a.json").write_text(text)
    done = run(tmp_path, "a.json", "--json", "r.json", "--pdf", "r.pdf")
    assert (done.returncode, done.stdout) == (2, "")
    for place in places:
        assert place in done.stderr
    assert [each.name for each in tmp_path.glob("[!.]*")] == ["a.json"]


def test_a_missing_file_exits_2(tmp_path):
    done = run_apart(tmp_path, "assess", "nowhere.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.json" in done.stderr


@pytest.mark.parametrize(
    "command", [("assess", "a.json"), ("plan", "a.json", "--reach", "level=3"), ("journey", "a.json")]
)
def test_a_file_far_too_large_does_not_fill_the_memory(tmp_path, command):
    (tmp_path / "a.json").touch()
    os.truncate(tmp_path / "a.json", 400_000_000)
    tracemalloc.start()
    try:
        done = run_here(tmp_path, *command)
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "a.json: The file is larger than 5 MB.\n")


@pytest.mark.parametrize("command", [("assess",), ("plan", "--reach", "level=3"), ("journey",), ("voice",)])
def test_a_file_that_cannot_be_read_or_written_is_said_in_the_readers_language(tmp_path, command):
    (tmp_path / "a.json").write_text(answers())
    for arguments, said in (
        (["nowhere.json"], "nowhere.json：没有这个文件或文件夹。\n"),
        (["a.json", "--json", "no/where.json"], "no/where.json：没有这个文件或文件夹。\n"),
        (["a.json", "--json", "a.json"], "a.json：这个文件已用于读取或写入，请为每个文件取不同的名称。\n"),
    ):
        done = run_here(tmp_path, command[0], *arguments, *command[1:], "--language", "zh-hans")
        assert (done.returncode, done.stdout, done.stderr.endswith(said)) == (2, "", True), done.stderr


def test_links_in_a_circle_exit_2(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    (tmp_path / "round.json").symlink_to("round.json")
    for arguments in (("round.json",), ("a.json", "--json", "round.json")):
        done = run(tmp_path, *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("round.json: ")


def test_where_one_file_cannot_be_written_none_is(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    endless = "x" * 300  # more than any file system takes, which only writing finds out
    done = run(tmp_path, "a.json", "--pdf", "r.pdf", "--xlsx", "r.xlsx", "--json", endless)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{endless}: ")
    assert [each.name for each in tmp_path.glob("[!.]*")] == ["a.json"]


def test_a_console_that_lacks_letters_is_no_reason_to_fail(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    done = run_apart(tmp_path, "assess", "a.json", "--language", "zh-hant", encoding="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Harbour Retail") and "\\u" in done.stdout


def test_json_csv_and_xlsx_give_the_same_scores(tmp_path):
    file = read("a.json", answers().encode(), framework(), today=date(2026, 11, 21))
    (tmp_path / "a.json").write_bytes(write_json(file))
    (tmp_path / "a.csv").write_bytes(write_csv(file))
    (tmp_path / "a.xlsx").write_bytes(write_xlsx(file, framework(), "zh-hans"))
    results = []
    for kind in ("json", "csv", "xlsx"):
        assert run(tmp_path, f"a.{kind}", "--json", f"{kind}.out").returncode == 0
        data = json.loads((tmp_path / f"{kind}.out").read_text())
        results.append((data["headline"], data["levels"], data["trust"], data["practices"]))
    assert results[0] == results[1] == results[2]


def test_the_first_five_of_more_steps_are_called_so(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    lines = run(tmp_path, "a.json").stdout.splitlines()
    many = len(json.loads(resulting(tmp_path))["steps"])
    assert many > 5
    assert lines[-6] == f"The first 5 of {many} steps:"
    few = {practice: {"stage": 4} for practice in FULL} | {"l1-accurate-facts": {"stage": 3}}
    (tmp_path / "a.json").write_text(answers(respondents=[{"group": "leaders", "answers": few}]))
    assert "steps:" not in run(tmp_path, "a.json").stdout


def resulting(folder: Path) -> str:
    run(folder, "a.json", "--json", "r.json")
    return (folder / "r.json").read_text()


@pytest.mark.parametrize("command", [("assess",), ("plan", "--reach", "level=3")])
def test_answers_that_the_quick_set_does_not_ask_are_told(tmp_path, command):
    besides = {"targets": {UNASKED: 4}, "agreed": {UNASKED: {"stage": 0, "reason": "Seen"}}}
    file = read("a.json", answers(set="quick", **besides).encode(), framework(), today=date(2026, 11, 21))
    (tmp_path / "a.json").write_bytes(write_json(file))
    (tmp_path / "a.xlsx").write_bytes(write_xlsx(file, framework(), "en"))
    for name in ("a.json", "a.xlsx"):
        done = run_here(tmp_path, command[0], name, *command[1:], "--language", "en", "--json", "r.json")
        assert done.returncode == 0
        steps = json.loads((tmp_path / "r.json").read_text())["steps"]
        assert steps or command[0] == "plan"  # what these answers reach already costs no step
        assert UNASKED not in {each["practice"] for each in steps}
        told = [
            "36 answers are to practices that the 10-minute check does not ask: they count in no score.",
            "1 agreed stage is for a practice that the 10-minute check does not ask: it counts in no score.",
            "1 target stage is for a practice that the 10-minute check does not ask: it leads to no step.",
        ]
        if name == "a.xlsx":
            del told[1]  # workbooks hold no agreed stages
        assert done.stdout.splitlines()[-len(told) - 1 :] == ["", *told]
    (tmp_path / "a.json").write_text(answers())
    assert "does not ask" not in run_here(tmp_path, command[0], "a.json", *command[1:]).stdout


def test_answers_are_not_written_over_by_another_name_of_theirs(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    (tmp_path / "b.json").hardlink_to(tmp_path / "a.json")
    done = run(tmp_path, "a.json", "--json", "b.json")
    assert done.returncode == 2
    assert "b.json: This file is read or written already" in done.stderr
    assert (tmp_path / "a.json").read_text() == answers()
