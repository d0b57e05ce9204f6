"""Workbooks in both formats: every cell in its place, titles and notes as lines, and what is no workbook."""

import datetime
from dataclasses import replace
from io import BytesIO

import docx
import msoffcrypto.format.ooxml as ooxml
import openpyxl
import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from xlwt.CompoundDoc import XlsDoc

from analysis.documents.parts import Grid, GridCell, Prose
from analysis.documents.workbook import read_workbook
from analysis.errors import UnreadableError

from ..forms import appeals, changed, disclosures, filled, numbers, requests, statistics, values
from ..made.workbook import xls_of, xls_of_sheets, xlsx_of, xlsx_of_sheets

MAKE = pytest.mark.parametrize("make", [xlsx_of, xls_of])
TITLE = "新乡市2016年度政府信息公开情况统计表"
SMALL = Grid((
    GridCell(0, 0, "指标"), GridCell(0, 1, "数量"),
    GridCell(1, 0, "公开数"), GridCell(1, 1, "12"),
))  # fmt: skip


def rows(grid):
    """The words of a table, row by row."""
    found = {}
    for cell in grid.cells:
        found.setdefault(cell.row, []).append(cell.text)
    return list(found.values())


def saved(book):
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def sheet(**cells):
    """A workbook with some cells by their names (B2)."""
    book = openpyxl.Workbook()
    for place, value in cells.items():
        book.active[place] = value
    return saved(book)


# --- the national forms --------------------------------------------------------------------------


@MAKE
@pytest.mark.parametrize("form", ["form_2019", "form_2021"])
@pytest.mark.parametrize("table", [requests, appeals, disclosures])
def test_every_cell_of_the_later_forms(make, form, table):
    grid, held = table(form)
    (read,) = read_workbook(make(grid))
    assert read == Grid(tuple(sorted(grid.cells, key=lambda c: (c.row, c.column))))
    assert values(filled(read, 2019 if form == "form_2019" else 2022)) == numbers(held)


@MAKE
def test_every_cell_of_the_form_of_2014(make):
    grid, held = statistics()
    (read,) = read_workbook(make(grid))
    assert values(filled(read, 2016)) == numbers(held)


@MAKE
@pytest.mark.parametrize("blank", range(1, 176, 29))
def test_a_blank_cell_is_blank_and_shifts_nothing(make, blank):
    grid, held = requests("form_2021", lambda n: "" if n == blank else str(n))
    (read,) = read_workbook(make(TITLE, grid))[1:]
    found = filled(read)
    assert values(found) == numbers(held)
    assert [(c.indicator, c.applicant) for c in found.cells if c.says == "blank"] == [
        key for key, words in held.items() if not words
    ]


@MAKE
def test_what_cells_say_stays_as_typed(make):
    said = {1: "３，００１", 2: "3，002", 3: "3,003", 4: "/", 5: "无", 6: "", 7: "7件", 8: "——"}
    grid, held = requests("form_2021", lambda n: said.get(n, str(n)))
    (read,) = read_workbook(make(grid, as_text=True))
    found = filled(read)
    assert [cell.text for cell in found.cells[:8]] == list(said.values())
    assert [cell.says for cell in found.cells[3:8]] == ["slash", "none", "blank", "number", "dash"]
    read = {3001.0, 3002.0, 3003.0, 7.0} | {float(n) for n in range(9, len(held) + 1)}
    assert {one.value for one in found.observations} == read


@MAKE
def test_three_scopes_by_their_columns(make):
    grid, held = statistics(("合计", "市直", "县区"))
    title, read = read_workbook(make(TITLE, grid))
    found = filled(read, 2016)
    assert title == Prose(TITLE)
    for scope, more in (("all", 0), ("municipal", 1000), ("county", 2000)):
        assert {o.indicator: o.value for o in found.observations if o.scope == scope} == {
            key[0]: value + more for key, value in numbers(held).items()
        }


@MAKE
def test_the_tables_of_a_report_with_headings_between_them_and_no_blank_row(make):
    made = [disclosures("form_2021"), requests("form_2021"), appeals()]
    parts = [part for name, (grid, _) in zip("二三四", made, strict=True)
             for part in (f"{name}、有关情况", grid)]  # fmt: skip
    heading, read = read_workbook(make(*parts))
    assert heading == Prose("二、有关情况")
    found = filled(read)
    assert values(found) == {key: value for _, held in made for key, value in numbers(held).items()}


# --- titles, notes, several tables ---------------------------------------------------------------


@MAKE
def test_lines_above_and_below_a_table(make):
    note = "注：本表统计口径为各县（市、区）和市直部门的合计数，不含垂直管理单位。"
    assert read_workbook(make("附件1", TITLE, "填报单位：新乡市", SMALL, note, "单位负责人：张三")) == [
        Prose("附件1"), Prose(TITLE), Prose("填报单位：新乡市"), SMALL,
        Prose(note), Prose("单位负责人：张三"),
    ]  # fmt: skip


