"""Worked numbers, published or of the method, that the metrics must reproduce."""

from __future__ import annotations

from math import sqrt

import pytest

from assessments.voice.counts import counted, percentile
from assessments.voice.display import display, strong_selection_likely, worst_case
from assessments.voice.index import composed, experience_index, overall
from assessments.voice.intervals import net_error, sample_for_net, sample_for_share, wilson
from assessments.voice.loyalty import (
    answered,
    deflection,
    engagement,
    referrals,
    repeat_rate,
    retention,
    waiting,
)
from assessments.voice.metrics import ces, csat, nps, trust_pulse

ONE_EACH = dict.fromkeys(range(11), 1)


def near(value: float, within: float = 5e-5) -> object:
    return pytest.approx(value, abs=within)


def test_margin_of_three_hundred() -> None:
    error = net_error(120, 60, 300)
    assert (error, 196 * error) == (near(0.0432), near(8.5, 0.05))


def test_variance_of_a_population() -> None:
    assert net_error(54 * 3, 54, 324) == near(0.041409, 1e-5)


def test_a_hundred_answers_do_not_give_ten_points() -> None:
    assert 196 * net_error(40, 20, 100) == near(14.667, 0.01)


def test_five_promoters_have_an_interval() -> None:
    found = nps({10: 5})
    assert found is not None
    assert (found.score, found.adjusted) == (100, 62.5)
    assert found.interval == (near(17.4915, 1e-3), 100)
    assert found.adjusted + 1.959964 * found.error == near(107.5085, 1e-3)


