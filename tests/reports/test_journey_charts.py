"""The line of feeling and the whole map: what is drawn is what was given, in both paints, with any words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from assessments.content.loader import framework
from assessments.journey.findings import findings
from assessments.journey.reading import read
from assessments.journey.templates import template
from assessments.reports.charts.alone import alone
from assessments.reports.charts.fit import text_width
from assessments.reports.charts.journey import FeelingMark, feeling_line, placed_marks
from assessments.reports.charts.journey_map import fitted
from assessments.reports.charts.paint import PRINT, WEB, Figure, Paint
from assessments.reports.journey_figures import feeling_figure, legend, map_figure, map_svg
from assessments.reports.journey_words import felt, pain_said
from assessments.reports.renderers.journey_png import to_png

HOSTILE = "</title><script>alert(1)</script>\"'&<b onload=x> \x00\x0b\x1b\ufffe ]]> 信任"
WEB_AND_PRINT = pytest.mark.parametrize("paint", [WEB, PRINT], ids=["web", "print"])
ASKED = FeelingMark(1, 100, text="+1.0")
SEEN = FeelingMark(-2, 25, text="−2.0", note="lowest")
GUESSED = FeelingMark(0, None, assumed=True)
BANDS = ((ASKED, None), (SEEN,), (GUESSED, FeelingMark(1.5, None, assumed=True)))


def line(paint: Paint = WEB, words: str = "Words") -> Figure:
    return feeling_line(paint, "f", BANDS, words, f"{words} again", hot=1, names=(words, words, words))


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def dots(figure: Figure) -> list[ElementTree.Element]:
    return list(tree(figure.svg).iter("circle"))


def control_points(figure: Figure) -> list[tuple[float, float]]:
    path = next(each.attrib["d"] for each in tree(figure.svg).iter("path") if "C" in each.attrib["d"])
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_touchpoints_share_the_band_of_their_stage() -> None:
    assert [round(x, 3) for x, _mark in placed_marks(BANDS)] == [8.333, 50, 75, 91.667]


@WEB_AND_PRINT
def test_the_markers_stand_on_their_values_and_the_line_goes_through_them(paint: Paint) -> None:
    figure = line(paint)
    heights = [float(dot.attrib["cy"]) for dot in dots(figure)]
    high, low, middle, better = heights
    assert low - middle == pytest.approx(2 * (middle - high), abs=0.02)
    assert middle - better == pytest.approx(1.5 * (middle - high), abs=0.02)
    ends = control_points(figure)[::3]
    assert [y for _x, y in ends] == pytest.approx(heights, abs=0.01)
    across = [float(dot.attrib["cx"].rstrip("%")) for dot in dots(figure)]
    assert [x for x, _y in ends] == pytest.approx(across, abs=0.01)


def test_assumed_is_hollow_and_more_people_make_a_larger_marker() -> None:
    asked, seen, *guessed = dots(line(PRINT))
    assert asked.attrib["fill"] == asked.attrib["stroke"] != "#FFFFFF"
    assert [dot.attrib["fill"] for dot in guessed] == ["#FFFFFF", "#FFFFFF"]
    assert float(asked.attrib["r"]) > float(seen.attrib["r"])
    groups = [g.attrib["class"] for g in tree(line().svg).iter("g") if "k-emo" in g.attrib["class"].split()]
    assert groups == ["k-emo is-high", "k-emo is-low", "k-emo is-assumed", "k-emo is-high is-assumed"]


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=9))
def test_the_drawn_line_never_overshoots(values: list[float]) -> None:
    figure = feeling_line(WEB, "f", [[FeelingMark(value)] for value in values], "t", "d")
    points = control_points(figure)
    for place in range(0, len(points) - 3, 3):
        start, first, second, end = (y for _x, y in points[place : place + 4])
        assert min(start, end) - 0.011 <= min(first, second)
        assert max(first, second) <= max(start, end) + 0.011


@WEB_AND_PRINT
def test_a_line_of_one_value_or_none_is_no_line(paint: Paint) -> None:
    assert "k-curve" not in feeling_line(WEB, "f", [[GUESSED]], "t", "d").svg
    assert len(dots(feeling_line(paint, "f", [[GUESSED]], "t", "d"))) == 1
    assert dots(feeling_line(paint, "f", [], "t", "d")) == []


def hostile_map() -> Iterator[str]:
    point = {"name": HOSTILE, "emotion": {"value": -2}, "moment_of_truth": "use"}
    point |= {"pains": [{"text": HOSTILE * 3, "severity": 5}], "opportunities": [{"text": HOSTILE}]}
    stages = [{"name": HOSTILE, "aim": HOSTILE, "duration": HOSTILE, "touchpoints": [point] * 3}]
    found = findings(read({"schema": "cx-journey/1", "title": HOSTILE, "stages": stages}))
    yield (map_svg(found, framework(), "en") or b"").decode()
    feeling = feeling_figure(PRINT, "f", found)
    assert feeling is not None
    yield alone(feeling, "zh-hant").decode()


def test_hostile_words_stay_words() -> None:
    drawings = [
        *hostile_map(),
        line(WEB, HOSTILE).svg,
        line(PRINT, HOSTILE).svg,
        alone(line(PRINT, HOSTILE), "en").decode(),
    ]
    for svg in drawings:
        names = {each.tag.rsplit("}")[-1] for each in ElementTree.fromstring(svg.encode()).iter()}
        assert names <= {"svg", "g", "path", "rect", "circle", "line", "text", "title", "desc"}


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
@pytest.mark.parametrize("id", ["online-order", "service-case", "b2b-onboarding"])
def test_every_label_of_a_map_stays_on_its_sheet_and_in_its_column(id: str, language: str) -> None:
    found = findings(template(id, language))
    with override(language):
        figure = map_figure("m", found, framework(), language)
    assert figure is not None
    words = " ".join(label.text for label in figure.labels).replace(" ", "")
    for stage in found.map.stages:
        assert stage.name.replace(" ", "") in words
        for point in stage.touchpoints:
            assert point.name.replace(" ", "") in words
    rows: dict[float, list[tuple[float, float]]] = {}
    for label in figure.labels:
        wide = text_width(label.text, label.size)
        start = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
        assert start >= 0
        assert start + wide <= figure.width
        assert label.size < label.y < figure.height
        rows.setdefault(label.y, []).append((start, start + wide))
    for spans in rows.values():
        for (_start, end), (start, _end) in zip(sorted(spans), sorted(spans)[1:], strict=False):
            assert end <= start


def test_a_map_without_stages_or_values_has_no_figure() -> None:
    empty = findings(read({"schema": "cx-journey/1"}))
    assert (map_svg(empty, framework(), "en"), feeling_figure(PRINT, "f", empty)) == (None, None)
    unfelt = findings(read({"schema": "cx-journey/1", "stages": [{"name": "A", "touchpoints": [{"name": "x"}]}]}))
    assert feeling_figure(WEB, "f", unfelt) is None
    assert b"No feeling is known yet." in (map_svg(unfelt, framework(), "en") or b"")


@given(st.text(alphabet="ab 中。-", max_size=200), st.floats(60, 300), st.integers(1, 5))
def test_words_fit_their_column(text: str, width: float, most: int) -> None:
    lines = fitted(text, width, 14, most)
    assert len(lines) <= most
    assert all(text_width(each.rstrip("。"), 14) <= width for each in lines)
    if not lines or not lines[-1].endswith("…"):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_numbers_in_words() -> None:
    assert [felt(value) for value in (0.84, -1.6, 0, -0.01, 2)] == ["+0.8", "−1.6", "0.0", "0.0", "+2.0"]
    (point,) = read({"schema": "cx-journey/1", "stages": [{"name": "A", "touchpoints": [{
        "name": "x", "emotion": {"value": -1, "n": 1, "basis": "observed"},
        "pains": [{"text": "a", "severity": 3, "frequency": 0.125}, {"text": "b"}]}]}]}).touchpoints()  # fmt: skip
    assert [pain_said(pain) for pain in point.pains] == ["severity 3 of 5, 12.5% of customers", ""]
    assert "−2 very poor to +2" in legend(findings(template("online-order", "en")))


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_the_picture_has_the_chinese_letters_of_the_pdf(language: str) -> None:
    """Within an SVG they came from the first font that has them: thin, and with the signs of another language."""
    with override(language):
        figure = map_figure("map", findings(template("service-case", language)), framework(), language)
    assert figure is not None
    heavy = figure._replace(labels=tuple(each._replace(weight=600) for each in figure.labels))
    shown, strong = (dark(to_png(each, language)) for each in (figure, heavy))
    assert shown > 0.75 * strong


def dark(png: bytes) -> int:
    """How many pixels of a picture are ink."""
    return sum(Image.open(BytesIO(png)).convert("L").histogram()[:140])
