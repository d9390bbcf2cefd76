"""A customer who was erased, known by a digest alone, so that no file brings them back."""

from __future__ import annotations

from django.db import models

from .company import Company
from .workspace import Workspace


class ErasedCustomer(models.Model):
    """Rows of files that are this customer's answers up to `erased_on` are left out; what they say later is new."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="+", db_index=False)
    customer = models.CharField(max_length=64)
    erased_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "company", "customer"), name="erased_customer_of_company"),
        )

    def __str__(self) -> str:
        return self.customer[:8]
