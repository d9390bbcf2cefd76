"""Icons that a page shows many times: drawn once, and used from there."""

from __future__ import annotations

from functools import cache

from django import template
from django.utils.safestring import SafeString, mark_safe

from .cx import icon

register = template.Library()


@register.simple_tag
@cache
def drawn_signs(*names: str) -> SafeString:
    """The drawings of these icons, out of sight; once on a page, before `sign` uses them."""
    symbols = "".join(f'<symbol id="i-{each}" viewBox="0 0 24 24">{_shapes(each)}</symbol>' for each in names)
    return mark_safe(f'<svg class="visually-hidden" aria-hidden="true">{symbols}</svg>')  # noqa: S308 - drawn by the package, no text of users


@register.simple_tag
@cache
def sign(name: str) -> SafeString:
    """An icon like `icon`, for the price of a line."""
    return mark_safe(f'<svg class="cx-i" aria-hidden="true"><use href="#i-{name}"/></svg>')  # noqa: S308 - no text of users


def _shapes(name: str) -> str:
    return icon(name).partition(">")[2].rpartition("</svg>")[0].strip()
