"""The demo: an invented consultancy with three clients of different maturity, written by hand in their own languages.

Pure: answer sheets and facts as values. actions.demo puts them into the database, the sample report reads them as they
are.
"""

from .answers import SEED, STAGES, quick_answers, sheet, team_sheet
from .customers import figures
from .story import Client, Story, client, client_for, facts, held_on, story

__all__ = [
    "SEED",
    "STAGES",
    "Client",
    "Story",
    "client",
    "client_for",
    "facts",
    "figures",
    "held_on",
    "quick_answers",
    "sheet",
    "story",
    "team_sheet",
]
