"""What better experience may be worth: formulas, the ledger, ranges, what is withheld (method 4.6)."""

from __future__ import annotations

from datetime import date
from math import inf, nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments.value.formulas import (
    Segment,
    multiple,
    multiple_with_first,
    retention_rate,
    retention_uplift,
    revenue_at_risk,
    self_service_saving,
)
from assessments.value.ledger import Assumption, ledger, segments
from assessments.value.value import Figure, Withheld, valued

DAY = date(2026, 11, 1)
FIGURES = (
    "clv-multiple", "clv-multiple-with-first", "clv", "clv-with-first", "retention-uplift", "revenue-at-risk",
    "self-service-saving",
)  # fmt: skip


def row(key, low, base=None, high=None, source="own-data", owner="Ms Chen"):
    base = low if base is None else base
    return Assumption(key, low, base, base if high is None else high, source, DAY, owner, "CRM export")


def full(**instead):
    """A whole ledger: underscores stand for hyphens, None leaves a row out."""
    rows = {
        "customers": (900, 1000, 1100), "margin": (100, 120, 130), "retention": (0.78, 0.8, 0.82),
        "discount": (0.08, 0.1, 0.12), "retention-gain": (0.01, 0.02, 0.03), "retention-attribution": (0.3, 0.5, 1.0),
        "segment-customers:detractors": (100, 150, 200), "segment-churn:detractors": (0.3, 0.4, 0.45),
        "segment-customers:silent": (200, 250, 300), "segment-churn:silent": (0.2, 0.25, 0.3),
        "risk-attribution": (0.2, 0.5, 0.8), "deflection-gain": (0.02, 0.05, 0.08), "contacts": (9000, 10000, 12000),
        "assisted-cost": (6, 8, 9), "self-service-cost": (0.5, 1, 1.5), "self-service-attribution": (0.5, 0.8, 1),
    } | {key.replace("_", "-").replace("--", ":"): value for key, value in instead.items()}  # fmt: skip
    return ledger(row(key, *value) for key, value in rows.items() if value is not None)


def figures(rows):
    return {each.id: each for each in valued(rows)}


def test_oracle_clv_multiple_both_ways():
    assert multiple(0.8, 0.1) == pytest.approx(2.67, abs=0.005)
    assert multiple_with_first(0.8, 0.1) == pytest.approx(3.6667, abs=0.0001)


def test_oracle_retention_rate():
    assert retention_rate(200, 220, 40) == (90.0, 10.0)


@pytest.mark.parametrize(("start", "end", "new"), [(0, 0, 0), (100, 90, 95), (100, 220, 40), (100, 90, -1), (-5, 0, 0)])
def test_a_retention_that_cannot_be_is_refused(start, end, new):
    with pytest.raises(ValueError, match="cannot have stayed"):
        retention_rate(start, end, new)


def test_nobody_kept_and_all_kept():
    assert retention_rate(10, 3, 3) == (0, 100)
    assert retention_rate(10, 10, 0) == (100, 0)


@given(st.floats(0, 1), st.floats(0.001, 1))
def test_the_two_multiples_differ_by_exactly_one_margin(retention, discount):
    assert multiple_with_first(retention, discount) == pytest.approx(multiple(retention, discount) + 1)
    assert multiple_with_first(retention, discount) == pytest.approx((1 + discount) / (1 + discount - retention))


def test_the_multiple_is_the_sum_of_all_years_to_come():
    assert multiple(0.8, 0.1) == pytest.approx(sum((0.8 / 1.1) ** year for year in range(1, 400)))


def test_customers_who_never_leave_at_no_discount_have_no_finite_worth():
    with pytest.raises(ValueError, match="no finite worth"):
        multiple(1, 0)


def test_retention_uplift_of_the_method():
    assert retention_uplift(1000, 120, 0.80, 0.82, 0.1) == pytest.approx(31_428.57, abs=0.01)


def test_revenue_at_risk_and_self_service():
    found = revenue_at_risk([Segment(100, 0.4), Segment(50, 0.3)], 0.2, 120)
    assert found == pytest.approx(100 * 0.2 * 120 + 50 * 0.1 * 120)
    assert self_service_saving(0.05, 10_000, 8, 1) == pytest.approx(3500)


