"""The charts: area is score, nothing is computed, nothing leaks from hostile words, both paints draw the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from assessments.reports.charts.paint import PRINT, WEB, Figure, Paint
from assessments.reports.charts.pyramid import glyph, pyramid
from assessments.reports.charts.quadrant import quadrant
from assessments.reports.charts.rows import axis, bar_row, dot_row, dumbbell_row
from assessments.reports.charts.shapes import FACTORS, layer_state

Points = list[tuple[float, float]]

SCORES = (84.0, 72.0, 51.0, 46.0, 28.0, 33.0)
TRUST = (74.0, 66.0, None, 20.0)
HOSTILE = "</title><script>alert(1)</script>\"'&<b onload=x> \x00\x0b\x1b\ud800\ufffe ]]> 信任"
WEB_AND_PRINT = pytest.mark.parametrize("paint", [WEB, PRINT], ids=["web", "print"])


def a_pyramid(paint: Paint = WEB, words: str = "Words", **changes: object) -> Figure:
    given: dict[str, object] = {
        "scores": SCORES,
        "achieved": 3,
        "gate": 50,
        "title": words,
        "desc": f"{words} again",
        "trust": TRUST,
        "trust_names": [words] * 4,
        "trust_texts": [words] * 4,
        "unrated_label": words,
    }
    return pyramid(paint, "p", **{**given, **changes})  # type: ignore[arg-type]


def a_quadrant(paint: Paint = WEB, words: str = "Words", experience: float | None = 52) -> Figure:
    return quadrant(
        paint, "q", experience, 39, [words] * 4, words, f"{words} again", words, words, 50, 50, unrated_label=words
    )


FIGURES: dict[str, Callable[[Paint, str], Figure]] = {
    "pyramid": lambda paint, words: a_pyramid(paint, words, scores=(84, None, 51, 46, 28, None), achieved=1),
    "glyph": lambda paint, words: glyph(paint, "g", 2, words, words),
    "glyph of nothing": lambda paint, words: glyph(paint, "g", -1, words, words),
    "dot": lambda paint, words: dot_row(paint, "d", "l3", 51, 43, 59, 40, words),
    "dot unrated": lambda paint, words: dot_row(paint, "d", "int", None, None, None, None, words, unrated_label=words),
    "bar": lambda paint, words: bar_row(paint, "b", "abl", 66, words),
    "bar unrated": lambda paint, words: bar_row(paint, "b", "abl", None, words, unrated_label=words),
    "dumbbell": lambda paint, words: dumbbell_row(paint, "u", "aff", 40, 70, words),
    "dumbbell of three": lambda paint, words: dumbbell_row(paint, "u", "aff", 40, 70, words, middle=55),
    "dumbbell unrated": lambda paint, words: dumbbell_row(paint, "u", "con", None, None, words),
    "quadrant": lambda paint, words: a_quadrant(paint, words),
    "quadrant unrated": lambda paint, words: a_quadrant(paint, words, experience=None),
}
EVERY_FIGURE = pytest.mark.parametrize("draw", FIGURES.values(), ids=FIGURES.keys())


def tree(svg: str) -> ElementTree.Element:
    """The parsed drawing, without namespaces."""
    return ElementTree.fromstring(svg.replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def points_of(polygon: ElementTree.Element) -> Points:
    pairs = (pair.split(",") for pair in polygon.attrib["points"].split())
    return [(float(x), float(y)) for x, y in pairs]


def area(points: Points) -> float:
    """By the shoelace formula."""
    around = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in around)) / 2


def layers(figure: Figure) -> list[dict[str, ElementTree.Element]]:
    """The parts of the six layers of a web pyramid, base first, each by its class."""
    groups = [g for g in tree(figure.svg).iter("g") if "cx-layer" in g.attrib.get("class", "").split()]
    return [{part.attrib["class"]: part for part in g} for g in groups]


def states(figure: Figure) -> list[str]:
    groups = [g.attrib["class"] for g in tree(figure.svg).iter("g") if "cx-layer" in g.attrib.get("class", "").split()]
    return [" ".join(name for name in classes.split() if name.startswith("is-")) for classes in groups]


# ---------------------------------------------------------------- area is score
@pytest.mark.parametrize("score", [0.5, 1, 28, 50, 50.4, 72, 99.5, 100])
def test_the_filled_area_of_every_layer_is_its_share_of_the_layer(score: float) -> None:
    for parts in layers(a_pyramid(scores=(score,) * 6, achieved=0)):
        whole, filled = area(points_of(parts["cx-layer-track"])), area(points_of(parts["cx-layer-fill"]))
        assert whole > 1000
        assert filled / whole == pytest.approx(score / 100, rel=0.01)


def test_the_fill_of_a_layer_begins_at_its_left_edge_and_ends_on_a_ray_from_the_tip() -> None:
    tip_x, tip_y = points_of(layers(a_pyramid())[5]["cx-layer-track"])[0]
    track, fill = (points_of(layers(a_pyramid())[1][part]) for part in ("cx-layer-track", "cx-layer-fill"))
    assert (fill[0], fill[3]) == (track[0], track[3])
    (upper_x, upper_y), (lower_x, lower_y) = fill[1], fill[2]
    assert (upper_x - tip_x) / (upper_y - tip_y) == pytest.approx((lower_x - tip_x) / (lower_y - tip_y), abs=1e-3)


def test_print_draws_the_same_polygons_as_the_web() -> None:
    web, paper = (
        [polygon.attrib["points"] for polygon in tree(a_pyramid(paint).svg).iter("polygon")] for paint in (WEB, PRINT)
    )
    assert web == paper
    assert len(web) == 6 + 6 + 1  # tracks, fills, the edge of the next


def test_a_score_of_nought_fills_nothing_and_one_beyond_the_scale_fills_the_layer() -> None:
    nought, beyond = layers(a_pyramid(scores=(0, 140, 0, 0, 0, 0), achieved=0))[:2]
    assert "cx-layer-fill" not in nought
    assert points_of(beyond["cx-layer-fill"]) == points_of(beyond["cx-layer-track"])


def test_a_score_that_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not a number"):
        a_pyramid(scores=(float("nan"), 1, 1, 1, 1, 1))


@pytest.mark.parametrize("gate", [50, 60, 85])
def test_the_cut_runs_from_the_tip_to_the_gate_on_the_base(gate: float) -> None:
    figure = a_pyramid(gate=gate)
    ray = next(line for line in tree(figure.svg).iter("line") if line.attrib["class"] == "cx-ray")
    base = points_of(layers(figure)[0]["cx-layer-track"])
    right, left = base[2], base[3]
    assert float(ray.attrib["y1"]) == points_of(layers(figure)[5]["cx-layer-track"])[0][1]
    assert float(ray.attrib["y2"]) == left[1]
    assert float(ray.attrib["x2"]) == pytest.approx(left[0] + gate / 100 * (right[0] - left[0]))


# ---------------------------------------------------------------- states are handed in
@pytest.mark.parametrize(
    ("achieved", "expected"),
    [
        (-1, ["is-unrated"] * 6),
        (0, ["is-next"] + ["is-beyond"] * 5),
        (3, ["is-attained"] * 3 + ["is-next"] + ["is-beyond"] * 2),
        (6, ["is-attained"] * 6),
    ],
)
def test_layers_stand_as_the_caller_says_whatever_the_scores(achieved: int, expected: list[str]) -> None:
    assert states(glyph(WEB, "g", achieved, "Words")) == expected
    for scores in (SCORES, SCORES[::-1]):
        assert states(a_pyramid(scores=scores, achieved=achieved)) == expected


@pytest.mark.parametrize(("achieved", "outlined"), [(0, [1]), (3, [4]), (6, [])])
def test_only_the_next_level_is_outlined(achieved: int, outlined: list[int]) -> None:
    drawn = layers(a_pyramid(achieved=achieved))
    assert [level for level, parts in enumerate(drawn, start=1) if "cx-layer-edge" in parts] == outlined


def test_unrated_layers_are_empty_outlines_with_the_words_handed_in() -> None:
    figure = a_pyramid(scores=(84, None, 51, 46, 28, None), achieved=1, unrated_label="未评")
    drawn = layers(figure)
    assert states(figure)[1] == "is-next is-unrated"
    assert states(figure)[5] == layer_state(6, 1, rated=False) == "is-unrated"
    assert [("cx-layer-fill" in parts, "cx-layer-edge" in parts) for parts in (drawn[0], drawn[1], drawn[5])] == [
        (True, False),
        (False, True),
        (False, True),
    ]
    assert [text.text for text in tree(figure.svg).iter("text")].count("未评") == 2


def test_unrated_rows_have_a_dashed_track_the_words_and_no_mark() -> None:
    for name, said in (("dot unrated", ["Not rated"]), ("bar unrated", ["Not rated"]), ("dumbbell unrated", [])):
        drawn = tree(FIGURES[name](WEB, "Not rated").svg)
        classes = [part.attrib["class"] for part in drawn.iter() if "class" in part.attrib]
        assert any("is-unrated" in each.split() for each in classes), name
        assert "k-void" in classes, name
        assert not {"k-fill", "k-fill k-halo", "k-range"} & set(classes), name
        assert [text.text for text in drawn.iter("text")] == said, name


def test_an_unrated_stone_is_empty_and_its_neighbours_are_not() -> None:
    stones = [g for g in tree(a_pyramid().svg).iter("g") if "cx-stone" in g.attrib.get("class", "").split()]
    filled = [any(rect.attrib.get("class") == "k-fill" for rect in stone.iter("rect")) for stone in stones]
    assert [re.findall("tf-[a-z]+", stone.attrib["class"])[0] for stone in stones] == [f"tf-{key}" for key in FACTORS]
    assert sum("is-unrated" in stone.attrib["class"].split() for stone in stones) == 1
    assert filled == [True, True, False, True]
    assert [rect.attrib["class"] for rect in stones[2].iter("rect")] == ["k-void"]


def test_a_quadrant_places_its_dot_by_both_scores_and_has_none_without() -> None:
    def dots(experience: float | None) -> list[dict[str, str]]:
        return [dot.attrib for dot in tree(a_quadrant(experience=experience).svg).iter("circle")]

    left, right = dots(20)[0], dots(80)[0]
    assert float(left["cx"]) < float(right["cx"])
    assert left["cy"] == right["cy"]
    assert dots(None) == []


def test_each_line_of_a_quadrant_stands_where_its_own_score_begins_to_count() -> None:
    figure = quadrant(WEB, "q", 40, 70, ["a", "b", "c", "d"], "t", "d", "x", "y", 40, 70)
    dot = next(tree(figure.svg).iter("circle")).attrib
    lines = [line.attrib for line in tree(figure.svg).iter("line") if line.attrib["class"] == "k-cross"]
    assert [line["x1"] for line in lines if line["x1"] == line["x2"]] == [dot["cx"]]
    assert [line["y1"] for line in lines if line["y1"] == line["y2"]] == [dot["cy"]]


def test_a_name_gives_way_to_the_dot() -> None:
    def height_of_first_name(experience: float, trust: float) -> float:
        figure = quadrant(PRINT, "q", experience, trust, ["Corner", "b", "c", "d"], "t", "d", "x", "y", 50, 50)
        return next(label.y for label in figure.labels if label.text == "Corner")

    assert height_of_first_name(2, 98) > height_of_first_name(60, 40) + 80


def test_the_dot_the_range_and_the_evidence_stand_at_their_scores() -> None:
    drawn = tree(dot_row(WEB, "d", "l3", 51, 43, 59, 40.5, "Words").svg)
    places = {g[0].attrib["class"]: g.attrib["x"] for g in drawn.iter("svg") if "x" in g.attrib}
    band = next(line for line in drawn.iter("line") if line.attrib["class"] == "k-range")
    assert places == {"k-fill k-halo": "51%", "k-prev": "40.5%"}
    assert (band.attrib["x1"], band.attrib["x2"]) == ("43%", "59%")


@WEB_AND_PRINT
def test_the_gate_has_its_line_and_its_number(paint: Paint) -> None:
    figure = axis(gate=60, paint=paint)
    if paint.web:
        strong = [text.text for text in tree(figure.svg).iter("text") if "is-strong" in text.attrib["class"].split()]
    else:
        strong = [label.text for label in figure.labels if label.weight == 600]
    assert strong == ["60"]
    web_row = tree(dot_row(WEB, "d", "l3", 51, None, None, None, "Words", 60).svg)
    assert [line.attrib["x1"] for line in web_row.iter("line") if line.attrib["class"] == "k-grid-strong"] == ["60%"]


def test_a_third_group_is_an_open_diamond_of_its_own() -> None:
    row = tree(dumbbell_row(WEB, "u", "aff", 40, 70, "Words", middle=55).svg)
    places = [part.attrib["x"] for part in row.iter("svg") if "x" in part.attrib]
    assert sorted(places) == ["40%", "55%", "70%"]
    assert any(part.attrib.get("class") == "k-prev" for part in row.iter())


def test_an_axis_may_count_in_stages() -> None:
    assert [text.text for text in tree(axis(per=25).svg).iter("text")] == ["0", "1", "2", "3", "4"]


def test_two_groups_that_coincide_stay_both_visible() -> None:
    def drawn(first: float, second: float) -> list[str]:
        row = tree(dumbbell_row(WEB, "u", "aff", first, second, "Words").svg)
        return [g[0].attrib["class"] for g in row.iter("svg") if "x" in g.attrib]

    assert drawn(40, 70) == ["k-ring", "k-fill k-halo"]
    assert drawn(40, 40) == ["k-fill k-halo", "k-orbit"]


# ---------------------------------------------------------------- both paints
@EVERY_FIGURE
def test_the_web_paint_has_classes_only(draw: Callable[[Paint, str], Figure]) -> None:
    svg = draw(WEB, "Words").svg
    assert not re.search(r"#[0-9a-fA-F]{3}", svg)
    assert not re.search(r"\b(style|fill|stroke|stroke-width|font-size|opacity)=", svg)
    assert 'class="' in svg
    assert draw(WEB, "Words").labels == ()


@EVERY_FIGURE
def test_the_print_paint_has_literals_and_leaves_text_to_the_typesetter(draw: Callable[[Paint, str], Figure]) -> None:
    figure = draw(PRINT, "Words")
    assert "<text" not in figure.svg
    assert "class=" not in figure.svg
    assert "var(" not in figure.svg
    assert "%" not in figure.svg
    assert re.search(r'(fill|stroke)="#[0-9A-F]{6}"', figure.svg)
    dressed = [part for part in tree(figure.svg).iter() if part.tag in ("polygon", "rect", "line")]
    inside = [part for group in tree(figure.svg).iter("g") if group.attrib.get("fill") for part in group]
    bare = [part.attrib for part in dressed if not {"fill", "stroke"} & part.attrib.keys()]
    assert [attributes for attributes in bare if attributes not in [part.attrib for part in inside]] == []


def test_print_labels_lie_within_the_figure_and_say_what_the_web_says() -> None:
    for name, draw in FIGURES.items():
        figure = draw(PRINT, "Words")
        said = sorted(text.text or "" for text in tree(draw(WEB, "Words").svg).iter("text"))
        assert sorted(label.text for label in figure.labels) == said, name
        for label in figure.labels:
            assert 0 <= label.x <= figure.width, name
            assert 0 < label.y <= figure.height, name
            assert re.fullmatch("#[0-9A-F]{6}", label.fill), name
            assert label.size >= 8, name


@WEB_AND_PRINT
@EVERY_FIGURE
def test_every_figure_is_an_image_with_a_title_and_what_describes_it(
    draw: Callable[[Paint, str], Figure], paint: Paint
) -> None:
    figure = draw(paint, "A finding")
    root = tree(figure.svg)
    named = {part.attrib["id"]: part.text for part in root if part.tag in ("title", "desc")}
    assert root.attrib["role"] == "img"
    assert list(named) == root.attrib["aria-labelledby"].split()
    assert [part.tag for part in root][: len(named)] == ["title", "desc"][: len(named)]
    assert list(named.values()) == [figure.title, *filter(None, [figure.desc])]
    assert figure.title == "A finding"


@WEB_AND_PRINT
@EVERY_FIGURE
def test_hostile_words_stay_words(draw: Callable[[Paint, str], Figure], paint: Paint) -> None:
    figure, plain = draw(paint, HOSTILE), draw(paint, "Words")
    root = tree(figure.svg)
    kept = HOSTILE.translate(dict.fromkeys(map(ord, "\x00\x0b\x1b\ud800\ufffe")))
    assert root.findtext("title") == kept
    assert {part.tag for part in root.iter()} == {part.tag for part in tree(plain.svg).iter()}
    assert all(not name.startswith("on") for part in root.iter() for name in part.attrib)
    figure.svg.encode()
    for label in figure.labels:
        label.text.encode()


@WEB_AND_PRINT
@EVERY_FIGURE
def test_the_same_input_gives_the_same_drawing(draw: Callable[[Paint, str], Figure], paint: Paint) -> None:
    assert draw(paint, "Words") == draw(paint, "Words")


def test_ids_come_from_the_caller_and_must_be_usable() -> None:
    assert re.findall(r'id="([^"]+)"', glyph(WEB, "client-7", 2, "Words", "More").svg) == ["client-7-t", "client-7-d"]
    for bad in ("", "two words", 'a"b', "名"):
        with pytest.raises(ValueError, match="id"):
            glyph(WEB, bad, 2, "Words")


def test_too_few_or_too_many_values_are_refused() -> None:
    for wrong in ({"scores": SCORES[:5]}, {"trust": (1, 2, 3)}):
        with pytest.raises(ValueError, match="six levels"):
            a_pyramid(**wrong)
    with pytest.raises(ValueError, match="four fields"):
        quadrant(WEB, "q", 1, 1, ["a"], "t", "d", "x", "y", 50, 50)
