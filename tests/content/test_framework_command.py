"""`manage.py framework`: validate, schema, show."""

import json
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from assessments.content.loader import framework

from .damage import PUBLISHED, add, copy, line, remove, same, write

ROOT = Path(__file__).parents[2]


def run(*arguments):
    """What the command prints on standard output and standard error, and its exit status."""
    out, err, status = StringIO(), StringIO(), 0
    try:
        call_command("framework", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as exit_:
        status = exit_.code
    return out.getvalue(), err.getvalue(), status


def test_a_sound_folder_is_valid(tmp_path):
    assert run("validate", copy(tmp_path)) == ("valid\n", "", 0)
    assert run("validate", PUBLISHED) == ("valid\n", "", 0)


@pytest.mark.parametrize(
    ("damage", "start"),
    [
        (line("l1.toml", "l1-digital-audit", "why.zh-hant", None), "l1.toml: l1-digital-audit: why.zh-hant: "),
        (line("aff.toml", "aff-genuine-care", "id", 'id = "l1-digital-audit"'), "aff.toml: l1-digital-audit: id: "),
        (line("aff.toml", "aff-genuine-care", "needs", 'needs = ["x"]'), "aff.toml: aff-genuine-care: needs: 'x' "),
        (
            line("l2.toml", "l2-skilled-kind-people", "needs", 'needs = ["aff-genuine-care"]'),  # which needs it
            "l2.toml: l2-skilled-kind-people: needs: prerequisites run in a circle: ",
        ),
        (same("l6.toml", "l6-shared-cause", "en = "), "l6.toml: l6-shared-cause: stages: two read the same in en"),
        (line("l6.toml", "l6-shared-cause", "effort", 'effort = "tiny"'), "l6.toml: l6-shared-cause: effort: "),
        (line("l6.toml", "l6-shared-cause", "effort", 'efort = "S"'), "l6.toml: l6-shared-cause: e"),
        (write("l3.toml", "{"), "l3.toml: not valid TOML"),
        (add("int.toml", "[[practices]]\n[[practices.stages]]"), "int.toml: practices #6: "),
        (remove("framework.toml"), "framework.toml: the file is missing"),
    ],
)
def test_every_line_on_standard_error_is_a_problem_with_its_place(tmp_path, damage, start):
    out, err, status = run("validate", copy(tmp_path, damage))
    assert (out, status) == ("", 2)
    assert any(each.startswith(start) for each in err.splitlines()), err


def beside(to, file, old, new):
    """A sound copy of the framework, with our surveys and journeys beside it, one of them changed."""
    folder = copy(to)
    for name in ("surveys", "journeys"):
        shutil.copytree(PUBLISHED.parent / name, to / name)
    damaged = to / file
    text = damaged.read_text(encoding="utf-8")
    assert old in text
    damaged.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("surveys/csat.toml", "name.zh-hant", "#", "surveys/csat.toml: name.zh-hant: is missing; add it"),
        (
            "surveys/nps.toml",
            'measure = "nps"',
            'measure = "nsp"',
            "surveys/nps.toml: items[1].measure: must be 'nps', 'csat', 'ces', 'trust-int', 'trust-abl', 'trust-aff', "
            "'trust-con' or 'trust-out' (found 'nsp')",
        ),
        ("surveys/nps.toml", "low = 0", "low = 10", "surveys/nps.toml: scales[1].high: must be above low (found 10)"),
        (
            "surveys/nps.toml",
            'id = "nps"',
            'id = "csat"',
            "surveys/nps.toml: id: must be 'nps', as the file is called (found 'csat')",
        ),
        (
            "surveys/ces.toml",
            'variant = "ces1"\nquestion',
            'variant = "ces3"\nquestion',
            "surveys/ces.toml: scales[2].variant: no entry of items is asked on 'ces1'; add one, or correct it\n"
            "surveys/ces.toml: items[2].variant: 'ces3' is no variant of a scale here; correct or remove it",
        ),
        (
            "surveys/trust.toml",
            "{company} cares",
            "{compny} cares",
            "surveys/trust.toml: items[3].question.en: {compny} stands for nothing; write {company} or {about}",
        ),
        (
            "surveys/trust.toml",
            'id = "cost"',
            'id = "won"',
            "surveys/trust.toml: follow_ups: id: 'won' is used 2 times; give each entry one of its own",
        ),
        (
            "journeys/service_case.toml",
            ", zh-hant",
            ", zh-hent",
            "journeys/service_case.toml: title.zh-hant: is missing",
        ),
        (
            "journeys/online_order.toml",
            "value = 0",
            "value = 7",
            "journeys/online_order.toml: stages[1].touchpoints[1].emotion.value: 7 is outside -2..2",
        ),
        (
            "journeys/online_order.toml",
            "l1-right-place-moment",
            "l1-no-place",
            "journeys/online_order.toml: stages[1].touchpoints[2].opportunities[1].practice: "
            "l1-no-place is not among the practices of the framework",
        ),
    ],
)
def test_damage_in_the_surveys_and_journeys_beside_it_is_told_with_its_place(tmp_path, file, old, new, said):
    assert run("validate", beside(tmp_path, file, old, new)) == ("", f"{said}\n", 2)


def test_a_file_that_is_gone_beside_it_is_named_and_the_framework_is_still_looked_at(tmp_path):
    folder = beside(tmp_path, "surveys/nps.toml", "", "")
    (tmp_path / "journeys" / "service_case.toml").unlink()
    (folder / "l3.toml").write_text("{")
    first, second = run("validate", folder)[1].splitlines()
    assert first.startswith("l3.toml: not valid TOML")
    assert second == "journeys/service_case.toml: the file is missing; add it"


def test_the_shell_sees_the_exit_status_and_the_problem_alone(tmp_path):
    folder = copy(tmp_path, line("l1.toml", "l1-digital-audit", "why.zh-hant", None))
    done = subprocess.run(
        [sys.executable, "manage.py", "framework", "validate", folder], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "l1.toml: l1-digital-audit: why.zh-hant: is missing; add it\n"


def test_the_schema_describes_every_field_of_a_practice():
    out, err, status = run("schema")
    schema = json.loads(out)
    assert (err, status) == ("", 0)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "l1-searchable-help" not in out
    practice = schema["$defs"]["Practice"]
    assert practice["properties"]["effort"]["enum"] == ["S", "M", "L"]
    assert practice["additionalProperties"] is False
    assert set(practice["required"]) == set(practice["properties"]) - {"weight"}
    assert schema["$defs"]["Text"]["required"] == ["en", "zh-hans", "zh-hant"]


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_the_whole_framework_can_be_read_in_each_language(language):
    out, _, status = run("show", "--language", language)
    assert status == 0
    for dimension in framework().dimensions:
        assert dimension.heading.to(language) in out
        for practice in dimension.practices:
            assert practice.id in out
            assert practice.title.to(language) in out
            assert practice.question.to(language) in out
            assert all(stage.to(language) in out for stage in practice.stages)


def test_it_is_read_in_english_unless_told_otherwise():
    assert run("show") == run("show", "--language", "en")
    assert "l1-accurate-facts (quick set, critical, effort S, impact H)" in run("show")[0]
    assert (
        "l4-one-customer-record (quick set, effort L, impact H, needs l2-history-at-hand + int-privacy)"
        in run("show")[0]
    )


def test_marks_of_a_practice_have_the_commas_of_their_language():
    assert "l1-accurate-facts (列入快速版、關鍵、工作量S、影響H)" in run("show", "--language", "zh-hant")[0]
