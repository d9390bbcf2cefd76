"""Whether documents can be built upon a template: tried once when it comes in, rather than failing for every reader."""

from __future__ import annotations

import logging
from dataclasses import replace

from django.utils.translation import override

from ...queries.style import FILES
from ...reports.build import build
from ...reports.look import OURS
from ...reports.renderers import RENDERERS
from ..report.sample import sample_source

LOG = logging.getLogger(__name__)


def bears(kind: str, content: bytes, language: str) -> bool:
    """Whether the report of an invented company can be made with this checked template, a pptx or docx."""
    with override(language):
        document = build(sample_source(language))
        try:
            RENDERERS[kind].render(document, replace(OURS, **{FILES[kind]: content}))
        except Exception:  # whatever a stranger's file makes our libraries do
            LOG.info("A template was refused: no document can be built upon it.", exc_info=True)
            return False
    return True