def test_every_figure_is_a_range_in_order():
    found = valued(full())
    assert tuple(each.id for each in found) == FIGURES
    for each in found:
        assert isinstance(each, Figure)
        assert each.range.low < each.range.base < each.range.high, each.id
    assert {each.id: each.unit for each in found} == dict(
        zip(
            FIGURES,
            ("margins", "margins", "money-per-customer", "money-per-customer", "money", "money-per-year",
             "money-per-year"),
            strict=True,
        )
    )  # fmt: skip


def test_the_base_is_the_formula_and_the_ends_are_the_extremes():
    found = figures(full())
    uplift = found["retention-uplift"].range
    assert uplift.base == pytest.approx(31_428.57 / 2, abs=0.01), "half of the upper case is claimed"
    assert uplift.low == pytest.approx(0.3 * retention_uplift(900, 100, 0.78, 0.79, 0.12))
    assert uplift.high == pytest.approx(1.0 * retention_uplift(1100, 130, 0.82, 0.85, 0.08))
    assert found["self-service-saving"].range == pytest.approx(
        (0.5 * 0.02 * 9000 * 4.5, 0.8 * 0.05 * 10_000 * 7, 1 * 0.08 * 12_000 * 8.5)
    )
    assert found["clv"].range.base == pytest.approx(120 * 0.8 / 0.3)
    assert found["clv-with-first"].range.base == pytest.approx(found["clv"].range.base + 120)


def test_revenue_at_risk_over_all_corners():
    found = figures(full())["revenue-at-risk"]
    assert found.segments == ("detractors", "silent")
    assert found.range.base == pytest.approx(0.5 * 120 * (150 * 0.2 + 250 * 0.05))
    # usual churn 18 to 22 %: most is lost where it is lowest; the silent may also leave less than usual
    assert found.range.high == pytest.approx(0.8 * 130 * (200 * (0.45 - 0.18) + 300 * (0.3 - 0.18)))
    corner = {share * margin * (100 * (0.3 - 0.22) + 300 * (0.2 - 0.22)) for share in (0.2, 0.8) for margin in (100,)}
    assert found.range.low == pytest.approx(min(corner))


def test_who_leaves_less_than_usual_outweighs_nobody():
    found = figures(full(segment_churn__silent=(0.05, 0.1, 0.15)))["revenue-at-risk"]
    assert found.segments == ("detractors",)
    assert found.range.base == pytest.approx(0.5 * 120 * 150 * 0.2)
    assert not any(each.key.endswith(":silent") for each in found.tornado)


def test_nobody_at_risk():
    rows = full(segment_churn__silent=(0.1, 0.15, 0.2), segment_churn__detractors=(0.1, 0.2, 0.3), retention=(0.8, 0.8))
    assert figures(rows)["revenue-at-risk"] == Withheld("revenue-at-risk", "nobody-at-risk", ("retention",))


@pytest.mark.parametrize(
    "counts", [(400, 500, 600, 500, 600, 600), (800, 850, 900, 150, 151, 200), (600, 700, 900, 301, 300, 300)]
)
def test_no_customer_is_counted_twice(counts):
    low, base, high, *other = counts
    other = sorted(other)
    rows = full(segment_customers__detractors=(low, base, high), segment_customers__silent=tuple(other))
    assert figures(rows)["revenue-at-risk"] == Withheld("revenue-at-risk", "counted-twice", ("customers",))


def test_segments_that_fill_all_customers_exactly_are_not_counted_twice():
    third = (0.1, 0.1, 0.3)
    rows = full(
        customers=(0.3, 0.3, 0.6), segment_customers__detractors=third, segment_customers__silent=(0.2, 0.2, 0.3)
    )
    assert isinstance(figures(rows)["revenue-at-risk"], Figure)


@pytest.mark.parametrize("gone", ["margin", "retention"])
def test_without_retention_or_margin_nothing_of_worth_is_shown(gone):
    found = figures(full(**{gone: None}))
    for each in FIGURES[:6]:
        assert found[each].why == "missing"
        assert gone in found[each].about


