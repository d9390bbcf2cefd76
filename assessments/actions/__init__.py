"""Writes: one keyword-only function per user act, one transaction each; a file a noun."""

from .accounts import choose_language
from .answers import AnswersClosed, save_answer
from .assessments import grow_to_full, set_red_flags, set_targets, start_assessment, update_assessment
from .check import keep_check
from .companies import add_company, edit_company, update_company
from .deletion import delete_company, delete_workspace, restore_company, restore_workspace
from .group_links import close_group_link, open_group_link, renew_group_link
from .joining import finish_answering, go_on_answering, join_assessment, send_link_again, start_answering
from .life import CannotMove, NoLonger, close_due_assessments, move_assessment, moves_of
from .meanwhile import MeanwhileChanged
from .milestones import StillSealed, keep_milestone
from .referrals import PassedOnEnough, Yourself, pass_on
from .respondents import (
    AddressTaken,
    HasAnswered,
    TooMany,
    add_respondents,
    remove_respondent,
    renew_link,
    update_respondent,
)
from .rights import SoleOwner, delete_account, erase_respondent, note_export
from .uploads import take_in_file
from .workspaces import open_workspace, update_workspace

__all__ = [
    "AddressTaken",
    "AnswersClosed",
    "CannotMove",
    "HasAnswered",
    "MeanwhileChanged",
    "NoLonger",
    "PassedOnEnough",
    "SoleOwner",
    "StillSealed",
    "TooMany",
    "Yourself",
    "add_company",
    "add_respondents",
    "choose_language",
    "close_due_assessments",
    "close_group_link",
    "delete_account",
    "delete_company",
    "delete_workspace",
    "edit_company",
    "erase_respondent",
    "finish_answering",
    "go_on_answering",
    "grow_to_full",
    "join_assessment",
    "keep_check",
    "keep_milestone",
    "move_assessment",
    "moves_of",
    "note_export",
    "open_group_link",
    "open_workspace",
    "pass_on",
    "remove_respondent",
    "renew_group_link",
    "renew_link",
    "restore_company",
    "restore_workspace",
    "save_answer",
    "send_link_again",
    "set_red_flags",
    "set_targets",
    "start_answering",
    "start_assessment",
    "take_in_file",
    "update_assessment",
    "update_company",
    "update_respondent",
    "update_workspace",
]
