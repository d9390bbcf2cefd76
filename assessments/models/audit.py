"""Who did what, and when."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from .assessment import Assessment
from .company import Company
from .workspace import Workspace


class AuditEntry(models.Model):
    """One act. Entries are only ever added: triggers of the database refuse to change or remove one (migration 0003).

    `actor` is a number without a constraint, so that an account can go and no entry is touched; an actor that is gone
    reads as a former member. `detail` holds what changed, never names or addresses of respondents.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="audit", db_index=False)
    company = models.ForeignKey(Company, models.DO_NOTHING, null=True, db_constraint=False, related_name="+")
    assessment = models.ForeignKey(Assessment, models.DO_NOTHING, null=True, db_constraint=False, related_name="+")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )
    act = models.CharField(max_length=40)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=("workspace", "-id"), name="audit_of_workspace"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("An audit entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("An audit entry is never removed.")
