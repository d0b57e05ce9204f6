"""One figure for each indicator and scope, and joint figures."""

from analysis.intervals import Amount
from analysis.stated import joined, stated, terms, total

from .frames import observations


def test_figures_are_kept_apart_by_scope_and_leave_out_single_units():
    figures = stated(
        observations(
            "襄阳市-2017",
            ("response.press_conferences", "municipal", 34),
            ("response.press_conferences", "all", 40),
            ("channel.website", "unit", 35753, "中国襄阳"),
        )
    )
    assert set(figures) == {("襄阳市-2017", "municipal", ""), ("襄阳市-2017", "all", "")}
    assert figures["襄阳市-2017", "all", ""]["response.press_conferences"].value == 40
    assert figures["襄阳市-2017", "all", ""]["response.press_conferences"].keys == (
        "襄阳市-2017:10-15",
    )


def test_a_joint_figure_replaces_members_only_together():
    figures = {"channel.new_media": Amount(7, 7, 7)}
    ids = ["channel.gazette", "channel.weibo", "channel.wechat"]
    assert terms(ids, figures) == ("channel.gazette", "channel.new_media")
    assert terms(ids[:2], figures) == ("channel.gazette", "channel.weibo")
    assert terms(ids, {}) == tuple(ids)


def test_joint_and_members_that_agree_are_one_figure():
    exact = {"channel.weibo": Amount(3, 3, 3), "channel.wechat": Amount(4, 4, 4)}
    merged = joined({**exact, "channel.new_media": Amount(0, 0, 10)})["channel.new_media"]
    assert (merged.value, merged.lower, merged.upper) == (7, 7, 7)


def test_a_total_of_nothing_is_nothing():
    assert total(["channel.weibo"], {}) is None
