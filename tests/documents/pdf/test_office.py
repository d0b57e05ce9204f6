"""What LibreOffice prints from a document of a word processor."""

from pathlib import Path

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from analysis.documents.parts import Grid, GridCell
from analysis.documents.pdf import read_pdf

from ...made.office import needs_office
from .drawn import new_document, printed

pytestmark = needs_office
# How many lines above the matrix, whether its header is repeated, whether rows stay on one page.
REPORTS = {
    "at the top": (0, False, True),
    "header repeated": (6, True, True),
    "further down": (13, False, True),
    "header repeated further down": (20, True, True),
    "rows cut": (3, False, False),
}
RAW = Path(__file__).parents[3] / "data" / "raw"

APPLICANTS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
# Labels of the form of 2021, each group with its outcomes.
ROWS = {
    "一、本年新收政府信息公开申请数量": [],
    "二、上年结转政府信息公开申请数量": [],
    "（一）予以公开": [],
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": [],
    "（三）不予公开": [
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
        "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
    ],
    "（四）无法提供": ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"],
    "（五）不予处理": [
        "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息",
    ],
    "（六）其他处理": [
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
    ],
    "（七）总计": [],
    "四、结转下年度继续办理": [],
}  # fmt: skip


def expected():
    """Return the cells of the matrix, each value another number."""
    cells = [
        GridCell(0, 0, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
        GridCell(0, 3, "申请人情况", 1, 7), GridCell(1, 3, "自然人", 2), GridCell(1, 4, "法人或其他组织", 1, 5),
        GridCell(1, 9, "总计", 2), *(GridCell(2, 4 + i, name) for i, name in enumerate(APPLICANTS)),
        GridCell(5, 0, "三、本年度办理结果", 22),
    ]  # fmt: skip
    row = 3
    for label, outcomes in ROWS.items():
        if outcomes:
            cells.append(GridCell(row, 1, label, len(outcomes)))
        else:
            whole = not label.startswith("（")
            cells.append(GridCell(row, 0 if whole else 1, label, 1, 3 if whole else 2))
        cells.extend(GridCell(row + i, 2, outcome) for i, outcome in enumerate(outcomes))
        row += max(len(outcomes), 1)
    values = [(3 + i, 3 + j, f"{i * 100 + j}") for i in range(25) for j in range(7)]
    return [*cells, *(GridCell(*value) for value in values)]


def report(lines_before, repeated, whole_rows):
    """Return the matrix in a document, so many lines below the top of its first page."""
    document = new_document(10.5)
    document.sections[0].header.paragraphs[0].text = "某市人民政府办公室"
    number_pages(document)
    for i in range(lines_before):
        document.add_paragraph(f"第{i}行")
    table = document.add_table(rows=28, cols=10)
    table.style = "Table Grid"
    places = table._cells
    for cell in expected():
        first = 10 * cell.row + cell.column
        last = places[first + 10 * (cell.rows - 1) + cell.columns - 1]
        (places[first].merge(last) if cell.rows * cell.columns > 1 else last).text = cell.text
    for i, row in enumerate(table.rows):
        names = ["w:cantSplit"] * whole_rows + ["w:tblHeader"] * (repeated and i < 3)
        row._tr.get_or_add_trPr().extend(map(OxmlElement, names))
    document.add_paragraph("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")
    return document


def number_pages(document):
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run("- ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    paragraph.add_run(" -")


def prose():
    """Return paragraphs of a report, and a document with them over several pages."""
    lines = (RAW / "xingtai-2017.txt").read_text(encoding="utf-8").split("\n")
    written = [words for line in lines if (words := "".join(line.split()))]
    document = new_document(16)
    document.sections[0].header.paragraphs[0].text = "某市人民政府办公室"
    number_pages(document)
    for words in written:
        paragraph = document.add_paragraph(words)
        paragraph.paragraph_format.first_line_indent = Pt(32)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return written, document


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory):
    """Return what is printed, all at once since starting the program takes longest."""
    documents = {name: report(*options) for name, options in REPORTS.items()}
    return printed(documents | {"prose": prose()[1]}, tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("name", [name for name, (*_, whole_rows) in REPORTS.items() if whole_rows])
def test_the_matrix_over_page_breaks_is_read_cell_by_cell(pdfs, name):
    parts = read_pdf(pdfs[name])
    (grid,) = (part for part in parts if isinstance(part, Grid))
    assert len(grid.breaks) >= 1 and grid.doubts == ()
    assert set(grid.cells) == set(expected()) and len(grid.cells) == len(expected())
    header, footer = parts[-2:]
    assert (header.furniture, footer.furniture) == ("page header", "page footer")
    assert footer.text.startswith("- 1 -\n- 2 -")


def test_a_row_cut_by_the_page_keeps_its_values_and_the_groups_around_it(pdfs):
    (grid,) = (part for part in read_pdf(pdfs["rows cut"]) if isinstance(part, Grid))
    assert max(cell.row + cell.rows for cell in grid.cells) == 28 + 1
    in_order = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    values = [cell.text for cell in in_order if cell.column >= 3 and cell.row >= 3 and cell.text]
    assert values == [cell.text for cell in expected() if cell.column >= 3 and cell.row >= 3]
    groups = {cell.text for cell in grid.cells if cell.column == 1 and cell.columns == 1}
    assert groups == {label for label, outcomes in ROWS.items() if outcomes}


def test_paragraphs_come_out_whole_over_lines_and_pages(pdfs):
    parts = read_pdf(pdfs["prose"])
    assert "".join(parts[0].text.split(" ")).split() == prose()[0]
    assert [part.furniture for part in parts[1:]] == ["page header", "page footer"]
