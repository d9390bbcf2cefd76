"""Files as other tools make them, made in the test."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from assessments.models import Company, ImportRun

PLAIN = (
    "Response ID,Date,NPS,Comment\n"
    "r1,2026-10-01,9,Quick and friendly\n"
    'r2,2026-10-02,3,"Nobody answered,\nfor a week"\n'
    "r3,2026-10-02,7,\n"
)


def workbook(rows: Sequence[Sequence[Any]], **options: Any) -> bytes:
    """An XLSX file with one sheet; dates stand in it as spreadsheets keep them."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "d.m.yyyy"})
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(line, column, value, day)
            elif value is not None:
                sheet.write(line, column, value)
    book.close()
    return out.getvalue()


def upload(client: Client, company: Company, content: bytes | str, name: str = "autumn.csv") -> HttpResponse:
    """Choose a file."""
    data = content.encode() if isinstance(content, str) else content
    return client.post(reverse("voice_import", args=[company.code]), {"file": SimpleUploadedFile(name, data)})


def latest(company: Company) -> ImportRun:
    """The newest import."""
    return ImportRun.objects.filter(company=company).latest("created_at")


def of_run(name: str, company: Company) -> str:
    """The address of a page of the newest import."""
    return reverse(name, args=[company.code, latest(company).code])


def match(client: Client, company: Company, **chosen: str) -> HttpResponse:
    """Accept what is proposed for the columns; `chosen` are roles by the name of a column, and constants."""
    run = latest(company)
    data = {f"role-{each['index']}": chosen.pop(each["name"], each["role"]) for each in run.columns}
    return client.post(of_run("voice_import_columns", company), {**data, **chosen})


def confirm(client: Client, company: Company) -> ImportRun:
    """Have it written; where it stands then."""
    client.post(of_run("voice_import_write", company))
    return latest(company)


def take_in(
    client: Client, company: Company, content: bytes | str, name: str = "autumn.csv", **chosen: str
) -> ImportRun:
    """The whole way."""
    assert upload(client, company, content, name).status_code == 302
    assert match(client, company, **chosen).status_code == 302
    return confirm(client, company)
