"""Stated nones: a report that says nothing occurred states a zero; silence, wishes and others' do not."""

import pytest

from ..given import facts_of, stated

REQUESTS = "依申请公开政府信息情况"
APPEALS = "因政府信息公开申请行政复议、提起行政诉讼情况"
FEES = "政府信息公开收费及减免情况"

NONE = [
    # as published
    (
        "2017年，全市未发生因政府信息公开引发的行政复议和行政诉讼案件。",
        APPEALS,
        ["reconsideration.total@all", "litigation.total@all"],
    ),
    (
        "无因政府信息公开申请提起行政复议和行政诉讼情况发生。",
        APPEALS,
        ["reconsideration.total@all", "litigation.total@all"],
    ),
    (
        "2017年，我市本级未收到行政复议和行政诉讼申请。",
        APPEALS,
        ["reconsideration.total@municipal", "litigation.total@municipal"],
    ),
    ("全市没有收到针对政府信息公开工作的举报投诉。", APPEALS, ["complaint.total@all"]),
    ("也没有接到群众有关政府信息公开的举报投诉。", APPEALS, ["complaint.total@all"]),
    ("全市政府信息依申请公开未收取费用。", FEES, ["fee.collected@all"]),
    (
        "市政府各部门办理回复公民、法人和其他组织提出的政府信息公开申请，均未实行收费制度。",
        FEES,
        ["fee.collected@municipal"],
    ),
    (
        "2017年，全市行政机关、事业单位认真按照《条例》的规定公开政府信息，"
        "未发生申请公开政府信息收费及减免情况。",
        FEES,
        ["fee.collected@all"],
    ),
    ("各级行政机关依申请提供政府信息均为无偿提供，收费金额为零。", FEES, ["fee.collected@all"]),
    ("省直单位未收取任何费用。", FEES, ["fee.collected@municipal"]),
    (
        "没有单独设立政府信息公开专门机构，也未安排专项经费。",
        "",
        ["organisation.offices@all", "budget.dedicated@all"],
    ),
    (
        "全年没有收到公民、法人和其他组织提出的政府信息公开申请。",
        REQUESTS,
        ["request.received@all"],
    ),
    # in other words
    ("行政复议、行政诉讼均为零。", APPEALS, ["reconsideration.total@all", "litigation.total@all"]),
    ("无延期办结情况。", REQUESTS, ["request.concluded_extended@all"]),
    (
        "没有当面申请和传真申请。",
        REQUESTS,
        ["request.received_in_person@all", "request.received_fax@all"],
    ),
    (
        "没有要求更改补充和告知通过其他途径办理的情形。",
        REQUESTS,
        ["reply.amendment_required@all", "reply.other_route@all"],
    ),
    ("全年未召开新闻发布会。", "回应关切情况", ["response.press_conferences@all"]),
    ("未制发规范性文件。", "", ["disclosure.normative_documents_issued@all"]),
]


@pytest.mark.parametrize(("sentence", "heading", "expected"), NONE)
def test_stated_nones(sentence, heading, expected):
    facts = facts_of(sentence, heading)
    assert sorted(stated(facts)) == sorted(f"{one} 0" for one in expected)
    for one in facts.observations:
        assert (one.source, one.lower, one.upper, one.qualifier) == ("stated_none", 0, 0, "exact")


SILENT = [
    # another time, a wish, a rule
    ("上年未发生行政复议。", APPEALS),
    ("力争不发生行政复议。", APPEALS),
    ("为避免发生行政复议和行政诉讼，我市加强审查。", APPEALS),
    ("凡不服答复的，可以申请行政复议或提起行政诉讼。", APPEALS),
    ("公民、法人未按规定提供证明的，行政机关可以不予受理。", REQUESTS),
    # another subject
    ("未发现因公开引发的失泄密事件。", APPEALS),
    ("没有收到过群众对环境问题的举报投诉。", APPEALS),
    ("全年无重大安全事故发生。", APPEALS),
    ("我市未制定依申请公开的收费标准。", FEES),
    # nothing that the form asks for
    ("非行政许可全部取消。", REQUESTS),
]


@pytest.mark.parametrize(("sentence", "heading"), SILENT)
def test_what_is_no_stated_none(sentence, heading):
    assert stated(facts_of(sentence, heading)) == []


def test_a_none_beside_a_number():
    facts = facts_of("全年无因政府信息公开引发的行政复议案件，发生行政诉讼2件。", APPEALS)
    assert sorted(stated(facts)) == ["litigation.total@all 2", "reconsideration.total@all 0"]


@pytest.mark.parametrize(
    ("sentence", "none"),
    [
        ("行政复议9件，其中维持6件、被依法纠错3件，无其他情形。", "reconsideration.other@all 0"),
        ("行政复议4件，均维持；行政诉讼3件，没有被纠错的案件。", "litigation.corrected@all 0"),
    ],
)
def test_a_result_that_is_none_is_one_of_the_appeal_spoken_of_last(sentence, none):
    assert [one for one in stated(facts_of(sentence, APPEALS)) if one.endswith(" 0")] == [none]


def test_a_result_that_is_none_of_no_appeal_in_its_sentence():
    assert stated(facts_of("不予公开9件，无其他情形。", APPEALS)) == ["reply.denied@all 9"]


def test_a_zero_in_digits_is_a_number():
    (one,) = facts_of("按国家有关保密规定不予公开的政府信息0件。", REQUESTS).observations
    assert (one.indicator, one.value, one.source) == ("reply.denied_state_secret", 0, "prose")


def test_the_span_is_the_phrase():
    sentence = "2017年，全市未发生因政府信息公开引发的行政复议案件。"
    (one,) = facts_of(sentence).observations
    phrase = sentence[one.start : one.end]
    assert phrase.startswith("未发生") and "行政复议" in phrase


# Faults that were found by reading and are mended.
MENDED = [
    ("2016年未收到申请，2017年收到2件政府信息公开申请。", "", ["request.received@all 2"]),
    ("如无申请，不予受理。", REQUESTS, []),
    ("公民没有提出申请的，不予公开。", REQUESTS, []),
    ("部分单位没有安排专项经费。", "政府信息公开经费", []),
    ("个别部门未设立政府信息公开专门机构。", "", []),
    ("存在政府信息公开工作没有专门机构的问题。", "", []),
    ("行政诉讼未出现败诉。", APPEALS, ["litigation.corrected@all 0"]),  # and not the total
    ("没有足够的专项经费保障。", "政府信息公开经费", []),
    ("除收取邮寄费12元外，未收取其他费用。", FEES, []),
    ("除县国土局收到2件申请外，其他单位未收到申请。", REQUESTS, []),
    ("2017年上半年未收到申请。", REQUESTS, []),
    ("12月份没有收到政府信息公开申请。", REQUESTS, []),
    ("市教育局未收到政府信息公开申请。", REQUESTS, ["request.received@市教育局 0"]),
    ("没有违规收取费用。", FEES, []),
    ("3个乡镇没有设置政府信息查阅点。", "", []),
    (
        "全市无一例行政复议、行政诉讼。",
        APPEALS,
        ["reconsideration.total@all 0", "litigation.total@all 0"],
    ),
]


@pytest.mark.parametrize(("sentence", "heading", "expected"), MENDED)
def test_mended_faults(sentence, heading, expected):
    assert stated(facts_of(sentence, heading)) == expected
