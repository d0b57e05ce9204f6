"""Passages as untidy as what offices publish: what is read of them, and what is known to be wrong.

Their writers had read openings of published reports before, and wrote their own in the same
habits. How much is found is a bound that a change may raise, not lower.
"""

import pytest

from analysis.codebook.indicators import indicators

from .accuracy import outcomes_of, rates
from .passages import FOLDER, load

OPENINGS = {path.stem: load(path) for path in sorted((FOLDER.parent / "openings").glob("*.yaml"))}
LEAST_FOUND = {
    "any-2008": 0.64,
    "any-2014": 0.85,
    "any-2014-more": 0.68,
    "departments-2019": 0.81,
    "governments-2019": 0.89,
    "governments-2019-more": 0.72,
}
KNOWN_WRONG = {
    "r50-31 channel.other all 11000000.0",
    "r50-45 staff.part_time unit 2.0",
    "r52-02 channel.website unit 1604.0",
    "r53-21 request.new total municipal 32.0",
    "r54-20 response.online_interviews_by_leaders municipal 5.0",
    "r54-20 response.policy_interpretations municipal 31.0",
    "r54-35 meeting.total all 7.0",
    "r54-41 response.online_interviews municipal 6.0",
}


@pytest.mark.parametrize("name", OPENINGS)
def test_no_opening_is_read_less_than_before(name):
    assert rates(outcomes_of(OPENINGS[name]))["recall"] >= LEAST_FOUND[name]


def test_wrong_rows_of_openings_are_those_known():
    found = [outcomes_of(passages) for passages in OPENINGS.values()]
    assert {
        key for one in found for key in one.loc[one["outcome"] == "wrong", "key"]
    } == KNOWN_WRONG


@pytest.mark.parametrize("name", OPENINGS)
def test_openings_are_labelled_in_the_terms_of_the_codebook(name):
    for one in OPENINGS[name]:
        for value in one.values:
            assert value["indicator"] in indicators()
            assert str(value["words"]) in one.text
