"""What we remember: one file a noun."""

from .answer import REASONS, STAGES, Answer
from .assessment import PRACTICE_SETS, Assessment
from .company import INDUSTRIES, SIZES, Company
from .respondent import GROUPS, Respondent
from .user import User
from .workspace import ROLES, WRITING_ROLES, Membership, Workspace

__all__ = [
    "GROUPS",
    "INDUSTRIES",
    "PRACTICE_SETS",
    "REASONS",
    "ROLES",
    "SIZES",
    "STAGES",
    "WRITING_ROLES",
    "Answer",
    "Assessment",
    "Company",
    "Membership",
    "Respondent",
    "User",
    "Workspace",
]
