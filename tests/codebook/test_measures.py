"""Measures refer to figures that exist, and divide like by like."""

import pytest
from pydantic import ValidationError

from analysis.codebook.indicators import indicators
from analysis.codebook.measures import Denominator, measure_of_share, measures


def units(ids):
    return {indicators()[one].unit for one in ids}


@pytest.mark.parametrize("name", measures())
def test_shares_divide_like_by_like_and_rates_name_both_units(name):
    one = measures()[name]
    for denominator in one.denominators:
        top, bottom = units(one.numerator), units(denominator.ids)
        assert len(top) == len(bottom) == 1
        rate = f"{top.pop()}/{bottom.pop()}"
        if one.kind == "share":
            assert one.unit == "%"
            assert len(set(rate.split("/"))) == 1
        elif one.kind == "per_hundred":
            assert one.unit == rate.replace("/", "/百")
        else:
            assert one.unit == rate


def test_a_denominator_is_a_total_or_the_parts_of_a_known_sum():
    for wrong in ({}, {"total": "staff.total", "parts": "staff"}, {"parts": "stuff"}):
        with pytest.raises(ValidationError):
            Denominator(**wrong)


def test_a_printed_share_belongs_to_one_measure():
    assert measure_of_share()["request.received_online"] == "request_route.online"
    assert measure_of_share()["request.concluded_on_time"] == "on_time.of_concluded"
    assert "channel.weibo" in measure_of_share()
    assert "training.participants" not in measure_of_share()
