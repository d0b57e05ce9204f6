import pytest

from analysis.documents.html import read_html
from analysis.documents.parts import Grid, GridCell, Prose, assemble
from analysis.documents.structure import structured
from analysis.errors import UnreadableError

TITLE = "某市2022年政府信息公开工作年度报告"
OPENING = "本报告根据《中华人民共和国政府信息公开条例》编制，全年主动公开政府信息123条。"


def parts(page: str, charset: str = "utf-8") -> list[Prose | Grid]:
    return read_html(page.encode(charset))


def text(page: str) -> str:
    """The words of a page that are no furniture, and no table."""
    found = (part for part in parts(page) if isinstance(part, Prose) and not part.furniture)
    return "\n".join(part.text for part in found)


def cells(page: str) -> list[tuple]:
    """Row, column, words and spans of the cells of the only table."""
    (grid,) = (part for part in parts(page) if isinstance(part, Grid))
    return [(c.row, c.column, c.text, c.rows, c.columns) for c in grid.cells]


def furniture(page: str) -> list[tuple[str, str]]:
    return [(p.furniture, p.text) for p in parts(page) if isinstance(p, Prose) and p.furniture]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_bytes_win_over_the_charset_that_a_page_declares(charset):
    page = f'<meta charset="gb2312"><p>{OPENING}朱镕基、瀍河'
    assert parts(page, charset) == [Prose(OPENING + "朱镕基、瀍河")]


def test_a_declaration_of_xml_does_no_harm():
    page = f'<?xml version="1.0" encoding="gb2312"?><html xmlns="x"><body><p>{OPENING}</p>'
    assert text(page) == OPENING


def test_a_page_cut_within_a_character_and_one_with_a_headline_cut_so():
    whole = f"<p>{OPENING}<p>特此报告。".encode()
    assert read_html(whole[:-1]) == [Prose(OPENING + "\n特此报告")]
    for charset in ("utf-8", "gb18030"):
        cut = "<p>公开".encode(charset)[:-1] + f"</p><p>{OPENING * 4}".encode(charset)
        assert read_html(cut)[0].text.splitlines()[-1] == OPENING * 4


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>共<span>1</span><span>23</span>件", "共123件"),
        ("<p>共<b>1</b>\n<b>2</b>件", "共1 2件"),
        ("<p>一、概述<p>无。<p>二", "一、概述\n无。\n二"),
        ("<p>一<p>二</p>三</p>四", "一\n二\n三\n四"),
        ("<h2>一、概述</h2>无。<br>二<br/><br/>三<div>四<div>五</div></div>", "一、概述\n无。\n二\n三\n\n四\n五"),
        ("<div>一<span>、<p>概述</p></span></div>", "一、\n概述"),
        ("<ul><li>一是<li>二是</ul>", "一是\n二是"),
        ("<p>&nbsp;&nbsp;　　2022年 1&nbsp;234 件", "\xa0\xa0　　2022年 1\xa0234 件"),
        ("<p>政府&#20449;息&mdash;&lt;公开&gt;&amp;", "政府信息—<公开>&"),
        ("<p>政府信息公\n    开工作\r\n年度 report\n  of 2022", "政府信息公开工作年度 report of 2022"),
        ("<p>  一\t 二  ", "一 二"),
        ("<pre>甲  1\n乙\t\t2</pre>丙  丁", "甲  1\n乙\t\t2\n丙 丁"),
        ("<pre><b>甲</b>  1\n乙</pre>", "甲  1\n乙"),
        ("<table><tr><td><pre>甲  1\n乙\t2</pre></table>", "甲  1\n乙\t2"),
        ("<p>一</p></body></html><p>二", "一\n二"),
        ("<p>3 < 5，<2022年>", "3 < 5，<2022年>"),
        ("<p><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>概述<o:p></o:p></p>", "一、概述"),
        ("<font>" * 300 + "一<p>二", "一\n二"),
    ],
)  # fmt: skip
def test_lines_are_those_of_a_browser(page, expected):
    assert text(page) == expected


def test_what_is_not_shown_is_no_text():
    page = (
        "<head><style>p{}</style><title>x</title></head><body style='display:none'>"
        "<script>document.write('<p>x')</script><noscript>x</noscript><template><p>x</template>"
        "<!-- x --><p hidden>x</p><p style='color:red; DISPLAY : none'>x</p><input value=x>"
        "<div style='visibility:hidden'>x</div><xml><o:x>x</o:x></xml><del>x</del>"
        "<p>共<span style='display:none;mso-hide:all'>x</span>3<!-- x -->件"
    )
    assert text(page) == "共3件"


def test_furniture_that_the_page_tells_of_stays_in_its_place():
    page = (
        f"<header>某市政府</header><nav><ul><li>首页<li>公开</ul></nav><p>{OPENING}"
        "<p>字号<select><option>大<option>小</select><button>打印</button></p>"
        "<div role=Navigation>上一篇</div><aside>热点</aside><p>特此报告。</p><footer>版权所有</footer>"
    )
    assert furniture(page) == [
        ("page header", "某市政府"), ("navigation", "首页\n公开"), ("form control", "大\n小"), ("form control", "打印"),
        ("navigation", "上一篇"), ("sidebar", "热点"), ("page footer", "版权所有"),
    ]  # fmt: skip
    assert text(page) == f"{OPENING}\n字号\n特此报告。"
    made = assemble(parts(page))
    labels = [p.label for p in structured(made.text, made.tables, made.marks).passages]
    assert labels[:2] == ["page header", "navigation"] and labels[-1] == "page footer"


