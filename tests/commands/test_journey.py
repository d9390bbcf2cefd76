"""`manage.py journey`, run as a person runs it, without a database."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from assessments.journey.templates import template
from assessments.journey.writing import write

from .running import Done, run_apart, run_here

VALUES = (1, -2, 0, 2, 1)
POINTS = [
    {"id": f"t{i}", "name": f"Point {i}", "emotion": {"value": value, "basis": "reported", "n": 10}}
    for i, value in enumerate(VALUES)
]
POINTS[1] |= {
    "moment_of_truth": "use",
    "importance": 3,
    "pains": [{"text": "No news", "severity": 4, "frequency": 0.35}],
}
POINTS[3] |= {"pains": [{"text": "Small print", "severity": 2, "frequency": 0.5}], "mistakes": ["RF-03"]}
MAP = {
    "schema": "cx-journey/1",
    "title": "Wait & see <1>",
    "stages": [{"id": "s1", "name": "All", "touchpoints": POINTS}],
}


def run(folder: Path, *arguments: str) -> Done:
    return run_here(folder, "journey", *arguments)


def test_it_says_what_is_remembered_and_ranks_the_pains(tmp_path):
    (tmp_path / "m.json").write_text(json.dumps(MAP))
    done = run_apart(tmp_path, "journey", "m.json", "--json", "r.json", "--svg", "m.svg")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads((tmp_path / "r.json").read_text())
    assert found["format"] == "cxmaturity-journey/1"
    assert found["mean"] == pytest.approx(0.4, abs=1e-12)
    assert (found["peak"], found["end"], found["peak_end"]) == (-2, 1, -0.5)
    assert found["lowest_touchpoint"] == "Point 1"
    assert [pain["text"] for pain in found["pains"]] == ["No news", "Small print"]
    assert [pain["score"] for pain in found["pains"]] == [pytest.approx(6.3), pytest.approx(1.0)]
    assert [flag["id"] for flag in found["red_flags"]] == ["RF-03", "RF-20"]
    lines = done.stdout.splitlines()
    assert lines[0] == "Wait & see <1>"
    assert "Peak and end together    −0.5" in lines
    assert "6.30  Point 1  No news" in lines
    words = "".join(ElementTree.parse(tmp_path / "m.svg").getroot().itertext())
    for word in ("Wait & see <1>", "Point 3", "No news", "−2.0", "peak, lowest"):
        assert word in words


def test_the_drawing_needs_nothing_from_elsewhere(tmp_path):
    (tmp_path / "m.json").write_text(json.dumps(write(template("service-case", "zh-hant"))))
    assert run(tmp_path, "m.json", "--svg", "m.svg", "--language", "zh-hant").returncode == 0
    text = (tmp_path / "m.svg").read_text()
    root = ElementTree.fromstring(text)
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "zh-Hant"
    for forbidden in ("<script", "class=", "href", "url(", "<style"):
        assert forbidden not in text
    assert "接觸點" in text  # the words are those of the language asked for


def test_a_table_gives_the_same_numbers(tmp_path):
    rows = [f"All;Point {i};{value}" for i, value in enumerate(VALUES)]
    (tmp_path / "m.csv").write_text("\n".join(["stage;touchpoint;emotion", *rows]))
    assert run(tmp_path, "m.csv", "--json", "r.json").returncode == 0
    found = json.loads((tmp_path / "r.json").read_text())
    assert (found["title"], found["peak_end"]) == ("m", -0.5)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("{", ["m.json"]),
        (json.dumps({**MAP, "kind": "wrong", "scale": 9}), ["m.json, kind: ", "m.json, scale: "]),
        (json.dumps({**MAP, "stages": [{"name": "x", "touchpoints": [{"name": "y", "emotion": {"value": 3}}]}]}),
         ["stages[0].touchpoints[0].emotion.value", "Found: 3", "-2..2"]),
    ],
)  # fmt: skip
def test_bad_input_exits_2_names_every_place_and_writes_nothing(tmp_path, text, places):
    (tmp_path / "m.json").write_text(text)
    done = run(tmp_path, "m.json", "--json", "r.json", "--svg", "m.svg")
    assert (done.returncode, done.stdout) == (2, "")
    for place in places:
        assert place in done.stderr
    assert [each.name for each in tmp_path.glob("[!.]*")] == ["m.json"]


def test_what_cannot_be_read_drawn_or_written_exits_2(tmp_path):
    assert run(tmp_path, "nowhere.json").returncode == 2
    (tmp_path / "m.json").write_text('{"schema": "cx-journey/1"}')
    assert run(tmp_path, "m.json").returncode == 0
    assert run(tmp_path, "m.json", "--json", "r.json", "--svg", "m.svg").returncode == 2
    assert not (tmp_path / "r.json").exists()
    assert run(tmp_path, "m.json", "--json", "no/folder/r.json").returncode == 2


@pytest.mark.parametrize(
    ("json_file", "svg_file", "wrong"),
    [
        ("r.json", "no/m.svg", "no/m.svg"),
        ("m.json", "m.svg", "m.json"),
        ("x", "x", "x"),
        ("r.json", "folder", "folder"),
    ],
)
def test_where_one_file_cannot_be_written_none_is(tmp_path, json_file, svg_file, wrong):
    text = json.dumps(MAP)
    (tmp_path / "m.json").write_text(text)
    (tmp_path / "folder").mkdir()
    done = run(tmp_path, "m.json", "--json", json_file, "--svg", svg_file)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.replace(os.sep, "/").startswith(f"{wrong}: ")
    assert sorted(each.name for each in tmp_path.glob("[!.]*")) == ["folder", "m.json"]
    assert (tmp_path / "m.json").read_text() == text
