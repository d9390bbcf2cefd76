"""Problems speak the reader's language, name their place, and stay on one line whatever the file says."""

from __future__ import annotations

from django.utils import translation

from assessments.files.problems import Place, Problem, Problems, shown

from .samples import refused


def test_places() -> None:
    assert str(Place("a.csv", row=7, column="answer")) == "a.csv, row 7, column answer"
    assert str(Place("a.xlsx", "1 Inform", 7, "C")) == "a.xlsx, sheet “1 Inform”, row 7, column C"
    assert str(Place("a.json", entry="respondents[0].group")) == "a.json, respondents[0].group"


def test_one_line_whatever_the_file_says() -> None:
    problem = Problem(Place("a\nb\x00.csv", "s\nt", 1, "c\rd", "e\nf"), "Bad.", shown("x\n" * 500), "y")
    assert len(str(problem).splitlines()) == 1
    assert "\0" not in str(problem)


def test_what_was_found_is_shown_as_in_the_file() -> None:
    assert [shown(value) for value in (None, "", "a", 2.5, True, {}, [1])] == [
        *("nothing", "nothing", "“a”", "2.5", "true", "an object", "a list"),
    ]


def test_messages_are_in_the_language_of_the_moment() -> None:
    problems = Problems()
    with translation.override("zh-hans"):
        expected = translation.gettext("This is not an answer.")
        found = refused("a.csv", b"respondent,group,practice,answer\na,leaders,l1-searchable-help,x")[0].message
    assert found == expected
    problems.raise_any()


def test_chinese_sentences_have_no_space_between_them() -> None:
    problem = Problem(Place("a.csv", row=2), "不是阶段。", shown("7"), "0, 1, 2, 3, 4")
    with translation.override("zh-hans"):
        assert str(problem) == "a.csv，第2行：不是阶段。实际内容：“7”。应为：0, 1, 2, 3, 4。"
