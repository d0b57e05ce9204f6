"""Checks against hand-worked sums; each figure is that of a report, or made to break one."""

import pandas as pd
import pytest

from analysis import tables
from analysis.checks import findings
from analysis.checks.comparison import state
from analysis.codebook.identities import identities, rows, sums_of
from analysis.intervals import OPEN, Amount
from analysis.records import Doubt, Facts, Refusal

from ..frames import observations, reports

ROUTES = [
    ("request.received_in_person", "all", 16),
    ("request.received_online", "all", 64),
    ("request.received_letter", "all", 40),
]
FAX = ("request.received_fax", "all", 0)
CHANNELS = [
    ("channel.gazette", "all", 2297),
    ("channel.website", "all", 95842),
    ("channel.weibo", "all", 5560),
    ("channel.wechat", "all", 5380),
    ("channel.other", "all", 21582),
]


def found(rule, *figures, report_id="新乡市-2016"):
    """The one finding of `rule`, or None."""
    table = findings(observations(report_id, *figures), reports(report_id))
    tables.check("findings", table)
    rows = table[table["rule"] == rule]
    assert len(rows) <= 1
    return None if rows.empty else rows.iloc[0]


def test_parts_that_add_up_are_written_out():
    row = found("sum.request_routes", ("request.received", "all", 120), *ROUTES, FAX)
    assert row["state"] == "consistent"
    assert (row["stated"], row["expected"], row["difference"], row["cases"]) == (120, 120, 0, 5)
    assert row["detail"] == "16 + 0 + 64 + 40 = 120 = 120"
    assert row["finding_id"] == "新乡市-2016:sum.request_routes:all"
    assert (row["likely_cause"], row["ground"]) == ("", "")


def test_parts_that_do_not_add_up_are_a_breach_with_its_difference():
    row = found("sum.request_routes", ("request.received", "all", 118), *ROUTES, FAX)
    assert (row["state"], row["difference"], row["likely_cause"]) == ("breach", -2, "undecided")
    assert row["detail"] == "16 + 0 + 64 + 40 = 120 ≠ 118"


def test_a_missing_part_is_named_and_never_a_zero():
    row = found("sum.request_routes", ("request.received", "all", 120), *ROUTES)
    assert (row["state"], row["cases"]) == ("not_assessable", 4)
    assert row["ground"] == "not stated: request.received_fax"
    assert row["detail"] == "16 + ? + 64 + 40 = 120 + ? vs 120"
    assert pd.isna(row["expected"])


def test_stated_parts_that_already_exceed_the_total_are_a_breach():
    row = found("sum.request_routes", ("request.received", "all", 119), *ROUTES)
    assert row["state"] == "breach"
    assert row["detail"] == "16 + ? + 64 + 40 = 120 + ? ≠ 119"


def test_a_missing_total_is_named():
    row = found("sum.request_routes", *ROUTES, FAX)
    assert (row["state"], row["ground"]) == ("not_assessable", "not stated: request.received")


def test_a_silent_report_has_no_row():
    assert findings(observations("新乡市-2016"), reports("新乡市-2016")).empty


def test_scopes_are_not_mixed():
    parts = [("request.received_online", "municipal", 120)]
    row = found("sum.request_routes", ("request.received", "unit", 120, "市环境保护局"), *parts)
    assert (row["scope"], row["ground"].split()[2]) == ("municipal", "request.received")


@pytest.mark.parametrize(
    ("total", "outcome"), [(130661, "consistent"), (130000, "consistent"), (130662, "breach")]
)
def test_channels_may_exceed_the_total_and_not_fall_short(total, outcome):
    row = found("sum.channel_mix", ("disclosure.total", "all", total), *CHANNELS)
    assert row["state"] == outcome


def test_channels_with_one_missing_cannot_fall_short_but_can_suffice():
    short = found("sum.channel_mix", ("disclosure.total", "all", 130661), *CHANNELS[1:])
    assert (short["state"], short["ground"]) == ("not_assessable", "not stated: channel.gazette")
    enough = found("sum.channel_mix", ("disclosure.total", "all", 128364), *CHANNELS[1:])
    assert enough["state"] == "consistent"


def test_a_joint_figure_takes_the_place_of_its_members():
    joint = ("channel.new_media", "all", 10940)
    figures = [one for one in CHANNELS if one[0] not in ("channel.weibo", "channel.wechat")]
    row = found("sum.channel_mix", ("disclosure.total", "all", 130661), *figures, joint)
    assert row["state"] == "consistent"
    assert row["detail"] == "2297 + 95842 + 10940 + 21582 = 130661 ≥ 130661"


