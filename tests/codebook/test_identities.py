"""Sums of the form, as the form has them."""

import pytest
from pydantic import ValidationError

from analysis.codebook.forms import asked_in
from analysis.codebook.identities import Identities, identities, rows, sums_of
from analysis.codebook.indicators import indicators


def test_only_channels_may_exceed_their_total():
    loose = {name for name, one in identities().sums.items() if one.relation == "at_least"}
    assert loose == {"channel_mix"}


def test_total_and_parts_are_counted_in_one_kind_of_unit():
    for one in identities().sums.values():
        ids = rows([one.total, *one.parts])
        assert len({indicators()[row].unit for row in ids}) == 1


@pytest.mark.parametrize(
    ("year", "number"), [(2008, 10), (2016, 10), (2018, 10), (2019, 5), (2022, 5)]
)
def test_sums_hold_for_the_years_of_their_form(year, number):
    assert len(sums_of(year)) == number


def test_every_outcome_of_a_form_is_part_of_its_total():
    for year in (2019, 2020, 2021, 2022):
        asked = {row for row in asked_in(year) if row.startswith("outcome.")} - {"outcome.total"}
        assert set(sums_of(year)["outcomes"].parts) == asked
    assert asked_in(2021) - asked_in(2020) >= {"outcome.other_unpaid", "outcome.other_not_amended"}


def test_results_of_appeals_have_pending_ones_since_2019():
    assert "reconsideration.pending" not in sums_of(2018)["reconsideration_results"].parts
    assert "reconsideration_results" not in sums_of(2019)
    assert "reconsideration.pending" in sums_of(2019)["reconsideration_outcomes"].parts


def test_figures_of_two_forms_under_one_id_are_comparable_from_the_later_one():
    since = {name: one.comparable_from for name, one in indicators().items() if one.comparable_from}
    assert {since[f"reconsideration.{one}"] for one in ("total", "upheld", "other")} == {2019}
    assert since["normative_documents.made"] == 2021
    assert "request.new" not in since


def test_an_unknown_indicator_is_refused():
    label = {"zh": "甲", "en": "a"}
    wrong = {"label": label, "forms": ["form_2014"], "relation": "equal", "parts": []}
    sums = {"received": {**wrong, "total": "request.recieved"}}
    with pytest.raises(ValidationError, match="recieved: neither a group nor an indicator"):
        Identities(joint={}, groups={}, sums=sums, over_years={})
    sums = {"received": {**wrong, "total": "request.received", "forms": ["form_2015"]}}
    with pytest.raises(ValidationError, match="form_2015: no form"):
        Identities(joint={}, groups={}, sums=sums, over_years={})
