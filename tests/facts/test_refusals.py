"""Figures that look like answers and are none: denials, attendance, openness, appeals of every kind."""

import pytest

from ..given import facts_of, stated

REQUESTS = "三、依申请公开政府信息情况"
APPEALS = "四、因政府信息公开申请行政复议、提起行政诉讼情况"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("受理政府信息公开申请36件，未按时办结1件。", ["request.received@all 36"]),
        (
            "受理政府信息公开申请56件，不予以公开5件。",
            ["request.received@all 56", "reply.denied@all 5"],
        ),
        ("以电子邮件方式答复12件，以邮寄方式答复23件。", []),
        ("受理书面政府信息公开申请6件，口头申请12件。", []),
        ("抽查已答复的政府信息公开申请156件。", []),
        ("经保密审查，主动公开423条，依申请公开86条，不予公开53条。", []),
        (
            "公开政府信息256条，其中主动公开信息248条，依申请公开信息8条。",
            ["disclosure.total@all 248"],
        ),
    ],
)
def test_what_is_said_of_requests_and_is_none(sentence, expected):
    assert stated(facts_of(sentence, REQUESTS)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (  # only a part of each is on information
            "收到行政复议申请16件（涉及政府信息公开2件），行政诉讼9件（涉及政府信息公开1件）。",
            ["reconsideration.total@all 2", "litigation.total@all 1"],
        ),
        (
            "办理行政诉讼案件23件、行政复议案件12件，其中政府信息公开类诉讼2件。",
            ["litigation.total@all 2"],
        ),
        ("市政府作为复议机关，全年受理政府信息公开类行政复议案件45件。", []),
        ("不服我局投诉举报答复的行政复议案件64件。", []),
        ("行政机关负责人出庭应诉12次。", []),
        (
            "行政复议1件，维持原具体行政行为。",
            ["reconsideration.total@all 1", "reconsideration.upheld@all 1"],
        ),
    ],
)
def test_appeals_of_every_kind_and_those_on_information(sentence, expected):
    assert stated(facts_of(sentence, APPEALS)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("召开政府信息公开工作会议，150余名工作人员参加会议。", []),
        ("45名信息公开工作人员参加培训。", ["training.participants@all 45"]),
        ("参加市政务公开工作会议3次。", []),
        ("选派12人次参加省局组织的政务公开培训班5期。", []),
        ("市教育局组织依法行政专题培训3次。", []),
        ("收取政府信息公开费用860元，其中检索费160元，复制费600元。", ["fee.collected@all 0.086"]),
        ("减免依申请公开费用300元。", []),
    ],
)
def test_people_meetings_and_fees(sentence, expected):
    assert stated(facts_of(sentence, "六、机构建设、政府信息公开培训和收费情况")) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("抽查全市政府网站信息1.2万条。", []),
        ("截至2013年底，“某市发布”粉丝达52万，累计发布微博8600条。", []),
        ("政府网站留言板收到信息326条。", []),
        ("全县中小学主动公开信息3256条。", []),
        ("市政府公报出版12期，刊登规范性文件36件。", []),
        ("安全生产信息公开。全年主动公开信息865条。", []),
        (
            "通过政府网站公开5716条，同时在公报、公告栏等载体公开3284条。",
            ["channel.website@all 5716"],
        ),
        ("主动公开政府信息3000条，其中市政府常务会议信息40条。", ["disclosure.total@all 3000"]),
        ("通过电视、广播公开信息320条，通过公开栏公开信息860条。", []),
        ("推送安全提示微信1260条。", []),
    ],
)
def test_some_of_what_was_published(sentence, expected):
    assert stated(facts_of(sentence, "二、主动公开政府信息情况")) == expected


def test_a_sentence_may_be_the_title_of_the_next():
    text = "一是政府网站公开。全年公开政府信息6230条。二是新媒体公开。全年发布信息860条。"
    expected = ["channel.website@all 6230", "channel.new_media@all 860"]
    assert stated(facts_of(text, "二、主动公开政府信息情况")) == expected


def test_results_behind_a_parenthesis_are_of_what_stands_before_it():
    text = "行政诉讼42件（未经复议直接起诉26件，复议后起诉16件），结果维持30件。"
    assert stated(facts_of(text, APPEALS, year=2023)) == [
        "litigation.total@all 42",
        "litigation_direct.total@all 26",
        "litigation_after_reconsideration.total@all 16",
        "litigation.upheld@all 30",
    ]


def test_what_was_handled_since_2019_is_what_outcomes_add_up_to():
    text = "共办理政府信息公开申请1300件，予以公开560件。"
    heading = "三、收到和处理政府信息公开申请情况"
    assert stated(facts_of(text, heading, year=2021))[0] == "outcome.total@all 1300"
    assert stated(facts_of(text, heading, year=2016))[0] == "request.received@all 1300"


def test_a_ground_told_before_is_not_that_of_the_next_outcome():
    text = (
        "不予公开2件，包括属于三类内部事务信息2件；无法提供15件，包括本机关不掌握相关政府信息15件。"
    )
    found = stated(facts_of(text, "三、收到和处理政府信息公开申请情况", year=2021))
    assert found == [
        "reply.denied@all 2",
        "outcome.denied_internal_affairs@all 2",
        "outcome.unable_not_held@all 15",
    ]
