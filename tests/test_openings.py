"""Passages as untidy as what offices publish: what is read of them, and what is known to be wrong.

Their writers had read openings of published reports before, and wrote their own in the same
habits. How much is found is a bound that a change may raise, not lower.
"""

import pytest

from analysis.codebook.indicators import indicators

from .accuracy import outcomes_of, rates
from .passages import FOLDER, load

OPENINGS = {path.stem: load(path) for path in sorted((FOLDER.parent / "openings").glob("*.yaml"))}
LEAST_FOUND = {"any-2014": 0.81, "departments-2019": 0.71, "governments-2019": 0.84}
KNOWN_WRONG = {
    "r50-11 response.online_interviews_by_leaders all 6.0",
    "r50-13 request.new total all 52.0",
    "r50-31 channel.other all 11000000.0",
    "r50-34 disclosure.total all 460.0",
    "r50-38 litigation.corrected all 0.0",
    "r50-38 reconsideration.corrected all 0.0",
    "r50-45 staff.part_time unit 2.0",
    "r51-05 litigation.total municipal 58.0",
    "r51-09 channel.website all 9870.0",
    "r51-13 request.new natural_person all 3.0",
    "r51-13 request.new total all 3.0",
    "r51-14 response.online_interviews_by_leaders municipal 18.0",
    "r52-02 channel.website unit 1604.0",
    "r52-07 channel.website all 12.0",
    "r52-09 training.sessions all 2.0",
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
