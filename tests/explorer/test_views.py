"""A choice shows its chart with the table behind it and the sentences behind each value."""

import pytest

from analysis.explorer.choices import Choice
from analysis.explorer.views import read, view


@pytest.fixture(scope="module")
def published():
    return read("")


@pytest.fixture(scope="module")
def invented():
    return read("data/example/processed")


def test_bodies_of_one_year_each_are_bars_with_a_table(published):
    seen = view(published, Choice("request.received", bodies=("新乡市", "同江市")))
    assert seen.chart.figure.texts[0].get_text() == "2016–2017 年 · 收到申请数"
    assert list(seen.chart.table["所示"]) == ["120", "2"]
    bars = [bar.get_width() for bar in seen.chart.figure.axes[0].patches]
    assert bars == [120, 2]


def test_a_body_of_several_years_is_a_line_cut_where_the_form_changes(invented):
    seen = view(invented, Choice("reconsideration.total", bodies=("示例市（虚构）",)))
    lines = [line for line in seen.chart.figure.axes[0].lines if line.get_marker() == "o"]
    drawn = [list(line.get_xdata()) for line in lines if len(line.get_xdata())]
    assert drawn == [[2018], [2019, 2020, 2021, 2022]]
    assert list(seen.chart.table["所示"]) == ["5", "5", "6", "9", "9"]


def test_a_value_leads_to_its_sentence(published):
    seen = view(published, Choice("request.received", bodies=("新乡市",)))
    found = seen.sentences("新乡市-2016")
    whole = found[found["范围"] == "全部范围"]
    assert list(whole["所示"]) == ["120"]
    assert "120" in whole["原文"].iloc[0]
    assert set(found.index) == {"收到申请数"}


def test_a_rate_leads_to_the_sentences_of_what_it_divides(published):
    seen = view(published, Choice("lawsuits_per_request", bodies=("新乡市",)))
    assert list(seen.chart.table["所示"]) == ["2.50"]
    found = seen.sentences("新乡市-2016")
    assert set(found.index) == {"收到申请数", "行政诉讼数量"}


def test_a_share_leads_to_the_share_that_the_report_prints_too(published):
    seen = view(published, Choice("share.website", "stated_total", bodies=("新乡市",)))
    assert list(seen.chart.table["所示"]) == ["73.4%"]
    assert "73.3%" in set(seen.sentences("新乡市-2016")["所示"])


def test_a_silent_report_is_shown_as_silent_and_has_no_sentences(published):
    seen = view(published, Choice("request.concluded", bodies=("邢台市",)))
    assert list(seen.chart.table["所示"]) == ["未说明"]
    assert seen.sentences("邢台市-2017").empty


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice("request.received", level="township"), "没有符合所选的报告。"),
        (Choice("request.received", bodies=("新乡市",), years=(2017,)), "没有符合所选的报告。"),
        (Choice("request.new"), "所选报告的表式没有此项，报告也没有说明。"),
        (Choice("request.new", language="en"), "The forms of these reports do not ask for this, and the reports do not state it."),
    ],
)  # fmt: skip
def test_a_choice_without_data_says_so(published, choice, said):
    seen = view(published, choice)
    assert (seen.chart, seen.said) == (None, said)


def test_names_of_files_have_no_point(published):
    assert view(published, Choice("request.received")).chart.name == "request_received"
