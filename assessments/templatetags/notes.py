"""What a consultant wrote on a report, for its pages."""

from __future__ import annotations

from django import template

from assessments.reports.note_text import Block, blocks

register = template.Library()


@register.filter
def note_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a note."""
    return blocks(text)


@register.filter
def note_url(url: str, section: str) -> str:
    """The form of the note on a section, below `url`, or "" where nobody may write."""
    return url and f"{url}{section}/"
