"""A rate is shown as the report allows it: computed, printed, of a part, of another whole, or not."""

import pytest

from analysis import checks, measures, tables
from analysis.figures import rates
from analysis.figures.selection import narrow

ON_TIME = ["on_time.of_concluded", "on_time.of_on_time_and_extended"]


@pytest.fixture
def page(make):
    """A maker of the selection of one body from its figures and the shares that it prints."""
    made, report = make

    def selected(stated, printed=()):
        frames = made({"甲市": stated}, [report("甲市")])
        rows = [
            {"report_id": "甲市-2016", "body": "甲市", "year": 2016, "indicator": name, "scope": "all",
             "value": value, "lower": value, "upper": value, "unit": "%", "evidence": "占", "start": 900 + i,
             "end": 902 + i}
            for i, (name, value) in enumerate(printed)
        ]  # fmt: skip
        shares = tables.frame("printed_shares", rows)
        frames["measures"] = measures.measure(frames["observations"], shares, frames["reports"])
        frames["findings"] = checks.findings(frames["observations"], frames["reports"])
        return narrow(frames, ["甲市"], [2016], "zh")

    return selected


def shown(rows):
    told = zip(rows["status"], rows["text"], rows["unit"], strict=True)
    return dict(zip(rows["indicator"], told, strict=True))


def test_counts_and_rates_stand_side_by_side(page):
    stated = [("request.received", 120), ("reconsideration.total", 4)]
    items = ["reconsiderations_per_request", "request.received", "lawsuits_per_request"]
    assert shown(rates.shown(page(stated), items)) == {
        "reconsiderations_per_request": ("exact", "3.33", "件/百件"),
        "request.received": ("exact", "120", "件"),
        "lawsuits_per_request": ("not_stated", "未说明", "件/百件"),
    }


def test_a_rate_of_few_cases_says_how_many(page):
    stated = [("request.received", 8), ("reconsideration.total", 1)]
    rows = rates.rates(page(stated), ["reconsiderations_per_request"])
    assert rows[["text", "n"]].to_numpy().tolist() == [["12.50（n = 8）", 8]]


def test_an_interval_stays_one(page):
    # 10 of 100 to 200 requests: 5 to 10 per hundred
    stated = [("request.received", 100, 100, 200), ("reconsideration.total", 10)]
    rows = rates.rates(page(stated), ["reconsiderations_per_request"])
    assert rows[["status", "text", "lower", "upper"]].to_numpy().tolist() == [
        ["interval", "5.00–10.00", 5, 10]
    ]


def test_a_printed_share_stands_in_where_none_can_be_computed(page):
    printed = [("request.concluded_on_time", 98.5)]
    rows = rates.rates(page([("request.received", 8)], printed), ON_TIME)
    assert shown(rows)["on_time.of_concluded"] == ("exact", "98.5%（报告所写）", "%")
    computed = [("request.concluded", 50), ("request.concluded_on_time", 40)]
    rows = rates.rates(page(computed, printed), ON_TIME)
    assert shown(rows)["on_time.of_concluded"] == ("exact", "80.0%", "%")


def test_of_several_printed_shares_none_is_chosen(page):
    printed = [("request.concluded_on_time", 98.5), ("request.concluded_on_time", 90)]
    row = rates.rates(page([("request.received", 8)], printed), ON_TIME).iloc[0]
    assert (row["text"], row["lower"], row["upper"]) == ("90.0–98.5%（报告所写）", 90, 98.5)
    assert row["value"] != row["value"]


def test_a_rate_of_the_levels_below_is_of_a_part_only(page):
    stated = [
        ("request.received", 100, 100, 100, "county"),
        ("reconsideration.total", 10, 10, 10, "county"),
    ]
    rows = rates.rates(page(stated), ["reconsiderations_per_request"])
    assert list(rows["status"]) == ["part_only"]


def test_a_share_of_another_whole_is_not_shown_as_that_of_this_one(page):
    parts = ["website", "weibo", "wechat", "gazette", "other"]
    stated = [(f"channel.{one}", 20) for one in parts]
    rows = rates.rates(page(stated), ["share.website"], "stated_total")
    assert list(rows["status"]) == ["other_denominator"]
    rows = rates.rates(page(stated), ["share.website"], "sum_of_parts")
    assert list(rows["text"]) == ["20.0%"]