def test_where_promoters_begin_and_detractors_end() -> None:
    found = nps(ONE_EACH)
    assert found is not None
    assert (found.promoters, found.passives, found.detractors, found.n) == (2, 2, 7, 11)
    assert found.score == near(-45.4545, 1e-3)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (0, 20, 0, 0.1611), (0, 10, 0, 0.2775), (10, 10, 0.7225, 1)],
)
def test_wilson_intervals_of_newcombe(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == (near(low), near(high))


def test_satisfied_of_two_hundred() -> None:
    assert wilson(164, 200) == (near(0.7609), near(0.8671))


def test_top_two_boxes_and_the_mean_beside_them() -> None:
    found = csat({5: 40, 4: 34, 3: 20, 1: 13}, 5)
    assert found is not None
    assert found.satisfied.percent == near(69.1589, 1e-3)
    assert found.mean.value == near((200 + 136 + 60 + 13) / 107, 1e-9)
    assert [
        found.satisfied.hits for top, counts in ((7, ONE_TO_SEVEN), (10, ONE_TO_TEN)) if (found := csat(counts, top))
    ] == [2, 2]


ONE_TO_SEVEN = dict.fromkeys(range(1, 8), 1)
ONE_TO_TEN = dict.fromkeys(range(1, 11), 1)


@pytest.mark.parametrize(("margin", "n"), [(0.1, 62), (0.05, 246), (0.03, 683), (0.01, 6147)])
def test_answers_needed_at_eighty_percent(margin: float, n: int) -> None:
    assert sample_for_share(0.8, margin) == n


def test_answers_needed_for_a_net_score() -> None:
    assert [sample_for_net(0.4, 0.2, 0.1), sample_for_net(0.5, 0.5, 0.1), sample_for_net(0.4, 0.2, 0.05)] == [
        216,
        385,
        861,
    ]


def test_effort_is_turned_round() -> None:
    found = ces(counted([1, 2, 2, 3, 5]), "ces1")
    assert found is not None
    assert (found.mean.value, found.ease, found.easy, found.net) == (near(2.6, 1e-9), near(60, 1e-9), None, None)


def test_ease_has_three_variants() -> None:
    found = ces({7: 30, 6: 20, 5: 22, 4: 17, 2: 11}, "ces2")
    assert found is not None and found.easy is not None
    assert (found.easy.percent, found.net) == (near(72, 1e-9), near(39, 1e-9))
    assert found.mean.value == near(5.3, 1e-9)
    assert found.ease == near(71 + 2 / 3, 1e-9)  # (mean − 1) / 6, of a hundred


def test_the_experience_index() -> None:
    found = composed({"csat": 77.5, "nps": 66.0, "ces": 70.0})
    assert found is not None
    assert (found.value, found.missing) == (near(71.8, 1e-9), ())


def test_a_missing_component_gives_its_weight_to_the_others() -> None:
    found = experience_index(csat({5: 10}, 5), nps({9: 10}), ces({7: 9}, "ces2"))
    assert found is not None
    assert found.parts == {"csat": (100, near(4 / 7, 1e-9)), "nps": (100, near(3 / 7, 1e-9))}
    assert found.missing == ("ces",)
    assert experience_index(csat({5: 10}, 5), nps({9: 9}), None) is None
    assert experience_index(None, None, ces({7: 10}, "ces2")) is None
    assert experience_index(None, nps({0: 10}), ces({1: 10}, "ces2")) == composed({"nps": 0, "ces": 0})


def test_touchpoints_count_by_their_importance() -> None:
    assert overall([(80, 3), (40, 1)]) == 70
    assert overall([]) is None


def test_the_silent_may_all_be_unhappy() -> None:
    assert worst_case(30, 0.25) == (near(-67.5, 1e-9), near(82.5, 1e-9))


def test_what_may_be_shown_and_when_few_answer() -> None:
    assert [display(n) for n in (0, 9, 10, 29, 30)] == ["counts", "counts", "indicative", "indicative", "score"]
    assert [strong_selection_likely(*each) for each in ((9, 100), (10, 100), (0, 0))] == [True, False, False]


def test_who_stays_comes_back_and_brings_others() -> None:
    assert (retention(200, 220, 40), retention(0, 5, 5)) == (90, None)
    again = repeat_rate({0: 5, 1: 60, 2: 30, 7: 10})
    assert again is not None and (again.hits, again.n, again.percent) == (40, 100, 40)
    assert (referrals(12, 400), referrals(1, 0)) == (3, None)
    assert (engagement(900, 150, 3), engagement(1, 0, 1), engagement(1, 1, 0)) == (2, None, None)
    shares = (answered(30, 40), deflection(30, 10), answered(0, 0))
    assert [each and each.percent for each in shares] == [75, 75, None]


def test_waiting_is_told_by_percentiles() -> None:
    assert waiting([15, 20, 35, 40, 50]) == (35, near(46, 1e-9))
    assert waiting([]) is None
    assert waiting([7]) == (7, 7)


def test_percentiles_of_counts_are_inclusive() -> None:
    assert percentile(counted([15, 20, 35, 40, 50]), 0.4) == near(29, 1e-9)
    with pytest.raises(ValueError, match="0 to 1"):
        percentile({1: 1}, 1.1)


def test_the_trust_pulse_needs_all_four_factors_for_its_index() -> None:
    factors = {"int": {8: 2}, "abl": {6: 2}, "aff": {7: 1}, "con": {10: 1}}
    found = trust_pulse({**factors, "outcome": {9: 1, 5: 1}})
    assert found.outcome is not None
    assert (found.index, found.outcome.value) == (near(77.5, 1e-9), 7)
    assert trust_pulse({**factors, "aff": {}}).index is None
    lone = trust_pulse({"int": {4: 1}}).factors["int"]
    assert (lone.deviation, lone.interval) == (None, None)
    assert found.outcome.deviation == near(sqrt(8), 1e-9)


def test_nobody_is_no_number_and_off_the_scale_is_no_answer() -> None:
    assert (nps({}), csat({}, 5), ces({}, "ces1"), ces({}, "ces2")) == (None, None, None, None)
    for wrong in (lambda: nps({11: 1}), lambda: csat({0: 1}, 5), lambda: csat({1: 1}, 6), lambda: ces({1: 1}, "ces3")):
        with pytest.raises(ValueError, match=r"an answer is|end at|variant"):
            wrong()
