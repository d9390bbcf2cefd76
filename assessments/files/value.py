"""A file of answers as a value: what is read from JSON, CSV and XLSX, and what is written to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from ..content.loader import CURRENT
from ..maturity.answers import FULL, Agreed, AnswerSheet, Respondent


@dataclass(frozen=True, slots=True)
class Company:
    """The company that is assessed, as a file names it; each part may be "" where it is not said."""

    name: str = ""
    industry: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """One assessment with its answers, as a file carries it.

    Respondents have different names. `language` is the one the file was written for, "" where it does not say.
    """

    held_on: date
    title: str = ""
    company: Company = Company()
    practice_set: str = FULL
    respondents: tuple[Respondent, ...] = ()
    red_flags: frozenset[str] = frozenset()
    targets: Mapping[str, int] = field(default_factory=dict)
    language: str = ""
    framework: str = CURRENT[0]
    framework_version: int = CURRENT[1]
    agreed: Mapping[str, Agreed] = field(default_factory=dict)

    def unasked(self, asked: Collection[str]) -> tuple[int, int, int]:
        """How many answers, agreed stages and target stages are for practices other than those `asked`.

        They count in no score.
        """
        answered = (practice for each in self.respondents for practice in each.answers)
        answers, agreed, targets = (
            sum(practice not in asked for practice in said) for said in (answered, self.agreed, self.targets)
        )
        return answers, agreed, targets

    def sheet(self) -> AnswerSheet:
        """What is scored."""
        return AnswerSheet(self.respondents, self.held_on, self.practice_set, self.red_flags, self.targets, self.agreed)


def is_link(evidence: str) -> bool:
    """True when `evidence` may be shown as a link: one http or https address, nothing else. The rest is plain text."""
    if not evidence.lower().startswith(("http://", "https://")) or any(each.isspace() for each in evidence):
        return False
    try:
        return bool(urlsplit(evidence).hostname)
    except ValueError:
        return False
