"""The words of tables and workbooks: what headers and drop-down lists say in each language, and what each means.

A code is what a file means by a text: "2", "dont_know", "na:by-choice", "leaders", "yes". Files may hold either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..content.schema import LANGUAGES, Framework
from ..maturity.answers import Answer
from ..words.labels import INDUSTRIES, PRACTICE_SETS, SIZES
from .text import plain

DONT_KNOW = "dont_know"
NOT_APPLICABLE = "na:"
BARE = "without a reason"
GROUPS = {"leader": "leaders", "manager": "managers", "front line": "frontline", "front-line": "frontline"}
COLUMNS_TOO = {"實踐": "practice", "证据": "evidence", "證據": "evidence"}  # what others call ours
STAGED = ("answer", "target")
NUMBER = re.compile(r"([0-4])(?:[.,、]0*)?")
NUMBERED = re.compile(r"([0-4])[\s:.,、()-]+(.+)")
Lists = Mapping[str, Mapping[str, str]]


def code_of(answer: Answer | None) -> str:
    """The code of an answer; "" for none."""
    if answer is None:
        return ""
    if answer.stage is not None:
        return str(answer.stage)
    return DONT_KNOW if answer.dont_know else f"{NOT_APPLICABLE}{answer.not_applicable}"


def answer_of(code: str, note: str = "", evidence: str = "") -> Answer:
    """The answer of a known code."""
    if code == DONT_KNOW:
        return Answer(dont_know=True, note=note, evidence=evidence)
    if code.startswith(NOT_APPLICABLE):
        return Answer(not_applicable=code.removeprefix(NOT_APPLICABLE), note=note, evidence=evidence)
    return Answer(stage=int(code), note=note, evidence=evidence)


def lists(framework: Framework, language: str) -> Lists:
    """The drop-down lists in `language`: by name of the list, the text of each code."""
    with translation.override(language):
        return {
            "answer": _answers(framework, language),
            "group": {group.id: group.title.to(language) for group in framework.groups},
            "set": {code: str(label) for code, label in PRACTICE_SETS.items()},
            "industry": {code: str(label) for code, label in INDUSTRIES.items()},
            "size": {code: str(label) for code, label in SIZES.items()},
            "yes_no": {"yes": pgettext("answer", "Yes"), "no": pgettext("answer", "No")},
            "target": {str(stage): name for stage, name in enumerate(_stages(framework, language))},
        }


def _stages(framework: Framework, language: str) -> list[str]:
    return [f"{stage} {name.to(language)}" for stage, name in enumerate(framework.stages)]


def _answers(framework: Framework, language: str) -> dict[str, str]:
    texts = {str(stage): text for stage, text in enumerate(_stages(framework, language))}
    texts[DONT_KNOW] = _("Don’t know")
    for reason in framework.not_applicable_reasons:
        texts[f"{NOT_APPLICABLE}{reason.id}"] = _("Not applicable: %(reason)s") % {"reason": reason.title.to(language)}
    return texts


def headers(language: str) -> dict[str, str]:
    """What stands above the columns, by column."""
    with translation.override(language):
        return {
            "respondent": _("Respondent"),
            "group": _("Group"),
            "practice": _("Practice key"),
            "question": _("Question"),
            "answer": _("Answer"),
            "note": _("Note"),
            "evidence": _("Evidence"),
            "red_flag": _("Red flag key"),
            "about": _("Why it matters"),
            "target": _("Target stage"),
        }


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of a file mean, in every language at once: by name of the list, the code of each plain text."""

    codes: Mapping[str, Mapping[str, str]]
    columns: Mapping[str, str]
    shown: Lists

    def meant(self, name: str, text: str) -> str | None:
        """The code `text` stands for in the list `name`; None if it is none of them."""
        known, found = self.codes.get(name, {}), plain(text)
        if found in known or name not in STAGED:
            return known.get(found)
        if number := NUMBER.fullmatch(found):
            return number[1]
        numbered = NUMBERED.fullmatch(found)  # as 2: Defined
        return known.get(f"{numbered[1]} {numbered[2]}") if numbered else None

    def allowed(self, name: str, in_workbook: bool) -> str:
        """What may be written: in a workbook the entries of the list as its reader sees them, elsewhere the codes."""
        if not in_workbook:
            return ", ".join(self.shown[name])
        return pgettext("between the names of a list", ", ").join(self.shown[name].values())

    def with_words(self, added: Mapping[str, Mapping[str, str]]) -> Vocabulary:
        """This and the words a workbook brings along; words we know keep their meaning."""
        return replace(self, codes={name: {**added.get(name, {}), **known} for name, known in self.codes.items()})


def vocabulary(framework: Framework) -> Vocabulary:
    """The words of `framework` in all languages, and the codes themselves; those shown are the active language's."""
    codes: dict[str, dict[str, str]] = {}
    columns: dict[str, str] = {}
    for language in LANGUAGES:
        for name, texts in lists(framework, language).items():
            known = codes.setdefault(name, {})
            known.update({plain(text): code for code, text in texts.items()})
            known.update({plain(code): code for code in texts})
        stages = {plain(name.to(language)): str(stage) for stage, name in enumerate(framework.stages)}
        codes["answer"].update(stages)
        codes["target"].update(stages)
        columns.update({plain(text): column for column, text in headers(language).items()})
        with translation.override(language):
            on_pages = {_("Practice"): "practice", _("Red flag"): "red_flag", _("Target"): "target"}
            columns.update({plain(text): column for text, column in on_pages.items()})
            bare = plain(_("Not applicable: %(reason)s") % {"reason": ""}).strip(":")
            codes.setdefault(BARE, {}).update({bare: bare, f"{bare}:": bare})
    codes[BARE].update({each: each for each in ("na", "na:", "n/a")})
    codes["yes_no"].update({"true": "yes", "false": "no", "y": "yes", "n": "no", "1": "yes", "0": "no"})
    codes["group"].update(GROUPS)
    columns.update({name: name for name in headers("en")} | COLUMNS_TOO)
    active = translation.get_language()
    return Vocabulary(codes, columns, lists(framework, active if active in LANGUAGES else LANGUAGES[0]))
