"""A city against its counties, and a province against its cities."""

import pandas as pd

from analysis.checks import findings
from analysis.codebook.divisions import divisions

from ..frames import observations, reports

COUNTIES = divisions().below("鹤壁市", "河南省", 2016)


def of_counties(whole, *parts):
    """The finding about 鹤壁市, which has five counties, with figures of its first ones."""
    ids = ["鹤壁市-2016", *(f"{one.name}-2016" for one in COUNTIES[: len(parts)])]
    listed = reports(*ids).set_index("report_id").loc[ids].reset_index()
    places = [("prefecture", "410600"), *(("county", one.adcode) for one in COUNTIES[: len(parts)])]
    listed = listed.assign(
        level=[level for level, _ in places], adcode=[code for _, code in places], province="河南省"
    )
    stated = [observations(ids[0], ("request.received", "county", whole))]
    stated += [
        observations(i, ("request.received", "all", v)) for i, v in zip(ids[1:], parts, strict=True)
    ]
    table = findings(pd.concat(stated), listed)
    return table[table["rule"] == "counties.request.received"]


def test_the_counties_of_a_city():
    assert [one.name for one in COUNTIES] == ["鹤山区", "山城区", "淇滨区", "浚县", "淇县"]


def test_counties_add_up_to_no_more_than_the_city_says_of_them():
    (row,) = of_counties(15, 1, 2, 3, 4, 5).itertuples()
    assert (row.state, row.detail) == ("consistent", "1 + 2 + 3 + 4 + 5 = 15 ≤ 15")
    (row,) = of_counties(14, 1, 2, 3, 4, 5).itertuples()
    assert (row.state, row.difference, row.report_id) == ("breach", -1, "鹤壁市-2016")
    (row,) = of_counties(20, 1, 2, 3, 4, 5).itertuples()  # a development zone reports, too
    assert row.state == "consistent"


def test_a_county_without_a_report_is_named():
    (row,) = of_counties(15, 1, 2, 3).itertuples()
    assert (row.state, row.ground) == ("not_assessable", "not stated: 浚县 淇县")
    (row,) = of_counties(5, 1, 2, 3).itertuples()
    assert row.state == "breach"


def test_a_city_alone_is_not_compared():
    assert of_counties(15).empty