@pytest.mark.parametrize(
    "page",
    [
        f"<article><header><h1>{TITLE}</h1></header><p>{OPENING}<footer>某市政府</footer></article>",
        f"<header><h1>{TITLE}</h1></header><p>{OPENING}",
        f"<nav>首页<div><h1>{TITLE}</h1><p>{OPENING}",
        f"<form><h1>{TITLE}</h1><p>{OPENING}</form>",
    ],
    ids=["of an article", "with the title", "without end tag", "form around the page"],
)
def test_elements_of_furniture_that_hold_the_report_are_none(page):
    assert f"{TITLE}\n{OPENING}" in "\n".join(line for line in text(page).split("\n") if line)


def test_the_head_and_foot_of_an_article_are_no_furniture():
    page = f"<main><article><header>发布：办公室<p>{OPENING}<footer>2023年1月</footer></article></main>"
    assert furniture(page) == []


def test_sections_are_an_empty_line_apart():
    assert text("<div><p>一<p>二</div><ul><li>三<li>四</ul>") == "一\n二\n\n三\n四"


@pytest.mark.parametrize(
    ("window", "body", "first"),
    [
        (f"{TITLE}_某市人民政府", OPENING, f"{TITLE}\n某市人民政府"),
        (f"{TITLE}-某市人民政府", OPENING, f"{TITLE}\n某市人民政府"),
        (f" {TITLE}\n", f"{TITLE}<p>{OPENING}", f"{TITLE}\n{OPENING}"),
        (f"{TITLE}_某市人民政府", f"某市2022年<br>政府信息公开工作<br>年度报告<p>{OPENING}", f"某市2022年\n政府信息公开工作\n年度报告\n{OPENING}"),
        ("某市人民政府门户网站", OPENING, OPENING),
    ],
)  # fmt: skip
def test_the_title_of_the_window_counts_where_the_page_has_none(window, body, first):
    assert parts(f"<title>{window}</title><p>{body}")[0].text == first


def test_spans_are_those_of_a_browser():
    page = (
        "<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><th>丙<th>丁<tr><td>1<td>2<td>3"
        "<tr><td colspan='2'>4<td></table>"
    )
    assert cells(page) == [
        (0, 0, "甲", 2, 1), (0, 1, "乙", 1, 2), (1, 1, "丙", 1, 1), (1, 2, "丁", 1, 1),
        (2, 0, "1", 1, 1), (2, 1, "2", 1, 1), (2, 2, "3", 1, 1),
        (3, 0, "4", 1, 2), (3, 2, "", 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Spans over the edges of the table.
        ("<tr><td rowspan=9>a<td colspan=99>b<tr><td>1<td>2",
         [(0, 0, "a", 2, 1), (0, 1, "b", 1, 2), (1, 1, "1", 1, 1), (1, 2, "2", 1, 1)]),
        # 0 is all rows of the section; no span reaches into the next.
        ("<tbody><tr><td rowspan=0>a<td>1<tr><td>2<tbody><tr><td>b<td>3",
         [(0, 0, "a", 2, 1), (0, 1, "1", 1, 1), (1, 1, "2", 1, 1), (2, 0, "b", 1, 1), (2, 1, "3", 1, 1)]),
        ("<tbody><tr><td rowspan=9>a<td>1<tbody><tr><td>b<td>3",
         [(0, 0, "a", 1, 1), (0, 1, "1", 1, 1), (1, 0, "b", 1, 1), (1, 1, "3", 1, 1)]),
        # The second a would cover the 1 of the row above it.
        ("<tr><td>a<td rowspan=2>1<tr><td colspan=2>a<tr><td>b<td>2",
         [(0, 0, "a", 1, 1), (0, 1, "1", 2, 1), (1, 0, "a", 1, 1), (2, 0, "b", 1, 1), (2, 1, "2", 1, 1)]),
        # Missing cells, in the middle because of the span from above and at the end.
        ("<tr><td>a<td>b<td>c<tr><td>1",
         [(0, 0, "a", 1, 1), (0, 1, "b", 1, 1), (0, 2, "c", 1, 1), (1, 0, "1", 1, 1), (1, 1, "", 1, 1), (1, 2, "", 1, 1)]),
        # A row that the span alone fills.
        ("<tr><td rowspan=2>a<td rowspan=2>b<tr></tr><tr><td>1<td>2",
         [(0, 0, "a", 1, 1), (0, 1, "b", 1, 1), (1, 0, "1", 1, 1), (1, 1, "2", 1, 1)]),
        ("<tr><td rowspan=x colspan=-1>a<td colspan=''>b<tr><td>1<td>2",
         [(0, 0, "a", 1, 1), (0, 1, "b", 1, 1), (1, 0, "1", 1, 1), (1, 1, "2", 1, 1)]),
        # The foot is printed last, the head first.
        ("<tfoot><tr><td>c<td>3</tfoot><tbody><tr><td>b<td>2</tbody><thead><tr><td>a<td>1</thead>",
         [(0, 0, "a", 1, 1), (0, 1, "1", 1, 1), (1, 0, "b", 1, 1), (1, 1, "2", 1, 1), (2, 0, "c", 1, 1), (2, 1, "3", 1, 1)]),
        # Rows without their start tag, and a form between table and row.
        ("<td>a<td>1</td></tr><form><tr><td>b<td>2</tr></form><td>c<td>3</tr>",
         [(0, 0, "a", 1, 1), (0, 1, "1", 1, 1), (1, 0, "b", 1, 1), (1, 1, "2", 1, 1), (2, 0, "c", 1, 1), (2, 1, "3", 1, 1)]),
        # Hidden rows and cells.
        ("<tr><td>a<td hidden>x<td>1<tr style='display:none'><td>x<td>x<tr><td>b<td>2",
         [(0, 0, "a", 1, 1), (0, 1, "1", 1, 1), (1, 0, "b", 1, 1), (1, 1, "2", 1, 1)]),
    ],
)  # fmt: skip
def test_tables_that_are_written_badly(rows, expected):
    assert cells(f"<table>{rows}</table>") == expected


