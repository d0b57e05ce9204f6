"""Outputs of a notebook become HTML that a keyboard, a voice and a link can use."""

import nbformat
import pytest
from lxml import html

from analysis.codebook.words import word
from analysis.publishing.html import as_html, readable
from analysis.publishing.pages import Page

PAGE = Page("新乡市-2016-zh", "city", ("新乡市",), (2016,), "zh", "新乡市 2016 年政府信息公开")
SEVERAL = Page("comparison-en", "comparison", ("新乡市",), (2016,), "en", "Bodies compared")
EVIDENCE = """\
<h1>新乡市</h1><h2>依据</h2><div><style scoped>td { color: red; }</style>
<table border="1" class="dataframe"><thead><tr style="text-align: right;"><th>指标</th><th>位置</th></tr></thead>
<tbody><tr><th>主动公开</th><td>2241–2247</td></tr><tr><th>区间</th><td>110,000–120,000</td></tr></tbody></table></div>"""
TRANSPOSED = """\
<div><table><thead><tr><th></th><th>新乡市</th></tr><tr><th>机关</th><th></th></tr></thead>
<tbody><tr><th>标题</th><td>甲</td></tr></tbody></table></div>"""


def parsed(outputs, page=PAGE):
    return html.fromstring(str(readable(outputs, page)))


def test_heads_say_what_they_head():
    heads = parsed(EVIDENCE).findall(".//th")
    assert [head.get("scope") for head in heads] == ["col", "col", "row", "row"]


def test_a_table_scrolls_in_a_box_that_has_the_name_of_its_section():
    (table,) = parsed(EVIDENCE).iter("table")
    assert dict(table.getparent().attrib) == {
        "class": "scroll", "role": "group", "tabindex": "0", "aria-label": "依据",
    }  # fmt: skip


def test_the_style_that_pandas_repeats_is_left_out():
    assert not list(parsed(EVIDENCE).iter("style"))


def test_a_place_leads_to_the_page_of_the_report_and_no_other_cell_does():
    links = [(link.get("href"), link.text) for link in parsed(EVIDENCE).iter("a")]
    path = "../reports/%E6%96%B0%E4%B9%A1%E5%B8%82-2016-zh.html"
    assert links == [(f"{path}#n2241-2247", "2241–2247")]


def test_a_page_about_several_reports_has_no_report_to_lead_to():
    assert not list(parsed(EVIDENCE, SEVERAL).iter("a"))


def test_the_name_of_the_index_stands_above_its_column():
    rows = parsed(TRANSPOSED).findall(".//thead/tr")
    assert [[head.text for head in row] for row in rows] == [["机关", "新乡市"]]


def test_chinese_in_an_english_page_is_marked_for_a_voice():
    cells = parsed(TRANSPOSED, SEVERAL).findall(".//tbody//*")
    assert [cell.get("lang") for cell in cells if cell.tag in ("th", "td")] == ["zh", "zh"]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The page of a notebook with one chart and one heading that holds markup as words."""
    svg = {"image/svg+xml": "<svg/>", "text/plain": "Chart channels"}
    said = {"image/svg+xml": {"chart": "channels", "alt": '新乡市 "渠道" – 比重，%'}}
    outputs = [
        nbformat.v4.new_output(
            "execute_result", {"text/markdown": "## 依据 &lt;b&gt;"}, execution_count=1
        ),
        nbformat.v4.new_output("execute_result", svg, metadata=said, execution_count=2),
    ]
    cells = [nbformat.v4.new_code_cell("x", outputs=[one]) for one in outputs]
    path = tmp_path_factory.mktemp("page") / "executed.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return html.fromstring(as_html(PAGE, path))


def test_a_chart_says_its_title_and_subtitle_and_has_its_files_below(shown):
    (image,) = shown.iter("img")
    folder = "../figures/%E6%96%B0%E4%B9%A1%E5%B8%82-2016-zh"
    assert image.get("alt") == '新乡市 "渠道" – 比重，%'
    assert image.get("src") == f"{folder}/channels.svg"
    links = [link.get("href") for link in shown.findall(".//figcaption/a")]
    assert links == [f"{folder}/channels.{kind}" for kind in ("png", "svg", "csv")]


def test_code_is_not_shown_and_markup_in_words_stays_words(shown):
    main = shown.get_element_by_id("main")
    assert "In [" not in main.text_content()
    assert main.findtext(".//h2") == "依据 <b>"


def test_a_page_leads_to_its_report_its_body_and_its_other_language(shown):
    links = {link.text: link.get("href") for link in shown.iter("a")}
    assert links[word("report.evidence", "zh")].startswith("../reports/")
    assert links["新乡市：全部报告"].startswith("../bodies/")
    assert links["English"] == "../notebooks/%E6%96%B0%E4%B9%A1%E5%B8%82-2016-en.html"
    assert links[word("site.home", "zh")] == "../index.html"
