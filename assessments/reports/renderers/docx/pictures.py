"""The charts of a Word document as pictures: set by the same typesetter from the same sources as those of the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..joiner import joiner
from ..pdf.house_logo import png_size
from ..pdf.payload import payload
from ..pdf.typesetting import drawn, written

if TYPE_CHECKING:
    from ...document import ReportDocument
    from ...look import Look

DOTS = 220.0  # to an inch
INCH = 25.4


class Picture(NamedTuple):
    """A picture of `width` millimetres, and what it says to those who cannot see it."""

    name: str
    png: bytes
    width: float
    alt: str


def pictures(document: ReportDocument, look: Look) -> dict[str, Picture]:
    """Every chart of the sections shown, by its name in pdf/pictures.typ, and the pyramid of the cover."""
    told = payload(document, look)
    alts = _alts(document, told["figures"])
    made = drawn("pictures.typ", written(told | {"pictures": list(alts)}), DOTS)
    return {
        name: Picture(name, png, png_size(png)[0] / DOTS * INCH, alt)
        for (name, alt), png in zip(alts.items(), made, strict=True)
    }


def _alts(document: ReportDocument, figures: dict[str, Any]) -> dict[str, str]:
    """The pictures to make, each with what it says."""
    join = joiner(document.language)
    stop = join.stop + join.between
    alts = {"cover": figures["cover"]["alt"]}
    for shown in document.shown:
        name, section = shown.id, shown.section
        if name in ("pyramid", "synergy"):
            alts[name] = figures[name]["alt"]
        elif name in ("trust", "profile") or (name in ("gap", "customers") and section.rows):
            alts[name] = stop.join(each["alt"] for each in figures[name])
        elif name == "journeys":
            drawn = enumerate(figures["journeys"])
            alts |= {f"journey-{place}": each["alt"] for place, each in drawn if each}
        elif name == "roadmap":
            alts |= {f"lane-{place}": each["alt"] for place, each in enumerate(figures["lanes"])}
    return alts
