"""Counts, sums by group, and paragraphs drawn anew within their report."""

import pandas as pd

from analysis.themes.counting import counted, members, redrawn


def test_counts_of_nothing():
    counts, words = counted(pd.Series(["", ""]))
    assert counts.shape == (2, 0) and len(words) == 0


def test_members_add_up_by_group():
    counts, words = counted(pd.Series(["公开 公开", "信息", "公开 信息"]))
    assert words.tolist() == ["信息", "公开"]
    assert (members(["a", "b", "a"], ["a", "b"]) @ counts).toarray().tolist() == [[1, 3], [1, 0]]


def test_each_report_keeps_its_number_of_paragraphs():
    paragraphs = pd.DataFrame({"report_id": ["甲"] * 3 + ["乙"] * 2})
    drawn = redrawn(paragraphs, 5)
    assert len(drawn) == 5
    assert [(one[:3].sum(), one[3:].sum()) for one in drawn] == [(3, 2)] * 5
    assert [one.tolist() for one in redrawn(paragraphs, 5)] == [one.tolist() for one in drawn]
