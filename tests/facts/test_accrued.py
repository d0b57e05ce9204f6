"""Figures that had built up by a day, beside a figure of the year and alone."""

import pytest

from ..given import facts_of, stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2017年,全市主动公开政府信息86420条。截至2017年底,全市累计公开政府信息42万条。",
            ["disclosure.total@all 86420"],
        ),
        (
            "截至2017年底,市政府门户网站累计公开信息超过42万条。全市政府网站全年公开信息61275条。",
            ["channel.website@all 61275"],
        ),
        (  # the only figure is taken for the year's, as most reports mean it
            "截至2017年12月31日,全市累计主动公开政府信息10556条。",
            ["disclosure.total@all 10556"],
        ),
        (  # no figure of many years is less than that of one: they conflict
            "全市主动公开政府信息86420条。截至2017年底,全市累计公开政府信息4200条。",
            ["disclosure.total@all 86420", "disclosure.total@all 4200"],
        ),
        (  # in one sentence
            "2017年全市主动公开政府信息12000条,截至2017年底,累计主动公开政府信息42万条。",
            ["disclosure.total@all 12000"],
        ),
        (  # the smaller one may be of a part of the work
            "截至2017年底,全市累计主动公开政府信息86420条。围绕脱贫攻坚,主动公开政府信息1200条。",
            ["disclosure.total@all 86420", "disclosure.total@all 1200"],
        ),
        (  # the same figure, rounded
            "全年主动公开政府信息8.6万余条。截至2017年底,全市累计主动公开政府信息86420条。",
            ["disclosure.total@all 86000", "disclosure.total@all 86420"],
        ),
        (  # 全年 makes it the year's
            "全市主动公开政府信息86420条。截至2017年底,全年累计公开政府信息90000条。",
            ["disclosure.total@all 86420", "disclosure.total@all 90000"],
        ),
    ],
)
def test_what_is_of_the_year(text, expected):
    assert stated(facts_of(text)) == expected


def test_a_figure_of_many_years_is_left_to_the_reviewer():
    facts = facts_of("全年主动公开政府信息86420条。截至2017年底,全市累计公开政府信息42万条。")
    [one] = [one for one in facts.numerals if one.text == "42"]
    assert (one.kind, one.candidates) == ("quantity", "disclosure.total@all")
