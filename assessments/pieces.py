"""Pieces of HTML: those that are the same for everyone, rendered once for each language and then kept, and figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from .reports.charts.paint import Figure

Arguments = ParamSpec("Arguments")
Made = TypeVar("Made")


def kept(make: Callable[Arguments, Made]) -> Callable[Arguments, Made]:
    """Make each piece once; while somebody works on the templates, each time."""
    # A piece has three kilobytes at most, and few of all that are possible are ever asked for.
    return make if settings.DEBUG else cast(Callable[Arguments, Made], lru_cache(4096)(make))


def drawn(figure: Figure) -> SafeString:
    """A figure of ours, to stand in a page."""
    return mark_safe(figure.svg)  # noqa: S308 - drawn by our own code, which escapes every text


@kept
def piece(language: str, template: str, **options: str | bool) -> SafeString:
    """What a template says to everyone in the active `language`; it knows its options and nothing else."""
    return render_to_string(template, options)
