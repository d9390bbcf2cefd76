"""A state of an assessment that is kept for good."""

from __future__ import annotations

import uuid
from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from .assessment import Assessment
from .workspace import Workspace


class Milestone(models.Model):
    """Numbered within its assessment, named, frozen: triggers of the database refuse to change one, and to remove one
    before its company or workspace is deleted (migration 0010).

    `content` is one JSON text (format `cxmaturity-milestone/1`): answers, agreed stages, framework and scoring version
    and the finished results and documents of each language, as they were. `digest` is its SHA-256.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="milestones", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    content = models.TextField()
    digest = models.CharField(max_length=64)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="milestone_code"),
            models.UniqueConstraint(fields=("workspace", "assessment", "number"), name="milestone_number"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A milestone is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("A milestone goes with its company or workspace alone.")
