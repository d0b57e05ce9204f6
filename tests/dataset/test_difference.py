"""What changed: known again by what a row is about, whatever its place; told in a few lines."""

import pandas as pd
import pytest

from analysis import tables
from analysis.dataset import compare, load, told
from analysis.dataset.difference import LINES

from ..frames import observations, reports


def printed(frame):
    """A frame as its CSV has it."""
    return frame.map(lambda value: "" if pd.isna(value) else str(value))


def stated(*figures):
    return {"observations": printed(observations("新乡市-2016", *figures))}


WEBSITE = ("channel.website", "all", 95842)
TOTAL = ("disclosure.total", "all", 130661)


def lines(before, after):
    return [line for one in compare(before, after) for line in told(one)]


def test_the_same_data_have_no_difference():
    assert compare(stated(TOTAL, WEBSITE), stated(TOTAL, WEBSITE)) == []


def test_a_value_changed_is_told_with_both():
    unlike = stated(TOTAL, ("channel.website", "all", (95843, 95843, None)))
    assert lines(stated(TOTAL, WEBSITE), unlike) == [
        "observations +0 −0 ~1",
        "  ~ 新乡市-2016 channel.website all: "
        "value 95842.0 → 95843.0; lower 95842.0 → 95843.0; upper 95842.0 → (empty); "
        "qualifier exact → over",
    ]


def test_rows_that_came_and_went_are_told_with_their_value():
    assert lines(stated(TOTAL), stated(WEBSITE)) == [
        "observations +1 −1 ~0",
        "  − 新乡市-2016 disclosure.total all: 130661.0 条",
        "  + 新乡市-2016 channel.website all: 95842.0 条",
    ]


def test_a_shifted_text_moves_values_and_changes_none():
    before, after = stated(TOTAL, WEBSITE), stated(TOTAL, WEBSITE)
    rows = after["observations"]
    after["observations"] = rows.assign(
        start=rows["start"].map(lambda one: str(int(one) + 7)),
        end=rows["end"].map(lambda one: str(int(one) + 7)),
        also_at=["900-905", ""],
    )
    assert lines(before, after) == ["observations +0 −0 ~0, 2 moved"]


def test_of_two_values_for_one_figure_the_one_that_changed_is_told():
    before = stated(TOTAL, ("disclosure.total", "all", 130000))
    after = stated(("disclosure.total", "all", 130000), ("disclosure.total", "all", 131000))
    assert lines(before, after)[0] == "observations +0 −0 ~1, 1 moved"
    assert "value 130661.0 → 131000.0" in lines(before, after)[1]


def test_other_scopes_and_units_are_other_figures():
    before = stated(("channel.website", "unit", 5, "甲局"))
    assert lines(before, stated(("channel.website", "unit", 5, "乙局"))) == [
        "observations +1 −1 ~0",
        "  − 新乡市-2016 channel.website unit 甲局: 5.0 条",
        "  + 新乡市-2016 channel.website unit 乙局: 5.0 条",
    ]


def test_a_numeral_at_its_place_is_compared_with_itself():
    def numerals(*kinds):
        rows = [
            {"report_id": "甲市-2016", "start": i, "end": i + 1, "text": "3", "kind": kind}
            for i, kind in enumerate(kinds)
        ]
        return {"numerals": printed(tables.frame("numerals", rows))}

    (one,) = compare(numerals("date", "date", "date"), numerals("date", "ordinal", "date"))
    assert [(old["start"], new["start"]) for old, new in one.changed] == [("1", "1")]


@pytest.mark.parametrize(("extra", "last"), [(0, "  + 新"), (3, "  … 3 more")])
def test_no_more_than_some_lines_a_table_are_told(extra, last):
    figures = [("channel.website", "unit", i, f"{i}局") for i in range(LINES + extra)]
    shown = lines({}, stated(*figures))
    assert shown[0] == f"observations +{LINES + extra} −0 ~0"
    assert len(shown) == 1 + LINES + bool(extra)
    assert shown[-1].startswith(last)


def test_columns_and_tables_that_come_and_go_are_told():
    new = {"observations": stated(TOTAL)["observations"].assign(mood="calm")}
    assert lines(stated(TOTAL), new) == ["observations +0 −0 ~0, columns +mood"]
    assert lines(new, stated(TOTAL)) == ["observations +0 −0 ~0, columns −mood"]
    gone = {"songs": pd.DataFrame({"title": ["一"]})}
    assert lines(gone, {}) == ["songs +0 −1 ~0", "  − 一"]


def test_a_long_value_is_shown_in_part():
    before = {"reports": printed(reports("新乡市-2016").assign(title="题" * 90))}
    after = {"reports": printed(reports("新乡市-2016").assign(title="目\n" * 90))}
    (_, line) = lines(before, after)
    assert line == f"  ~ 新乡市-2016.txt: title {'题' * 59}… → {'目 ' * 29}目…"


def test_folders_are_compared_with_their_texts(tmp_path):
    for name, text in (("one", "公开一"), ("two", "公开二")):
        tables.write(tmp_path / name, {"reports": reports("新乡市-2016")}, {"新乡市-2016": text})
    (one,) = compare(load(tmp_path / "one"), load(tmp_path / "two"))
    assert next(told(one)) == "texts +0 −0 ~1"
    assert compare(load(tmp_path / "one"), load(tmp_path / "one")) == []
