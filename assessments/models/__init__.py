"""What we remember: one file a noun."""

from .agreed_stage import AgreedStage
from .answer import REASONS, STAGES, Answer
from .assessment import OPEN_STATES, PRACTICE_SETS, SMALLEST_GROUP, STATES, Assessment
from .audit import AuditEntry
from .comment import MARKS, MOODS, Comment, CommentMark
from .company import INDUSTRIES, SIZES, Company
from .figure import FIGURES, Figure
from .group_link import GroupLink
from .import_run import IMPORT_STATES, ImportRun
from .invitation import Invitation
from .journey import Journey
from .message import Message
from .plan_item import PLAN_ORIGINS, PLAN_STATES, PlanItem
from .red_flag import ORIGINS, RedFlag
from .referral import Referral
from .respondent import GROUPS, Respondent
from .response import CUTS, MEASURES, SOURCES, DailyCount, Response
from .seat import Seat
from .survey import SURVEY_KINDS, SURVEY_STATES, Survey, SurveyInvitation, SurveyRefusal, Wave
from .touchpoint import IMPORTANCES, Touchpoint
from .user import User
from .vote import Vote
from .workshop import Workshop
from .workspace import COMPANY_ROLES, ROLES, WRITING_ROLES, Membership, Workspace

__all__ = [
    "COMPANY_ROLES",
    "CUTS",
    "FIGURES",
    "GROUPS",
    "IMPORTANCES",
    "IMPORT_STATES",
    "INDUSTRIES",
    "MARKS",
    "MEASURES",
    "MOODS",
    "OPEN_STATES",
    "ORIGINS",
    "PLAN_ORIGINS",
    "PLAN_STATES",
    "PRACTICE_SETS",
    "REASONS",
    "ROLES",
    "SIZES",
    "SMALLEST_GROUP",
    "SOURCES",
    "STAGES",
    "STATES",
    "SURVEY_KINDS",
    "SURVEY_STATES",
    "WRITING_ROLES",
    "AgreedStage",
    "Answer",
    "Assessment",
    "AuditEntry",
    "Comment",
    "CommentMark",
    "Company",
    "DailyCount",
    "Figure",
    "GroupLink",
    "ImportRun",
    "Invitation",
    "Journey",
    "Membership",
    "Message",
    "PlanItem",
    "RedFlag",
    "Referral",
    "Respondent",
    "Response",
    "Seat",
    "Survey",
    "SurveyInvitation",
    "SurveyRefusal",
    "Touchpoint",
    "User",
    "Vote",
    "Wave",
    "Workshop",
    "Workspace",
]
