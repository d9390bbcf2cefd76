"""A phone in a workshop."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from .respondent import GROUPS
from .workshop import Workshop
from .workspace import Workspace


class Seat(models.Model):
    """One phone in the room, in a group; nothing else is known of it."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="seats")
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    group = models.CharField(max_length=10)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(group__in=GROUPS), name="seat_group"),)

    def __str__(self) -> str:
        return str(self.code)
