"""Why a file cannot be read, or not to its end, and what to do: said alike by all who read files."""

from __future__ import annotations

from django.utils.translation import gettext as _


def no_encoding() -> str:
    """Of what is no text, or one in bytes that nobody can tell for certain."""
    return _("We cannot read this file as a table, or tell its encoding. Save the table as “CSV UTF-8” and try again.")


def other_encoding() -> str:
    """Of a row that cannot be decoded like those before it."""
    return _("From here on the file is in another encoding. Save it as “CSV UTF-8” and try again.")


def open_quotes() -> str:
    """Of a row at which the reader of CSV gives up."""
    return _("From here on quotes are not closed or not doubled, or a cell is far too long.")


def old_excel() -> str:
    """Of the binary files that Excel wrote before 2007, and writes still where there is a password."""
    return _("This is an old Excel file or one with a password. Save it as “.xlsx” without a password.")


def open_document() -> str:
    """Of a spreadsheet of LibreOffice’s own."""
    return _("This is an OpenDocument file. Save it as “Excel workbook (.xlsx)” and try again.")


def damaged_workbook() -> str:
    """Of a ZIP that does not open, or holds no workbook where it says."""
    return _("This workbook is damaged and cannot be read. Open it, save it as “.xlsx” again and try once more.")


def entities_declared() -> str:
    """Of a part of a workbook with a document type: bait for readers of XML."""
    return _("This workbook declares entities, which no spreadsheet program does.")
