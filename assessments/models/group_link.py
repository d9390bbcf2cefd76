"""The link by which a group joins."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from .assessment import Assessment
from .respondent import GROUPS
from .workspace import Workspace


class GroupLink(models.Model):
    """A link by which people of one group join an assessment themselves; a higher `link_version` revokes it."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="group_links", db_index=False)
    group = models.CharField(max_length=10)
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    link_version = models.PositiveSmallIntegerField(default=1)
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "assessment", "group"), name="group_link_of_group"),
            models.CheckConstraint(condition=Q(group__in=GROUPS), name="group_link_group"),
        )

    def __str__(self) -> str:
        return f"{self.group} of {self.assessment_id}"
