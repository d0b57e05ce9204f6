"""The first page says what there is, what is new and what was not read."""

from urllib.parse import unquote

import pytest

from analysis import tables
from analysis.codebook.dictionary import dictionary
from analysis.publishing import frame
from analysis.publishing.frame import Link
from analysis.publishing.frontpage import contents
from analysis.publishing.pages import Page

READ = {"status": "read", "body": "新乡市", "form": "prose"}
REPORTS = [
    READ | {"file": "a", "report_id": "新乡市-2016", "year": 2016, "level": "prefecture", "published": "2017-03-21"},
    READ | {"file": "b", "report_id": "新乡市-2017", "year": 2017, "level": "prefecture", "published": "2018-01-22"},
    READ | {"file": "c", "report_id": "河南省-2017", "body": "河南省", "year": 2017, "level": "province"},
    READ | {"file": "d.xls", "report_id": "新乡市-2017", "year": 2017, "reason": "Attachment of b."},
    {"file": "e.pdf", "status": "unreadable", "reason": "No text layer <here>."},
]  # fmt: skip
PAGES = [
    Page("comparison-zh", "comparison", ("新乡市",), (2016,), "zh", "比较 2016"),
    Page(
        "comparison_since_2019-zh", "comparison_since_2019", ("新乡市",), (2019,), "zh", "比较 2019"
    ),
    Page("新乡市-2016-zh", "city", ("新乡市",), (2016,), "zh", "新乡市 2016"),
]


@pytest.fixture
def shown(tmp_path):
    """What is shown where the first page alone was ever made."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "comparison-zh.html").touch()
    return contents(
        given(REPORTS), PAGES, {"comparison_since_2019-zh": "KeyError: x"}, tmp_path, "zh"
    )


def given(reports):
    """All tables, empty but for the list of reports."""
    frames = {name: tables.frame(name, []) for name in dictionary()}
    return frames | {"reports": tables.frame("reports", reports)}


def test_reports_are_counted_without_attachments_and_files_not_read(shown):
    assert dict(shown["facts"]) == {
        "报告": "3", "机关": "2", "数值": "0", "核对": "0", "其中不符": "0", "未定的数字": "0",
    }  # fmt: skip


def test_reports_are_counted_by_year_and_level_and_none_is_blank(shown):
    assert shown["covered"].heads == ["报告年度", "省级", "地级"]
    assert shown["covered"].rows == [[2016, "", 1], [2017, 1, 1]]


def test_bodies_are_named_with_their_years(shown):
    rows = shown["few"].rows
    assert [(name.words, level, [year.words for year in of]) for name, _, level, of in rows] == [
        ("新乡市", "地级", ["2016", "2017"]),
        ("河南省", "省级", ["2017"]),
    ]
    assert unquote(rows[0][0].href) == "bodies/新乡市-zh.html"


@pytest.mark.parametrize(("there", "named"), [(12, 12), (13, 0)])
def test_bodies_are_named_as_long_as_they_are_few(tmp_path, there, named):
    names = [f"{number}县" for number in range(there)]
    reports = [
        READ | {"file": name, "report_id": f"{name}-2016", "body": name, "year": 2016}
        for name in names
    ]
    shown = contents(given(reports), [], {}, tmp_path, "zh")
    assert len(shown["few"].rows) == named
    assert (">3县<" in frame.fill("index", "index", "zh", **shown)) == (named > 0)


def test_the_reports_published_last_come_first_and_undated_ones_are_left_out(shown):
    assert [(date, link.words) for date, link in shown["newest"]] == [
        ("2018-01-22", "新乡市 2017 年报告：原文与数值"),
        ("2017-03-21", "新乡市 2016 年报告：原文与数值"),
    ]


def test_a_file_that_was_not_read_is_named_with_its_reason(shown):
    assert shown["unread"].rows == [["e.pdf", "无法读取", "No text layer <here>."]]
    assert "No text layer &lt;here&gt;." in frame.fill("index", "index", "zh", **shown)


def test_a_page_that_failed_is_named_and_not_linked(shown):
    (comparisons,) = [links for kind, _, links in shown["groups"] if kind == "comparison"]
    assert [link.words for link in comparisons] == ["比较 2016"]
    assert shown["failed"] == [(Link("比较 2019", ""), "KeyError: x", Link("没有做成的笔记本", ""))]


def test_changes_are_those_of_the_current_version(shown):
    assert "<li>Five reports" in shown["changes"]
    assert "## " not in shown["changes"]
