"""The report as one value, in one language, its text finished. Screen, PDF, JSON and XLSX only place it.

Raw numbers travel beside the text (`card`, `recommendations`), so that every rendering shows the same ones. A `Number`
carries the key under which a reader can see what it was made of.
"""

from .acting import ROADMAP_SHOWN, Owned, ReasonLine, RoadmapItem, RoadmapLane, RoadmapSection, StepCard, StepsSection
from .basics import DimensionRow, Facts, FigureText, Head, KeyFigure, Number, PracticeLine
from .customers import (
    CustomerNumber,
    CustomerRow,
    CustomersSection,
    JourneyCard,
    JourneyLift,
    JourneyMark,
    JourneyPain,
    JourneysSection,
    JourneyStage,
)
from .cuts import BoardCut, BoardStep, GroupPage, GroupPractice, GroupRow
from .ground import AnswersSection, CertaintyRow, CertaintySection, MethodSection, PracticeGroup, PracticeRow, Voice
from .report import SECTIONS, ReportDocument, Shown
from .seeing import GapGroup, GapRow, GapSection, GapView
from .since import SinceDone, SinceFigure, SinceRow, SinceSection
from .standing import (
    FlagRow,
    FlagsSection,
    LensesSection,
    LensItem,
    LensPage,
    ProfileSection,
    PyramidSection,
    StrengthsSection,
    SynergySection,
    TrustSection,
)
from .value import LedgerRow, ValueFigure, ValueGap, ValueLabels, ValueSection, ValueSwing
from .workings import WorkedDimension, WorkedPerson, WorkedPractice, Workings

__all__ = [
    "ROADMAP_SHOWN",
    "SECTIONS",
    "AnswersSection",
    "BoardCut",
    "BoardStep",
    "CertaintyRow",
    "CertaintySection",
    "CustomerNumber",
    "CustomerRow",
    "CustomersSection",
    "DimensionRow",
    "Facts",
    "FigureText",
    "FlagRow",
    "FlagsSection",
    "GapGroup",
    "GapRow",
    "GapSection",
    "GapView",
    "GroupPage",
    "GroupPractice",
    "GroupRow",
    "Head",
    "JourneyCard",
    "JourneyLift",
    "JourneyMark",
    "JourneyPain",
    "JourneyStage",
    "JourneysSection",
    "KeyFigure",
    "LedgerRow",
    "LensItem",
    "LensPage",
    "LensesSection",
    "MethodSection",
    "Number",
    "Owned",
    "PracticeGroup",
    "PracticeLine",
    "PracticeRow",
    "ProfileSection",
    "PyramidSection",
    "ReasonLine",
    "ReportDocument",
    "RoadmapItem",
    "RoadmapLane",
    "RoadmapSection",
    "Shown",
    "SinceDone",
    "SinceFigure",
    "SinceRow",
    "SinceSection",
    "StepCard",
    "StepsSection",
    "StrengthsSection",
    "SynergySection",
    "TrustSection",
    "ValueFigure",
    "ValueGap",
    "ValueLabels",
    "ValueSection",
    "ValueSwing",
    "Voice",
    "WorkedDimension",
    "WorkedPerson",
    "WorkedPractice",
    "Workings",
]
