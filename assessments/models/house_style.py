"""A consultancy’s own look: its logo, colour, cover and templates."""

from __future__ import annotations

from django.db import models

from .assessment import Assessment
from .workspace import Workspace

STYLE_FILES = ("logo", "pptx", "docx")


class HouseStyle(models.Model):
    """How the documents of a workspace look: `accent` is "#rrggbb", "" for ours; `sections` orders and chooses them."""

    workspace = models.OneToOneField(Workspace, models.CASCADE, related_name="house_style")
    name = models.CharField(max_length=200, blank=True)
    accent = models.CharField(max_length=7, blank=True)
    cover_line = models.CharField(max_length=300, blank=True)
    footer = models.CharField(max_length=200, blank=True)
    sections = models.JSONField(default=list, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name or str(self.workspace_id)


class StyleFile(models.Model):
    """A checked file of a house style. `content` is what was made safe, not what was sent."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="style_files", db_index=False)
    kind = models.CharField(max_length=5)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "kind"), name="style_file_kind"),
            models.CheckConstraint(condition=models.Q(kind__in=STYLE_FILES), name="style_file_of_a_kind"),
        )

    def __str__(self) -> str:
        return self.name


class SectionNote(models.Model):
    """What a consultant wrote on a section of one report, beside the generated text; `section` "summary" is the
    executive summary.

    `basis` is the digest of the numbers it was written on: where they have changed since, the text is shown as stale.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="section_notes", db_index=False)
    section = models.CharField(max_length=40)
    language = models.CharField(max_length=10)
    text = models.TextField()
    basis = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("workspace", "assessment", "section", "language"), name="section_note_of_section"
            ),
        )

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.section}"