def test_a_joint_figure_is_compared_with_members_stated_beside_it():
    row = found("sum.channel.new_media", *CHANNELS, ("channel.new_media", "all", 10904))
    assert (row["state"], row["detail"]) == ("breach", "5560 + 5380 = 10940 ≠ 10904")
    mix = found("sum.channel_mix", *CHANNELS, ("channel.new_media", "all", 10904))
    assert "conflicting values: channel.new_media" in mix["ground"]


def test_intervals_are_compared_as_intervals():
    # 11余万 against 8余万 and 3余万: 110000..130000 meets 110000..120000
    total = ("disclosure.total", "all", (110000, 110000, 120000))
    county = ("disclosure.total", "county", (30000, 30000, 40000))
    municipal = ("disclosure.total", "municipal", (80000, 80000, 90000))
    row = found("scope.disclosure.total", total, municipal, county)
    assert row["state"] == "consistent"
    assert row["detail"] == "80000..90000 + 30000..40000 = 110000..130000 ≈ 110000..120000"
    lower = ("disclosure.total", "municipal", (40000, 40000, 50000))
    assert found("scope.disclosure.total", total, lower, county)["state"] == "breach"


def test_scopes_are_added_up_only_where_all_three_are_stated():
    two = [("staff.total", "all", 938), ("staff.total", "municipal", 500)]
    assert found("scope.staff.total", *two) is None
    row = found("scope.staff.total", *two, ("staff.total", "county", 437))
    assert (row["state"], row["detail"]) == ("breach", "500 + 437 = 937 ≠ 938")


def test_money_adds_up_as_printed():
    figures = [("budget.dedicated", "all", 76.1), ("budget.dedicated", "county", 61.3)]
    row = found("scope.budget.dedicated", *figures, ("budget.dedicated", "municipal", 14.8))
    assert (row["state"], row["detail"]) == ("consistent", "14.8 + 61.3 = 76.1 = 76.1")


def test_two_exact_values_for_one_figure_are_a_conflict():
    figures = [
        ("response.press_conferences", "municipal", 34),
        ("response.press_conferences", "municipal", 24),
        ("response.press_conferences", "all", 40),
    ]
    row = found("conflict", *figures, report_id="襄阳市-2017")
    assert (row["state"], row["stated"], row["expected"], row["cases"]) == ("breach", 34, 24, 2)
    assert row["finding_id"] == "襄阳市-2017:conflict:response.press_conferences:municipal"
    assert row["observations"] == "襄阳市-2017:0-5 襄阳市-2017:10-15"


def test_an_exact_value_inside_the_interval_of_another_is_no_conflict():
    rounded = ("disclosure.total", "all", (110000, 110000, 120000))
    inside, outside = ("disclosure.total", "all", 115020), ("disclosure.total", "all", 125020)
    assert found("conflict", rounded, inside)["state"] == "consistent"
    assert found("conflict", rounded, outside)["state"] == "breach"


def test_two_units_do_not_conflict():
    figures = [("litigation.total", "unit", 3, "红旗区"), ("litigation.total", "unit", 1, "卫滨区")]
    assert found("conflict", *figures) is None


def test_a_conflict_makes_the_sum_that_uses_it_not_assessable():
    totals = [("request.received", "all", 120), ("request.received", "all", 121)]
    row = found("sum.request_routes", *totals, *ROUTES, FAX)
    assert (row["state"], row["ground"]) == (
        "not_assessable",
        "conflicting values: request.received",
    )


@pytest.mark.parametrize(
    ("part_time", "supported"), [(93, "the parts make up one of the values: 108; "), (90, "")]
)
def test_a_conflict_says_which_of_its_values_the_parts_make_up(part_time, supported):
    totals = [("staff.total", "all", 118), ("staff.total", "all", 108)]
    parts = [("staff.full_time", "all", 15), ("staff.part_time", "all", part_time)]
    row = found("conflict", *totals, *parts)
    rest = "the figures stand in words, so that the report or the reading may be wrong"
    assert (row["detail"], row["ground"]) == ("118 ≠ 108", supported + rest)


def test_parts_that_are_missing_support_no_value():
    totals = [("staff.total", "all", 15), ("staff.total", "all", 108)]
    assert "parts" not in found("conflict", *totals, ("staff.full_time", "all", 15))["ground"]


def test_statements_that_agree_need_no_support():
    totals = [("staff.total", "all", (100, 100, 110)), ("staff.total", "all", 108)]
    parts = [("staff.full_time", "all", 15), ("staff.part_time", "all", 93)]
    row = found("conflict", *totals, *parts)
    assert (row["state"], row["ground"]) == ("consistent", "")


def test_sums_of_the_form_end_with_its_years():
    figures = [("request.received", "all", 118), *ROUTES, FAX]
    assert found("sum.request_routes", *figures, report_id="新乡市-2018")["state"] == "breach"
    assert found("sum.request_routes", *figures, report_id="新乡市-2019") is None


