"""Wholes and parts in one sentence; every expectation was worked out by hand."""

import pytest

from ..given import facts_of, stated

REQUESTS = "三、依申请公开政府信息情况"
APPEALS = "因政府信息公开申请行政复议、提起行政诉讼情况"


@pytest.mark.parametrize(
    ("sentence", "heading", "expected"),
    [
        # a nameless sum is the whole of what it adds up, a wrong one is nothing
        (
            "当面申请3件、网络申请5件，共8件。",
            REQUESTS,
            ["received_in_person 3", "received_online 5", "received 8"],
        ),
        (
            "当面申请3件、网络申请5件，共9件。",
            REQUESTS,
            ["received_in_person 3", "received_online 5"],
        ),
        # parts that a named sum adds up
        ("收取复印费120元、邮寄费35元，共计155元。", REQUESTS, ["collected 0.0155"]),
        # parts in a parenthesis gloss the whole
        (
            "行政复议结果为维持31件、纠错14件（撤销9件、确认违法5件）。",
            APPEALS,
            ["upheld 31", "corrected 14"],
        ),
        # rivals: none
        ("行政诉讼一审维持8件，二审维持3件。", APPEALS, []),
        # the part is what the report is about
        ("发布各类信息36000条，其中政府信息9740条。", "主动公开情况", ["total 9740"]),
    ],
)
def test_wholes_and_parts(sentence, heading, expected):
    assert [
        row.split(".", 1)[1].replace("@all", "") for row in stated(facts_of(sentence, heading))
    ] == (expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the rest of kinds of information is no channel
            "全市主动公开政府信息18940条，其中政策法规类386条，业务类信息15904条，其他信息2319条。",
            ["disclosure.total@all 18940"],
        ),
        (  # parts of a website's figure are the website's
            "全市政府网站发布信息8726条，其中市级部门信息3914条，各县区信息4812条。",
            [
                "channel.website@all 8726",
                "channel.website@municipal 3914",
                "channel.website@county 4812",
            ],
        ),
        (
            "全市政府网站发布信息3652条，其中概况类信息更新215条，信息公开目录信息更新1392条。",
            ["channel.website@all 3652"],
        ),
        (  # of parts of an unknown figure the second is none of what was said before, either
            "全市主动公开政府信息32760条。公开财政预决算信息482条，其中市级部门163条、各县区319条。",
            ["disclosure.total@all 32760"],
        ),
        (  # each channel of an unknown figure is named
            "通过不同渠道和方式公开政府信息8726条，其中政府网站公开6000条，政务微博公开1200条，其他方式公开626条。",
            ["channel.weibo@all 1200", "channel.other@all 626"],
        ),
        (  # of the whole city
            "“甲市发布”微博荣获全国十佳，全市各级部门推送微信2910条。",
            ["channel.wechat@all 2910"],
        ),
        (  # an account's figures on another service
            "“@甲市发布”微博粉丝达598万余人，微信订阅用户62.4万，年内推送微信2910条。",
            ["channel.wechat@“@甲市发布” 2910"],
        ),
    ],
)
def test_parts_of_what_they_are(text, expected):
    assert stated(facts_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全市新收政府信息公开申请274件，上年结转7件，合计281件。",
            ["request.new@all 274", "request.carried_in@all 7"],
        ),
        (  # 319 is what came in and what was left
            "共收到政府信息公开申请319件（新收312件，上年结转7件）。",
            ["request.new@all 312", "request.carried_in@all 7"],
        ),
        (
            "2021年收到政府信息公开申请319件，其中上年结转7件。",
            ["request.carried_in@all 7"],
        ),
        (  # these add nothing to it
            "新收政府信息公开申请312件，上年结转7件，总计办结315件，结转下年4件。",
            [
                "request.new@all 312",
                "request.carried_in@all 7",
                "outcome.total@all 315",
                "request.carried_out@all 4",
            ],
        ),
        (
            "上年结转7件，本年度共计新收政府信息公开申请312件。",
            ["request.carried_in@all 7", "request.new@all 312"],
        ),
    ],
)
def test_what_came_in_and_what_was_left(text, expected):
    assert stated(facts_of(text, "三、收到和处理政府信息公开申请情况", year=2021)) == expected
