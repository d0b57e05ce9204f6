"""Shares and rates worked out by hand from what five reports say."""

import pandas as pd
import pytest

from analysis import tables
from analysis.codebook.measures import measures
from analysis.measures import measure

from .frames import observations, printed_shares, reports

XINXIANG = [
    ("disclosure.total", "all", 130661),
    ("channel.website", "all", 95842),
    ("channel.weibo", "all", 5560),
    ("channel.wechat", "all", 5380),
    ("channel.gazette", "all", 2297),
    ("channel.other", "all", 21582),
]
FOUR_CHANNELS = [
    ("channel.website", "all", 4850),
    ("channel.weibo", "all", 1300),
    ("channel.wechat", "all", 1800),
    ("channel.other", "all", 2000),
]


def measured(*figures, report_id="新乡市-2016", printed=()):
    table = measure(
        observations(report_id, *figures), printed_shares(report_id, *printed), reports(report_id)
    )
    tables.check("measures", table)
    return table


def the(table, name, scope="all", kind=None):
    """The one row of a measure and scope, of a kind of denominator if more are possible."""
    rows = table[(table["measure"] == name) & (table["scope"] == scope)]
    rows = rows if kind is None else rows[rows["denominator_kind"] == kind]
    assert len(rows) == 1, rows
    return rows.iloc[0]


@pytest.mark.parametrize("kind", ["stated_total", "sum_of_parts"])
def test_both_denominators_have_a_row(kind):
    # 95842 + 5560 + 5380 + 2297 + 21582 = 130661; 95842 / 130661 = 73.3516504…%
    row = the(measured(*XINXIANG), "share.website", kind=kind)
    assert (row["value"], row["n"], row["status"]) == (73.35165, 130661, "computed")
    assert row["lower"] == row["upper"] == row["value"]


def test_new_media_are_weibo_and_wechat():
    # (5560 + 5380) / 130661 = 10940 / 130661 = 8.3728121…%
    row = the(measured(*XINXIANG), "share.new_media", kind="stated_total")
    assert (row["value"], row["numerator"]) == (8.372812, "channel.weibo channel.wechat")
    assert row["observations"] == "新乡市-2016:20-25 新乡市-2016:30-35 新乡市-2016:0-5"


def test_a_joint_figure_stands_for_both():
    figures = [one for one in XINXIANG if one[0] not in ("channel.weibo", "channel.wechat")]
    table = measured(*figures, ("channel.new_media", "all", 10940))
    for kind in ("stated_total", "sum_of_parts"):
        row = the(table, "share.new_media", kind=kind)
        assert (row["value"], row["numerator"], row["n"]) == (8.372812, "channel.new_media", 130661)
    assert the(table, "share.website", kind="sum_of_parts")["value"] == 73.35165
    weibo = the(table, "share.weibo")
    assert (weibo["status"], weibo["note"]) == ("not_stated", "not stated: channel.weibo")


def test_joint_and_members_that_disagree_are_held_together():
    table = measured(*XINXIANG, ("channel.new_media", "all", 10904))
    row = the(table, "share.new_media", kind="stated_total")
    # 10904 / 130661 = 8.34525986…, 10940 / 130661 = 8.37281209…
    assert (row["status"], row["lower"], row["upper"]) == ("bounds", 8.34526, 8.372812)
    assert pd.isna(row["value"])
    assert row["note"] == "conflicting values: channel.new_media"


def test_one_of_weibo_and_wechat_alone_is_a_lower_bound():
    row = the(measured(*XINXIANG[:3]), "share.new_media", kind="stated_total")
    # 5560 / 130661 = 4.25528658…
    assert (row["status"], row["lower"], row["note"]) == (
        "bounds",
        4.255287,
        "not stated: channel.wechat",
    )
    assert pd.isna(row["value"])
    assert pd.isna(row["upper"])


def test_a_missing_channel_leaves_an_upper_bound_only():
    # no total, no gazette: 4850 of at least 4850 + 1300 + 1800 + 2000 = 9950
    table = measured(*FOUR_CHANNELS, report_id="同江市-2017")
    row = the(table, "share.website")
    assert (row["denominator_kind"], row["n"], row["status"]) == ("sum_of_parts", 9950, "bounds")
    assert row["upper"] == 48.743719
    assert pd.isna(row["value"])
    assert pd.isna(row["lower"])
    assert row["note"] == "not stated: channel.gazette"
    assert the(table, "share.new_media")["upper"] == 31.155779  # 3100 / 9950
    gazette = the(table, "share.gazette")
    assert gazette["note"] == "not stated: channel.gazette disclosure.total"


def test_a_channel_alone_says_nothing_about_its_share():
    row = the(measured(("channel.website", "all", 4850)), "share.website")
    assert (row["status"], row["note"]) == ("not_stated", "not stated: disclosure.total")


def test_a_member_missing_from_numerator_and_sum_leaves_nothing_to_say():
    # WeChat may be all or nothing of the rest, and so may the other channels
    row = the(
        measured(("channel.website", "all", 4850), ("channel.weibo", "all", 9)), "share.new_media"
    )
    assert row["status"] == "not_stated"
    assert row["note"] == "not stated: channel.wechat disclosure.total"


