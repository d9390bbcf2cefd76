"""What a milestone keeps (`cxmaturity-milestone/1`, docs/formats.md): one JSON text, and what is read from it again.

Made of sources without names (results.nameless_rows), so no erasure ever has to reach into it.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any
from zlib import compress, decompress
from zlib import error as ZlibError

from django.utils.translation import override

from ..content.digest import content_digest
from ..maturity.answers import Answer, AnswerSheet
from .audience import without_owners
from .build import build
from .codec import decode, encode
from .document import ReportDocument
from .renderers.to_json import to_json
from .source import Source
from .words import fixed_words

FORMAT = "cxmaturity-milestone/1"


def freeze(sources: Mapping[str, Source], about: Mapping[str, object]) -> str:
    """The inputs of an assessment and its finished reports by language, as canonical JSON; `about` goes in as it is."""
    source = next(iter(sources.values()))
    sheet, frame = source.sheet, source.framework
    return _written(
        {
            "format": FORMAT,
            "assessment": dict(about),
            "as_of": source.today.isoformat(),
            "framework": {"id": frame.id, "version": frame.version, "digest": content_digest(frame)},
            "scoring_version": source.card.scoring_version,
            "facts": encode(source.facts),
            "people": sheet.people,
            "answers": _answers(sheet),
            "agreed": {key: {"stage": each.stage, "reason": each.reason} for key, each in sheet.agreed.items()},
            "red_flags": sorted(sheet.red_flags),
            "raised": encode(sheet.raised),
            "targets": dict(sheet.targets),
            "reports": {language: _report(without_owners(build(each))) for language, each in sources.items()},
        }
    )


def digest_of(content: str) -> str:
    """The SHA-256 of a content in hexadecimal: that of its downloaded file too."""
    return sha256(content.encode()).hexdigest()


def result_in(content: str, language: str) -> bytes:
    """The result as JSON (`cxmaturity-result/1`), to the byte as it was; KeyError for a language that is not there."""
    return str(_unpacked(content, language)["result"]).encode()


def document_in(content: str, language: str) -> ReportDocument:
    """The document as it was, to be shown and printed again; KeyError for a language that is not there.

    Words that only a later version of the product places are those of that version.
    """
    kept = decode(ReportDocument, _unpacked(content, language)["document"])
    with override(kept.language):
        return replace(kept, words=fixed_words() | dict(kept.words))


def faults_in(content: str) -> list[str]:
    """What of a content does not hold together: a line for each language, with its place; nothing where all does."""
    try:
        reports = json.loads(content)["reports"]
    except (ValueError, KeyError, TypeError):
        return ["content: it is no milestone"]
    return [fault for language in reports for fault in _faults(content, language, reports[language])]


def _faults(content: str, language: str, report: Mapping[str, Any]) -> list[str]:
    try:
        result, document = result_in(content, language), document_in(content, language)
    except (ValueError, KeyError, TypeError, ZlibError) as error:
        return [f"reports.{language}: it cannot be read: {error}"]
    found = sha256(result).hexdigest()
    if found != report.get("result_sha256"):
        return [f"reports.{language}.result: SHA-256 is {found}, and was {report.get('result_sha256')}"]
    return [] if document.language == language else [f"reports.{language}.document: it is in {document.language}"]


def _answers(sheet: AnswerSheet) -> dict[str, Any]:
    """A row for each practice with a place for each person: a stage, a word, or null where nothing was answered."""
    people = sheet.respondents
    practices = sorted({key for each in people for key in each.answers})
    return {
        "groups": [each.group for each in people],
        "practices": {key: [_said(each.answers.get(key)) for each in people] for key in practices},
        "backed": {
            key: [at for at, each in enumerate(people) if key in each.answers and each.answers[key].evidenced]
            for key in practices
        },
    }


def _said(answer: Answer | None) -> int | str | None:
    if answer is None:
        return None
    if answer.stage is not None:
        return answer.stage
    return "dont-know" if answer.dont_know else f"not-applicable:{answer.not_applicable}"


def _report(document: ReportDocument) -> dict[str, str]:
    """The result and the document, packed: their texts would be ten times as long."""
    result = to_json(document)
    packed = compress(_written({"result": result.decode(), "document": encode(document)}).encode(), 9)
    return {"result_sha256": sha256(result).hexdigest(), "packed": b64encode(packed).decode()}


def _unpacked(content: str, language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(decompress(b64decode(json.loads(content)["reports"][language]["packed"])))
    return found


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
