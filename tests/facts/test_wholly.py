"""What a clause without a number says of all that was counted before it."""

import pytest

from ..given import facts_of, stated

APPEALS = "因政府信息公开申请行政复议、提起行政诉讼情况"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年提起行政诉讼5件，均被法院驳回原告诉讼请求。", "litigation.upheld@all 5"),
        ("收到政府信息公开申请2件，均为当面申请。", "request.received_in_person@all 2"),
        ("不同意公开的3件，占5.8%，均因涉及个人隐私。", "reply.denied_privacy@all 3"),
        ("不同意公开2件（均涉及个人隐私）。", "reply.denied_privacy@all 2"),
        ("全年制发规范性文件9件，全部主动公开。", "disclosure.normative_documents@all 9"),
    ],
)
def test_a_figure_answers_for_what_is_said_of_all_of_it(sentence, expected):
    assert stated(facts_of(sentence, APPEALS if "诉讼" in sentence else "依申请公开情况"))[1:] == [
        expected
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "提起行政诉讼5件、行政复议3件，均被驳回诉讼请求。",  # of both
        "提起行政诉讼5件，均由某某律师事务所代理并驳回诉讼请求。",  # not all is understood
        "答复3件，均涉及个人隐私。",  # a ground is one of denial
    ],
)
def test_nothing_is_said_of_all_where_the_figure_or_the_words_leave_it_open(sentence):
    found = stated(facts_of(sentence, APPEALS))
    assert not [one for one in found if "upheld" in one or "privacy" in one]


def test_the_printed_share_stays_with_the_figure_that_was_counted():
    facts = facts_of("答复52件，其中不同意公开的3件，占5.8%，均因涉及个人隐私。", "依申请公开情况")
    assert [one.indicator for one in facts.printed_shares] == ["reply.denied"]
