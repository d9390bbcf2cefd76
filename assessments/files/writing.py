"""Writes a file of answers of any kind."""

from __future__ import annotations

from ..content.schema import Framework
from .value import AnswerFile
from .write_csv import write_csv
from .write_json import write_json

CONTENT_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


def write(kind: str, file: AnswerFile, framework: Framework, language: str) -> bytes:
    """The questionnaire with the answers there are; what is asked and not answered waits in it.

    `kind` is one of CONTENT_TYPES. A workbook is for one respondent: the first of the file.
    """
    if kind == "xlsx":
        from .write_xlsx import write_xlsx  # noqa: PLC0415 - loaded where a workbook is asked for only

        return write_xlsx(file, framework, language)
    return {"csv": write_csv, "json": write_json}[kind](file, framework)
