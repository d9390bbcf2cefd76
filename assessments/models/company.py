"""The organisation that is assessed."""

from __future__ import annotations

import uuid

from django.db import models

from .workspace import Workspace

INDUSTRIES = (
    "retail",
    "finance",
    "hospitality",
    "health",
    "telecom",
    "technology",
    "manufacturing",
    "logistics",
    "public",
    "education",
    "utilities",
    "services",
    "other",
)
SIZES = ("1-9", "10-49", "50-249", "250-999", "1000+")
THERE, GONE = models.Q(deleted_at=None), models.Q(deleted_at__isnull=False)


def _sorted_by(column: str, *then: str) -> models.Index:
    """An index that holds the companies of a workspace in the order of one column of the portfolio.

    Where thousands may share a value, what they are sorted by `then` is in it as well.
    """
    name = f"company_by_{column.removeprefix('-').removeprefix('last_')}"
    return models.Index(fields=("workspace", column, *then, "id"), condition=THERE, name="_".join((name, *then)))


class Company(models.Model):
    """An organisation in a workspace; industry and size may be left open. `deleted_at` hides it until it is purged.

    `customers_at` is when its customers' responses last changed, so that a page can tell without counting them.
    `compared_since` is when it agreed that its scores count in the installation’s benchmark, None where it did not.
    A next round is due `round_months` (6 or 12) after the last. `plan_capacity` is the effort points a lane takes,
    `currency` what its money is called ("EUR"), empty where nobody has said.

    From `last_on` to `counted_at` it is a cache, by which thousands are sorted and filtered (actions/standings.py): the
    latest round, the figures of the last one that has any, points of experience since the one before, whether anything
    has visibly `dropped`, and the next date. `counted_at` is None where something has changed since it was counted.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="companies", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    industry = models.CharField(max_length=20, blank=True)
    size = models.CharField(max_length=10, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    customers_at = models.DateTimeField(null=True, blank=True)
    compared_since = models.DateTimeField(null=True, blank=True)
    round_months = models.PositiveSmallIntegerField(null=True, blank=True)
    round_reminded_on = models.DateField(null=True, blank=True)
    plan_capacity = models.PositiveSmallIntegerField(default=8)
    currency = models.CharField(max_length=12, blank=True, default="")
    last_on = models.DateField(null=True, blank=True)
    last_state = models.CharField(max_length=10, blank=True, default="")
    last_level = models.PositiveSmallIntegerField(null=True, blank=True)
    last_experience = models.FloatField(null=True, blank=True)
    last_trust = models.FloatField(null=True, blank=True)
    last_change = models.FloatField(null=True, blank=True)
    dropped = models.BooleanField(default=False)
    next_on = models.DateField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="company_code"),
            models.CheckConstraint(condition=models.Q(industry__in=("", *INDUSTRIES)), name="company_industry"),
            models.CheckConstraint(condition=models.Q(size__in=("", *SIZES)), name="company_size"),
        )
        indexes = (
            *(_sorted_by(column) for column in ("name", "-last_on", "-last_trust", "next_on")),
            *(_sorted_by(column, "name") for column in ("-last_level", "-last_change")),
            models.Index(  # with the name, so that a search is counted without reading any row
                fields=("workspace", "last_state", "next_on", "dropped", "name"),
                condition=THERE,
                name="company_by_state_name",
            ),
            models.Index(fields=("workspace", "deleted_at"), condition=GONE, name="company_deleted"),
            models.Index(fields=("workspace", "counted_at"), condition=THERE, name="company_to_count"),
            *(
                models.Index(
                    fields=("workspace", column, "last_level", "counted_at"),
                    condition=THERE,
                    name=f"company_in_{column}",
                )
                for column in ("industry", "size")
            ),
        )

    def __str__(self) -> str:
        return self.name
