"""A figure is of the area that its own words name, else of the one that its passage announces."""

import pytest

from ..given import facts_of


def areas(sentence, heading=""):
    found = facts_of(sentence, heading).numerals
    return [(n.text, n.area) for n in found if n.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # as published: 新乡市 2016, 乐陵市 2017, 襄阳市 2017
        (
            "三是做好就业创业信息公开,积极推动就业供求等信息的公开,全年共计公开各类信息8条。",
            "employment",
        ),
        ("推进环境保护信息公开。设置水质监测栏目,发布信息16条。", "environment"),
        (
            "及时公开保障性住房、安全生产等方面的执法监管信息240条。",
            "market_supervision",
        ),
        ("推进教育、卫生信息公开。推动医疗机构院务公开,集中公开收费标准等信息30多条。", "health"),
        ("市审计局全年共发布审计结果公告及整改情况报告30期。", "audit"),
        ("二是社会救助信息公开,共有农村五保对象2.52万人。", "social_assistance"),
    ],
)
def test_area_as_published(text, expected):
    assert areas(text)[-1][1] == expected


def test_an_announcement_of_several_areas_decides_nothing():
    assert areas("推进教育、卫生信息公开。全年张贴材料71份。") == [("71", "")]


def test_an_announcement_ends_with_the_next_one():
    text = "一是做好扶贫信息公开。二是加强平台建设。张贴材料71份。"
    assert areas(text) == [("71", "")]


def test_an_announcement_inside_a_sentence_ends_with_it():
    text = "征地拆迁方面,发布有关材料19份;发布其他材料5份。"
    assert areas(text) == [("19", "land"), ("5", "")]


def test_what_a_list_leaves_over_is_of_none_of_its_areas():
    assert areas("招标、环保等其余各类69条。") == [("69", "")]


def test_an_office_is_no_area():
    assert areas("市教育局、市环境保护局等13个单位参加。") == [("13", "")]


def test_a_heading_announces():
    assert areas("全省批准建设用地812批次。", "(二)征地信息") == [("812", "land")]


def test_money_behind_a_figure_goes_with_it_within_its_sentence():
    assert areas("扶贫项目公告公示7320个,涉及资金21.6亿元。")[-1] == ("21.6", "poverty")
    assert areas("扶贫项目公告公示7320个。涉及资金21.6亿元。")[-1] == ("21.6", "")


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("做好保障性住房信息公开工作。全年发布信息45条。", []),
        ("做好平台建设工作。全年发布信息45条。", [45]),
        ("推进扶贫信息公开。全市主动公开政府信息4500条。", [4500]),  # says whose: the whole
    ],
)
def test_items_of_an_announced_area_are_not_the_whole(text, totals):
    found = facts_of(text).observations
    assert [one.value for one in found if one.indicator == "disclosure.total"] == totals
