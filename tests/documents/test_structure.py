"""Whole texts in several drafting styles; what each part is was decided by reading them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.documents.structure import structured

TEXTS = Path(__file__).parent / "texts"
NAMES = ["laoling-2017", "tongjiang-2017", "xiangyang-2017", "xingtai-2017", "xinxiang-2016"]
REPORTS = [paths.RAW / f"{name}.txt" for name in NAMES]


def parts(text, kind):
    return [text[p.start : p.end] for p in structured(text).passages if p.kind == kind]


def outline(text):
    return [(p.level, p.label) for p in structured(text).passages if p.kind == "heading"]


def written(name):
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def raw(name):
    return (paths.RAW / f"{name}.txt").read_text(encoding="utf-8")


def test_a_numbered_paragraph_stands_beside_the_heading_of_its_style_and_not_below():
    text = (
        "二、主动公开情况\n(一)政府权力清单已在网上公布。\n"
        "(二)截至2014年12月31日,累计主动公开政府信息215条。\n其中概况信息8条。"
    )
    found = [(p.kind, p.level) for p in structured(text).passages]
    assert found == [("heading", 1), ("heading", 2), ("paragraph", 2), ("paragraph", 0)]


def assert_covers(text):
    position = 0
    for passage in structured(text).passages:
        assert passage.start >= position and not text[position : passage.start].strip()
        words = text[passage.start : passage.end]
        assert words and words == words.strip()
        assert (
            passage.level
            if passage.kind == "heading"
            else passage.kind == "paragraph" or not passage.level
        )
        position = passage.end
    assert not text[position:].strip()


@pytest.mark.parametrize("path", REPORTS + sorted(TEXTS.glob("*.txt")), ids=lambda p: p.stem)
def test_passages_cover_every_visible_character_in_order(path):
    assert_covers(path.read_text(encoding="utf-8"))


SNIPPETS = [
    "一、",
    "（二）",
    "3.",
    "概述",
    "公开信息3条",
    "。",
    "，",
    "\n",
    "\n\n",
    "　　",
    "    ",
    "[bookmark: x]",
]
SNIPPETS += [
    "- 3 -",
    "2017年政府信息公开工作年度报告",
    "责任编辑:刘",
    "相关阅读",
    "附件：",
    "2018年1月2日",
    "县政府",
]


@given(st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join))
def test_any_mixture_of_parts_is_covered(text):
    assert_covers(text)


@given(st.text(max_size=60))
def test_any_text_is_covered(text):
    assert_covers(text)


def test_titles():
    assert parts(raw("xingtai-2017"), "title") == ["邢台市2017年\n\n政府信息公开工作年度报告"]
    assert parts(raw("laoling-2017"), "title") == []
    assert parts(written("township"), "title") == ["尹集乡人民政府\n2012年政府信息公开工作年度报告"]
    assert parts(written("list"), "title") == ["二〇一五年度\n桐乡市政府信息公开工作年度报告"]
    assert parts(written("rule-of-law"), "title") == []


def test_headlines_after_the_report_are_furniture_from_the_first_to_the_last():
    text = raw("xiangyang-2017")
    furniture = parts(text, "furniture")
    assert furniture[0] == "大亚湾再动员再部署扫黑除恶专项斗争工作" and len(furniture) == 20
    assert "襄阳市2017年政府信息公开年度工作报告" in furniture
    assert parts(text, "paragraph")[-1].endswith("切实提高信息公开工作水平。")
    assert "襄阳市人民政府办公室" in parts(text, "paragraph")


def test_page_lines_are_furniture_and_the_closing_lines_are_not():
    text = raw("xinxiang-2016")
    assert parts(text, "furniture") == [
        "河南省人民政府门户网站 www.henan.gov.cn 时间:2017-03-21 21:54 来源:新乡市政府",
        "责任编辑:刘成",
        "扫一扫在手机打开当前页",
        "相关阅读:",
    ]
    assert parts(text, "paragraph")[-2:] == [
        "特此报告。",
        "附件:新乡市2016年度政府信息公开情况统计表",
    ]


def test_signature_and_table_caption_stay_with_the_report():
    text = raw("laoling-2017")
    assert parts(text, "furniture") == []
    assert parts(text, "paragraph")[-3:] == [
        "2017年度政府信息公开工作情况统计表",
        "乐陵市电子政务办公室",
        "2018年1月22日",
    ]


def test_mark_of_a_word_processor_does_not_hide_its_paragraph():
    text = raw("tongjiang-2017")
    assert parts(text, "furniture") == ["[bookmark: _GoBack]"]
    assert any(words.startswith("2017年，全市各部门共受理") for words in parts(text, "paragraph"))


def test_tree_of_a_report_with_misprinted_numbers():
    levels = dict(reversed(pair) for pair in outline(raw("tongjiang-2017")))
    assert (
        levels["1、 概述"]
        == levels["二、政府信息主动公开情况"]
        == levels["四、2018年工作思路"]
        == 1
    )
    assert levels["（3） 因政府信息公开申请行政复议、提起行政诉讼的情况"] == 2
    assert (
        levels["（五）政府信息公开相关费用情况"]
        == levels["(四) 抓程序重规范，保持政务公开工作准确性"]
        == 2
    )
    assert levels["3.及时发布信息"] == 3


def test_chapters_of_a_report_with_a_list_numbered_like_chapters():
    chapters = [label for level, label in outline(raw("xiangyang-2017")) if level == 1]
    assert [label[0] for label in chapters] == list("一二三四五六七")
    assert chapters[2] == "三、政府信息主动公开情况"


def test_outline_of_each_style():
    assert outline(written("misprinted")) == [
        (1, "一、基本工作情况"),
        (2, "（一）建立健全领导体制"),
        (3, "1.领导体制"),
        (3, "2.工作机制"),
        (3, "3、人员配置"),
        (2, "（2）编制公开指南"),
        (3, "1.工作部署和安排情况"),
        (2, "（三）主动公开情况"),
        (1, "二．依申请公开情况"),
        (1, "四、行政复议情况"),
        (1, "4、存在的问题"),
        (1, "五、改进措施"),
    ]
    assert outline(written("unnumbered")) == [
        (1, "引言"),
        (1, "主动公开政府信息情况"),
        (1, "依申请公开政府信息情况"),
        (1, "行政复议和行政诉讼情况"),
        (1, "政府信息公开的收费及减免情况"),
        (1, "存在的主要问题和改进措施"),
    ]
    assert outline(written("notitle")) == [
        (1, "第一部分 概述"),
        (1, "第二部分 主动公开情况"),
        (2, "一、公开的数量"),
        (2, "二、公开的形式"),
        (1, "第三部分 依申请公开情况"),
        (2, "一、申请情况"),
    ]


def test_wrapped_paragraphs_are_whole():
    paragraphs = parts(written("wrapped"), "paragraph")
    assert [words[:6].replace("\n", "") for words in paragraphs] == [
        "（2010年",
        "本年度报告根",
        "2009年，",
        "另外，建立了",
        "全市主动公开",
        "1.5万余条",
        "全年受理申请",
    ]
    assert any("业\n务动态类信息15021条，占70%。" in words for words in paragraphs)


def test_furniture_of_each_style():
    assert parts(written("list"), "furniture") == [
        "首页",
        "政务动态",
        "信息公开",
        "政民互动",
        "桐乡召开全市经济工作会议",
        "信息来源：市府办 发布时间：2016/3/25 浏览次数：312",
        "相关新闻",
        "全市消防安全工作会议召开。会议强调，要压实责任，抓好冬春火灾防控工作。",
        "我市开展食品安全检查",
    ]
    assert parts(written("list"), "paragraph")[-1] == "队伍不稳定"
    assert parts(written("unnumbered"), "furniture") == parts(written("wrapped"), "furniture") == []
    assert parts(written("province"), "paragraph")[-2:] == ["四川省人民政府办公厅", "2015年3月27日"]
    assert parts(written("province"), "furniture")[-1].startswith("版权所有")


def test_rows_typed_as_text_are_a_table():
    (table,) = parts(written("table"), "table")
    assert table.startswith("指标名称") and table.endswith("310")
