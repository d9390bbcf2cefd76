"""What the print paint knows: the light theme as literals. The web paint takes the same values from the theme's CSS.

A dress is written `attribute:value` pairs; a value may name a tone of the level or factor in hand (`$c`), or a neutral
(`@ink`). Keys are class names; `state class` and `figure state class` override, as the CSS selectors do.
"""

from __future__ import annotations

from typing import NamedTuple


class Tone(NamedTuple):
    """The colours of one level or factor. `deep` and `pale` are the blends which the CSS mixes on the fly."""

    c: str
    on: str
    mid: str
    tint: str
    deep: str
    pale: str


TONES = {
    "l1": Tone("#163551", "#FFFFFF", "#97A5B3", "#E3E7EB", "#455D75", "#ACB7C3"),
    "l2": Tone("#054C6A", "#FFFFFF", "#98B0BF", "#E3EAEE", "#45718A", "#ADC0CC"),
    "l3": Tone("#036169", "#FFFFFF", "#9DBABD", "#E5EDEE", "#4B8288", "#B1C8CB"),
    "l4": Tone("#207656", "#FFFFFF", "#A5C4B4", "#E7EFEB", "#589379", "#B7D0C3"),
    "l5": Tone("#677D37", "#FFFFFF", "#BCC7AA", "#EDF0E8", "#869963", "#CAD2BB"),
    "l6": Tone("#C18512", "#0B141A", "#E6CCA7", "#F9F2E8", "#CFA059", "#EBD7B9"),
    "int": Tone("#54479C", "#FFFFFF", "#BFB9DC", "#ECEBF5", "#54479C", "#BFB9DC"),
    "abl": Tone("#7F4290", "#FFFFFF", "#D2BAD9", "#F2EBF3", "#7F4290", "#D2BAD9"),
    "aff": Tone("#A8446F", "#FFFFFF", "#E0BACA", "#F7EBEF", "#A8446F", "#E0BACA"),
    "con": Tone("#6C6070", "#FFFFFF", "#C7C1C9", "#EFEDF0", "#6C6070", "#C7C1C9"),
    "": Tone("#576974", "#FFFFFF", "#B7C3C8", "#EAEFF0", "#576974", "#B7C3C8"),
}

NEUTRALS = {
    "paper": "#FFFFFF",
    "canvas": "#F4F7F7",
    "sunken": "#EAEFF0",
    "ink": "#13232E",
    "ink-2": "#3B4D59",
    "ink-3": "#576974",
    "line": "#DCE4E6",
    "line-2": "#B7C3C8",
    "control": "#7A8A94",
    "accent-tint": "#E3EFF0",
    "good": "#17693F",
    "bad": "#A8322A",
    "warn": "#8A5200",
    "warn-tint": "#FDF3E0",
    "accent": "#0B5563",
}

