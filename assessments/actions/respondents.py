"""What the team does with the people who answer: add, change, remove; new links for them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.shortcuts import get_object_or_404

from ..files.limits import RESPONDENTS
from ..models import Answer, Assessment, Respondent, User
from ..queries.respondents import addresses_of
from .audit import record
from .life import NoLonger, locked
from .messages import owe_message

FIXED = {"email", "group", "practice_set", "dimensions"}


class TooMany(Exception):
    """More people than one assessment may have."""


class AddressTaken(Exception):
    """Somebody else of the assessment has this address."""


class HasAnswered(Exception):
    """The person has answered, so this cannot be done any more."""


@dataclass(frozen=True, slots=True)
class Added:
    """How many were added, and the addresses of those who were there already."""

    count: int
    there: tuple[str, ...]


@transaction.atomic
def add_respondents(
    *,
    user: User,
    assessment: Assessment,
    people: Iterable[Mapping[str, str]],
    practice_set: str = "",
    dimensions: Iterable[str] = (),
) -> Added:
    """Add people (name, email, group, language), all with the same part; an address that is there is not doubled.

    Raises NoLonger where the assessment has just been closed.
    """
    if not locked(assessment).is_open:
        raise NoLonger
    known, there, rows = addresses_of(assessment), [], []
    for each in people:
        email = each["email"].strip().lower()
        if email and email in known:
            there.append(email)
            continue
        known.add(email)
        rows.append(
            Respondent(
                workspace_id=assessment.workspace_id,
                assessment=assessment,
                name=each["name"].strip(),
                email=email,
                group=each["group"],
                language=each["language"],
                practice_set=practice_set,
                dimensions=list(dimensions),
            )
        )
    if _count(assessment) + len(rows) > RESPONDENTS:
        raise TooMany
    Respondent.objects.bulk_create(rows)
    if rows:
        record("respondents-added", assessment, actor=user, detail={"count": len(rows)})
    return Added(len(rows), tuple(there))


@transaction.atomic
def update_respondent(
    *,
    user: User,
    assessment: Assessment,
    code: uuid.UUID,
    name: str,
    email: str,
    group: str,
    language: str,
    practice_set: str,
    dimensions: Iterable[str],
) -> None:
    """Change what is known of a person, and what they are asked.

    In an anonymous round nothing but name and language changes once it is collecting: sums before and after would tell
    what somebody said, and so would their personal link, mailed to another address; to refuse it only to those who have
    answered would tell who has. That raises HasAnswered; an address that somebody else has raises AddressTaken. A new
    address makes the personal link of before worthless.
    """
    now = locked(assessment, changing=True)
    row = _locked(assessment, code)
    wanted = {
        "name": name.strip(),
        "email": email.strip().lower(),
        "group": group,
        "language": language,
        "practice_set": practice_set,
        "dimensions": list(dimensions),
    }
    changed = sorted(field for field, value in wanted.items() if getattr(row, field) != value)
    if now.anonymous and FIXED & set(changed) and (now.state != "draft" or _answers(row)):
        raise HasAnswered
    if "email" in changed and wanted["email"] and wanted["email"] in addresses_of(assessment):
        raise AddressTaken
    for field in changed:
        setattr(row, field, wanted[field])
    if "email" in changed:  # whoever has the link of before is not the person of this address
        row.link_version += 1
    row.save(update_fields=[*changed, "link_version"])
    if changed:
        record("respondent-changed", assessment, actor=user, detail={"changed": changed})


@transaction.atomic
def remove_respondent(*, user: User, assessment: Assessment, code: uuid.UUID) -> None:
    """Take out somebody who has not answered; raises HasAnswered for those who have, who can be erased instead.

    In an anonymous round that is collecting, or has, it is raised for everybody: it would tell who has answered.
    """
    now = locked(assessment, changing=True)
    row = _locked(assessment, code)
    if _answers(row) or (now.anonymous and now.state != "draft"):
        raise HasAnswered
    group = row.group
    row.delete()
    record("respondent-removed", assessment, actor=user, detail={"group": group})


@transaction.atomic
def renew_link(*, user: User, assessment: Assessment, code: uuid.UUID) -> bool:
    """Make the personal link of before worthless; the new one is mailed where that can be. Whether it is mailed."""
    row = _locked(assessment, code)
    row.link_version += 1
    row.save(update_fields=["link_version"])
    record("link-renewed", assessment, actor=user, detail={"group": row.group})
    return bool(row.email) and assessment.state == "collecting" and mail_own_link(row)


def mail_own_link(row: Respondent, language: str = "", *, again: str = "") -> bool:
    """Owe somebody their personal link, once for each version of it; `again` names what it is owed for once more."""
    return owe_message(
        kind="own-link",
        key=":".join(filter(None, ("own-link", str(row.code), str(row.link_version), again))),
        workspace_id=row.workspace_id,
        language=spoken_by(row) or language or "en",
        assessment=row.assessment,
        respondent=row,
    )


def spoken_by(row: Respondent) -> str:
    """The language somebody is written in; empty where it is not known."""
    return row.language or (row.user.language if row.user else "")


def _locked(assessment: Assessment, code: uuid.UUID) -> Respondent:
    rows = Respondent.objects.select_for_update(of=("self",)).filter(workspace=assessment.workspace_id)
    return get_object_or_404(rows.select_related("assessment"), assessment=assessment, code=code, erased_at=None)


def _answers(row: Respondent) -> bool:
    return Answer.objects.filter(workspace=row.workspace_id, respondent=row).exists()


def _count(assessment: Assessment) -> int:
    return Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment).count()
