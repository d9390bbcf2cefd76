"""Django's system check of the content."""

import shutil

from django.core.checks import registry

from assessments import checks
from assessments.content import loader, questionnaires

from .damage import copy, line, write


def found(folder):
    """The errors of one folder as (id, message)."""
    return [(each.id, each.msg) for each in checks.check_folder(folder)]


def test_what_is_published_passes():
    assert checks.check_content(None) == []


def test_each_problem_is_an_error_with_its_place(tmp_path):
    folder = copy(
        tmp_path,
        line("l1.toml", "l1-digital-audit", "why.zh-hant", None),
        line("l2.toml", "l2-human-reach", "effort", 'effort = "XL"'),
    )
    assert found(folder) == [
        ("assessments.E001", "content/l1.toml: l1-digital-audit: why.zh-hant: is missing; add it"),
        ("assessments.E001", "content/l2.toml: l2-human-reach: effort: must be 'S', 'M' or 'L' (found 'XL')"),
    ]
    assert f"framework validate {folder}" in next(checks.check_folder(folder)).hint


def test_what_is_not_toml_is_an_error(tmp_path):
    [(id, message)] = found(copy(tmp_path, write("l1.toml", "[")))
    assert id == "assessments.E001"
    assert message.startswith("content/l1.toml: not valid TOML")


def test_a_folder_under_a_wrong_name_would_never_be_found(tmp_path):
    assert found(copy(tmp_path)) == [
        ("assessments.E002", "content/framework.toml: holds cx-pyramid 1, which is looked for in cx_pyramid_v1/")
    ]
    assert found(copy(tmp_path / "other").rename(tmp_path / "cx_pyramid_v1")) == []


def test_all_published_folders_are_checked_and_the_current_one_must_be_there(tmp_path, monkeypatch):
    copy(tmp_path).rename(tmp_path / "cx_pyramid_v2")
    monkeypatch.setattr(loader, "HERE", tmp_path)
    assert [each.id for each in checks.check_content(None)] == ["assessments.E002", "assessments.E003"]


def test_a_damaged_survey_stops_the_start(tmp_path, monkeypatch):
    folder = shutil.copytree(questionnaires.HERE, tmp_path / "surveys")
    (folder / "nps.toml").write_text("[")
    monkeypatch.setattr(questionnaires, "HERE", folder)
    [error] = checks.check_content(None)
    assert (error.id, error.msg.partition(": ")[0]) == ("assessments.E004", "surveys/nps.toml")


def test_django_runs_the_check_of_the_content():
    registered = {check.__name__ for check in registry.registry.get_checks()}
    assert "check_content" in registered
