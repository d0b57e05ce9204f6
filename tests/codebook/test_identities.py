"""Sums of the form, as the form has them."""

import pytest
from pydantic import ValidationError

from analysis.codebook.identities import Sum, identities, sums_of
from analysis.codebook.indicators import indicators


def test_only_channels_may_exceed_their_total():
    loose = {name for name, one in identities().sums.items() if one.relation == "at_least"}
    assert loose == {"channel_mix"}


def test_total_and_parts_are_counted_in_one_kind_of_unit():
    for one in identities().sums.values():
        assert {indicators()[part].unit for part in one.parts} == {indicators()[one.total].unit}


@pytest.mark.parametrize(("year", "number"), [(2008, 8), (2016, 8), (2018, 8), (2019, 0)])
def test_sums_hold_for_the_years_of_their_form(year, number):
    assert len(sums_of(year)) == number


def test_an_unknown_indicator_is_refused():
    label = {"zh": "甲", "en": "a"}
    with pytest.raises(ValidationError, match="recieved is not an id of"):
        Sum(label=label, form="form_2014", relation="equal", total="request.recieved", parts=())
