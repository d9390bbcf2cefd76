"""The report as one value, in one language, its text finished. Screen, PDF, JSON and XLSX only place it.

Raw numbers travel beside the text (`card`, `recommendations`), so that every rendering shows the same ones. A `Number`
carries the key under which a reader can see what it was made of.
"""

from .acting import ROADMAP_SHOWN, ReasonLine, RoadmapItem, RoadmapLane, RoadmapSection, StepCard, StepsSection
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
from .ground import AnswersSection, CertaintyRow, CertaintySection, MethodSection, PracticeGroup, PracticeRow, Voice
from .report import ReportDocument
from .seeing import GapGroup, GapRow, GapSection, GapView
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

__all__ = [
    "ROADMAP_SHOWN",
    "AnswersSection",
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
    "Head",
    "JourneyCard",
    "JourneyLift",
    "JourneyMark",
    "JourneyPain",
    "JourneyStage",
    "JourneysSection",
    "KeyFigure",
    "LensItem",
    "LensPage",
    "LensesSection",
    "MethodSection",
    "Number",
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
    "StepCard",
    "StepsSection",
    "StrengthsSection",
    "SynergySection",
    "TrustSection",
    "Voice",
]
