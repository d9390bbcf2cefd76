"""Answers in files: read from JSON, CSV and XLSX, checked whole, and written to them (docs/formats.md)."""

from .changes import Change, Kind, changes
from .problems import FileProblems, Place, Problem
from .reading import read
from .value import AnswerFile, Company, is_link
from .writing import CONTENT_TYPES, KINDS, write

__all__ = [
    "CONTENT_TYPES",
    "KINDS",
    "AnswerFile",
    "Change",
    "Company",
    "FileProblems",
    "Kind",
    "Place",
    "Problem",
    "changes",
    "is_link",
    "read",
    "write",
]
