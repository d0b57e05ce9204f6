"""The words around a chart."""

from dataclasses import replace

from analysis.figures import panels
from analysis.figures.captions import caption, headline, title


def test_a_page_is_headed_by_its_body_and_year(one):
    assert headline(one("甲市", "en"), "city") == "# Jia 2016: open government information"


def test_names_are_never_markup(one):
    page = one("甲市")
    hostile = replace(page, reports=page.reports.assign(called="<b>[甲](x)"))
    assert headline(hostile, "city").startswith("# &lt;b&gt;\\[甲\\]\\(x\\) 2016 年")


def test_titles_name_one_body_and_the_years_of_several(one, four):
    assert title(one("甲市"), "公开渠道构成") == "甲市 2016 年 · 公开渠道构成"
    assert title(four, "复议与诉讼") == "2016 年 · 复议与诉讼"


def test_a_note_stands_only_where_its_mark_occurs(one):
    notes = caption(one("甲市"), panels.shares(one("甲市")))
    assert notes == "体例：只有正文，无统计表；来源：甲市2016年政府信息公开工作年度报告"
    assert "≤：有渠道未说明，只知上限" in caption(one("丙县"), panels.shares(one("丙县")))
