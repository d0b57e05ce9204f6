"""What the charts of themes draw and say, from small frames."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.codebook.topics import topics
from analysis.figures import footing
from analysis.figures import themes as charts
from analysis.figures.style import Chart

TOPICS = list(topics().topics)


@pytest.fixture
def page(one):
    """Two reports of 甲市 and 乙市 under the names that the page has for them."""
    selected = one("甲市")
    first = selected.reports.iloc[[0]]
    rows = [
        first.assign(report_id=f"{n}-2017", body=n, called=n, name=n, title=n) for n in ("甲市", "乙市")
    ]  # fmt: skip
    return replace(selected, reports=pd.concat(rows, ignore_index=True))


def share(body, topic, share, joint=False):
    return {"report_id": f"{body}-2017", "body": body, "year": 2017, "topic": topic, "paragraphs": 1,
            "characters": 10, "whole": 100, "share": share, "headed": 1.0, "joint": joint}  # fmt: skip


def shares():
    rows = [share(body, topic, 0.1) for body in ("乙市", "甲市") for topic in TOPICS]
    frame = pd.DataFrame(rows)
    frame.loc[0, "share"] = np.nan
    frame.loc[1, ["share", "joint"]] = [np.nan, True]
    return frame


def test_silence_is_a_dash_and_a_joint_heading_says_so(page):
    chart = charts.shares(page, shares())
    assert list(chart.table.index) == ["甲市", "乙市"]  # in the order of the page
    assert chart.table.loc["乙市"].to_list()[1:4] == ["–", "并", "10.0"]
    svg = chart.svg("none")
    assert "不是零" in svg and "未能分开" in svg and "n = 2 份报告" in svg


def test_no_note_on_joint_headings_where_there_are_none(page):
    assert "未能分开" not in charts.shares(page, shares().assign(joint=False)).svg("none")


def terms(kept=1.0):
    row = {"group": "甲市", "rank": 1, "term": "扶贫", "log_odds": 3.0, "tfidf": 0.5, "count": 4,
           "rest": 1, "size": 1234, "sentences": 3, "reports": 1, "kept": kept,
           "example": "公示扶贫项目。", "report_id": "甲市-2017", "start": 0, "end": 7}  # fmt: skip
    return pd.DataFrame([row])


def test_terms_come_with_counts_and_the_size_of_the_text(page):
    svg = charts.key_terms(page, terms(), "body").svg("none")
    assert all(words in svg for words in ("扶贫", "4 次 / 3 句", "甲市（n = 1,234 词）"))


def test_a_term_that_does_not_stay_is_hollow(page):
    sure, unsure = (charts.key_terms(page, terms(kept), "body").svg("none") for kept in (0.5, 0.4))
    assert sure.count("fill: #ffffff; stroke: #0072b2") < unsure.count("fill: #ffffff; stroke: #0072b2")  # fmt: skip


def test_without_terms_the_reason_stands_in_place_of_the_chart(page):
    found = charts.key_terms(page, terms()[:0], "body")
    assert not isinstance(found, Chart) and "只有一组文本" in found._repr_markdown_()
    assert found.table.empty


def test_few_reports_have_a_map_without_tree_and_no_themes(page):
    ids = list(page.reports["report_id"])
    likeness = pd.DataFrame([[1, 0.4], [0.4, 1]], ids, ids)
    tree = pd.DataFrame(columns=["first", "second", "distance", "reports", "support"])
    chart = charts.alike(page, likeness, tree)
    assert "少于 10 份报告，不聚类" in chart.svg("none") and chart.table.loc["甲市", "乙市"] == 0.4
    empty = pd.DataFrame(columns=["theme", "rank", "term", "weight"])
    stays = pd.DataFrame(columns=["theme", "share", "seeds", "resamples", "lowest", "paragraphs", "reports"])  # fmt: skip
    told = charts.themes(page, empty, stays)._repr_markdown_()
    assert "所选 2 份报告，少于 30 份" in told and "10 个话题" in told
    assert "所选 2 份报告，少于 10 份" in footing.clustering(page)


def test_support_is_written_where_it_is_high(page):
    ids = list(page.reports["report_id"])
    three = replace(page, reports=pd.concat([page.reports, page.reports.iloc[[0]].assign(
        report_id="丙市-2017", name="丙市")], ignore_index=True))  # fmt: skip
    ids = list(three.reports["report_id"])
    likeness = pd.DataFrame([[1, 0.8, 0.1], [0.8, 1, 0.2], [0.1, 0.2, 1]], ids, ids)
    tree = pd.DataFrame({"node": [3, 4], "first": [0, 2], "second": [1, 3], "distance": [0.2, 0.85],
                         "reports": [2, 3], "support": [0.9, 1.0]})  # fmt: skip
    svg = charts.alike(three, likeness, tree).svg("none")
    assert ">90<" in svg and ">100<" not in svg


def test_nearest_are_sorted_by_what_stays(page):
    frame = pd.DataFrame({"report_id": ["甲市-2017", "乙市-2017"], "nearest": ["乙市-2017", "甲市-2017"],
                          "likeness": 0.4, "kept": [0.2, 0.9]})  # fmt: skip
    chart = charts.nearest(page, frame)
    assert list(chart.table.index) == ["乙市", "甲市"]
    assert "乙市 → 甲市" in chart.svg("none") and "90%" in chart.svg("none")


def test_reports_of_one_name_are_told_apart(page):
    same = replace(page, reports=page.reports.assign(name="朝阳区", called="朝阳区"))
    assert list(charts.shares(same, shares()).table.index) == ["甲市-2017", "乙市-2017"]
    assert "甲市（n" in charts.key_terms(same, terms(), "body").svg("none")


def test_too_many_reports_for_a_chart_have_a_table_of_the_spread(page):
    ids = [str(n) for n in range(61)]
    many = replace(page, reports=pd.DataFrame({"report_id": ids, "name": ids, "body": ids}))
    likeness = pd.DataFrame(np.full((61, 61), 0.25), ids, ids)
    found = charts.alike(many, likeness, pd.DataFrame(columns=["support", "reports"]))
    assert "61 份报告" in found._repr_markdown_()
    assert found.table.to_numpy().tolist() == [[0.25] * 5]