def test_a_cell_says_its_words_once_and_whole():
    page = (
        "<table><tr><td><p>社会</p>\n<p>公益<br>组织</p><td>数　量（件）<tr>"
        "<td><div><p>三、<span>本年</span>\n  度</p></div><p>&nbsp;</p>"
        "<td>&nbsp;<p><span>1</span><span><b>2</b>3</span></p><tr><td>&nbsp;<td>5&#160;6\n件</table>"
    )
    assert [words for _, _, words, _, _ in cells(page)] == [
        "社会公益组织", "数　量（件）", "三、本年度", "123", "", "5\xa06 件",
    ]  # fmt: skip


def test_text_around_cells_stands_before_the_table():
    page = (
        "<p>一<table>散<caption>附表<br>单位：件</caption><tr><td>a<td>1<tr>落<td>b<td>2</table>二"
    )
    assert [p if isinstance(p, Prose) else "grid" for p in parts(page)] == [
        Prose("一\n\n散\n附表\n单位：件\n\n落"), "grid", Prose("二"),
    ]  # fmt: skip


def test_tables_that_lay_out_a_page_are_undone():
    inner = "<table><tr><td>a<td>1<tr><td>b<td>2</table>"
    page = (
        f"<table><tr><td colspan=2><nav>首页</nav><tr><td>指南<td><p>{TITLE}<p>{OPENING}"
        f"<table><tr><td>一、概述</table>{inner}<p>特此报告。</table>"
    )
    grid = Grid(
        (GridCell(0, 0, "a"), GridCell(0, 1, "1"), GridCell(1, 0, "b"), GridCell(1, 1, "2"))
    )
    assert parts(page) == [
        Prose("首页", "navigation"), Prose(f"指南\n\n{TITLE}\n{OPENING}\n\n一、概述"),
        grid, Prose("特此报告。"),
    ]  # fmt: skip


def test_a_page_saved_from_a_word_processor():
    page = f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="x">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{mso-style-parent:""}} --></style></head>
<body lang=ZH-CN><div class=Section1 style='layout-grid:15.6pt'>
<p class=MsoNormal align=center><b><span lang=EN-US style='font-size:22.0pt'>2022</span></b><b><span
style='font-family:宋体'>年政府信息公开工作年
度报告<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US>1<span style='mso-spacerun:yes'>&nbsp;
</span>{OPENING}</span></p></div></body></html>"""
    assert text(page) == f"2022 年政府信息公开工作年度报告\n\xa0\n1\xa0 {OPENING}".replace(
        "2022 ", "2022"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.4\n", "are a PDF, not a web page"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0", "an old Office file"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a web archive"),
        (b" \r\n", "white space"),
        (b"<html></html>", "no text"),
        (b"<html><head><title>x</title></head><body><script>x</script><img src=1.png></body>", "no text"),
        (b"<!-- x -->", "no text"),
        (b"<nav>Home</nav><p>&nbsp;</p>", "no text"),
        (b"<frameset><frame src=main.htm></frameset><noframes>x</noframes>", r"in a frame \(main.htm\)"),
        (b"<nav>x</nav><iframe src='/a/2022.pdf'>x</iframe>", r"\(/a/2022.pdf\)"),
        (b"<p><object data=2022.pdf><p>x</object>", r"\(2022.pdf\)"),
        (b"<div>" * 3000 + b"x", "nested too deep"),
        (b"<table><tr><td>" * 300 + b"x", "tables within tables"),
        ("政府信息公开".encode("gbk") * 9 + b"\xff." * 4, "neither UTF-8 nor GB18030"),
        ("<p>本報告根據中華人民共和國政府信息公開條例編制".encode("big5"), "another encoding"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_read_is_refused_with_the_reason(content, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_html(content)
