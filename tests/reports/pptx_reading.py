"""A deck read back as a reader, a screen reader and a presenter would."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
from pptx import Presentation
from pptx.oxml.ns import qn

from assessments.reports.document import ReportDocument
from assessments.reports.look import OURS, Look
from assessments.reports.renderers.to_pptx import to_pptx


def deck(document: ReportDocument, look: Look = OURS) -> Any:
    """The deck of a document, opened."""
    return Presentation(io.BytesIO(to_pptx(document, look)))


def texts(slide: Any) -> list[str]:
    """Every paragraph on a slide, in groups and tables too, in reading order."""
    return ["".join(run.text or "" for run in each.iter(qn("a:t"))) for each in slide.shapes._spTree.iter(qn("a:p"))]


def notes(slide: Any) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def title_of(slide: Any) -> str:
    """The title of a slide, as it reads: a number is bound to its word by a space of its own."""
    return str(slide.shapes.title.text_frame.text).replace("\xa0", " ")


def titles(presentation: Any) -> list[str]:
    return [title_of(slide) for slide in presentation.slides]


def charts(slide: Any) -> list[Any]:
    """The native charts of a slide, as frames."""
    return [shape for shape in slide.shapes if shape.has_chart]


def tables(slide: Any) -> list[Any]:
    return [shape.table for shape in slide.shapes if shape.has_table]


def book(frame: Any) -> list[tuple[Any, ...]]:
    """The rows of a chart's workbook."""
    blob = frame.chart.part.chart_workbook.xlsx_part.blob
    return list(openpyxl.load_workbook(io.BytesIO(blob)).active.iter_rows(values_only=True))


def slide_of(presentation: Any, finding: str) -> Any:
    """The first slide with this finding as its title."""
    return next(slide for slide in presentation.slides if title_of(slide) == finding)


def shapes(container: Any) -> list[Any]:
    """Every shape of a slide, those within groups too."""
    found = []
    for shape in container.shapes:
        found.append(shape)
        if shape.shape_type == 6:  # a group
            found += shapes(shape)
    return found
