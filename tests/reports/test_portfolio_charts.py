"""The small figures of the portfolio and the benchmark: whole scale, own shape, words that are escaped."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from assessments.reports.charts import catalogue as charts

SVG = "{http://www.w3.org/2000/svg}"


def parsed(figure):
    return ElementTree.fromstring(figure.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_the_line_over_time_uses_the_whole_scale():
    svg = parsed(charts.spark(charts.WEB, "s", [0, 100, 50], "Experience: 0, 100, 50"))
    assert svg.find(f"{SVG}polyline").get("points") == "5,35 52,5 99,20"
    assert svg.find(f"{SVG}circle").get("cy") == "20"
    assert svg.find(f"{SVG}title").text == "Experience: 0, 100, 50"


def test_one_round_has_no_line():
    with pytest.raises(ValueError, match="two scores"):
        charts.spark(charts.WEB, "s", [50], "Experience: 50")


@pytest.mark.parametrize(("key", "own"), [("l3", "k-fill k-halo"), ("aff", "k-fill k-halo"), ("", "k-ink k-halo")])
def test_a_score_stands_before_the_band_of_the_others_with_their_median(key, own):
    figure = charts.benchmark_row(
        charts.WEB, "b", key, 70.0, "Own 70 & others <40–60>", median=50.0, band=(40.0, 60.0), references=(61.0,)
    )
    roles = re.findall(r'class="(k-quart|k-median|k-refer|k-fill k-halo|k-ink k-halo)"', figure.svg)
    assert roles == ["k-quart", "k-median", "k-refer", own]
    assert 'x1="40%"' in figure.svg and 'x2="60%"' in figure.svg
    assert "&lt;40–60&gt;" in figure.svg


def test_nothing_is_drawn_of_what_is_hidden_or_not_rated():
    figure = charts.benchmark_row(charts.WEB, "b", "l1", None, "Not rated")
    assert not re.search("k-quart|k-median|k-refer|k-fill", figure.svg)