def test_the_figure_of_one_portal_is_never_the_numerator_for_all():
    total = ("disclosure.total", "all", (110000, 110000, 120000))
    table = measured(total, ("channel.website", "unit", 35753, "中国襄阳"), report_id="襄阳市-2017")
    row = the(table, "share.website")
    assert (row["status"], row["n"]) == ("not_stated", 110000)
    assert (
        row["note"] == "not stated: channel.website; stated of single units only: channel.website"
    )
    assert pd.isna(row["value"])


def test_an_approximate_denominator_gives_bounds():
    # 1784 of 11余万: 1784 / 120000 = 1.48666…, 1784 / 110000 = 1.62181…
    figures = [
        ("disclosure.total", "all", (110000, 110000, 120000)),
        ("channel.weibo", "all", 1784),
    ]
    row = the(measured(*figures), "share.weibo")
    assert (row["status"], row["lower"], row["upper"]) == ("bounds", 1.486667, 1.621818)
    assert pd.isna(row["value"])


def test_within_a_sum_the_other_parts_take_the_opposite_end():
    # 按时办结 100余 (100..200) and 延期办结 10余 (10..20): 100/120 = 83.33…, 200/210 = 95.238…
    figures = [
        ("request.concluded_on_time", "all", (100, 100, 200)),
        ("request.concluded_extended", "all", (10, 10, 20)),
    ]
    row = the(measured(*figures), "on_time.of_on_time_and_extended")
    assert (row["lower"], row["upper"], row["n"]) == (83.333333, 95.238095, 110)


def test_the_second_on_time_rate_is_used_only_where_concluded_is_not_stated():
    figures = [("request.concluded_on_time", "all", 106), ("request.concluded_extended", "all", 1)]
    table = measured(*figures)
    assert the(table, "on_time.of_on_time_and_extended")["value"] == 99.065421  # 106 / 107
    assert the(table, "on_time.of_concluded")["note"] == "not stated: request.concluded"
    table = measured(*figures, ("request.concluded", "all", 107))
    assert the(table, "on_time.of_concluded")["value"] == 99.065421
    assert "on_time.of_on_time_and_extended" not in set(table["measure"])


def test_full_time_share_falls_back_on_the_parts():
    parts = [("staff.full_time", "all", 40), ("staff.part_time", "all", 898)]
    row = the(measured(*parts), "staff.full_time_share")
    assert (row["value"], row["denominator_kind"]) == (4.264392, "sum_of_parts")  # 40 / 938
    row = the(measured(*parts, ("staff.total", "all", 940)), "staff.full_time_share")
    assert (row["value"], row["denominator_kind"]) == (4.255319, "stated_total")  # 40 / 940


def test_rates_are_not_percentages():
    figures = [("training.participants", "all", 3497), ("training.sessions", "all", 118)]
    row = the(measured(*figures), "participants_per_session")
    assert (row["value"], row["unit"]) == (29.635593, "人次/次")


def test_appeals_are_counted_per_hundred_requests_of_the_form():
    # 4 of 120 requests received: 3.333…; 2 + 2 lawsuits of 92 new requests: 4.347826…
    until = measured(("request.received", "all", 120), ("reconsideration.total", "all", 4))
    row = the(until, "reconsiderations_per_request")
    assert (row["value"], row["unit"], row["n"]) == (3.333333, "件/百件", 120)
    assert the(until, "lawsuits_per_request")["note"] == "not stated: litigation.total"
    figures = [
        ("request.new", "all", 92),
        ("litigation_direct.total", "all", 2),
        ("litigation_after_reconsideration.total", "all", 2),
    ]
    stated = observations("示例市-2020", *figures).assign(applicant=["total", "", ""])
    since = measure(stated, printed_shares(), reports("示例市-2020"))
    assert the(since, "lawsuits_per_new_request")["value"] == 4.347826
    assert "lawsuits_per_request" not in set(since["measure"])


def test_requests_of_one_kind_of_applicant_are_not_those_of_all():
    figures = [("request.new", "all", 78), ("reconsideration.total", "all", 6)]
    stated = observations("示例市-2020", *figures).assign(applicant=["natural_person", ""])
    row = the(
        measure(stated, printed_shares(), reports("示例市-2020")),
        "reconsiderations_per_new_request",
    )
    assert (row["status"], row["note"]) == ("not_stated", "not stated: request.new")


def test_an_open_end_leaves_its_bound_open():
    # 超过300人次 in 3 sessions: at least 100
    figures = [("training.participants", "all", (300, 300, None)), ("training.sessions", "all", 3)]
    row = the(measured(*figures), "participants_per_session")
    assert (row["lower"], row["status"]) == (100, "bounds")
    assert pd.isna(row["upper"])
    about = [("training.participants", "all", (300, None, None)), ("training.sessions", "all", 3)]
    row = the(measured(*about), "participants_per_session")
    assert (row["status"], row["note"]) == ("bounds", "the words give no bound")


