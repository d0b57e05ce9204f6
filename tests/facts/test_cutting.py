"""Where sentences and clauses end, and what stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.facts.cutting import sentences


def cut(text):
    return [one.text[one.start : one.end] for one in sentences(text, "county")]


def clauses(text):
    return [one.text[c.start : c.end] for one in sentences(text, "county") for c in one.clauses]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("全市没有收到举报投诉。2016年受理申请120件。", 2),
        ("全年发布回应信息60余条", 1),
        ("召开会议2次;培训1次。没有举报!", 2),
        ("市政府领导出席新闻发布会2次.市政府下发通知。", 2),  # a full stop of the wrong width
        ("专项经费76.10万元,比上年增加1.5万元。", 1),
        ("网址www.xiangyang.gov.cn查询。", 1),
    ],
)
def test_sentences_end_at_full_stops(text, number):
    assert len(cut(text)) == number
    assert "".join(cut(text)) == text


@given(st.text(alphabet="受理申请12。,;!?.()《》“”件 ", max_size=50))
def test_nothing_is_left_between_sentences(text):
    assert "".join(cut(text)) == text


def test_clauses_end_at_stops_but_not_inside_numbers_titles_and_glosses():
    text = "印发《要点,任务;分工》,举办培训会议(班)12,345次:参训7.6万人次。"
    assert clauses(text) == ["印发《要点,任务;分工》", "举办培训会议(班)12,345次", "参训7.6万人次"]


def test_a_number_in_parentheses_is_a_clause():
    text = "网络申请64件(占53.3%),信函申请40件。"
    assert clauses(text) == ["网络申请64件", "占53.3%", "信函申请40件"]


def test_dates_ranks_and_articles_are_no_quantities():
    text = "2016年10月11日第54次会议通报前3位,微博、微信两个平台发布12条。"
    (one,) = sentences(text, "county")
    assert [text[q.start : q.end] for q in one.quantities] == ["12"]


def test_words_in_titles_and_numbers_are_not_heard():
    text = "印发《年度培训班方案》，受理申请三件。"
    (one,) = sentences(text, "county")
    said = [text[token.start : token.end] for token in one.tokens]
    assert said == ["印发", "受理", "申请"]


def test_what_nobody_knows_is_counted():
    text = "全市公开蔬菜信息12条"
    (one,) = sentences(text, "prefecture")
    place = text.index("蔬菜")
    assert one.unknown(place, place + 2) == 2
    assert one.unknown(0, place) == 0
