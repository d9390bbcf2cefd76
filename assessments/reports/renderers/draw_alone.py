"""Run by drawing_png.py, by itself: a drawing comes in, its picture goes out; nothing else of the project is loaded.

A small drawing can ask for endless work (patterns of patterns, tiny units), and where the typesetter gives up it takes
its process with it. So this one may use little time and memory.
"""

from __future__ import annotations

import resource
import sys

SHEET = b"""#set page(width: 400pt, height: 160pt, margin: 0pt, fill: none)
#image("drawing.svg", width: 400pt, height: 160pt, fit: "contain")
"""
DOTS = 216.0  # to an inch: 1,200 pixels across
SECONDS, BYTES = 4, 2 << 30  # of work; of memory


def main() -> None:
    """Draw what stands on the standard input, in the empty folder named; what goes wrong ends it with an error."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import typst  # noqa: PLC0415 - within the limits

    made = typst.compile(  # type: ignore[call-overload]  # a folder of files
        {"main": SHEET, "drawing.svg": sys.stdin.buffer.read()},
        root=sys.argv[1],
        font_paths=typst.Fonts(False, False, []),
        ignore_system_fonts=True,
        format="png",
        ppi=DOTS,
    )
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
