"""The charts of reuse show shares with their n, and say where there is nothing to compare."""

import pandas as pd
import pytest

from analysis.figures import reuse
from analysis.themes.rates import BETWEEN, RATES


@pytest.fixture(scope="module")
def rates():
    rows = [
        ("甲市", 40, None, 0.25),
        ("乙市", 10, None, 0.0),
        ("丙县", 20, 0.5, 0.1),
        ("丁市", 5, None, 0.2),
    ]
    return pd.DataFrame(
        {"report_id": f"{body}-2016", "body": body, "year": 2016, "n": n, "own_years_rate": own, "others_rate": others}
        for body, n, own, others in rows
    ).reindex(columns=RATES)  # fmt: skip


@pytest.fixture(scope="module")
def shared():
    row = {"report_a": "乙市-2016", "report_b": "甲市-2016", "n_a": 10, "n_b": 40,
           "sentences_a": 5, "sentences_b": 10, "rate_a": 0.5, "rate_b": 0.25}  # fmt: skip
    return pd.DataFrame([row], columns=BETWEEN)


def words_of(chart):
    return [text.get_text() for axes in chart.figure.axes for text in axes.texts]


def test_rates_with_their_n_and_what_cannot_be_compared(four, rates):
    words = words_of(reuse.by_report(four, rates))
    assert words[:4] == [
        "没有其他年度的报告",
        "没有其他年度的报告",
        "50.0% (n = 20)",
        "没有其他年度的报告",
    ]
    assert words[4:] == ["25.0% (n = 40)", "0.0% (n = 10)", "10.0% (n = 20)", "20.0% (n = 5)"]


def test_the_map_gives_the_share_of_the_rows_report(four, shared):
    chart = reuse.between(four, shared)
    assert words_of(chart) == ["25.0%", "50.0%"]  # 甲市 in 乙市 stands above 乙市 in 甲市
    assert chart.table["数值"].to_list() == [50, 25]


def test_a_map_of_reports_that_share_nothing(four, shared):
    chart = reuse.between(four, shared.iloc[:0])
    assert words_of(chart) == [] and chart.table.empty