def test_lines_that_are_not_merged():
    note = "注：本表统计口径为各县（市、区）和市直部门的合计数，不含垂直管理单位。"
    made = sheet(B1=TITLE, A2="填报单位：新乡市", A3="指标", B3="数量", A4="公开数", B4=12, A5=note)
    assert read_workbook(made) == [Prose(TITLE), Prose("填报单位：新乡市"), SMALL, Prose(note)]


def test_a_label_with_a_blank_beside_it_is_no_note():
    made = sheet(
        A1="指标", B1="数量", A2="公开数", B2=12, A3="收费数", A5="负责人：张三", B5="李四"
    )
    table, line = read_workbook(made)
    assert rows(table) == [["指标", "数量"], ["公开数", "12"], ["收费数", ""]]
    assert line == Prose("负责人：张三\t李四")


def test_a_label_merged_over_the_columns_of_labels_is_no_note():
    grid, held = requests("form_2021", lambda n: "" if n > 168 else str(n))
    for make in (xlsx_of, xls_of):
        (read,) = read_workbook(make(grid))
        assert sum(cell.says == "blank" for cell in filled(read).cells) == 7
        assert values(filled(read)) == numbers(held)


def test_a_note_of_several_rows_below_a_table():
    book = openpyxl.load_workbook(BytesIO(sheet(A1="指标", B1="数量", A2="公开数", B2=12, A3="注")))
    book.active.merge_cells("A3:B5")
    book.active["A6"] = "张三（负责人），联系方式见上，本表由各单位逐级汇总。"
    assert read_workbook(saved(book)) == [SMALL, Prose("注"), Prose(book.active["A6"].value)]


@MAKE
def test_blank_rows_part_tables(make):
    other = changed(SMALL, lambda c: replace(c, text="13") if c.text == "12" else c)
    assert read_workbook(make(TITLE, None, SMALL, None, None, "县区", other)) == [
        Prose(TITLE), SMALL, Prose("县区"), other,
    ]  # fmt: skip


@MAKE
def test_a_row_under_a_merged_header_is_not_blank(make):
    head = (GridCell(0, 0, "指标", 2, 1), GridCell(0, 1, "数量", 2, 1))
    grid = Grid((*head, GridCell(2, 0, "公开数"), GridCell(2, 1, "12")))
    assert read_workbook(make(grid)) == [grid]


@MAKE
def test_a_label_of_several_rows_beside_blanks_is_no_title(make):
    grid = Grid((
        GridCell(0, 0, "申请", 2, 1), GridCell(0, 1, ""), GridCell(0, 2, ""),
        GridCell(1, 1, "网络"), GridCell(1, 2, "5"),
    ))  # fmt: skip
    assert read_workbook(make(grid)) == [grid]


def test_blank_rows_and_columns_around_are_cut_off_and_those_inside_kept():
    made = sheet(C4="指标", E4="数量", C5="公开数", E5=12, A1=" ", G9=" ")
    (table,) = read_workbook(made)
    assert rows(table) == [["指标", "", "数量"], ["公开数", "", "12"]]
    assert {(c.row, c.column) for c in table.cells} == {(r, c) for r in (0, 1) for c in (0, 1, 2)}


@MAKE
def test_merged_ranges_that_reach_over_the_sheet_end_with_its_words(make):
    wide = Grid((*SMALL.cells, GridCell(2, 0, "", 60, 1), GridCell(0, 2, "", 1, 200)))
    assert read_workbook(make(wide)) == [SMALL]


def test_lines_within_a_cell():
    made = sheet(
        A1="其他法律行政法规\n禁止公开",
        B1="3\n4",
        A2="商业 \n 企业",
        B2="Wi\nFi",
        A4="一段。\r\n两段。",
    )
    table, prose = read_workbook(made)
    assert rows(table) == [["其他法律行政法规禁止公开", "3 4"], ["商业企业", "Wi Fi"]]
    assert prose == Prose("一段。\n两段。")


# --- sheets --------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [xlsx_of_sheets, xls_of_sheets])
def test_visible_sheets_in_order_and_by_name_where_there_are_several(make):
    other = changed(SMALL, lambda c: replace(c, text="7") if c.text == "12" else c)
    sheets = {"县区": (other,), "Sheet2": (SMALL,), "底稿": (TITLE, SMALL), "空": ()}
    made = make(sheets, hidden=("底稿",))
    assert read_workbook(made) == [Prose("县区"), other, SMALL]
    assert read_workbook(make({"县区": (other,)})) == [other]


