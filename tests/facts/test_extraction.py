"""From passages to facts: sections, evidence, repetition, plans and page furniture."""

import pytest

from analysis.facts import extract

from ..given import document, facts_of, report, stated

REPORT = document(
    ("title", "新乡市2017年政府信息公开工作年度报告"),
    ("paragraph", "现公布2017年年度报告。"),
    ("heading", "一、主动公开政府信息情况", 1),
    ("heading", "（一）公开数量", 2),
    ("paragraph", "2017年，全市主动公开政府信息12,345条。"),
    ("heading", "（二）公开渠道", 2),
    ("paragraph", "通过政务微博公开信息1,200条，\n占9.7%。网站访问量300万次。"),
    ("heading", "二、依申请公开政府信息情况", 1),
    ("paragraph", "受理申请２３件。未收取费用。"),
    ("heading", "三、2018年工作打算", 1),
    ("paragraph", "主动公开政府信息20000条，未发生行政复议。"),
    ("furniture", "上一篇：全市主动公开政府信息99条。"),
)


@pytest.fixture(scope="module")
def facts():
    return extract(REPORT, report())


def test_what_the_report_states(facts):
    assert stated(facts) == [
        "disclosure.total@all 12345",
        "channel.weibo@all 1200",
        "request.received@all 23",
        "fee.collected@all 0",
    ]


def test_the_path_of_headings(facts):
    assert [one.section for one in facts.observations] == [
        "一、主动公开政府信息情况 / （一）公开数量",
        "一、主动公开政府信息情况 / （二）公开渠道",
        "二、依申请公开政府信息情况",
        "二、依申请公开政府信息情况",
    ]
    assert facts.printed_shares[0].section.endswith("（二）公开渠道")


def test_spans_hold_the_number_as_written(facts):
    spans = [REPORT.text[one.start : one.end] for one in facts.observations]
    assert spans[:3] == ["12,345", "1,200", "２３"]


def test_evidence_is_the_sentence_as_published_and_holds_the_number(facts):
    assert facts.observations[1].evidence == "通过政务微博公开信息1,200条，\n占9.7%。"
    for one in (*facts.observations, *facts.printed_shares):
        place = REPORT.text.index(one.evidence)
        assert place <= one.start < one.end <= place + len(one.evidence)


def test_plans_and_furniture_state_nothing_but_their_numerals_are_kept(facts):
    numerals = {n.text: n for n in facts.numerals}
    assert numerals["20000"].kind == "quantity"
    assert numerals["99"].meaning == "page furniture"


def test_units_are_those_of_the_form():
    sentence = "依申请公开共收取检索、复制、邮寄费用251元。"
    (one,) = facts_of(sentence).observations
    assert (one.indicator, one.value, one.unit) == ("fee.collected", 0.0251, "万元")


def test_the_same_figure_twice_is_one_row_and_another_value_is_another():
    sentence = "全市主动公开政府信息12345条。2017年主动公开政府信息12,345条。"
    (one,) = facts_of(sentence).observations
    assert one.start == sentence.index("12345")
    assert len(facts_of("全市主动公开政府信息12345条。全市公开政府信息54321条。").observations) == 2
    same = "市本级主动公开政府信息300条。各县区主动公开政府信息300条。"
    assert len(facts_of(same).observations) == 2


def test_an_approximate_figure_has_its_interval():
    (one,) = facts_of("主动公开政府信息11余万条。").observations
    assert (one.value, one.lower, one.upper, one.qualifier) == (110_000, 110_000, 120_000, "over")
    (one,) = facts_of("主动公开政府信息超过3000条。").observations
    assert (one.lower, one.upper) == (3000, None)


def test_a_number_broken_over_two_lines_is_one():
    sentence = "全市主动公开政府信息12,\n847条。"
    (one,) = facts_of(sentence).observations
    assert one.value == 12_847
    assert sentence[one.start : one.end] == "12,\n847"


def test_prose_gives_no_applicant_and_says_so_of_its_source(facts):
    assert {one.applicant for one in facts.observations} == {""}
    assert {one.source for one in facts.observations} == {"prose", "stated_none"}


@pytest.mark.parametrize("text", ["", "。", "　\n", "———", "受理申请件。", "（（（", "%", "1"])
def test_odd_texts_give_nothing(text):
    assert extract(document(("paragraph", text)), report()).observations == ()


def test_prose_states_rows_of_the_later_forms_from_2019_on():
    sentence = "全年收到政府信息公开申请12件，通过政务微博公开政府信息300条。"
    assert [(o.indicator, o.applicant) for o in facts_of(sentence, year=2018).observations] == [
        ("request.received", ""), ("channel.weibo", ""),
    ]  # fmt: skip
    assert [(o.indicator, o.applicant) for o in facts_of(sentence, year=2019).observations] == [
        ("request.new", "total"), ("channel.weibo", ""),
    ]  # fmt: skip


def test_prose_since_2019_states_what_is_carried_in_and_out():
    text = "全年新收政府信息公开申请96件，上年结转14件。本年度办结97件，结转下年度继续办理13件。"
    assert [(o.indicator, o.value) for o in facts_of(text, year=2021).observations] == [
        ("request.new", 96), ("request.carried_in", 14),
        ("outcome.total", 97), ("request.carried_out", 13),
    ]  # fmt: skip
    assert [(o.indicator, o.value) for o in facts_of(text, year=2016).observations] == [
        ("request.received", 96), ("request.concluded", 97),
    ]  # fmt: skip


def test_appeals_carried_over_are_no_requests():
    text = "上年结转的行政复议3件，结转下年度2件。"
    assert facts_of(text, "行政复议、行政诉讼情况", year=2021).observations == ()


@pytest.mark.parametrize(
    "text",
    [
        "全市共受理申请64件。申请量居前三位的部门为国土局、住建局，分别为19件、13件，合计32件。",
        "全市共受理申请64件。其中农村居民31件，企业33件。",
        "全市共受理申请64件。当面申请22件，信函、传真申请42件。",
        "全市共受理申请64件。全市法院受理涉及政务公开的案件28件。",
    ],
)
def test_what_only_sounds_like_the_total_of_requests_is_none(text):
    found = facts_of(text, "依申请公开政府信息情况", year=2016).observations
    assert [one.value for one in found if one.indicator == "request.received"] == [64]


def test_requests_that_hold_those_carried_in_are_not_the_new_ones():
    text = "收到政府信息公开申请47件（含上年结转3件），办结45件，结转下年度2件。"
    found = facts_of(text, "依申请公开政府信息情况", year=2020).observations
    assert [(one.indicator, one.value) for one in found] == [
        ("request.carried_in", 3), ("outcome.total", 45), ("request.carried_out", 2),
    ]  # fmt: skip
