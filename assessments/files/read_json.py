"""Answers from JSON, format "cxmaturity-answers/1". Every key is checked; every problem names its path."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from ..content.schema import LANGUAGES, Framework
from ..maturity.answers import FULL, PRACTICE_SETS, Agreed, Answer, Respondent
from ..words.labels import INDUSTRIES, SIZES
from . import checks, limits
from .json_node import Node
from .json_tree import parse
from .problems import Place, Problems
from .value import AnswerFile, Company

REQUIRED = ("format", "framework", "framework_version", "respondents")
KEYS = (*REQUIRED, "title", "company", "date", "set", "language", "red_flags", "targets", "agreed")
COMPANY_KEYS = ("name", "industry", "size")
RESPONDENT_KEYS = ("name", "group", "answers")
AGREED_KEYS = ("stage", "reason")
CHOICE_KEYS = ("stage", "dont_know", "not_applicable")


def read_json(name: str, data: bytes, framework: Framework, *, today: date) -> AnswerFile:
    """The answers in `data`, held `today` if they give no date; raises FileProblems with everything that is wrong."""
    problems = Problems()
    tree = parse(data, Place(name), problems)
    problems.raise_any()
    root = Node(tree, Place(name), (), problems)
    if not root.is_object():
        problems.raise_any()
    file = _file(root, framework, today)
    problems.raise_any()
    return file


def _file(root: Node, framework: Framework, today: date) -> AnswerFile:
    wanted = (limits.FORMAT, framework.id, str(framework.version), _("a list: […]"))
    root.keys_among(KEYS, dict(zip(REQUIRED, wanted, strict=True)))
    if "format" in root.value and root.value["format"] != limits.FORMAT:
        root.at("format").refuse(_("This is not the format of a file of answers."), limits.FORMAT)
    if root.value.keys() >= {"framework", "framework_version"}:
        id, version = root.at("framework"), root.at("framework_version")
        checks.same_framework(id.value, version.value, framework, (id.place, version.place), root.problems)
    return AnswerFile(
        held_on=_held_on(root.at("date"), today),
        title=root.at("title").text(limits.TITLE),
        company=_company(root.at("company")),
        practice_set=root.at("set").word(PRACTICE_SETS, FULL),
        respondents=tuple(_respondents(root, framework)),
        red_flags=frozenset(_red_flags(root.at("red_flags"), framework)),
        targets=dict(_targets(root.at("targets"), framework)),
        agreed=dict(_agreed(root.at("agreed"), framework)),
        language=root.at("language").word(LANGUAGES),
        framework=framework.id,
        framework_version=framework.version,
    )


def _held_on(node: Node, today: date) -> date:
    return today if node.value is None else checks.day(node.value, node.place, node.problems) or today


def _company(node: Node) -> Company:
    if node.value is None or not node.is_object():
        return Company()
    node.keys_among(COMPANY_KEYS)
    return Company(
        name=node.at("name").text(limits.COMPANY),
        industry=node.at("industry").word(INDUSTRIES),
        size=node.at("size").word(SIZES),
    )


def _respondents(root: Node, framework: Framework) -> Iterable[Respondent]:
    node = root.at("respondents")
    if "respondents" not in root.value or not node.is_list():
        return
    if len(node.value) > limits.RESPONDENTS:
        checks.too_many_respondents(len(node.value), node.place, node.problems)
    names: dict[str, Place] = {}
    for number in range(min(len(node.value), limits.RESPONDENTS)):
        item = node.at(number)
        if item.is_object():
            yield _respondent(item, framework, names)
    checks.all_named(names, node.problems)


def _respondent(node: Node, framework: Framework, names: dict[str, Place]) -> Respondent:
    node.keys_among(RESPONDENT_KEYS, {"group": ", ".join(framework.group_ids), "answers": _("an object: {…}")})
    named = node.at("name")
    name = named.text(limits.NAME)
    if name in names:
        message = _("Another respondent has the same name (%(other)s).") % {"other": names[name].entry}
        named.refuse(message, _("a different name for each respondent"))
    names.setdefault(name, named.place)
    group = node.at("group").word(framework.group_ids, required="group" in node.value)
    return Respondent(name, group, dict(_answers(node, framework)))


def _answers(respondent: Node, framework: Framework) -> Iterable[tuple[str, Answer]]:
    node = respondent.at("answers")
    if "answers" not in respondent.value or not node.is_object():
        return
    for practice, item in _by_practice(node, framework):
        if item.value is not None and item.is_object():
            answer = _answer(item, framework)
            if answer is not None:
                yield practice, answer


def _by_practice(node: Node, framework: Framework) -> Iterable[tuple[str, Node]]:
    """The entries of an object whose keys are practices; notes the others."""
    for key in node.value:
        item = node.at(key)
        if key in framework.practices:
            yield key, item
        else:
            checks.unknown_practice(key, framework, item.place, node.problems)


def _answer(node: Node, framework: Framework) -> Answer | None:
    """One answer; None after noting a problem."""
    node.keys_among((*CHOICE_KEYS, "note", "evidence"))
    stage = None if node.at("stage").value is None else node.at("stage").stage()
    reason = node.at("not_applicable").word(framework.reasons)
    dont_know = node.at("dont_know").value
    if not (dont_know is None or isinstance(dont_know, bool)):
        node.at("dont_know").refuse(_("This is neither true nor false."), "true, false")
    note = node.at("note").text(limits.NOTE, lines=True)
    evidence = node.at("evidence").text(limits.EVIDENCE, lines=True)
    said = [key for key in CHOICE_KEYS if _says_something(node.value.get(key))]
    if len(said) != 1:
        allowed = _("exactly one of %(keys)s") % {"keys": ", ".join(CHOICE_KEYS)}
        node.problems.add(node.place, _("An answer says exactly one thing."), ", ".join(said), allowed)
        return None
    if stage is None and not reason and dont_know is not True:
        return None
    return Answer(stage, dont_know is True, reason, note, evidence)


def _says_something(value: object) -> bool:
    return value is not None and value is not False and value != ""


def _red_flags(node: Node, framework: Framework) -> Iterable[str]:
    if node.value is None or not node.is_list():
        return
    seen: set[str] = set()
    for number in range(len(node.value)):
        item = node.at(number)
        flag = item.word(framework.flags, required=True)
        if flag in seen:
            item.refuse(_("This red flag stands in the list more than once."))
        if flag:
            seen.add(flag)
            yield flag


def _targets(node: Node, framework: Framework) -> Iterable[tuple[str, int]]:
    if node.value is None or not node.is_object():
        return
    for practice, item in _by_practice(node, framework):
        stage = item.stage()
        if stage is not None:
            yield practice, stage


def _agreed(node: Node, framework: Framework) -> Iterable[tuple[str, Agreed]]:
    """What a review settled on; an agreement without a reason is none."""
    if node.value is None or not node.is_object():
        return
    for practice, item in _by_practice(node, framework):
        if item.is_object():
            item.keys_among(AGREED_KEYS, {"stage": "0, 1, 2, 3, 4", "reason": _("a text in quotes")})
            stage, reason = item.at("stage").stage(), item.at("reason").text(limits.NOTE, lines=True)
            if "reason" in item.value and not reason and isinstance(item.value["reason"], str | None):
                item.at("reason").refuse(_("An agreed stage needs its reason."))
            if stage is not None and reason:
                yield practice, Agreed(stage, reason)
