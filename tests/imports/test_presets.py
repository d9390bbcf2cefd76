"""Exports of other tools, by the names of their columns (docs/formats.md)."""

from __future__ import annotations

import csv
import io

from assessments.intake.header import Header, header_of
from assessments.intake.source import rows_of


def header(*rows: list[str]) -> Header:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return header_of(rows_of(io.BytesIO(text.getvalue().encode())))


def roles(head: Header) -> dict[str, str]:
    return {each.name: each.role for each in head.columns if each.role}


def test_qualtrics_has_three_lines_of_names() -> None:
    head = header(
        ["StartDate", "EndDate", "Status", "RecordedDate", "ResponseId", "Q1_NPS_GROUP", "Q1", "Q2"],
        ["Start Date", "End Date", "Response Type", "Recorded Date", "Response ID", "How likely - Group",
         "How likely are you to recommend us?", "Why?"],
        ['{"ImportId":"startDate"}', '{"ImportId":"endDate"}', '{"ImportId":"status"}', '{"ImportId":"recordedDate"}',
         '{"ImportId":"_recordId"}', '{"ImportId":"QID1_NPS_GROUP"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
        ["2026-10-01 10:00:00", "2026-10-01 10:01:00", "0", "2026-10-01 10:01:02", "R_1", "Promoter", "9", "Quick"],
    )  # fmt: skip
    assert (head.preset, head.last) == ("qualtrics", 3)
    assert roles(head) == {
        "RecordedDate": "date", "ResponseId": "id", "Q1: How likely are you to recommend us?": "nps",
        "Q2: Why?": "comment",
    }  # fmt: skip


def test_surveymonkey_has_two() -> None:
    head = header(
        [
            "Respondent ID",
            "Collector ID",
            "Start Date",
            "End Date",
            "How satisfied are you?",
            "Why?",
            "Which of these?",
            "",
        ],
        ["", "", "", "", "Response", "Open-Ended Response", "Price", "Service"],
        ["118", "4", "10/13/2026 9:00", "10/13/2026 9:02", "4", "Quick", "Price", ""],
    )
    assert (head.preset, head.last) == ("surveymonkey", 2)
    assert roles(head) == {
        "Respondent ID": "id", "End Date": "date", "How satisfied are you?": "csat-5", "Why?": "comment",
    }  # fmt: skip
    assert [each.name for each in head.columns][-2:] == ["Which of these? – Price", "Which of these? – Service"]


def test_typeform_formbricks_and_google_forms() -> None:
    typeform = header(
        [
            "#",
            "How likely are you to recommend us?",
            "Response Type",
            "Start Date (UTC)",
            "Submit Date (UTC)",
            "Network ID",
        ],
        ["x1", "9", "completed", "2026-10-01 10:00:00", "2026-10-01 10:01:00", "n"],
    )
    assert typeform.preset == "typeform"
    assert roles(typeform) == {
        "#": "id", "How likely are you to recommend us?": "nps", "Submit Date (UTC)": "date",
    }  # fmt: skip
    formbricks = header(
        ["No.", "Response ID", "Timestamp", "Finished", "Survey ID", "User ID", "Tags", "1. How satisfied are you?"],
        ["1", "c1", "2026-10-01 10:00:00", "Yes", "s1", "u1", "", "5"],
    )
    assert formbricks.preset == "formbricks"
    assert roles(formbricks) == {
        "Response ID": "id", "Timestamp": "date", "User ID": "customer", "1. How satisfied are you?": "csat-5",
    }  # fmt: skip
    google = header(["Timestamp", "How satisfied are you?"], ["10/13/2026 9:00:00", "5"])
    assert (google.preset, roles(google)) == ("google-forms", {"Timestamp": "date", "How satisfied are you?": "csat-5"})


def test_an_unknown_tool_is_matched_by_what_its_columns_are_called() -> None:
    head = header(
        ["提交时间", "您有多大可能推荐我们？", "原因", "手机号", "数量"], ["2026-10-01", "9", "很快", "138", "2"]
    )
    assert head.preset == ""
    assert list(roles(head).values()) == ["date", "nps", "comment", "customer"]


def test_the_same_columns_have_the_same_key_whatever_stands_below() -> None:
    one, other = (
        header(["Date", "NPS"], ["2026-10-01", "9"]),
        header(["Date", "NPS"], ["2026-10-02", "3"], ["2026-10-02", "3"]),
    )
    assert one.key == other.key != header(["NPS", "Date"], ["9", "2026-10-01"]).key
