"""Tripwires: files and functions that have grown too long to read. The import contracts are in pyproject.toml."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = [
    file
    for top in ("assessments", "cxmaturity", "tests", "benchmarks")
    for file in sorted((ROOT / top).rglob("*.py"))
    if "migrations" not in file.parts
]


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def functions(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_are_short() -> None:
    assert {str(file.relative_to(ROOT)): lines(file) for file in CODE if lines(file) > 400} == {}
    assert median(lines(file) for file in CODE if file.is_relative_to(ROOT / "assessments")) <= 80


def test_functions_are_short() -> None:
    long = {f"{file.relative_to(ROOT)}:{name}": count for file in CODE for name, count in functions(file) if count > 60}
    assert long == {}


@pytest.mark.parametrize("kind", ["*.html", "*.txt"])
def test_templates_are_short(kind: str) -> None:
    files = (ROOT / "templates").rglob(kind)
    assert {str(file.relative_to(ROOT)): lines(file) for file in files if lines(file) > 150} == {}


def test_stylesheets_can_be_read() -> None:
    """A rule or a declaration a line; pictures that stand in a sheet have no line breaks."""
    files = sorted((ROOT / "static" / "css").glob("*.css"))
    assert {file.name: lines(file) for file in files if lines(file) > 550} == {}
    long = [line for file in files for line in file.read_text().splitlines() if len(line) > 140 and "url(" not in line]
    assert long == []


def test_scripts_are_short() -> None:
    files = (ROOT / "static" / "js").rglob("*.js")
    assert {str(file.relative_to(ROOT)): lines(file) for file in files if lines(file) > 200} == {}


def test_every_place_in_the_program_is_named_where_newcomers_look() -> None:
    """docs/architecture.md says of each folder, and of each file beside them, what it holds and what it may know."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("## The folders")[1].split("\n## ")[0]
    told = set(re.findall(r"[\w.]+(?=[`/])", table))
    places = [each.name for each in (ROOT / "assessments").iterdir() if not each.name.startswith(("_", "apps."))]
    assert [name for name in sorted(places) if name not in told] == []


def test_what_a_person_does_and_its_entry_in_the_trail_come_together_or_not_at_all() -> None:
    """Every act of a person is one transaction, in each file that leaves entries (actions/audit.py)."""
    trees = {file.stem: ast.parse(file.read_text()) for file in (ROOT / "assessments" / "actions").glob("*.py")}
    acts = {
        f"{name}.{each.name}": [ast.unparse(decorator) for decorator in each.decorator_list]
        for name, tree in trees.items()
        if any(isinstance(each, ast.ImportFrom) and each.module == "audit" for each in tree.body)
        for each in tree.body
        if isinstance(each, ast.FunctionDef) and "user" in [argument.arg for argument in each.args.kwonlyargs]
    }
    assert len(acts) > 80
    assert [name for name, decorators in acts.items() if "transaction.atomic" not in decorators] == []
