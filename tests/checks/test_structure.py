"""Reports as wholes: parts announced, titles numbered, events of the year after."""

import pytest

from analysis.checks import findings
from analysis.documents.structure import structured
from analysis.facts import extract
from analysis.records import Document, Report

from ..frames import observations, reports

TITLES = ("概述", "主动公开情况", "依申请公开情况", "存在的问题")


def checked(text, rule, pictures=()):
    """The finding of a rule about a whole report, or None."""
    title = "甲县2016年政府信息公开工作年度报告"
    whole = f"{title}\n\n{text}"
    report = Report("甲县-2016", "甲县", "", "", "county", "", 2016, title, "", "", "prose")
    document = Document("a", "txt", "0" * 64, whole, *structured(whole), pictures=pictures)
    facts = extract(document, report)
    table = findings(observations("甲县-2016"), reports("甲县-2016"), {"甲县-2016": facts})
    rows = table[table["rule"] == rule]
    assert len(rows) <= 1
    return None if rows.empty else rows.iloc[0]


def written(announced, numbers="一二三四", attached=""):
    parts = "\n".join(
        f"{n}、{title}\n全县公开信息若干。" for n, title in zip(numbers, TITLES, strict=False)
    )
    return f"本报告由概述、主动公开情况等{attached}{announced}部分组成。\n{parts}"


@pytest.mark.parametrize(
    ("announced", "attached", "state", "detail"),
    [
        ("四", "", "consistent", "4 = 4"),
        ("五", "", "breach", "5 ≠ 4"),
        ("五", "和附表", "consistent", "5 = 4"),
    ],
)
def test_a_report_has_the_parts_that_it_announces(announced, attached, state, detail):
    row = checked(written(announced, attached=attached), "parts")
    assert (row["state"], row["detail"]) == (state, detail)


def test_parts_without_numbered_titles_are_not_counted():
    row = checked("本报告由概述、主动公开情况等四部分组成。\n全县公开信息若干。", "parts")
    assert (row["state"], row["ground"]) == ("not_assessable", "no numbered titles are found")


@pytest.mark.parametrize(
    ("numbers", "state", "detail"),
    [
        ("一二三四", "consistent", "1, 2, 3, 4"),
        ("一二四五", "breach", "1, 2, 4, 5"),
        ("一二二三", "breach", "1, 2, 2, 3"),
    ],
)
def test_titles_are_numbered_one_by_one(numbers, state, detail):
    row = checked(written("四", numbers), "numbering")
    assert (row["state"], row["detail"]) == (state, detail)


def test_an_event_of_the_year_after_is_told_as_such():
    row = checked("一、概述\n2017年1月5日，成立了政务公开领导小组，由县长任组长。", "date")
    assert (row["state"], row["detail"], row["likely_cause"]) == ("breach", "2017-01-05", "report")


@pytest.mark.parametrize(
    "text",
    [
        "一、概述\n全县公开信息若干。\n2017年3月20日",  # a signature
        "一、概述\n本报告于2017年3月20日公布。",
        "一、概述\n2016年1月5日，成立了政务公开领导小组，由县长任组长。",
        "一、下一步打算\n2017年1月5日以前，成立政务公开领导小组，由县长任组长。",
    ],
)
def test_other_days_are_no_events_out_of_time(text):
    assert checked(text, "date") is None


def test_pictures_that_are_not_read_are_told_with_their_places():
    row = checked("一、概述", "pictures", ("3/12", "见下表：", "见下表：", ""))
    assert (row["state"], row["cases"], row["detail"]) == ("not_assessable", 4, "3/12、见下表：")
    assert row["ground"] == "what stands in pictures is not read"
    assert checked("一、概述", "pictures") is None
