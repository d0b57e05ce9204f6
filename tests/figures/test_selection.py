"""What a page is about, chosen by body, year and level."""

import pytest

from analysis.errors import NotebookError
from analysis.figures.selection import select

EVERY = ["乐陵市", "同江市", "新乡市", "襄阳市", "邢台市"]


@pytest.mark.parametrize(
    ("bodies", "years", "level", "expected"),
    [
        ([], [], "", EVERY),
        ([], [2016], "", ["新乡市"]),
        ([], [], "county", ["乐陵市", "同江市"]),
        (["邢台市", "新乡市"], [2016, 2017], "", ["邢台市", "新乡市"]),
    ],
)
def test_an_empty_list_takes_all(bodies, years, level, expected):
    assert select("", bodies, years, "zh", level).reports["body"].to_list() == expected


def test_a_body_of_another_level_is_absent():
    with pytest.raises(NotebookError, match="新乡市"):
        select("", ["新乡市"], [], "zh", "county")