def test_an_empty_ledger_shows_nothing_and_names_all_it_lacks():
    found = valued(ledger([]))
    assert {each.why for each in found} == {"missing"}
    assert figures({})["revenue-at-risk"].about == (
        "customers", "margin", "retention", "risk-attribution", "segment-customers:", "segment-churn:"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "row_of_it"),
    [
        ("retention-uplift", "retention-attribution"),
        ("revenue-at-risk", "risk-attribution"),
        ("revenue-at-risk", "segment-churn:silent"),
        ("revenue-at-risk", "customers"),
        ("self-service-saving", "self-service-attribution"),
    ],
)
def test_no_effect_without_each_of_its_rows(figure, row_of_it):
    rows = {key: value for key, value in full().items() if key != row_of_it}
    assert figures(rows)[figure] == Withheld(figure, "missing", (row_of_it,))


@pytest.mark.parametrize(
    ("instead", "bad"),
    [
        ({"retention": (0.9, 0.95, 1.0), "discount": (0.0, 0.1, 0.2)}, FIGURES[:5]),
        ({"retention_gain": (0.1, 0.15, 0.2)}, ("retention-uplift",)),  # 82 % and 20 points more
        ({"retention_gain": (-0.9, 0.0, 0.01)}, ("retention-uplift",)),
        # what is lost from a retention that has no end has none either
        ({"retention": (0.9, 0.95, 1.0), "retention_gain": (-0.2, -0.1, -0.05), "discount": (0, 0, 0.1)}, FIGURES[:5]),
        ({"retention": (0.5, 0.6, 0.7), "retention_gain": (0.1, 0.2, 0.3), "discount": (0, 0, 0.1)}, FIGURES[4:5]),
    ],
)
def test_a_worth_without_an_end_is_not_shown(instead, bad):
    found = figures(full(**instead))
    assert {key for key, each in found.items() if isinstance(each, Withheld) and each.why == "boundless"} == set(bad)
    assert "retention" in found[bad[0]].about


def test_up_to_full_retention_is_a_worth_where_money_loses_worth():
    assert isinstance(figures(full(retention=(0.6, 0.65, 0.7), retention_gain=(0.1, 0.2, 0.3)))["clv"], Figure)


def test_a_single_number_is_never_shown():
    found = figures(full(retention=(0.8, 0.8), discount=(0.1, 0.1)))
    assert found["clv-multiple"] == Withheld("clv-multiple", "no-range", ("margin", "retention", "discount"))
    assert isinstance(found["clv"], Figure)
    exact = full(
        margin=(120, 120), retention=(0.8, 0.8), risk_attribution=(1, 1),
        segment_customers__detractors=(150, 150), segment_churn__detractors=(0.4, 0.4),
        segment_customers__silent=(200, 200), segment_churn__silent=(0.3, 0.3),
    )  # fmt: skip
    assert figures(exact)["revenue-at-risk"].why == "no-range"


def test_tornado_widest_first_with_one_swing_for_each_row():
    uplift = figures(full())["retention-uplift"]
    assert {each.key for each in uplift.tornado} == {
        "customers", "margin", "retention", "discount", "retention-gain", "retention-attribution"
    }  # fmt: skip
    widths = [each.width for each in uplift.tornado]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] > 0
    share = next(each for each in uplift.tornado if each.key == "retention-attribution")
    assert (share.at_low, share.at_high) == pytest.approx((0.3 * 31_428.571, 31_428.571), abs=0.01)
    assert uplift.tornado[0].key == "retention-attribution"


