"""What we remember: one file a noun."""

from .agreed_stage import AgreedStage
from .answer import REASONS, STAGES, Answer
from .assessment import OPEN_STATES, PRACTICE_SETS, SMALLEST_GROUP, STATES, Assessment
from .audit import AuditEntry
from .company import INDUSTRIES, SIZES, Company
from .group_link import GroupLink
from .invitation import Invitation
from .message import Message
from .referral import Referral
from .respondent import GROUPS, Respondent
from .seat import Seat
from .user import User
from .vote import Vote
from .workshop import Workshop
from .workspace import COMPANY_ROLES, ROLES, WRITING_ROLES, Membership, Workspace

__all__ = [
    "COMPANY_ROLES",
    "GROUPS",
    "INDUSTRIES",
    "OPEN_STATES",
    "PRACTICE_SETS",
    "REASONS",
    "ROLES",
    "SIZES",
    "SMALLEST_GROUP",
    "STAGES",
    "STATES",
    "WRITING_ROLES",
    "AgreedStage",
    "Answer",
    "Assessment",
    "AuditEntry",
    "Company",
    "GroupLink",
    "Invitation",
    "Membership",
    "Message",
    "Referral",
    "Respondent",
    "Seat",
    "User",
    "Vote",
    "Workshop",
    "Workspace",
]
