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
