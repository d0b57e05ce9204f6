"""A body's year against the year before."""

import pandas as pd

from analysis.checks import findings

from ..frames import observations, reports

OUT, IN = "request.carried_out", "request.carried_in"


def over(*of_years, body="甲市"):
    """Findings about the years of a body: each year a list of figures."""
    ids = [f"{body}-{year}" for year, _ in of_years]
    stated = [observations(one, *figures) for one, (_, figures) in zip(ids, of_years, strict=True)]
    table = findings(pd.concat(stated), reports(*ids))
    return table[table["rule"].str.startswith(("years", "jump"))]


def test_what_is_carried_out_comes_in_the_next_year():
    (row,) = over((2021, [(OUT, "all", 5)]), (2022, [(IN, "all", 5)])).itertuples()
    assert (row.finding_id, row.state) == ("甲市-2022:years.requests:all", "consistent")
    assert (row.detail, row.indicators) == ("5 = 5 = 5", f"{IN} {OUT}")
    assert row.observations.split() == ["甲市-2021:0-5", "甲市-2022:0-5"]
    (row,) = over((2021, [(OUT, "all", 5)]), (2022, [(IN, "all", 7)])).itertuples()
    assert (row.state, row.stated, row.expected, row.difference) == ("breach", 7, 5, 2)


def test_a_year_between_and_another_body_are_no_year_before():
    assert over((2020, [(OUT, "all", 5)]), (2022, [(IN, "all", 7)])).empty
    tables = pd.concat(
        [observations("乙市-2021", (OUT, "all", 5)), observations("甲市-2022", (IN, "all", 7))]
    )
    assert (
        findings(tables, reports("乙市-2021", "甲市-2022")).query("rule == 'years.requests'").empty
    )


def test_rules_in_force_follow_from_those_made_and_repealed():
    # 40 in force, 3 made, 2 repealed: 41
    earlier = (2021, [("rules.in_force", "all", 40)])
    later = [("rules.made", "all", 3), ("rules.repealed", "all", 2)]
    (row,) = over(earlier, (2022, [*later, ("rules.in_force", "all", 41)])).itertuples()
    assert (row.state, row.stated, row.detail) == ("consistent", 43, "40 + 3 = 43 = 43")
    (row,) = over(earlier, (2022, [*later, ("rules.in_force", "all", 43)])).itertuples()
    assert (row.state, row.difference) == ("breach", 2)


def test_a_blank_of_either_year_is_named_with_its_year():
    later = [("rules.made", "all", 3), ("rules.in_force", "all", 41)]
    (row,) = over((2021, [("rules.in_force", "all", 40)]), (2022, later)).itertuples()
    assert (row.state, row.ground) == ("not_assessable", "not stated: rules.repealed")
    earlier = (2019, [("licence.items_previous_year", "all", 30)])
    (row,) = over(earlier, (2020, [("licence.items_previous_year", "all", 32)])).itertuples()
    assert row.ground == "not stated: licence.items_change@2019"


def test_rows_that_a_form_does_not_have_are_not_compared():
    earlier = (2020, [("rules.made", "all", 40)])
    later = [("rules.in_force", "all", 43), ("rules.made", "all", 3), ("rules.repealed", "all", 0)]
    assert over(earlier, (2021, later)).empty


def test_a_figure_ten_times_that_of_the_year_before_is_a_question():
    (row,) = over(
        (2016, [("channel.wechat", "all", 150)]), (2017, [("channel.wechat", "all", 1500)])
    ).itertuples()
    assert (row.rule, row.state, row.detail) == (
        "jump.channel.wechat",
        "not_assessable",
        "150 → 1500",
    )
    assert over(
        (2016, [("channel.wechat", "all", 151)]), (2017, [("channel.wechat", "all", 1500)])
    ).empty
    assert over(
        (2016, [("request.received", "all", 2)]), (2017, [("request.received", "all", 99)])
    ).empty


def test_a_figure_that_no_longer_means_the_same_does_not_jump():
    figures = [("reconsideration.total", "all", 10)], [("reconsideration.total", "all", 200)]
    assert not over((2017, figures[0]), (2018, figures[1])).empty
    assert over((2018, figures[0]), (2019, figures[1])).empty
