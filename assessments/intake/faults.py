"""Why a file of responses cannot be read at all."""

from __future__ import annotations

from django.utils.translation import gettext as _

from . import limits


class UnreadableError(Exception):
    """The file, or what comes after `row` of it, cannot be read; `kind` says why (see `fault_words`)."""

    def __init__(self, kind: str, row: int | None = None) -> None:
        super().__init__(kind)
        self.kind, self.row = kind, row


def fault_words(kind: str) -> str:
    """A sentence on what is wrong with a file, and what to do about it."""
    megabytes = 1024 * 1024
    words = {
        "encoding": _(
            "We cannot read this file as a table, or tell its encoding. Save the table as “CSV UTF-8” and try again."
        ),
        "mixed": _("From here on the file is in another encoding. Save it as “CSV UTF-8” and try again."),
        "quotes": _("From here on quotes are not closed or not doubled, or a cell is far too long."),
        "empty": _("The file is empty."),
        "no-table": _("There is no table in this file: a line with the names of columns, and rows below it."),
        "old-excel": _("This is an old Excel file or one with a password. Save it as “.xlsx” without a password."),
        "not-xlsx": _("This is not an XLSX workbook."),
        "open-document": _("This is an OpenDocument file. Save it as “Excel workbook (.xlsx)” and try again."),
        "damaged": _(
            "This workbook is damaged and cannot be read. Open it, save it as “.xlsx” again and try once more."
        ),
        "entities": _("This workbook declares entities, which no spreadsheet program does."),
        "unpacked": _("This workbook unpacks to more than we read (%(most)d MB). Save its table as CSV and try again.")
        % {"most": limits.UNPACKED_BYTES // megabytes},
        "large": _("The file is larger than %(most)d MB. Split it, and import the parts one after the other.")
        % {"most": limits.FILE_BYTES // megabytes},
        "rows": _("The file has more than %(most)d rows. Split it, and import the parts one after the other.")
        % {"most": limits.ROWS},
        "columns": _("More than %(most)d columns have something in them. Keep those with answers, and try again.")
        % {"most": limits.COLUMNS},
        "names": _("There are more than %(most)d different touchpoints or segments. Was another column meant?")
        % {"most": limits.NAMES},
        "gone": _("The file is not there any more. Choose it once more."),
        "fault": _("Something went wrong on our side; the log of the server says what."),
    }
    return words[kind]
