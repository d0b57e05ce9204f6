"""Figures of another time, by the words beside them."""

import pytest

from ..given import facts_of, stated

REQUESTS = "三、依申请公开政府信息情况"


@pytest.mark.parametrize(
    "sentence",
    [
        "2016年收到政府信息公开申请98件，办结90件。",
        "上年同期，微博发布政府信息7904条、微信发布政府信息2216条。",
        "2008年5月至2017年底，累计受理政府信息公开申请417件。",
        "2017年上半年收到政府信息公开申请31件。",
        "该学年度各高校受理政府信息公开申请97件。",
        "明年计划受理政府信息公开申请100件。",
    ],
)
def test_another_time(sentence):
    assert stated(facts_of(sentence, REQUESTS, year=2017)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("比2016年增加20件，办结政府信息公开申请118件。", ["request.concluded@all 118"]),
        (
            "平台自2008年5月开通以来，累计发布政府信息21560条，其中今年新增4317条。",
            ["disclosure.total@all 4317"],
        ),
        (
            "2017年1月1日至2017年12月31日，共收到政府信息公开申请107件。",
            ["request.received@all 107"],
        ),
    ],
)
def test_this_year(sentence, expected):
    assert stated(facts_of(sentence, REQUESTS, year=2017)) == expected
