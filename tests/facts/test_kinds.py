"""Digits that are no quantity: dates, document numbers, ranks, contacts and names."""

import itertools

import pytest

from analysis.facts.kinds import find_kinds
from analysis.facts.view import view


def marked(sentence):
    text = view(sentence, 0, len(sentence)).text
    return [(text[m.start : m.end], m.kind) for m in find_kinds(text)]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        # as published
        ("《2017年襄阳市政务公开要点》（鄂政办发﹝2017﹞37号）", "date document_number"),
        ("《条例》（国务院令第492号）第三十一条", "document_number"),
        ("新政〔2011〕13号", "document_number"),
        ("10月11日，在市政府第54次常务会议上", "date ordinal"),
        ("经市政府52次常务会议研究，决定再取消部分行政许可项目", "ordinal"),
        ("时间自2017年1月1日起，至2017年12月31日止。", "date date date date"),
        ("时间:2017-03-21 21:54　来源:新乡市政府", "date date"),
        ("地址：襄阳市襄城区新街16号，邮编：441021", "contact contact"),
        ("联系电话：0710-3611679，电子邮箱：xyzfxxgkb@163.com", "contact contact"),
        ("网址：http://www.xy12333.gov.cn", "contact"),
        ("通过12345市长热线接待公众", "name"),
        ("国税局通过12366短信平台", "name"),
        ("空气质量日报（包括pm2.5）", "name"),
        ("开展“5·29会员活动日”", "name"),
        ("２０１４年３月１８日", "date date"),
        # in other words
        ("（甘政办发〔2016〕3号）", "document_number"),
        ("考核位居全省第2位", "ordinal"),
        ("1、加强领导。", "ordinal"),
        ("PM10平均浓度下降", "name"),
        ("（2013—2017年）", "date"),
        ("联系电话：（021）62472838", "contact"),
    ],
)
def test_kind_of_every_run(sentence, kinds):
    assert " ".join(kind for _, kind in marked(sentence)) == kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "2017年5月共受理申请120件",
        "2017年共120件",
        "120件中，第3季度30件",
        "通过12345热线受理120件",
        "制定文件（新政办〔2016〕56号）120件",
        "120次政府常务会议",
        "截至11月120个部门受理申请",
    ],
)
def test_counts_beside_them_stay_counts(sentence):
    text = view(sentence, 0, len(sentence)).text
    count = text.index("120")
    assert all(m.end <= count or count + 3 <= m.start for m in find_kinds(text))


def test_marks_do_not_overlap_and_hold_digits():
    text = "2016年10月11日12:30，第54次会议（新政办〔2016〕56号）电话0373-3696072"
    spans = [(m.start, m.end) for m in find_kinds(view(text, 0, len(text)).text)]
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert all(any(char.isdigit() for char in words) for words, _ in marked(text))


# Faults that were found by reading and are mended.
MENDED = [
    ("详见http://www.henan.gov.cn/zwgk/2017/03-21/45123.html。", {"contact"}),
    ("电话：021-62472838转1105。", {"contact"}),
    ("鄂政发〔2017〕1、2号", {"document_number"}),
]


@pytest.mark.parametrize(("sentence", "kinds"), MENDED)
def test_mended_faults(sentence, kinds):
    found = marked(sentence)
    text = view(sentence, 0, len(sentence)).text
    assert {kind for _, kind in found} == kinds
    held = "".join(words for words, _ in found)
    assert sum(map(str.isdigit, held)) == sum(map(str.isdigit, text))
