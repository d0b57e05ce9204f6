"""Who is likely wrong."""

import pytest

from analysis.checks import findings
from analysis.checks.causes import is_slip
from analysis.records import Doubt, Facts

from ..frames import observations, reports

STAFF = [("staff.total", "all", 12), ("staff.full_time", "all", 5), ("staff.part_time", "all", 6)]


def cause(source, facts=None):
    stated = observations("甲市-2016", *STAFF).assign(source=source)
    table = findings(stated, reports("甲市-2016"), facts or {})
    (row,) = table.query("rule == 'sum.staff'").itertuples()
    return row.likely_cause, row.ground.split()[-1]


def test_cells_are_read_by_their_place_and_words_may_be_misread():
    assert cause("table") == ("report", "table")
    assert cause("prose") == ("undecided", "wrong")
    assert cause(["table", "prose", "table"]) == ("undecided", "wrong")


def test_cells_of_a_file_that_two_readers_read_otherwise_decide_nothing():
    doubt = {"甲市-2016": Facts((), (), (), doubts=(Doubt(1, 9, ("5",)),))}
    assert cause("table", doubt)[0] == "undecided"


@pytest.mark.parametrize(
    ("stated", "expected", "outcome"),
    [
        (10904, 10940, True),  # two neighbours exchanged
        (10904, 40910, False),  # two digits far from each other
        (13066, 1306, True),  # a digit twice
        (1306, 1506, True),  # another digit
        (1306, 1516, False),
        (118, 120, False),
        (34, 24, False),  # short numbers are alike by chance
        (float("nan"), 1306, False),
    ],
)
def test_a_slip_of_the_pen(stated, expected, outcome):
    assert is_slip(stated, expected) is outcome