def test_conflicting_values_are_held_and_none_is_chosen():
    # 150余人次 in 1 or 3 sessions: 150 / 3 = 50 at least, 160 / 1 at most
    sessions = [("training.sessions", "all", 1), ("training.sessions", "all", 3)]
    row = the(
        measured(*sessions, ("training.participants", "all", (150, 150, 160))),
        "participants_per_session",
    )
    assert (row["status"], row["lower"], row["upper"]) == ("bounds", 50, 160)
    assert row["note"] == "conflicting values: training.sessions"
    assert pd.isna(row["n"])


def test_nothing_is_divided_by_zero():
    figures = [("reconsideration.total", "all", 0), ("reconsideration.upheld", "all", 0)]
    row = the(measured(*figures), "reconsideration_result.upheld")
    assert (row["status"], row["n"], row["note"]) == ("not_stated", 0, "the denominator is zero")
    assert pd.isna(row["value"])


def test_nothing_is_capped_at_a_hundred_percent():
    figures = [("disclosure.total", "all", 100), ("channel.website", "all", 130)]
    assert the(measured(*figures), "share.website")["value"] == 130


def test_numerator_and_denominator_are_of_one_scope():
    table = measured(("request.received", "all", 120), ("request.received_online", "municipal", 64))
    assert the(table, "request_route.online")["status"] == "not_stated"
    assert set(table["scope"]) == {"all"}


def test_other_scopes_have_rows_where_something_can_be_computed():
    figures = [("litigation.total", "county", 4), ("litigation.upheld", "county", 4)]
    table = measured(*figures)
    assert the(table, "litigation_result.upheld", "county")["value"] == 100
    assert the(table, "litigation_result.upheld", "all")["status"] == "not_stated"
    assert len(table[table["scope"] == "county"]) == 1


def test_a_silent_report_has_one_row_for_every_measure_that_its_form_allows():
    table = measured()
    later = {name for name, one in measures().items() if not one.asked(2017)}
    assert later >= {"reconsiderations_per_new_request", "lawsuits_per_new_request"}
    assert sorted(table["measure"]) == sorted(set(measures()) - later)
    assert set(table["status"]) == {"not_stated"}
    assert table["value"].isna().all()
    assert table["n"].isna().all()


def test_a_printed_share_stands_beside_the_computed_one():
    table = measured(*XINXIANG, printed=[("channel.website", "all", 73.3)])
    rows = table[table["measure"] == "share.website"]
    assert sorted(rows["status"]) == ["as_printed", "computed", "computed"]
    printed = rows[rows["status"] == "as_printed"].iloc[0]
    assert (printed["value"], printed["denominator_kind"]) == (73.3, "")


def test_a_printed_share_that_is_no_measure_has_no_row():
    table = measured(printed=[("disclosure.normative_documents", "all", 83.3)])
    assert "as_printed" not in set(table["status"])


def test_a_printed_share_of_one_unit_is_left_out():
    table = measured(printed=[("channel.website", "unit", 73.3)])
    assert "as_printed" not in set(table["status"])


def test_a_file_that_was_not_read_is_not_measured():
    listed = reports("新乡市-2016").assign(status="duplicate")
    assert measure(observations("新乡市-2016", *XINXIANG), printed_shares(), listed).empty


def test_two_reports_of_one_body_and_year_are_measured_apart():
    both = pd.concat(
        [
            observations("新乡市-2016", *XINXIANG[:2]),
            observations("新乡市-2016-2", ("disclosure.total", "all", 130661)),
        ]
    )
    table = measure(both, printed_shares(), reports("新乡市-2016", "新乡市-2016-2"))
    rows = table[table["measure"] == "share.website"].set_index("report_id")
    assert rows["status"].to_dict() == {"新乡市-2016": "computed", "新乡市-2016-2": "not_stated"}


def test_what_the_form_of_the_year_does_not_ask_for_is_not_missing():
    table = measured(("request.new", "all", 90), report_id="新乡市-2021")
    assert set(table["measure"]) == {
        *(f"reconsideration_result.{one}" for one in ("upheld", "corrected", "other")),
        "reconsiderations_per_new_request",
        "lawsuits_per_new_request",
    }
    prose = measured(("disclosure.total", "all", 200), *XINXIANG[1:2], report_id="新乡市-2021")
    assert "share.website" in set(prose["measure"])
    assert "share.weibo" not in set(prose["measure"])


def test_coverage_small_n_and_comparability_stand_beside_a_measure():
    figures = [("request.received", "all", 12), ("request.received_online", "all", 3)]
    table = measure(observations("甲市-2016", *figures), printed_shares(), reports("甲市-2016"))
    (row,) = table.query("measure == 'request_route.online'").itertuples()
    assert (row.value, row.coverage, row.small) == (25, 1, "small")
    (row,) = table.query("measure == 'request_route.fax'").itertuples()
    assert (row.status, row.coverage) == ("not_stated", 0.5)
    assert table.query("measure == 'request_route.online'")["comparable_from"].isna().all()
    enough = [("request.received", "all", 30), ("request.received_online", "all", 3)]
    table = measure(observations("甲市-2016", *enough), printed_shares(), reports("甲市-2016"))
    assert set(table["small"]) == {""}
