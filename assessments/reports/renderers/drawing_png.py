"""Somebody’s drawing as a picture, drawn by a process of its own: one that takes too long or too much ends alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

DRAWER = Path(__file__).with_name("draw_alone.py")
SECONDS = 30  # by the clock; the process gives up by itself after fewer of work


def drawing_png(svg: bytes) -> bytes:
    """A PNG with a transparent ground of a checked SVG (files/logo_drawing.py). Raises ValueError for a faulty one."""
    try:
        with TemporaryDirectory() as empty:  # the root: the drawing can reach no file
            done = subprocess.run(  # noqa: S603 - our own file, by our own interpreter
                [sys.executable, "-I", str(DRAWER), empty], input=svg, capture_output=True, timeout=SECONDS, check=True
            )
    except subprocess.SubprocessError as error:
        raise ValueError("the drawing cannot be drawn") from error
    return done.stdout
