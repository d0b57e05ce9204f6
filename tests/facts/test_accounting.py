"""Every run of digits has one kind and, where it counts something, says what."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.facts import extract

from ..given import document, facts_of, report

RUN = re.compile(r"[\d０-９]+")


def rows(sentence, **whose):
    return {n.text: (n.kind, n.meaning) for n in facts_of(sentence, **whose).numerals}


def test_each_kind():
    sentence = (
        "2017年10月，市政府第54次会议印发方案（新政办〔2017〕56号），通过12345热线（电话：0373-3696072）"
        "受理来电28.85万次，接通率99.83%，主动公开政府信息130,661条。"
    )
    kinds = {text: kind for text, (kind, _) in rows(sentence).items()}
    assert kinds == {
        "2017": "document_number",  # the last of the two runs 2017, the first is a date
        "10": "date",
        "54": "ordinal",
        "56": "document_number",
        "12345": "name",
        "0373": "contact",
        "3696072": "contact",
        "28.85": "quantity",
        "99.83%": "quantity",
        "130,661": "indicator",
    }


def test_a_number_of_an_observation_names_indicator_and_scope():
    found = rows("市直单位公开政府信息7,302条，“中国襄阳”门户网站发布信息35753条。")
    assert found["7,302"] == ("indicator", "disclosure.total@municipal")
    assert found["35753"] == ("indicator", "channel.website@“中国襄阳”门户网站")


def test_a_number_said_of_several_names_has_one_row():
    facts = facts_of("当面、信函申请均为0件。", "依申请公开政府信息情况")
    (row,) = facts.numerals
    assert row.meaning == "request.received_in_person@all request.received_letter@all"


def test_another_quantity_gives_its_noun_and_unit():
    assert rows("张贴公告43份。")["43"] == ("quantity", "张贴公告 份")


def test_chinese_numerals_are_accounted_for_only_where_they_are_values():
    facts = facts_of("收到政府信息公开申请二十三件，通报三个部门，一是加强领导。")
    assert [(n.text, n.kind) for n in facts.numerals] == [("二十三", "indicator")]


def test_full_width_digits_are_given_as_written():
    (row,) = facts_of("主动公开政府信息１２，８４７条").numerals
    assert (row.text, row.kind) == ("１２，８４７", "indicator")


@pytest.mark.parametrize("kind", ["title", "heading", "table", "furniture"])
def test_numerals_outside_of_paragraphs(kind):
    made = document((kind, "2017年 主动公开政府信息 12345条"), ("paragraph", "受理申请8件"))
    facts = extract(made, report())
    assert [n.text for n in facts.numerals] == ["2017", "12345", "8"]
    furniture = kind == "furniture"
    assert (facts.numerals[1].meaning == "page furniture") == furniture


# Whatever stands around them, no digits are passed over and none is counted twice.
PIECES = """
主动公开政府信息 受理申请 条 件 次 号 万 余 近 第 其中 分别 和 网站 微博 占 （ 〔 〕 ， 。 、 : - / %
2017年 10月 11日 12,847 １２ 3.5 〇 二十三 12345 电话 0373-369 @163.com
"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])


@given(st.lists(WORDS, max_size=25).map("".join))
def test_no_digit_is_left_out_or_counted_twice(text):
    facts = extract(document(("paragraph", text)), report())
    assert sorted(facts.numerals, key=lambda n: n.start) == list(facts.numerals)
    for numeral in facts.numerals:
        assert text[numeral.start : numeral.end] == numeral.text
    for place, char in enumerate(text):
        holders = [n for n in facts.numerals if n.start <= place < n.end]
        assert len(holders) <= 1
        assert holders or not RUN.fullmatch(char)