def test_swings_of_the_same_width_stand_in_the_order_of_their_keys():
    found = figures(full(margin=(120, 120), discount=(0.1, 0.1)))["clv"].tornado
    assert [each.key for each in found] == ["retention", "discount", "margin"]
    assert [each.width for each in found[1:]] == [0, 0]


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        (("turnover", 1, 2, 3), "no parameter"),
        (("segment-churn", 0.1, 0.2, 0.3), "no parameter"),
        (("segment-churn: ", 0.1, 0.2, 0.3), "no parameter"),
        (("margin:eu", 1, 2, 3), "no parameter"),
        (("margin", 3, 2, 1), "low <= base <= high"),
        (("margin", 1, 5, 3), "low <= base <= high"),
        (("margin", 1, nan, 3), "low <= base <= high"),
        (("margin", 1, 2, inf), "low <= base <= high"),
        (("margin", -1, 2, 3), "outside 0 to inf"),
        (("retention-attribution", 0.5, 1, 1.01), "outside 0 to 1"),
        (("retention", 80, 81, 82), "outside 0 to 1"),
        (("retention-gain", -1.5, 0, 1), "outside -1 to 1"),
        (("margin", 1, 2, 3, "hearsay"), "needs a source"),
        (("margin", 1, 2, 3, "finance", " "), "an owner"),
        (("margin", 2, 2, 2, "assumption"), "not exact"),
    ],
)
def test_rows_that_cannot_stand_in_the_ledger(arguments, about):
    with pytest.raises(ValueError, match=about):
        row(*arguments)


def test_a_key_stands_once():
    with pytest.raises(ValueError, match="margin stands in the ledger twice"):
        ledger([row("margin", 1, 2, 3), row("margin", 2, 3, 4)])


def test_segments_in_order_of_their_first_row():
    assert segments(full()) == ("detractors", "silent")
    assert segments(full(segment_customers__new=(1, 2, 3)))[-1] == "new"


def ends(least, most):
    return st.lists(st.floats(least, most), min_size=3, max_size=3).map(sorted).map(tuple)


@given(st.data())
def test_whatever_lies_within_the_ledger_lies_within_the_range(data):
    """The corners are enough: no mix of values within the rows leaves the range of the figure."""
    rows = full(
        margin=data.draw(ends(0, 500)), retention=data.draw(ends(0.2, 0.7)), discount=data.draw(ends(0.01, 0.5)),
        retention_gain=data.draw(ends(-0.2, 0.29)), retention_attribution=data.draw(ends(0, 1)),
        segment_churn__detractors=data.draw(ends(0, 1)), risk_attribution=data.draw(ends(0, 1)),
    )  # fmt: skip
    share = {key: data.draw(st.floats(0, 1)) for key in rows}
    inside = {key: each.low + share[key] * (each.high - each.low) for key, each in rows.items()}
    inside = {key: min(max(value, rows[key].low), rows[key].high) for key, value in inside.items()}
    point = ledger(row(key, value) for key, value in inside.items())
    for each in valued(rows):
        if isinstance(each, Withheld):
            assume(each.id != "clv")
            continue
        value = _at(each, point)
        slack = 1e-6 * max(1, abs(each.range.low), abs(each.range.high))
        assert each.range.low - slack <= value <= each.range.high + slack, each.id
        assert each.range.low - slack <= each.range.base <= each.range.high + slack
        for swing in each.tornado:
            assert each.range.low - slack <= min(swing.at_low, swing.at_high)
            assert max(swing.at_low, swing.at_high) <= each.range.high + slack


def _at(figure, rows):
    """The figure by the formulas of the method, written out once more."""
    of = {key: each.base for key, each in rows.items()}
    r, i, m = of["retention"], of["discount"], of["margin"]
    later = r / (1 + i - r)
    gained = r + of["retention-gain"]
    risk = sum(of[f"segment-customers:{s}"] * (of[f"segment-churn:{s}"] - 1 + r) for s in figure.segments)
    cost = of["assisted-cost"] - of["self-service-cost"]
    return {
        "clv-multiple": later,
        "clv-multiple-with-first": (1 + i) / (1 + i - r),
        "clv": m * later,
        "clv-with-first": m * (1 + i) / (1 + i - r),
        "retention-uplift": of["retention-attribution"] * of["customers"] * m * (gained / (1 + i - gained) - later),
        "revenue-at-risk": of["risk-attribution"] * m * risk,
        "self-service-saving": of["self-service-attribution"] * of["deflection-gain"] * of["contacts"] * cost,
    }[figure.id]
