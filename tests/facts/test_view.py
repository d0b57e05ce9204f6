"""Folding changes what layout added and nothing else; every character knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.facts.view import view

# Whole reports in little: both widths of digits and signs, spaces of every kind, line ends.
TEXTS = st.text(alphabet="收到申请件。，,：:２3０5.．％% \u3000\u00a0\t\n（(《”「aＡ", max_size=60)


def folded(text):
    return view(text, 0, len(text)).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("主动公开政府信息１２，８４７条", "主动公开政府信息12,847条"),
        ("增长１７．４％。", "增长17.4%。"),
        ("共２３期，", "共23期,"),
        ("（占53.3％）；", "(占53.3%);"),
        ("规范性文\n件 109 件", "规范性文件109件"),
        ("　　2017 年\u00a0收到", "2017年收到"),
        ("不足\n500人次", "不足500人次"),
        ("鄂政办发﹝2017﹞37号", "鄂政办发〔2017〕37号"),
        ("「同意公开」的", "“同意公开”的"),
        ("PM２．５", "PM2.5"),
    ],
)
def test_layout_is_folded_away(written, read):
    assert folded(written) == read


def test_two_numbers_on_a_line_stay_two_and_one_over_two_lines_becomes_one():
    assert folded("12 345") == "12 345"
    assert folded("受理12\n0件") == "受理120件"


def test_spans_lead_back_to_the_text():
    text = "前言。\n收到 申请１２\n０件。"
    seen = view(text, 4, len(text))
    start = seen.text.index("120")
    first, last = seen.span(start, start + 3)
    assert text[first:last] == "１２\n０"


@given(TEXTS)
def test_every_character_comes_from_its_place(text):
    seen = view(text, 0, len(text))
    assert len(seen.text) == len(seen.places)
    assert list(seen.places) == sorted(set(seen.places))
    for char, place in zip(seen.text, seen.places, strict=True):
        assert char == (folded(text[place]) or text[place])


@given(TEXTS)
def test_nothing_but_white_space_is_dropped(text):
    kept = set(view(text, 0, len(text)).places)
    assert all(char.isspace() for place, char in enumerate(text) if place not in kept)


@given(TEXTS)
def test_what_is_folded_stays_as_it_is(text):
    assert folded(folded(text)) == folded(text)
