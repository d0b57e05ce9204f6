"""Numbers that the words do not settle stay in numerals.csv with the indicators they may answer."""

import pytest

from ..given import facts_of

REQUESTS = "三、依申请公开政府信息情况"
APPEALS = "因政府信息公开申请行政复议、提起行政诉讼情况"


def quantities(sentence, heading=""):
    return {
        n.text: n for n in facts_of(sentence, heading).numerals if n.kind in ("quantity", "name")
    }


@pytest.mark.parametrize(
    ("sentence", "heading", "number", "expected"),
    [
        # two topics at once
        (
            "发生行政复议、行政诉讼共3件。",
            APPEALS,
            "3",
            "litigation.total reconsideration.total",
        ),
        # rivals of one sentence
        ("行政诉讼一审维持8件，二审维持3件。", APPEALS, "8", "litigation.upheld"),
        # a word that nobody knows narrows the noun
        ("发布天气预报信息23条。", "", "23", "disclosure.total"),
        # settled: another year's, another subject's
        ("比上年多受理申请12件。", REQUESTS, "12", ""),
        ("办理人大代表建议217件。", REQUESTS, "217", ""),
    ],
)
def test_candidates(sentence, heading, number, expected):
    found = quantities(sentence, heading)[number].candidates.split()
    assert sorted(found) == expected.split()


def test_a_figure_that_was_read_has_no_candidates():
    numerals = facts_of("全市共受理政府信息公开申请120件。", REQUESTS).numerals
    assert [(n.kind, n.candidates) for n in numerals] == [("indicator", "")]


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("公示扶贫项目154个。", "poverty"),
        ("公开环评信息30条。", "environment"),
        ("12345热线受理来电8600件。", ""),
        ("在48个部门公开预算。", "public_finance"),
    ],
)
def test_policy_area_of_a_quantity(sentence, area):
    (number,) = [n for n in facts_of(sentence).numerals if n.kind == "quantity"]
    assert number.area == area


def test_noun_phrase_and_unit_of_a_quantity():
    assert quantities("公示扶贫项目154个。")["154"].meaning == "公示扶贫项目 个"
