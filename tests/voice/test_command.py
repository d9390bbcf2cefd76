"""`manage.py voice`, run as a person runs it: a process of its own, with files in a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEADER = "date,measure,variant,score,scale_min,scale_max,touchpoint,segment,customer,comment\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command; the database it is given does not exist, so that a query would fail."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/none.sqlite3", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(ROOT / "manage.py"), "voice", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def rows(month: str, scores: dict[int, int]) -> str:
    return "".join(
        f"{month}-05,nps,,{score},0,10,checkout,,c1,=1+1\n" for score, count in scores.items() for _each in range(count)
    )


def test_it_writes_series_and_comparisons_and_prints_a_table(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(HEADER + rows("2026-09", {10: 20, 5: 20}) + rows("2026-10", {10: 40, 8: 5, 5: 5}))
    done = run(tmp_path, "r.csv", "--json", "r.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Would recommend (NPS)  0 to 10  90 answers  +39, between +20 and +56  +70.0 from 2026-09 to 2026-10\n"
    )
    result = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert list(result) == ["format", "series", "comparisons"]
    assert result["format"] == "cxmaturity-voice/1"
    assert [(each["touchpoint"], each["segment"], each["period"], each["n"]) for each in result["series"]] == [
        (None, None, "all", 90), (None, None, "2026-09", 40), (None, None, "2026-10", 50),
        ("checkout", None, "all", 90), ("checkout", None, "2026-09", 40), ("checkout", None, "2026-10", 50),
    ]  # fmt: skip
    assert set(result["series"][0]) == {
        "measure", "variant", "scale_min", "scale_max", "touchpoint", "segment", "period", "n", "value", "mean", "low",
        "high", "method", "display",
    }  # fmt: skip
    assert [(each["touchpoint"], each["from"], each["to"], each["change"]) for each in result["comparisons"]] == [
        (None, "2026-09", "2026-10", 70), ("checkout", "2026-09", "2026-10", 70),
    ]  # fmt: skip


def test_few_answers_are_no_score_and_some_come_with_the_interval_first(tmp_path: Path) -> None:
    text = rows("2026-10", {9: 12}) + "2026-10-05,ces,ces2,4,1,7,,,,\n"
    (tmp_path / "r.csv").write_text(HEADER.replace("comment", "comment,country") + text)
    done = run(tmp_path, "r.csv", "--language", "en")
    assert done.stdout.splitlines() == [
        "Would recommend (NPS)  0 to 10       12 answers  between +54 and +100, indicative: +100",
        "Effort or ease (CES)   ces2, 1 to 7    1 answer  too few for a score",
        "Columns not read: country",
    ]


def test_what_is_wrong_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(HEADER + "2026-10-05,nps,,11,0,10,,,,\n" * 250)
    done = run(tmp_path, "r.csv", "--json", "r.json")
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (2, "", 51)
    assert lines[0].startswith("r.csv, row 2, column score: This score lies beyond the scale. Found: “11”.")
    assert lines[-1] == "… and 200 more problems"
    assert not (tmp_path / "r.json").exists()


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    missing = run(tmp_path, "none.csv", "--language", "zh-hans")
    assert (missing.returncode, missing.stdout) == (2, "")
    (tmp_path / "r.csv").write_text(HEADER + rows("2026-10", {9: 1}))
    nowhere = run(tmp_path, "r.csv", "--json", "nowhere/r.json")
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "nowhere/r.json" in nowhere.stderr.replace(os.sep, "/")


def test_the_file_that_is_read_is_not_written(tmp_path: Path) -> None:
    text = HEADER + rows("2026-10", {9: 1})
    (tmp_path / "r.csv").write_text(text)
    done = run(tmp_path, "r.csv", "--json", "./r.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "r.csv: This file is read or written already." in done.stderr
    assert (tmp_path / "r.csv").read_text() == text