DRESS = {
    "k-fill": "fill:$c",
    "k-mid": "fill:$mid",
    "k-tint": "fill:$tint",
    "k-on": "fill:$on",
    "k-on-fill": "fill:$on",
    "k-ink": "fill:@ink",
    "k-halo": "stroke:@paper stroke-width:1.5 paint-order:stroke",
    "k-hair": "stroke:@line stroke-width:1",
    "k-grid": "stroke:@line stroke-width:.75",
    "k-grid-strong": "stroke:@ink-3 stroke-width:.75 stroke-dasharray:1.5,2.25",
    "k-base": "stroke:@line-2 stroke-width:.75",
    "k-range": "stroke:$mid stroke-width:6",
    "k-trail": "stroke:$c stroke-width:1.5",
    "k-prev": "fill:@paper stroke:@ink-3 stroke-width:1.15",
    "k-ring": "fill:@paper stroke:@ink stroke-width:1.75",
    "k-orbit": "fill:none stroke:@ink stroke-width:1.5",
    "k-gap": "stroke:@ink-3 stroke-width:1.75",
    "k-thresh": "stroke:@paper stroke-width:2.25",
    "k-void": "fill:none stroke:@control stroke-width:.75 stroke-dasharray:3,2.5",
    "k-cell": "fill:@sunken",
    "k-swing-low": "fill:@accent",
    "k-swing-high": "fill:@paper stroke:@accent stroke-width:1",
    "k-swing-base": "stroke:@ink stroke-width:1",
    "k-med": "stroke:@ink stroke-width:2",
    "k-plane": "fill:@canvas stroke:@line",
    "k-plane-hi": "fill:@accent-tint",
    "k-cross": "stroke:@line-2 stroke-width:1",
    "k-tick": "stroke:@line-2 stroke-width:.75 fill:none",
    "k-ci": "stroke:@ink-2 stroke-width:2.25",
    "k-cicap": "stroke:@ink-2 stroke-width:1.5 fill:none",
    "k-median": "stroke:@ink stroke-width:1.5 fill:none",
    "k-band": "fill:@accent-tint",
    "k-trend": "fill:none stroke:@accent stroke-width:1.5 stroke-linejoin:round",
    "k-spot": "fill:@paper stroke:@accent stroke-width:1.5",
    "cx-layer-track": "fill:@sunken",
    "is-attained cx-layer-track": "fill:$c",
    "cx-pyr-fig is-attained cx-layer-track": "fill:$deep",
    "is-attained cx-layer-fill": "fill:$c",
    "is-next cx-layer-track": "fill:$tint",
    "is-next cx-layer-fill": "fill:$mid",
    "is-next cx-layer-edge": "fill:none stroke:$c stroke-width:3",
    "cx-pyr-fig is-beyond cx-layer-track": "fill:$tint",
    "is-beyond cx-layer-fill": "fill:$pale",
    "is-unrated cx-layer-track": "fill:none",
    "is-unrated cx-layer-edge": "fill:none stroke:@control stroke-width:1.25 stroke-dasharray:5,4",
    "is-next is-unrated cx-layer-track": "fill:none",
    "is-next is-unrated cx-layer-edge": "fill:none stroke:$c stroke-width:3 stroke-dasharray:7,5",
    "cx-glyph is-next cx-layer-track": "fill:@paper",
    "cx-glyph is-next cx-layer-edge": "fill:none stroke:$c stroke-width:1.4",
    "cx-glyph is-beyond cx-layer-track": "fill:@line",
    "cx-glyph is-unrated cx-layer-edge": "fill:none stroke:@line-2 stroke-width:.9",
    "k-curve": "fill:none stroke:@ink-2 stroke-width:2",
    "k-hot": "fill:@warn-tint",
    "k-emo-dot": "fill:@ink stroke:@ink stroke-width:2",
    "is-high k-emo-dot": "fill:@good stroke:@good stroke-width:2",
    "is-low k-emo-dot": "fill:@bad stroke:@bad stroke-width:2",
    "is-assumed k-emo-dot": "fill:@paper stroke:@ink stroke-width:2",
    "is-high is-assumed k-emo-dot": "fill:@paper stroke:@good stroke-width:2",
    "is-low is-assumed k-emo-dot": "fill:@paper stroke:@bad stroke-width:2",
    "k-emo-sign": "fill:none stroke:@paper stroke-width:2",
    "is-assumed k-emo-sign": "fill:none stroke:@ink stroke-width:2",
    "is-high is-assumed k-emo-sign": "fill:none stroke:@good stroke-width:2",
    "is-low is-assumed k-emo-sign": "fill:none stroke:@bad stroke-width:2",
    "k-page": "fill:@paper",
    "k-rule": "stroke:@ink stroke-width:2",
    "cx-ray": "stroke:@paper stroke-width:2.5",
}

LETTERING = {  # size in user units, weight, colour: what the theme says of the same class on a wide screen
    "cx-layer-no": (15.0, 600, "@ink"),
    "is-attained cx-layer-no": (15.0, 600, "$on"),
    "is-beyond cx-layer-no": (15.0, 600, "@ink-2"),
    "is-unrated cx-layer-no": (15.0, 600, "@ink-3"),
    "is-next is-unrated cx-layer-no": (15.0, 600, "@ink-3"),
    "cx-mark cx-mark-no": (13.0, 650, "$on"),
    "k-name": (14.0, 400, "@ink-2"),
    "k-num": (18.0, 600, "@ink"),
    "k-none": (13.0, 400, "@ink-3"),
    "cx-row-svg k-none": (8.5, 400, "@ink-3"),
    "k-axis": (9.0, 400, "@ink-3"),
    "k-axis is-strong": (9.0, 600, "@ink"),
    "cx-quad k-axis": (12.0, 400, "@ink-3"),
    "cx-quad k-axis is-strong": (12.0, 600, "@ink"),
    "cx-trend k-axis": (12.0, 400, "@ink-3"),
    "cx-quad k-numeral": (14.0, 600, "@ink"),
    "cx-trend k-numeral": (13.0, 600, "@ink"),
    "k-axislab": (13.0, 550, "@ink-2"),
    "k-quadname": (13.0, 400, "@ink-3"),
    "k-emo-value": (14.0, 600, "@ink"),
    "is-low k-emo-value": (14.0, 600, "@bad"),
    "is-low is-assumed k-emo-value": (14.0, 600, "@bad"),
    "k-emo-note": (12.0, 400, "@ink-3"),
    "k-map-title": (28.0, 600, "@ink"),
    "k-map-stage": (17.0, 600, "@ink"),
    "k-map-head": (13.0, 600, "@ink-3"),
    "k-map-small": (13.0, 400, "@ink-3"),
    "k-map-text": (14.0, 400, "@ink-2"),
    "k-map-strong": (14.0, 600, "@ink"),
    "k-map-bad": (14.0, 600, "@bad"),
    "k-map-warn": (14.0, 600, "@warn"),
}
