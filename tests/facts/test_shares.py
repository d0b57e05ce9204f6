"""Percentages that a report prints, and the figure whose share they are."""

import pytest

from ..given import facts_of


def shares(sentence, heading="主动公开政府信息情况"):
    found = facts_of(sentence, heading, year=2016).printed_shares
    return [(one.indicator, one.scope_name or one.scope, one.value) for one in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "2016年全市各级政府网站共发布各类政府信息95842条，占全市发布各类政府信息总量的73.3%。",
            [("channel.website", "all", 73.3)],
        ),
        (
            "全市通过各类政务微博公开信息5560条，通过政务微信公开信息5380条，"
            "分别占全市发布信息总量的4.3%和4.1%。",
            [("channel.weibo", "all", 4.3), ("channel.wechat", "all", 4.1)],
        ),
        (
            "收到政府信息公开申请120件，网络申请64件，所占比重为53.3%；信函申请40件，占33.3%。",
            [("request.received_online", "all", 53.3), ("request.received_letter", "all", 33.3)],
        ),
        (
            "政府网站公开政府信息２，８７１条，占７３．４％。",
            [("channel.website", "all", 73.4)],
        ),
        (  # the tenth is of what Weibo published, whose figure is not told
            "政府网站公开信息9000条，占九成，微博占一成。",
            [("channel.website", "all", 90.0)],
        ),
        ("政府网站公开政府信息3000条，占全省的两成。", []),
        ("政府网站公开政府信息3000条，占8成。", [("channel.website", "all", 80.0)]),
    ],
)
def test_printed_shares(sentence, expected):
    assert shares(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "全市主动公开政府信息12345条，同比增长12.7%。",
        "全市主动公开政府信息12345条，比上年增长了8%。",
        "受理政府信息公开申请120件，办结率100%。",
        "全市制发规范性文件510件，公开率98.2%。",
        "网站公开占80%。",  # of no figure
        "全市主动公开政府信息12345条，完成年度任务的120%。",
        "主动公开政府信息12345条，转载稿件20篇，占1.2%。",  # of a figure that is no indicator
        "分值权重不得小于4%。",
    ],
)
def test_other_percentages_are_no_shares(sentence):
    assert shares(sentence) == []


def test_percentages_and_owners_must_be_as_many():
    assert shares("通过政务微博公开信息5560条，分别占总量的4.3%和4.1%。") == []


def test_an_approximate_share_keeps_its_interval_and_words():
    sentence = "全市政府网站公开政府信息9500条，约占总量的八成，占80%以上。"
    tenths, one = facts_of(sentence).printed_shares
    assert (tenths.value, tenths.lower, tenths.upper) == (80, None, None)
    assert sentence[tenths.start : tenths.end] == "八"
    assert (one.value, one.lower, one.upper) == (80, 80, None)
    assert sentence[one.start : one.end] == "80%"
    assert one.evidence == sentence
