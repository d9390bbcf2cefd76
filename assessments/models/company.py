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


class Company(models.Model):
    """An organisation in a workspace; industry and size may be left open. `deleted_at` hides it until it is purged.

    `customers_at` is when its customers' responses last changed, so that a page can tell without counting them.
    `compared_since` is when it agreed that its scores count in the installation’s benchmark, None where it did not.
    A next round is due `round_months` (6 or 12) after the last. `plan_capacity` is the effort points a lane takes.
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

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="company_code"),
            models.CheckConstraint(condition=models.Q(industry__in=("", *INDUSTRIES)), name="company_industry"),
            models.CheckConstraint(condition=models.Q(size__in=("", *SIZES)), name="company_size"),
        )

    def __str__(self) -> str:
        return self.name
