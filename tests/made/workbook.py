"""Workbooks as offices make them, in both formats, from tables and lines one below the other."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import openpyxl
import xlwt

from analysis.documents.parts import Grid, GridCell

# What stands one below the other on a sheet: a table, a line merged over the width, a blank row.
Part = Grid | str | None
NUMBER = re.compile(r"(0|[1-9]\d*)(\.\d+)?")


def xlsx_of(*parts: Part, as_text: bool = False) -> bytes:
    """A workbook of one sheet."""
    return xlsx_of_sheets({"Sheet1": parts}, as_text=as_text)


def xls_of(*parts: Part, as_text: bool = False) -> bytes:
    """The same in the format of 1997."""
    return xls_of_sheets({"Sheet1": parts}, as_text=as_text)


def xlsx_of_sheets(
    sheets: dict[str, tuple[Part, ...]], hidden: tuple[str, ...] = (), as_text: bool = False
) -> bytes:
    """A workbook of several sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, parts in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for cell in laid(parts):
            row, column = cell.row + 1, cell.column + 1
            sheet.cell(row, column).value = stored(cell.text, as_text)
            last = row + cell.rows - 1, column + cell.columns - 1
            if last != (row, column):
                sheet.merge_cells(None, row, column, *last)
    return _saved(book)


def xls_of_sheets(
    sheets: dict[str, tuple[Part, ...]], hidden: tuple[str, ...] = (), as_text: bool = False
) -> bytes:
    """The same in the format of 1997."""
    book = xlwt.Workbook()
    for name, parts in sheets.items():
        sheet = book.add_sheet(name)
        sheet.visibility = int(name in hidden)
        for cell in laid(parts):
            last = cell.row + cell.rows - 1, cell.column + cell.columns - 1
            value = stored(cell.text, as_text)
            sheet.write_merge(cell.row, last[0], cell.column, last[1], value)
    return _saved(book)


def laid(parts: tuple[Part, ...]) -> Iterator[GridCell]:
    """The cells of a sheet."""
    grids = [part for part in parts if isinstance(part, Grid)]
    width = max((c.column + c.columns for grid in grids for c in grid.cells), default=1)
    row = 0
    for part in parts:
        if isinstance(part, Grid):
            yield from (replace(cell, row=row + cell.row) for cell in part.cells)
            row += max(cell.row + cell.rows for cell in part.cells)
            continue
        if part:
            yield GridCell(row, 0, part, 1, width)
        row += 1


def stored(words: str, as_text: bool = False) -> str | int | float | None:
    """A figure as a number, unless all is stored as text; a blank as nothing."""
    if as_text or not (match := NUMBER.fullmatch(words)):
        return words or None
    return float(words) if match[2] else int(words)


def _saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    made = BytesIO()
    book.save(made)
    return made.getvalue()
