"""Reads a file of answers of any kind, told by its content first and its name second."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from ..content.schema import Framework
from . import limits
from .problems import FileProblems, Place, Problems
from .read_csv import read_csv
from .read_json import read_json
from .refusals import old_excel
from .value import AnswerFile

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0"
FOREIGN = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"{\\rtf", b"<")
MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def read(name: str, data: bytes, framework: Framework, *, today: date) -> AnswerFile:
    """The answers in a file called `name`; `today` is the date of a file that has none.

    The file is checked whole. Raises FileProblems with everything that is wrong, and nothing else.
    """
    if len(data) > limits.FILE_BYTES:
        most = limits.FILE_BYTES // 1024 // 1024
        raise _refused(name, _("The file is larger than %(most)d MB.") % {"most": most})
    if not data.strip(MARKS):
        raise _refused(name, _("The file is empty."))
    if data.startswith(ZIP):
        from .read_xlsx import read_xlsx  # noqa: PLC0415 - the reader of workbooks weighs more than a page

        return read_xlsx(name, data, framework, today=today)
    if data.startswith(OLE):
        raise _refused(name, old_excel())
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(FOREIGN):
        raise _refused(name, _("This is not a file of answers. Choose an XLSX workbook, a CSV table or JSON."))
    if name.lower().endswith(".json") or data.lstrip(MARKS).startswith((b"{", b"[")):
        return read_json(name, data, framework, today=today)
    if name.lower().endswith((".xlsx", ".xlsm")):
        message = _("This is not an XLSX workbook. Open the file in a spreadsheet program and save it as “.xlsx”.")
        raise _refused(name, message)
    return read_csv(name, data, framework, today=today)


def _refused(name: str, message: str) -> FileProblems:
    problems = Problems()
    problems.add(Place(name), message)
    return problems.refusal()
