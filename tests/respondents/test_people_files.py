"""Lists of people, pasted or as a file: every way people write them, and every mistake with its place."""

from __future__ import annotations

import io

import pytest
from django.utils import translation
from openpyxl import Workbook

from assessments.content.loader import framework
from assessments.files.people import Person, read_pasted, read_people
from assessments.files.problems import FileProblems

FRAME = framework()
ADA = Person("Ada", "ada@example.com", "leaders")
BO = Person("Bo", "", "frontline", "zh-hant")


def pasted(text: str, *, need_email: bool = False):
    return read_pasted(text, FRAME, need_email=need_email)


def problems(text: str, *, need_email: bool = False) -> list[str]:
    with pytest.raises(FileProblems) as caught:
        pasted(text, need_email=need_email)
    return [str(each) for each in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "Ada, ada@example.com, leaders\nBo,,frontline,zh-hant",
        "Ada\tADA@example.com\tLeaders\nBo\t\tFrontline\t繁體中文",
        "Ada;ada@example.com;leader\r\n\r\nBo;;front line;zh-TW\r\n",
        "name,e-mail,group,language\nAda,ada@example.com,leaders,\nBo,,frontline,zh-hant",
        "Group\tName\tE-mail address\tLanguage\nLeaders\tAda\tada@example.com\t\nfrontline\tBo\t\tzh-hant",
        "姓名,邮箱,组别,语言\nAda,ada@example.com,领导层,\nBo,,一线员工,繁體中文",
        "Ada，ada@example.com，高階主管\nBo，，第一線同仁，繁體中文",
        '"Ada",ada@example.com,leaders\n"Bo",,frontline,zh-hant',
    ],
)
def test_every_way_people_write_a_list(text: str) -> None:
    assert pasted(text).people == (ADA, BO)


def test_an_address_that_stands_twice_counts_once() -> None:
    found = pasted("Ada,ada@example.com,leaders\nOther,ADA@Example.com,managers\nBo,,frontline\nCy,,frontline")
    assert [each.name for each in found.people] == ["Ada", "Bo", "Cy"]
    assert [each.name for each in found.twice] == ["Other"]


def test_the_groups_of_a_list_are_called_as_on_the_page() -> None:
    """Who writes 管理层 is not told of leaders, managers and frontline; and what is told is taken."""
    with translation.override("zh-hans"):
        found = problems("张三,zhang@example.com,管理层")
        assert "应为：领导层、主管、一线员工。" in found[0]
        taken = pasted("张三,zhang@example.com,领导层\n李四,li@example.com,主管\n王五,wang@example.com,一线员工")
    assert [each.group for each in taken.people] == ["leaders", "managers", "frontline"]


def test_every_mistake_is_told_at_once_with_its_place() -> None:
    found = problems(
        "Ada,not-an-address,leaders\n,x@example.com,bosses\nBo,,frontline,klingon\nCy,c@example.com,managers,,more"
    )
    assert found[0].startswith("your list, row 1, column B: This is not an e-mail address. Found: “not-an-address”.")
    assert "row 2, column A: The name is missing." in found[1]
    assert "row 2, column C: This is not a group. Found: “bosses”. Allowed: Leaders, Managers, Frontline." in found[2]
    assert "row 3, column D: We do not speak this language. Found: “klingon”." in found[3]
    assert "row 4: There is text beyond the fourth column." in found[4]
    assert len(found) == 5


def test_text_in_a_column_that_the_header_does_not_name_is_not_dropped_untold() -> None:
    found = problems("name,email,group\nAda,ada@example.com,leaders,en")
    assert found == [
        "your list, row 2: There is text in a column without a name. Name the column, or empty it. Found: “en”."
    ]
    named = pasted("name,email,group,shop\nAda,ada@example.com,leaders,north")
    assert named.people == (ADA,)


def test_without_a_group_nobody_knows_where_to_count_them() -> None:
    assert "The group is missing." in problems("Ada, ada@example.com")[0]
    assert "The column “group” is missing." in problems("name,email\nAda,ada@example.com")[0]


def test_an_anonymous_assessment_needs_addresses() -> None:
    assert "The e-mail address is missing." in problems("Bo,,frontline", need_email=True)[0]


@pytest.mark.parametrize("text", ["\n \n", "name,email,group\n"])
def test_an_empty_list_says_so(text: str) -> None:
    assert "There is nobody in this list." in problems(text)[0]


def test_no_more_than_an_assessment_may_have() -> None:
    assert "501" in problems("\n".join(f"P{number},,leaders" for number in range(501)))[0]
    assert len(pasted("\n".join(f"P{number},,leaders" for number in range(500))).people) == 500


def test_quotes_that_never_close_are_told() -> None:
    assert "quotes" in problems('Ada,a@example.com,leaders\n"Bo,,frontline\nCy,,managers')[0]


def workbook(*lines: list[object], notes: bool = False) -> bytes:
    book, out = Workbook(), io.BytesIO()
    if notes:
        book.active.append(["Our notes", "of the meeting"])
        sheet = book.create_sheet("People")
    else:
        sheet = book.active
        sheet.title = "People"
    for line in lines:
        sheet.append(line)
    book.save(out)
    return out.getvalue()


def test_a_workbook_with_and_without_header() -> None:
    bare = workbook(["Ada", "ada@example.com", "leaders"], ["Bo", None, "frontline", "zh-hant"])
    assert read_people("p.xlsx", bare, FRAME, need_email=False).people == (ADA, BO)
    lines = [["Name", "Group", "E-mail"], ["Ada", "Leaders", "ada@example.com"]]
    headed = workbook(*lines, notes=True)
    assert read_people("p.xlsx", headed, FRAME, need_email=True).people == (ADA,)


def test_a_hidden_sheet_counts_as_put_aside() -> None:
    book, out = Workbook(), io.BytesIO()
    book.active.append(["Name", "Group", "E-mail"])
    book.active.append(["Cy", "Leaders", "cy@example.com"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Now").append(["Ada", "ada@example.com", "leaders"])
    book.save(out)
    assert read_people("p.xlsx", out.getvalue(), FRAME, need_email=True).people == (ADA,)


def test_a_workbook_names_sheet_row_and_column() -> None:
    with pytest.raises(FileProblems) as caught:
        read_people(
            "p.xlsx", workbook(["Ada", "ada@example.com", "leaders"], ["Bo", "", "boss"]), FRAME, need_email=False
        )
    assert str(caught.value).startswith("p.xlsx, sheet “People”, row 2, column C: This is not a group. Found: “boss”.")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "big5"])
def test_csv_as_spreadsheets_write_it(encoding: str) -> None:
    words = (
        "姓名,邮箱,组别\n王小明,a@example.com,一线员工"
        if encoding != "big5"
        else "姓名,信箱,群組\n王小明,a@example.com,第一線同仁"
    )
    people = read_people("p.csv", words.encode(encoding), FRAME, need_email=True).people
    assert people == (Person("王小明", "a@example.com", "frontline"),)


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0rest", b"PK\x03\x04broken", b"\xff\xfa\xfb\xfc"])
def test_what_is_no_list_is_refused_with_a_word(data: bytes) -> None:
    with pytest.raises(FileProblems):
        read_people("p.xlsx", data, FRAME, need_email=False)
