"""What we remember: one file a noun."""

from .agreed_stage import AgreedStage
from .answer import ANSWER_FIELDS, REASONS, STAGES, Answer
from .answer_stamp import new_stamp
from .assessment import OPEN_STATES, PRACTICE_SETS, SMALLEST_GROUP, STATES, Assessment
from .assumption import Assumption
from .audit import AuditEntry
from .cohort import Cohort, ReferenceFigure
from .comment import MARKS, MOODS, Comment, CommentMark
from .company import INDUSTRIES, SIZES, Company
from .erased_customer import ErasedCustomer
from .figure import FIGURES, Figure
from .goal import Goal
from .group_link import GroupLink
from .house_style import STYLE_FILES, HouseStyle, SectionNote, StyleFile
from .import_run import IMPORT_STATES, ImportRun
from .invitation import Invitation
from .journey import Journey
from .message import Message
from .milestone import Milestone
from .plan_item import PLAN_LANES, PLAN_ORIGINS, PLAN_STATES, PLAN_WEIGHTS, PlanItem
from .red_flag import ORIGINS, RedFlag
from .referral import Referral
from .respondent import GROUPS, Respondent
from .response import CUTS, MEASURES, SOURCES, DailyCount, Response
from .seat import Seat
from .share_link import ShareLink
from .standing import Standing
from .survey import SURVEY_KINDS, SURVEY_STATES, Survey, SurveyInvitation, SurveyRefusal, Wave
from .touchpoint import IMPORTANCES, Touchpoint
from .user import User
from .vote import Vote
from .workshop import Workshop
from .workspace import COMPANY_ROLES, ROLES, WRITING_ROLES, Membership, Workspace

__all__ = [
    "ANSWER_FIELDS",
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
    "PLAN_LANES",
    "PLAN_ORIGINS",
    "PLAN_STATES",
    "PLAN_WEIGHTS",
    "PRACTICE_SETS",
    "REASONS",
    "ROLES",
    "SIZES",
    "SMALLEST_GROUP",
    "SOURCES",
    "STAGES",
    "STATES",
    "STYLE_FILES",
    "SURVEY_KINDS",
    "SURVEY_STATES",
    "WRITING_ROLES",
    "AgreedStage",
    "Answer",
    "Assessment",
    "Assumption",
    "AuditEntry",
    "Cohort",
    "Comment",
    "CommentMark",
    "Company",
    "DailyCount",
    "ErasedCustomer",
    "Figure",
    "Goal",
    "GroupLink",
    "HouseStyle",
    "ImportRun",
    "Invitation",
    "Journey",
    "Membership",
    "Message",
    "Milestone",
    "PlanItem",
    "RedFlag",
    "ReferenceFigure",
    "Referral",
    "Respondent",
    "Response",
    "Seat",
    "SectionNote",
    "ShareLink",
    "Standing",
    "StyleFile",
    "Survey",
    "SurveyInvitation",
    "SurveyRefusal",
    "Touchpoint",
    "User",
    "Vote",
    "Wave",
    "Workshop",
    "Workspace",
    "new_stamp",
]
