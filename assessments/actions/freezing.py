"""Freezing an assessment into a milestone: the half of the act that other acts share."""

from __future__ import annotations

from django.db.models import Max

from ..content.schema import LANGUAGES
from ..models import Assessment, Milestone, User
from ..queries.sheets import is_sealed
from ..reports.frozen import digest_of, freeze
from ..results.sources import nameless_rows
from .audit import record


class StillSealed(Exception):
    """Nothing of an anonymous assessment is kept while people still answer: nobody may see anything of it yet."""


def freeze_row(row: Assessment, user: User | None, name: str, *, again: bool = True) -> Milestone:
    """Keep the assessment as it is today; the caller holds its row until the transaction ends.

    The last milestone is given back where it says the same under the same name, so that a button pressed twice keeps
    one; without `again` whatever its name.
    """
    if is_sealed(row):
        raise StillSealed
    about = {
        "code": str(row.code),
        "title": row.title,
        "state": row.state,
        "anonymous": row.anonymous,
        "set": row.practice_set,
    }
    content = freeze(nameless_rows(row, LANGUAGES), about)
    digest, name = digest_of(content), name.strip()
    kept = Milestone.objects.filter(workspace=row.workspace_id, assessment=row)
    last = kept.defer("content").order_by("-number").first()
    if last and last.digest == digest and (last.name == name or not again):
        return last
    number = (kept.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Milestone.objects.create(
        workspace_id=row.workspace_id,
        assessment=row,
        number=number,
        name=name,
        content=content,
        digest=digest,
        created_by=user,
    )
    detail = {"number": number, "name": name, "sha256": digest}
    record("milestone-kept", row, actor=user, detail=detail)
    return made
