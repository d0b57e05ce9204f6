"""Interval arithmetic: the bounds hold every choice of points, and an open end proves nothing."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.intervals import OPEN, Amount, add, merge, ratio, share

COUNTS = st.integers(0, 10**7)


@st.composite
def amounts_with_point(draw):
    """An amount and one of the counts that its words allow."""
    lower, point, upper = sorted(draw(st.tuples(COUNTS, COUNTS, COUNTS)))
    lower = OPEN if draw(st.integers(0, 4)) == 0 else lower
    upper = OPEN if draw(st.integers(0, 4)) == 0 else upper
    return Amount(point, lower, upper), point


def within(point, lower, upper):
    return not point < lower - 1e-9 and not point > upper + 1e-9


@given(st.lists(amounts_with_point(), min_size=1, max_size=5))
def test_a_sum_holds_every_choice_of_points(drawn):
    whole = add([amount for amount, _ in drawn])
    assert within(sum(point for _, point in drawn), whole.lower, whole.upper)


@given(amounts_with_point(), amounts_with_point())
def test_a_ratio_holds_every_choice_of_points(top, bottom):
    assume(bottom[1] > 0)
    _, lower, upper = ratio(top[0], bottom[0])
    assert within(top[1] / bottom[1], lower, upper)


@given(amounts_with_point(), st.lists(amounts_with_point(), min_size=1, max_size=4), COUNTS)
def test_a_share_of_a_sum_holds_every_choice_of_points_and_of_missing_parts(part, others, unstated):
    rest = sum(point for _, point in others) + unstated
    assume(part[1] + rest > 0)
    _, lower, upper = share(part[0], add([amount for amount, _ in others], ["channel.gazette"]))
    assert math.isnan(lower)
    assert within(part[1] / (part[1] + rest), lower, upper)


@given(COUNTS, st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=5))
def test_statements_that_share_a_point_keep_it(point, reaches):
    amounts = [Amount(point, point - below, point + above) for below, above in reaches]
    merged = merge(amounts, "x")
    assert not merged.conflicts
    assert merged.lower <= point <= merged.upper
    assert merged.width <= min(one.width for one in amounts)


@given(st.lists(COUNTS, min_size=2, max_size=5, unique=True))
def test_exact_values_that_differ_are_held_and_none_is_chosen(values):
    merged = merge([Amount(one, one, one) for one in values], "x")
    assert (merged.lower, merged.upper) == (min(values), max(values))
    assert math.isnan(merged.value)
    assert merged.conflicts == ("x",)


def test_the_parts_of_a_sum_take_the_opposite_end():
    # 1..2 of 1..2 + 2..3: least 1/(1+3), most 2/(2+2); divided as if independent, 1/5 and 2/3
    _, lower, upper = share(Amount(1, 1, 2), Amount(2, 2, 3))
    assert (lower, upper) == (0.25, 0.5)


def test_a_missing_part_leaves_the_upper_end_open_and_counts_for_nothing():
    whole = add([Amount(4850, 4850, 4850), Amount(1300, 1300, 1300)], ["channel.gazette"])
    assert (whole.value, whole.lower, whole.missing) == (6150, 6150, ("channel.gazette",))
    assert math.isnan(whole.upper)
    assert not whole.exact


def test_adding_amounts_of_money_leaves_no_binary_remainder():
    # 0.1 + 0.2 is 0.3, as a report says, not 0.30000000000000004
    whole = add([Amount(0.1, 0.1, 0.1), Amount(0.2, 0.2, 0.2)])
    assert (whole.value, whole.lower, whole.upper) == (0.3, 0.3, 0.3)


@pytest.mark.parametrize("divide", [ratio, share])
def test_nothing_divided_by_nothing_is_open(divide):
    zero = Amount(0, 0, 0)
    assert all(math.isnan(one) for one in divide(zero, zero))


def test_an_approximate_word_without_reach_gives_way_to_an_exact_value():
    about, exact = Amount(100, OPEN, OPEN, ("r:1-4",)), Amount(103, 103, 103, ("r:9-12",))
    merged = merge([about, exact], "x")
    assert (merged.value, merged.lower, merged.upper) == (103, 103, 103)
    assert merged.keys == ("r:1-4", "r:9-12")
