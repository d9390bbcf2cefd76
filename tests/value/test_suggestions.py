"""What the company's own figures suggest, and what they do not."""

import pytest

from assessments.value.suggestions import MonthOfCustomers, readable, suggested
from assessments.voice.metrics import nps

LIKELY = nps({10: 40, 8: 40, 3: 20})


def months(*kept):
    return [MonthOfCustomers(1000, each, 0) for each in kept]


def by_key(found):
    return {each.key: each for each in found}


def test_nothing_counted_suggests_nothing():
    assert suggested([], LIKELY) == ()


def test_customers_are_those_at_the_end_of_the_newest_month():
    found = by_key(suggested([MonthOfCustomers(200, 220, 40), MonthOfCustomers(190, 200, 20)], None))
    assert set(found) == {"customers"}
    assert found["customers"][1:] == (220, 220, 220, "month", 1)


def test_twelve_months_multiply_to_the_year():
    found = by_key(suggested(months(*[990] * 11, 980), None))["retention"]
    assert found.low == found.base == found.high == pytest.approx(0.99**11 * 0.98)
    assert (found.basis, found.seen) == ("year", 12)


def test_three_months_are_taken_to_the_year_between_the_worst_and_the_best():
    found = by_key(suggested(months(990, 980, 985), None))["retention"]
    assert found.low == pytest.approx(0.98**12)
    assert found.high == pytest.approx(0.99**12)
    assert found.base == pytest.approx((0.99 * 0.98 * 0.985) ** 4)
    assert (found.basis, found.seen) == ("months", 3)


def test_a_month_that_began_with_nobody_says_nothing_about_keeping():
    assert set(by_key(suggested([*months(990, 980), MonthOfCustomers(0, 5, 5)], None))) == {"customers"}


def test_segments_are_shares_of_the_customers_with_their_intervals():
    found = by_key(suggested(months(1000), LIKELY))
    promoters = found["segment-customers:promoters"]
    assert (promoters.base, promoters.seen) == (400, 100)
    assert 300 < promoters.low < 400 < promoters.high < 500
    assert sum(each.base for key, each in found.items() if key.startswith("segment")) == 1000


def test_under_ten_answers_suggest_no_segments():
    assert set(by_key(suggested(months(1000), nps({10: 5, 3: 4})))) == {"customers"}


def test_a_share_is_no_more_exact_than_people_write_it_and_never_becomes_the_whole():
    (_customers, kept) = map(readable, suggested(months(990, 1000, 995), None))
    assert (kept.low, kept.base, kept.high) == (0.886, 0.942, 1.0)
    (customers, kept) = map(readable, suggested([MonthOfCustomers(999999, 999998, 0)] * 3, None))
    assert kept.high < 1
    assert customers.base == 999998
