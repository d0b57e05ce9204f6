"""The form of 2021 with one cell of its matrix blank: 174 right, one blank, none shifted."""

from pathlib import Path

import pytest

from ..forms import Key, requests, values
from .whole import FORM, FORMATS, each_format, expected, reading, whole

APPLICANTS = 7


def with_blank(blank: int, suffix: str, folder: Path) -> tuple[dict, list[Key], list[Key]]:
    """The values that differ from those printed, the cells read as blank, the blank one."""
    grid, held = requests(FORM, lambda n: "" if n == blank else str(n))
    found = reading(FORMATS[suffix](whole(grid)), suffix, folder)
    differing = dict(values(found.facts).items() ^ expected(held).items())
    blanks = [key for key, says in found.says().items() if says == "blank"]
    return differing, blanks, [key for key, words in held.items() if not words]


@each_format
@pytest.mark.parametrize("row", range(25))
def test_one_blank_is_one_blank_and_shifts_nothing(row, suffix, tmp_path):
    for place in range(APPLICANTS):
        differing, blanks, made = with_blank(row * APPLICANTS + place + 1, suffix, tmp_path)
        assert (place, differing, blanks) == (place, {}, made)


def test_the_matrix_has_175_cells():
    assert len(requests(FORM)[1]) == 25 * APPLICANTS
