"""The charts of policy areas show every figure, the silent ones too, and add nothing up."""

import pandas as pd
import pytest

from analysis.codebook.areas import areas
from analysis.figures import policy
from analysis.figures.selection import narrow
from analysis.themes.policy import COLUMNS


def figure(body, place, area, value, upper=None, unit="条", reading="items"):
    return dict(zip(COLUMNS, (
        f"{body}-2016", body, 2016, area, "公开信息", unit, value, value, upper or value, reading,
        "", place, place + 2, f"公开信息{value}条。",
    ), strict=True))  # fmt: skip


@pytest.fixture(scope="module")
def figures():
    return pd.DataFrame([
        figure("甲市", 10, "housing", 24),
        figure("甲市", 5, "housing", 16),
        figure("甲市", 20, "credit", 7468, reading="cumulative"),
        figure("甲市", 30, "poverty", 20962, unit="万元", reading="other"),
        figure("乙市", 10, "housing", 210, upper=220, unit="件"),
    ])  # fmt: skip


def words_of(chart):
    return [text.get_text() for axes in chart.figure.axes for text in axes.texts]


def test_two_figures_of_one_area_stand_in_one_cell_in_their_order(four, figures):
    assert "16条\n24条" in words_of(policy.across(four, figures))


def test_the_map_lists_every_area_and_marks_what_is_not_stated(four, figures):
    words = words_of(policy.across(four, figures))
    assert len(words) == len(areas()) * 4
    assert words.count("未说明") == len(areas()) * 4 - 3  # housing twice, credit once


def test_a_running_total_is_named_so_and_other_counts_are_left_out(four, figures):
    words = words_of(policy.across(four, figures))
    assert "累计 7,468条" in words
    assert not any("20,962" in text for text in words)


def test_the_table_has_the_items_only(four, figures):
    assert list(policy.across(four, figures).table["数值"]) == [16, 24, 210]


def test_one_area_has_a_scale_for_each_unit_and_a_block_for_the_silent(four, figures):
    chart = policy.one_area(four, figures, "housing")
    assert [axes.get_title(loc="left") for axes in chart.figure.axes] == [
        "条",
        "件",
        "没有当年的数字",
    ]
    assert words_of(chart) == ["16条", "24条", "210–220件", "未说明", "未说明"]


def test_one_area_that_nobody_states(four, figures):
    assert set(words_of(policy.one_area(four, figures, "audit"))) == {"未说明"}


def test_english(make, frames, figures):
    page = narrow(frames, ["甲市", "乙市"], [2016], "en")
    words = words_of(policy.across(page, figures))
    assert {"16 items\n24 items", "so far 7,468 items", "210–220 documents"} <= set(words)


def test_pages_hold_as_many_reports_as_have_room(make):
    made, report = make
    bodies = [f"样本{number}县" for number in range(7)]
    frames = made({}, [report(body) for body in bodies])
    parts = policy.pages(narrow(frames, bodies, [2016], "zh"))
    assert [len(part.reports) for part in parts] == [5, 2]
    assert [one for part in parts for one in part.reports["body"]] == bodies
