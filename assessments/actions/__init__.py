"""Writes: one keyword-only function per user act, one transaction each; a file a noun."""

from .accounts import choose_language
from .answers import save_answer
from .assessments import grow_to_full, set_red_flags, set_targets, start_assessment, update_assessment
from .check import keep_check
from .companies import add_company, update_company
from .uploads import MeanwhileChanged, take_in_file
from .workspaces import open_workspace

__all__ = [
    "MeanwhileChanged",
    "add_company",
    "choose_language",
    "grow_to_full",
    "keep_check",
    "open_workspace",
    "save_answer",
    "set_red_flags",
    "set_targets",
    "start_assessment",
    "take_in_file",
    "update_assessment",
    "update_company",
]
