"""What the team does with the links by which groups join: open, close, renew."""

from __future__ import annotations

from django.db import transaction

from ..models import Assessment, GroupLink, User
from .audit import record


@transaction.atomic
def open_group_link(*, user: User, assessment: Assessment, group: str) -> None:
    """Let people of a group join by its link, a new one or that of before."""
    _link(user, assessment, group, "group-link-opened", is_open=True)


@transaction.atomic
def close_group_link(*, user: User, assessment: Assessment, group: str) -> None:
    """Let nobody join any more; who has joined goes on."""
    _link(user, assessment, group, "group-link-closed", is_open=False)


@transaction.atomic
def renew_group_link(*, user: User, assessment: Assessment, group: str) -> None:
    """Make the link of before worthless, and open a new one."""
    row = _link(user, assessment, group, "group-link-renewed", is_open=True)
    row.link_version += 1
    row.save(update_fields=["link_version"])


def _link(user: User, assessment: Assessment, group: str, act: str, *, is_open: bool) -> GroupLink:
    row, _new = GroupLink.objects.select_for_update().update_or_create(
        workspace_id=assessment.workspace_id, assessment=assessment, group=group, defaults={"is_open": is_open}
    )
    record(act, assessment, actor=user, detail={"group": group})
    return row
