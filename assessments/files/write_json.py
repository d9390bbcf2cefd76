"""Answers as JSON, format "cxmaturity-answers/1"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..content.schema import Framework
from ..maturity.answers import Agreed, Answer
from .limits import FORMAT
from .text import clean, name_line
from .value import AnswerFile, Company


def write_json(file: AnswerFile, framework: Framework | None = None) -> bytes:
    """The file as JSON in UTF-8. With `framework`, practices that wait for an answer stand in it as null."""
    asked = [practice.id for practice in framework.asked(file.practice_set)] if framework else []
    tree: dict[str, Any] = {
        "format": FORMAT,
        "framework": file.framework,
        "framework_version": file.framework_version,
        "title": name_line(file.title),
        "company": _company(file.company),
        "date": file.held_on.isoformat(),
        "set": file.practice_set,
        **({"language": file.language} if file.language else {}),
        "respondents": [
            {"name": name_line(each.name), "group": each.group, "answers": _answers(each.answers, asked)}
            for each in file.respondents
        ],
        "red_flags": sorted(file.red_flags),
        "targets": dict(file.targets),
        **({"agreed": _agreed(file.agreed)} if file.agreed else {}),
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def _company(company: Company) -> dict[str, str]:
    parts = {"industry": company.industry, "size": company.size}
    return {"name": name_line(company.name), **{key: value for key, value in parts.items() if value}}


def _agreed(agreed: Mapping[str, Agreed]) -> dict[str, dict[str, Any]]:
    return {key: {"stage": each.stage, "reason": clean(each.reason)} for key, each in agreed.items()}


def _answers(answers: Mapping[str, Answer], asked: list[str]) -> dict[str, Any]:
    """The answers in the order they are asked, those that are not asked last."""
    order = dict.fromkeys((*asked, *answers))
    return {practice: _answer(answers[practice]) if practice in answers else None for practice in order}


def _answer(answer: Answer) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "stage": answer.stage,
        "dont_know": answer.dont_know or None,
        "not_applicable": answer.not_applicable or None,
        "note": clean(answer.note) or None,
        "evidence": clean(answer.evidence) or None,
    }
    return {key: value for key, value in parts.items() if value is not None}
