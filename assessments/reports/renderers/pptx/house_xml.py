"""The XML of our own master and layouts: placeholders where they stand on every slide, and how text looks in them."""

from __future__ import annotations

from typing import NamedTuple

from ...charts.tokens import NEUTRALS
from .box import emu

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
FIELDS = {
    "sldNum": '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/>'
    "<a:t>‹#›</a:t></a:fld>",
}


class Holder(NamedTuple):
    """A placeholder of a layout: its name, kind and place in points, and the look of its text."""

    name: str
    kind: str
    idx: int
    box: tuple[float, float, float, float]
    size: float
    colour: str = "tx1"
    align: str = "l"
    anchor: str = "t"
    font: str = "+mn"


FURNITURE = (
    Holder("CX date", "dt", 10, (700, 509, 150, 16), 9, "ink3", "r", "ctr"),
    Holder("CX footer", "ftr", 11, (46, 509, 640, 16), 9, "ink3", "l", "ctr"),
    Holder("CX number", "sldNum", 12, (854, 509, 60, 16), 9, "ink3", "r", "ctr"),
)
TITLE = Holder("CX title", "title", 0, (46, 42, 868, 66), 25, anchor="t", font="+mj")
BODY = Holder("CX body", "body", 1, (46, 150, 868, 346), 14)
FINDING = (
    TITLE,
    Holder("CX topic", "body", 13, (46, 22, 868, 16), 11, "tx2"),
    Holder("CX lead", "body", 14, (46, 110, 868, 36), 13, "ink3"),
    *FURNITURE,
)
COVER = (
    Holder("CX title", "ctrTitle", 0, (64, 196, 470, 128), 40, anchor="b", font="+mj"),
    Holder("CX subtitle", "subTitle", 1, (64, 338, 470, 76), 16, "ink3"),
    Holder("CX topic", "body", 13, (64, 160, 470, 20), 12, "tx2"),
    Holder("CX logo", "pic", 15, (64, 56, 190, 64), 10),
    Holder("CX foot", "body", 16, (64, 462, 470, 40), 11, "ink3", anchor="b"),
)


def tree(holders: tuple[Holder, ...]) -> str:
    """The shapes of a master or layout."""
    shapes = "".join(_shape(number, each) for number, each in enumerate(holders, start=20))
    return f"<p:spTree {SPACES}>{ROOT}{shapes}</p:spTree>"


def _shape(number: int, holder: Holder) -> str:
    x, y, width, height = map(emu, holder.box)
    index = f' idx="{holder.idx}"' if holder.idx else ""
    text = FIELDS.get(holder.kind, f'<a:r><a:rPr lang="en-GB"/><a:t>{holder.name}</a:t></a:r>')
    autofit = "<a:normAutofit/>" if holder.kind in ("title", "body", "ctrTitle") else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{holder.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{holder.kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="{holder.anchor}">{autofit}'
        f"</a:bodyPr><a:lstStyle>{_level(holder)}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _level(holder: Holder) -> str:
    colour = f'<a:srgbClr val="{NEUTRALS["ink-3"].lstrip("#")}"/>'
    if holder.colour != "ink3":
        colour = f'<a:schemeClr val="{holder.colour}"/>'
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{holder.align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(holder.size * 100)}" b="0"><a:solidFill>{colour}</a:solidFill>'
        f'<a:latin typeface="{holder.font}-lt"/><a:ea typeface="{holder.font}-ea"/><a:cs typeface="{holder.font}-cs"/>'
        "</a:defRPr></a:lvl1pPr>"
    )