def test_a_second_report_of_one_body_and_year_is_a_finding():
    listed = reports("新乡市-2016", "新乡市-2016-2", "新乡市-2017")
    table = findings(observations("新乡市-2016"), listed)
    assert table["finding_id"].tolist() == ["新乡市-2016-2:duplicate_report"]
    assert table["state"].tolist() == ["breach"]


def test_an_open_end_proves_nothing():
    # 约100 says nothing about its reach; 超过300 can only fall short
    about, over = Amount(100, OPEN, OPEN), Amount(300, 300, OPEN)
    exact = Amount(320, 320, 320)
    assert state("equal", about, exact) == "not_assessable"
    assert state("equal", over, exact) == "consistent"
    assert state("equal", over, Amount(280, 280, 280)) == "breach"


LATEST = {"form_2014": 2018, "form_2019": 2020, "form_2021": 2022}


@pytest.mark.parametrize(
    ("name", "form"),
    [(name, form) for name, one in identities().sums.items() for form in one.forms],
)
def test_every_sum_is_able_to_fail(name, form):
    """A check that matches nothing would pass in silence."""
    one = sums_of(LATEST[form])[name]
    first, *others = rows([one.total])
    total = 2 * len(one.parts)
    right = [*((part, "all", 2) for part in one.parts), *((other, "all", 1) for other in others)]
    body = f"甲市-{LATEST[form]}"
    wrong = -1 if one.relation == "at_most" else 1
    for extra, outcome in ((0, "consistent"), (wrong, "breach")):
        whole = (first, "all", total - len(others) + extra)
        assert found(f"sum.{name}", whole, *right, report_id=body)["state"] == outcome


BALANCE = [
    ("request.new", "all", 90), ("request.carried_in", "all", 3),
    ("outcome.total", "all", 88), ("request.carried_out", "all", 5),
]  # fmt: skip


def test_what_came_in_is_handled_or_carried_over():
    row = found("sum.request_balance", *BALANCE, report_id="甲市-2021")
    assert (row["state"], row["detail"], row["cases"]) == ("consistent", "88 + 5 = 93 = 93", 4)
    assert row["indicators"].split()[:2] == ["request.new", "request.carried_in"]
    less = [*BALANCE[:3], ("request.carried_out", "all", 4)]
    row = found("sum.request_balance", *less, report_id="甲市-2021")
    assert (row["state"], row["difference"]) == ("breach", 1)


@pytest.mark.parametrize("blank", range(4))
def test_a_blank_on_either_side_is_named_and_nothing_is_assessed(blank):
    given = [one for i, one in enumerate(BALANCE) if i != blank]
    row = found("sum.request_balance", *given, report_id="甲市-2021")
    assert (row["state"], row["cases"]) == ("not_assessable", 3)
    assert row["ground"] == f"not stated: {BALANCE[blank][0]}"
    assert pd.isna(row["difference"])
    details = ["88 + 5 = 93 vs 3 + ?", "88 + 5 = 93 vs 90 + ?", "? + 5 = 5 + ? vs 93"]
    assert row["detail"] == [*details, "88 + ? = 88 + ? vs 93"][blank]


def test_one_row_is_other_handling_in_the_form_of_2019_and_three_are_since_2021():
    rest = [(row, "all", 1) for row in sums_of(2020)["outcomes"].parts]
    total = ("outcome.total", "all", 19)
    assert found("sum.outcomes", total, *rest, report_id="甲市-2020")["state"] == "consistent"
    row = found("sum.outcomes", total, *rest, report_id="甲市-2021")
    assert (row["state"], row["ground"]) == (
        "not_assessable",
        "not stated: outcome.other_not_amended outcome.other_unpaid",
    )


def test_a_sum_is_checked_over_one_applicant():
    new, carried = BALANCE[:2], BALANCE[2:]
    stated = observations("甲市-2021", *new, *carried)
    apart = stated.assign(applicant=["natural_person", "natural_person", "total", "total"])
    table = findings(apart, reports("甲市-2021")).query("rule == 'sum.request_balance'")
    assert set(table["applicant"]) == {"natural_person", "total"}
    assert set(table["state"]) == {"not_assessable"}


def test_tables_left_open_are_findings_with_what_was_found():
    facts = Facts(
        (), (), (),
        refusals=(Refusal(10, 90, "form_2021", ("予以公开", "部分公开", "重复申请")),),
        doubts=(Doubt(100, 160, ("64", "40")),),
    )  # fmt: skip
    rows = findings(observations("甲市-2022"), reports("甲市-2022"), {"甲市-2022": facts})
    assert list(rows["finding_id"]) == [
        "甲市-2022:form_refused:10", "甲市-2022:reader_disagreement:100",
    ]  # fmt: skip
    assert list(rows["detail"]) == ["form_2021: 予以公开、部分公开、重复申请", "64、40"]
    assert set(rows["state"]) == {"breach"}
