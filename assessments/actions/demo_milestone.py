"""What a client of the demo has kept of its round, and the link by which it is shared."""

from __future__ import annotations

from .. import demo
from ..models import Assessment, Company, User
from .freezing import freeze_row
from .share_links import make_share_link


def add_milestone(company: Company, owner: User) -> None:
    """Keep the last round of the client that has answers of its team, and share it; in the demo's own transaction."""
    rounds = Assessment.objects.filter(workspace=company.workspace_id, company=company, anonymous=False)
    row = rounds.exclude(state="draft").order_by("-held_on", "-pk").first()
    if row is None:
        return
    kept = demo.story().kept
    milestone = freeze_row(row, owner, kept.name)
    make_share_link(
        user=owner,
        assessment=row,
        milestone=milestone,
        name=kept.shared_with,
        language=kept.language,
        hidden=("answers",),
        may_download=True,
    )
