"""What a figure counts is decided by its classifier, its noun and what was done with it."""

import pytest

from analysis.codebook.headings import headings
from analysis.codebook.policy import policy, reading


@pytest.mark.parametrize(("noun", "example"), policy().nouns.items())
def test_each_noun_stands_in_its_example(noun, example):
    assert noun in example
    assert policy().publishing.search(example)


def test_sections_left_out_are_topics_of_headings():
    assert set(policy().elsewhere) <= set(headings().topics)


@pytest.mark.parametrize(
    ("phrase", "unit", "before", "expected"),
    [
        ("公开征地信息", "条", "2017年公开征地信息", "items"),
        ("征地公告", "条", "截止目前,我市2017年度共公开征地公告", "items"),
        ("涉企信息", "条", "截止2016年底,平台已归集全市各职能部门涉企信息", "cumulative"),
        ("归集公示行政许可信息", "条", "“双公示”方面,归集公示行政许可信息", "items"),
        ("公开环境违法案件", "件", "公开赤水河流域企业环境违法案件", "other"),
        ("违法举报电话受理线索", "条", "发布预警37期;受理线索", "other"),
        ("利用短信平台发送惠农短信", "条", "公开材料,发送惠农短信", "other"),
        ("公开扶贫信息", "条", "比上年公开扶贫信息", "other"),
        ("公开扶贫信息", "条", "2018年将公开扶贫信息", "other"),
        ("公示公租房分配对象", "", "公示公租房分配对象", "other"),
    ],
)
def test_reading(phrase, unit, before, expected):
    assert reading(phrase, unit, before) == expected
