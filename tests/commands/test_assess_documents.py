"""`manage.py assess` writes every document there is, each under a flag of its own."""

from __future__ import annotations

import io

from pypdf import PdfReader

from assessments.reports.renderers import RENDERERS

from .test_assess import answers, run


def test_each_kind_has_its_flag(tmp_path):
    (tmp_path / "a.json").write_text(answers())
    wanted = [part for kind in RENDERERS for part in (f"--{kind}", kind)]
    done = run(tmp_path, "a.json", "--language", "zh-hans", *wanted)
    assert (done.returncode, done.stderr) == (0, "")
    for kind, renderer in RENDERERS.items():
        start = {"pdf": b"%PDF", "json": b"{"}.get(renderer.extension, b"PK")
        assert (tmp_path / kind).read_bytes().startswith(start), kind
    assert len(PdfReader(io.BytesIO((tmp_path / "board-pdf").read_bytes())).pages) == 2


def test_a_fault_leaves_no_file_behind(tmp_path):
    (tmp_path / "a.json").write_text(answers(framework="nothing"))
    done = run(tmp_path, "a.json", "--board-pdf", "b.pdf", "--xlsx", "b.xlsx")
    assert done.returncode == 2
    assert done.stderr
    assert not list(tmp_path.glob("b.*"))
