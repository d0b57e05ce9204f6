"""The workbook: it says what it is, text stays text whatever it looks like, bytes stay the same."""

import io
import zipfile

import openpyxl
import pytest

from analysis import tables
from analysis.codebook.citation import citation
from analysis.codebook.dictionary import dictionary
from analysis.dataset import workbook
from analysis.dataset.workbook import to_xlsx

from ..frames import observations, reports

HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "{=1+1}",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "http://example.org",
    "007",
    "1e5",
    "<b>&amp;</b>",
]


def opened(**content):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(content)))


def sheet_of(*texts):
    """The sheet of observations whose sentences are the texts."""
    figures = [("disclosure.total", "all", i) for i in range(len(texts))]
    rows = observations("新乡市-2016", *figures).assign(evidence=list(texts))
    return rows, opened(observations=rows)["observations"]


def column(sheet, name):
    names = [cell.value for cell in sheet[2]]
    return [row[names.index(name)] for row in sheet.iter_rows(min_row=3)]


def test_text_that_looks_like_a_formula_is_text():
    _, sheet = sheet_of(*HOSTILE)
    cells = column(sheet, "evidence")
    assert [cell.value.replace("_x000D_", "\r") for cell in cells] == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}


def test_no_sheet_holds_a_formula_or_a_link():
    rows, _ = sheet_of(*HOSTILE)
    with zipfile.ZipFile(io.BytesIO(to_xlsx({"observations": rows}))) as held:
        sheets = [held.read(name) for name in held.namelist() if "worksheets/" in name]
    assert len(sheets) == 4
    assert not any(b"<f" in one or b"<hyperlink" in one for one in sheets)


@pytest.mark.parametrize(
    "mark", ["\x00", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "𠮷", "_x0041_"]
)
def test_characters_that_a_workbook_cannot_hold_break_nothing(mark):
    _, sheet = sheet_of(f"全市{mark}公开", "下一行")
    first, second = column(sheet, "evidence")
    assert first.value.startswith("全市") and first.value.endswith("公开")
    assert second.value == "下一行"


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    _, sheet = sheet_of("政" * 40_000, "短")
    long, short = (cell.value for cell in column(sheet, "evidence"))
    assert len(long) == workbook.LONGEST and long.endswith("…（截断 cut）")
    assert short == "短"


def test_numbers_are_numbers_and_what_is_missing_is_empty():
    rows = observations("新乡市-2016", ("budget.dedicated", "all", (76.1, 76, None)))
    sheet = opened(observations=rows)["observations"]
    one = {name: column(sheet, name)[0].value for name in ("value", "lower", "upper", "year")}
    assert one == {"value": 76.1, "lower": 76, "upper": None, "year": 2016}
    assert column(sheet, "scope_name")[0].value is None


def test_a_sheet_has_two_heads_filters_and_widths():
    _, sheet = sheet_of("全市共新增主动公开政府信息130661条。" * 5)
    table = dictionary()["observations"]
    assert [cell.value for cell in sheet[1]] == [one.meaning.zh for one in table.columns.values()]
    assert [cell.value for cell in sheet[2]] == list(table.columns)
    assert sheet.freeze_panes == "A3"
    assert sheet.auto_filter.ref == f"A2:{sheet.cell(1, len(table.columns)).column_letter}3"
    assert 8 <= sheet.column_dimensions["A"].width < sheet.column_dimensions["N"].width <= 50


def test_the_first_sheet_says_what_it_is_and_lists_the_sheets(monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 1)
    content = {"reports": reports("新乡市-2016", "襄阳市-2017"), "cells": tables.frame("cells", [])}
    book = opened(**content, passages=tables.frame("passages", []))
    lines = [[cell.value for cell in row] for row in book["about"].iter_rows(min_row=3)]
    said = {row[1]: row[0] for row in lines if row[1]}
    assert said[citation().version] == "版本 Version"
    assert any(row[3] == citation().words for row in lines)
    listed = {name for name, head in said.items() if head == "工作表 Sheet"}
    assert listed == set(book.sheetnames) == {"about", "dictionary", "codes", "cells"}
    assert {n for n, head in said.items() if "Left out" in head} == {"reports", "passages"}
    assert "2 rows, in the CSV" in next(row[3] for row in lines if row[1] == "reports")


def test_dictionary_and_codes_are_those_of_the_codebook():
    book = opened(reports=reports())
    for name, frame in (("dictionary", tables.described()), ("codes", tables.coded())):
        head, *rows = book[name].iter_rows(values_only=True)
        assert list(head) == list(frame.columns)
        assert len(rows) == len(frame)
        assert book[name].freeze_panes == "A2"


def test_two_runs_give_the_same_bytes():
    content = {"reports": reports("新乡市-2016")}
    assert to_xlsx(content) == to_xlsx(content)
    with zipfile.ZipFile(io.BytesIO(to_xlsx(content))) as held:
        assert {one.date_time for one in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in held.read("docProps/core.xml")


def test_rows_of_the_first_sheet_are_as_high_as_their_words_and_sheets_fit_on_paper():
    book = opened(reports=reports())
    heights = [book["about"].row_dimensions[row].height or 15 for row in range(3, 12)]
    assert heights[0] == 15  # the title
    assert max(heights) >= 45  # what it is
    assert all(sheet.page_setup.fitToHeight == 0 for sheet in book)
