import io
import zipfile

import docx
import pytest
from docx.oxml.ns import nsmap
from msoffcrypto.format.ooxml import OOXMLFile

from analysis.documents.docx import read_docx
from analysis.documents.parts import Grid, GridCell, Prose
from analysis.errors import UnreadableError

from ..made.docx import docx_of, paragraph, run, saved
from .test_formats import old_office

BREAK, TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"


def prose(*parts: str) -> list[str]:
    """What is read of paragraphs and tables given as XML, none of them a table of data."""
    return [part.text for part in read_docx(docx_of(parts))]


def p(*inside: str) -> str:
    """A paragraph of runs and the like given as XML."""
    return f"<w:p>{''.join(inside)}</w:p>"


def tc(*inside: str, span: int = 1, merge: str = "") -> str:
    """A cell of words, or of XML."""
    held = "".join(one if one.startswith("<") else paragraph(one) for one in inside)
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{held}</w:tc>'


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cells(*parts: str) -> list[tuple]:
    """Row, column, words and spans of the cells of the only table."""
    (grid,) = (part for part in read_docx(docx_of(parts)) if isinstance(part, Grid))
    return [(c.row, c.column, c.text, c.rows, c.columns) for c in grid.cells]


def packed(content: bytes, **changed: bytes | None) -> bytes:
    """A file with parts of its archive changed, or left out where None; word__x.xml is a path."""
    paths = {name.replace("__", "/").replace("_xml", ".xml"): one for name, one in changed.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            kept = paths.get(name, old.read(name))
            if kept is not None:
                new.writestr(name, kept)
    return made.getvalue()


def test_paragraphs_and_tables_in_order():
    grid = Grid(
        (GridCell(0, 0, "甲"), GridCell(0, 1, "1"), GridCell(1, 0, "乙"), GridCell(1, 1, ""))
    )
    parts = [Prose("一、概述"), grid, Prose(""), grid, Prose("特此报告。")]
    assert read_docx(docx_of(parts)) == parts


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (run("共") + run("1") + run(" ") + run("23") + run("件"), "共1 23件"),
        (run("甲") + TAB + run("乙") + BREAK + run("丙"), "甲\t乙\n丙"),
        (run("公开") + "<w:r><w:noBreakHyphen/><w:t>网</w:t><w:cr/></w:r>", "公开-网\n"),
        (f"<w:hyperlink>{run('www')}<w:ins>{run('.gov.cn')}</w:ins></w:hyperlink>", "www.gov.cn"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>" + run("3"), "123"),
        (run("2") + f"<w:del>{run('9')}</w:del><w:ins>{run('3')}</w:ins>", "23"),
        ("<w:del><w:r><w:delText>9</w:delText></w:r></w:del>" + run("3"), "3"),
        (f"<w:moveFrom>{run('9')}</w:moveFrom><w:moveTo>{run('3')}</w:moveTo>", "3"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE \\* 9</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/><w:t>4</w:t><w:fldChar w:fldCharType="end"/></w:r>',
            "4",
        ),
        (f'<w:fldSimple w:instr="DATE 9">{run("2022")}</w:fldSimple>', "2022"),
        ('<w:commentRangeStart w:id="0"/>' + run("3") + '<w:r><w:commentReference w:id="0"/></w:r>', "3"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>" + run("3"), "3"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>3</w:t></w:r>', "3"),
        ('<w:r><w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "①"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>gong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>公</w:t></w:r></w:rubyBase></w:ruby></w:r>", "公"),
        ("<m:oMath><m:r><m:t>3%</m:t></m:r></m:oMath>", "3%"),
        (f"<w:smartTag>{run('3')}</w:smartTag>", "3"),
    ],
)  # fmt: skip
def test_words_of_a_paragraph(inside, expected):
    assert prose(p(run("　"), inside)) == ["　" + expected]


def test_tab_stops_are_no_tabs():
    stops = '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'
    assert prose(paragraph("一、概述", properties=stops)) == ["一、概述"]


def test_paragraphs_and_rows_in_content_controls():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert prose(control.format(paragraph("一、概述") + control.format(paragraph("无。")))) == [
        "一、概述", "无。",
    ]  # fmt: skip
    row = f"<w:tr>{tc('乙')}{control.format(tc('2'))}</w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tr>{tc('甲')}{tc('1')}</w:tr>{control.format(row)}</w:tbl>"
    assert [words for _, _, words, _, _ in cells(table)] == ["甲", "1", "乙", "2"]


def test_a_deleted_paragraph_is_none_and_a_deleted_row_neither():
    gone = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>{run('x')}</w:del></w:p>"
    assert prose(paragraph("一"), gone, paragraph("二")) == ["一", "二"]
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('x')}{tc('9')}</w:tr>"
    table = tbl(tc("甲") + tc("1"), tc("乙") + tc("2")).replace(
        "</w:tr><w:tr>", f"</w:tr>{row}<w:tr>"
    )
    assert cells(table) == [
        (0, 0, "甲", 1, 1), (0, 1, "1", 1, 1), (1, 0, "乙", 1, 1), (1, 1, "2", 1, 1),
    ]  # fmt: skip


def test_text_boxes_follow_their_paragraph_once():
    held = f"<w:txbxContent>{paragraph('框内')}{paragraph('二行')}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{held}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert prose(p(run("前"), both, run("后"))) == ["前后", "框内", "二行"]
    old = f"<w:r><w:pict><v:textbox>{held}</v:textbox></w:pict></w:r>"
    assert prose(p(old, run("后")), paragraph("末")) == ["后", "框内", "二行", "末"]


def test_notes_follow_the_paragraph_that_refers_to_them():
    document = docx.Document(
        io.BytesIO(
            docx_of([p(run("共3件"), '<w:r><w:footnoteReference w:id="2"/></w:r>'), Prose("末")])
        )
    )
    notes = f'<w:footnotes xmlns:w="{nsmap["w"]}"><w:footnote w:id="2">{paragraph("不含乡镇。")}</w:footnote></w:footnotes>'
    relation = docx.opc.constants.RELATIONSHIP_TYPE.FOOTNOTES
    uri, kind = docx.opc.packuri.PackURI("/word/footnotes.xml"), "application/xml"
    part = docx.opc.part.Part(uri, kind, notes.encode(), document.part.package)
    document.part.relate_to(part, relation)
    assert [one.text for one in read_docx(saved(document))] == ["共3件", "不含乡镇。", "末"]


LEVELS = """
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{0}"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3.%4"/></w:lvl>
<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
<w:lvl w:ilvl="5"><w:start w:val="1"/><w:numFmt w:val="hebrew1"/><w:lvlText w:val="%6."/></w:lvl>
"""


def numbered(level: int, words: str, of: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    return paragraph(words, properties=properties)


def with_lists(
    *parts: str, format: str = "chineseCountingThousand", lists: str = ""
) -> list[Prose | Grid]:
    """What is read of paragraphs of list 1, with the levels above, or of others."""
    numbering = (
        f'<w:numbering xmlns:w="{nsmap["w"]}">'
        f'<w:abstractNum w:abstractNumId="7">{LEVELS.format(format)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{lists}</w:numbering>'
    )
    return read_docx(packed(docx_of(parts), word__numbering_xml=numbering.encode()))


def texts(parts: list[Prose]) -> list[str]:
    return [part.text for part in parts]


def test_automatic_numbers_are_written_before_their_paragraphs():
    found = with_lists(
        numbered(0, "概述"), numbered(0, "公开情况"), numbered(1, "主动公开"), numbered(2, "5月发布3条"),
        numbered(2, "二"), numbered(1, "依申请公开"), numbered(2, "一"), numbered(3, "细目"),
        numbered(4, "点"), numbered(5, "未知"), paragraph("正文"), numbered(0, "问题"), numbered(1, "一"),
    )  # fmt: skip
    assert texts(found) == [
        "一、概述", "二、公开情况", "（一）主动公开", "1. 5月发布3条", "2. 二", "（二）依申请公开",
        "1. 一", "2.1.1 细目", "点", "未知", "正文", "三、问题", "（一）一",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("format", "first", "last"),
    [
        ("decimal", "1、", "12、"), ("decimalFullWidth", "１、", "１２、"),
        ("chineseCounting", "一、", "十二、"), ("japaneseCounting", "一、", "十二、"),
        ("ideographDigital", "一、", "一二、"), ("decimalEnclosedCircleChinese", "①、", "⑫、"),
        ("decimalZero", "01、", "12、"), ("upperRoman", "", ""),
    ],
)  # fmt: skip
def test_formats_of_numbers(format, first, last):
    found = with_lists(*(numbered(0, "节") for _ in range(12)), format=format)
    assert (found[0].text, found[-1].text) == (f"{first}节", f"{last}节")


def test_lists_of_one_pattern_go_on_with_its_count_unless_they_start_anew():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="7"/>{override}</w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="99"/></w:num>'
    )
    parts = [numbered(0, "甲", of=number) for number in (1, 2, 3, 3, 1, 4, 0, 88)]
    assert texts(with_lists(*parts, lists=lists)) == [
        "一、甲", "二、甲", "五、甲", "六、甲", "七、甲", "甲", "甲", "甲",
    ]  # fmt: skip


def test_numbers_from_the_style_of_a_paragraph():
    document = docx.Document()
    for style in ("List Number", "List Number", "Normal"):
        document.add_paragraph("项", style=style)
    based = document.styles.add_style("附", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    based.base_style = document.styles["List Number"]
    document.add_paragraph("项", style="附")
    assert [part.text for part in read_docx(saved(document))] == ["1. 项", "2. 项", "项", "3. 项"]


def test_numbers_in_the_cells_of_a_table():
    table = tbl(tc(numbered(2, "")) + tc("甲"), tc(numbered(2, "")) + tc("乙"))
    (grid,) = with_lists(table)
    assert [cell.text for cell in grid.cells] == ["1.", "甲", "2.", "乙"]


def test_a_file_without_lists_of_its_own():
    document = docx.Document(io.BytesIO(docx_of([numbered(0, "概述")])))
    (relation,) = (k for k, r in document.part.rels.items() if r.reltype.endswith("/numbering"))
    del document.part.rels[relation]
    assert read_docx(saved(document)) == [Prose("概述")]


def test_merged_cells():
    table = tbl(
        tc("甲", span=2) + tc("乙", merge="restart"),
        tc("丙", merge="restart") + tc("1") + tc("x", merge="continue"),
        tc("", merge="continue") + tc("2") + tc("3"),
    )
    assert cells(table) == [
        (0, 0, "甲", 1, 2), (0, 2, "乙", 2, 1),
        (1, 0, "丙", 2, 1), (1, 1, "1", 1, 1),
        (2, 1, "2", 1, 1), (2, 2, "3", 1, 1),
    ]  # fmt: skip


def test_merges_that_do_not_fit_and_rows_that_begin_late_or_end_early():
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    table = tbl(
        tc("甲", merge="continue") + tc("乙", merge="restart") + tc("丙"),
        late + tc("1", span=2, merge="continue"),
        tc("2") + tc("3"),
    )
    assert cells(table) == [
        (0, 0, "甲", 1, 1), (0, 1, "乙", 1, 1), (0, 2, "丙", 1, 1),
        (1, 0, "", 1, 1), (1, 1, "1", 1, 2),
        (2, 0, "2", 1, 1), (2, 1, "3", 1, 1), (2, 2, "", 1, 1),
    ]  # fmt: skip


def with_widths(table: str, *widths: int) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return table.replace("<w:tblPr/>", f"<w:tblPr/><w:tblGrid>{columns}</w:tblGrid>")


def test_edges_of_cells_that_do_not_quite_meet():
    table = tbl(
        tc("甲", span=2) + tc("乙", span=2),
        tc("丙", merge="restart") + tc("丁", span=2) + tc("戊"),
        tc("", merge="continue", span=2) + tc("1") + tc("2"),
    )
    assert cells(with_widths(table, 800, 15, 785, 800)) == [
        (0, 0, "甲", 1, 1), (0, 1, "乙", 1, 2),
        (1, 0, "丙", 2, 1), (1, 1, "丁", 1, 1), (1, 2, "戊", 1, 1),
        (2, 1, "1", 1, 1), (2, 2, "2", 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("widths", [(800, 30, 800), (800,), (0, 0, 0), ()])
def test_a_narrow_column_with_cells_of_its_own_is_one(widths):
    table = tbl(tc("甲") + tc("一") + tc("乙"), tc("1") + tc("2") + tc("3"))
    assert [words for _, _, words, _, _ in cells(with_widths(table, *widths))] == [
        "甲", "一", "乙", "1", "2", "3",
    ]  # fmt: skip


def test_a_cell_says_its_words_once_and_whole():
    table = tbl(
        tc("社会", "公益", "组织") + tc(p(run("数量"), BREAK, run("（件）"))),
        tc(p(run("三、本"), run("年度"))) + tc("", p(run("1"), run("23")), ""),
    )
    assert [words for _, _, words, _, _ in cells(table)] == [
        "社会公益组织", "数量（件）", "三、本年度", "123",
    ]  # fmt: skip


def test_tables_that_lay_out_a_page_are_undone():
    inner = tbl(tc("甲") + tc("1"), tc("乙") + tc("2"))
    grid = Grid(
        (GridCell(0, 0, "甲"), GridCell(0, 1, "1"), GridCell(1, 0, "乙"), GridCell(1, 1, "2"))
    )
    assert read_docx(docx_of([tbl(tc("一", "二"))])) == [Prose("一"), Prose("二")]
    outer = tbl(tc("一", inner, "二") + tc("三"), tc("四", span=2))
    assert read_docx(docx_of([outer])) == [
        Prose("一"), grid, Prose("二"), Prose("三"), Prose("四"),
    ]  # fmt: skip


def test_what_pages_bear_above_and_below_stands_at_the_end_once():
    document = docx.Document(io.BytesIO(docx_of([Prose("一、概述")])))
    first, second = document.sections[0], document.add_section()
    first.header.paragraphs[0].text = "某市人民政府"
    first.footer.paragraphs[0].text = "- 1 -"
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "某市人民政府"
    second.footer.is_linked_to_previous = False
    second.footer.paragraphs[0].text = "- 2 -"
    assert read_docx(saved(document))[-4:] == [
        Prose(""),
        Prose("某市人民政府", "page header"), Prose("- 1 -", "page footer"), Prose("- 2 -", "page footer"),
    ]  # fmt: skip


def test_a_table_of_contents_is_no_text_of_the_report():
    document = docx.Document()
    style = document.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("一、概述\t1", style=style)
    document.add_paragraph("一、概述")
    assert read_docx(saved(document)) == [
        Prose("一、概述\t1", "table of contents"), Prose("一、概述"),
    ]  # fmt: skip


GOOD = docx_of([Prose("一、概述")])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (GOOD[: len(GOOD) // 2], "cut off or damaged"),
        (GOOD[:-1], "cut off or damaged"),
        (packed(GOOD, word__document_xml=None), "damaged"),
        (packed(GOOD, word__document_xml=b"<w:document"), "damaged"),
        (packed(GOOD, word__document_xml=b"<a/>"), "damaged"),
        (packed(GOOD, **{"[Content_Types]_xml": None}), "damaged"),
        (GOOD.replace(b"word/document.xml", b"word/document.xmk", 1), "damaged"),
        (docx_of([Prose(""), Prose("　")]), "no text"),
        (old_office("WordDocument"), "are an old Word file"),
        (b"{\\rtf1\\ansi}", "are a Rich Text Format file"),
        ("一、概述".encode(), "are text, not a Word file"),
        (b"<html><p>x", "are a web page"),
        (b"%PDF-1.7", "are a PDF"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(content, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_docx(content)


def test_a_file_with_a_password():
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(GOOD)).encrypt("secret", locked)
    with pytest.raises(UnreadableError, match="asks for a password"):
        read_docx(locked.getvalue())
