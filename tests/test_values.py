"""One value per body, year and indicator."""

import math

import pandas as pd

from analysis.values import values

from .frames import observations, reports


def value_of(indicator, *figures, scope="all", sources=None, report_id="甲市-2016"):
    """The row of one indicator, of a report with some figures."""
    stated = observations(report_id, *figures)
    stated = stated.assign(source=sources) if sources else stated
    table = values(stated, reports(report_id))
    (row,) = table.query(f"indicator == '{indicator}' and scope == '{scope}'").itertuples()
    return row


def test_what_is_stated_once_is_the_value():
    row = value_of("request.received", ("request.received", "all", 120))
    assert (row.value, row.lower, row.upper, row.unit) == (120, 120, 120, "件")
    assert (row.status, row.source, row.statements, row.note) == ("stated", "prose", 1, "")
    assert row.observations == "甲市-2016:0-5"


def test_a_table_comes_before_prose_and_prose_that_differs_is_noted():
    figures = [("request.received", "all", 120), ("request.received", "all", 121)]
    row = value_of("request.received", *figures, sources=["prose", "table"])
    assert (row.value, row.status, row.source, row.statements) == (121, "stated", "table", 2)
    assert row.note == "prose says otherwise: 120"


def test_a_decision_comes_before_a_table():
    figures = [("request.received", "all", 120), ("request.received", "all", 121)]
    row = value_of("request.received", *figures, sources=["reviewed", "table"])
    assert (row.value, row.source) == (120, "reviewed")


def test_statements_that_exclude_each_other_leave_an_interval_and_no_value():
    figures = [("request.received", "all", 120), ("request.received", "all", 121)]
    row = value_of("request.received", *figures)
    assert (row.status, row.lower, row.upper) == ("conflict", 120, 121)
    assert math.isnan(row.value)
    assert row.note == "conflicting values: request.received"


def test_an_exact_value_narrows_an_approximate_one():
    figures = [
        ("disclosure.total", "all", (110000, 110000, 120000)),
        ("disclosure.total", "all", 115020),
    ]
    assert value_of("disclosure.total", *figures).value == 115020
    row = value_of("disclosure.total", figures[0])
    assert (row.status, row.value, row.upper) == ("interval", 110000, 120000)


def test_what_the_form_asks_for_and_no_one_states_is_there_without_a_value():
    row = value_of("request.received", ("staff.total", "all", 3))
    assert (row.status, row.note, row.observations, row.source) == ("not_stated", "", "", "")
    assert math.isnan(row.value) and pd.isna(row.statements)


def test_other_scopes_never_stand_for_the_whole():
    figures = [
        ("staff.total", "municipal", 3),
        ("staff.total", "county", 9),
        ("staff.total", "unit", 2, "市教育局"),
    ]
    whole = value_of("staff.total", *figures)
    assert (whole.status, whole.note) == (
        "not_stated",
        "stated of other scopes only: municipal county unit",
    )
    assert value_of("staff.total", *figures, scope="county").value == 9


def test_rows_of_another_form_are_not_missing():
    table = values(observations("甲市-2021", ("channel.website", "all", 5)), reports("甲市-2021"))
    silent = set(table.query("status == 'not_stated'")["indicator"])
    assert "request.new" in silent and "channel.wechat" not in silent
    assert set(table.query("indicator == 'request.new'")["applicant"]) == {"total"}
    assert table.query("indicator == 'channel.website'")["value"].to_list() == [5]