def test_charts_and_comments_are_no_text():
    book = openpyxl.load_workbook(BytesIO(xlsx_of(SMALL)))
    book.active["A1"].comment = Comment("请核对300条", "张三")
    book.create_chartsheet("图")
    assert read_workbook(saved(book)) == [SMALL]


# --- values --------------------------------------------------------------------------------------


def test_values_as_a_person_sees_them_in_xlsx():
    runs = CellRichText(TextBlock(InlineFont(b=True), "1"), TextBlock(InlineFont(), "23"))
    book = openpyxl.load_workbook(BytesIO(sheet(
        A1=120.0, B1=3.2, C1=0.1 + 0.2, D1=0.0, E1=1e15, F1=1e-7,
        A2=True, B2=datetime.date(2017, 3, 1), C2=datetime.datetime(2017, 3, 1, 8, 30), D2=0.733,
        E2="007", F2=" 12 件",
    )))  # fmt: skip
    book.active["A3"], book.active["B3"] = runs, "x"
    book.active["D2"].number_format = "0.0%"
    (table,) = read_workbook(saved(book))
    assert rows(table) == [
        ["120", "3.2", "0.3", "0", "1000000000000000", "0.0000001"],
        ["TRUE", "2017-03-01", "2017-03-01 08:30:00", "0.733", "007", "12 件"],
        ["123", "x", "", "", "", ""],
    ]


def test_values_as_a_person_sees_them_in_xls():
    book = xlwt.Workbook()
    page = book.add_sheet("a")
    for place, value in enumerate((120, 120.0, 3.2, 0.1 + 0.2, True, "007")):
        page.write(0, place, value)
    page.write(1, 0, datetime.date(2017, 3, 1), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    (table,) = read_workbook(saved(book))
    assert rows(table) == [
        ["120", "120", "3.2", "0.3", "TRUE", "007"],
        ["2017-03-01", "", "", "", "", ""],
    ]


# --- what is no workbook -------------------------------------------------------------------------


def locked_xlsx():
    made = BytesIO()
    ooxml.OOXMLFile(BytesIO(xlsx_of(SMALL))).encrypt("secret", made)
    return made.getvalue()


def locked_xls():
    """A workbook with the record of a password behind its first one, as Excel writes it."""
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "x")
    stream, made = book.get_biff_data(), BytesIO()
    XlsDoc().save(made, stream[:20] + b"\x2f\x00\x36\x00" + bytes(54) + stream[20:])
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (xlsx_of(), "No visible sheet"),
        (xls_of(), "No visible sheet"),
        (xlsx_of_sheets({"a": (), "b": (SMALL,)}, hidden=("b",)), "No visible sheet"),
        (locked_xlsx(), "password"),
        (locked_xls(), "password"),
        (xlsx_of(SMALL)[:-300], "cut off"),
        (xlsx_of(SMALL)[:300], "cut off"),
        (xls_of(SMALL)[:300], "cut off"),
        (xls_of(SMALL)[:-1], "cut off"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "web archive"),
        ("指标,数量\n公开数,12\n".encode("gbk"), "are text, not a workbook"),
        (b"%PDF-1.4", "a PDF"),
        (b"\x00\x01\x02\x03", "not a workbook"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "XML"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_refused_with_what_it_is(content, reason, capfd):
    with pytest.raises(UnreadableError, match=reason):
        read_workbook(content)
    assert capfd.readouterr().err == ""


def test_a_word_document_is_told_apart():
    made = BytesIO()
    docx.Document().save(made)
    with pytest.raises(UnreadableError, match=r"docx"):
        read_workbook(made.getvalue())


@MAKE
def test_a_workbook_cut_off_anywhere_is_refused_and_breaks_nothing(make, capfd):
    content = make(TITLE, statistics()[0])
    for end in range(1, len(content), 501):
        with pytest.raises(UnreadableError):
            read_workbook(content[:end])
    assert capfd.readouterr().err == ""


def test_what_makes_the_library_panic_is_refused():
    content = bytearray(xls_of(SMALL))
    content[content.index(b"\x85\x00") + 7] = 0x9C  # a sheet begins far behind the end
    with pytest.raises(UnreadableError, match="damaged"):
        read_workbook(bytes(content))


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "utf-16"])
def test_a_web_page_that_bears_the_ending_is_read_as_one(charset):
    rows = "<tr><td>指标<td>数量<tr><td>公开数<td>1<b>2</b>"
    page = f"<html><body><h1>{TITLE}</h1><table>{rows}</table></body></html>"
    assert read_workbook(page.encode(charset)) == [Prose(TITLE), SMALL]


@pytest.mark.parametrize("make", [xls_of, xlsx_of])
def test_each_format_is_read_under_the_ending_of_the_other(make):
    assert read_workbook(make(SMALL)) == [SMALL]
