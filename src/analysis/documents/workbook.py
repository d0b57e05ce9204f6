"""Workbooks (.xlsx, .xls): the tables of every visible sheet, and the lines above and below them.

The library hands over values without their number formats: 73.3 % is the 0.733 that is stored,
and a number shown as rounded has all its digits. An error value (#DIV/0!) and a formula that was
never computed are blank, and hidden rows and columns are there like any others.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import groupby

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from analysis.codebook.reasons import reason
from analysis.documents.apart import apart
from analysis.documents.boxes import joined
from analysis.documents.formats import HTML, XLS, XLSX, require
from analysis.documents.html import read_html
from analysis.documents.lines import lines
from analysis.documents.parts import Grid, GridCell, Part, Prose
from analysis.errors import UnreadableError

SHOWN = SheetVisibleEnum.Visible
# What programs call a sheet that nobody gave a name.
UNNAMED = re.compile(r"(sheet|工作表)\s*\d*(\s*\(\d+\))?", re.IGNORECASE)
# What a workbook keeps of a number; digits beyond are noise of binary fractions (0.1 + 0.2).
_KEPT = ".15g"


def read_workbook(content: bytes) -> list[Part]:
    """Read the visible sheets of a workbook in order.

    Blank rows part tables. What stands above or below a table in a single cell (a title,
    填报单位, a note) is a line of its own; so is the name of a sheet where several hold something.

    Raises
    ------
    UnreadableError
        When the bytes are no workbook, or nothing is written in it.
    """
    kind = require(content, {XLSX, XLS, HTML}, "a workbook")
    if kind == HTML:  # as web sites export tables
        return read_html(content)
    # The library ends the process, and all that runs in it, on some damaged files of this kind.
    sheets = apart(_sheets, content, _damaged()) if kind == XLS else _sheets(content)
    written = {name: cells for name, cells in sheets if _filled(cells)}
    if not written:
        raise UnreadableError(reason("workbook_empty"))
    parts: list[Part] = []
    for name, cells in written.items():
        if len(written) > 1 and not UNNAMED.fullmatch(name):
            parts.append(Prose(name))
        for rows in _stretches(cells):
            parts += _parts(_window(cells, rows))
    return parts


def _sheets(content: bytes) -> list[tuple[str, list[GridCell]]]:
    """Return the name and the cells of each visible sheet."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            shown = [one.name for one in book.sheets_metadata if one.visible == SHOWN]
            return [(name, _cells(book.get_sheet_by_name(name))) for name in shown]
    except CalamineError as error:
        raise _damaged() from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # which the library does not export
            raise
        raise _damaged() from error


def _damaged() -> UnreadableError:
    return UnreadableError(reason("workbook_damaged"))


# Cells -------------------------------------------------------------------------------------------


def _cells(sheet: CalamineSheet) -> list[GridCell]:
    """Return every cell between the first and the last value, a merged one with its spans."""
    values = sheet.to_python()
    top, left = sheet.start or (0, 0)
    rows, columns = range(top, top + sheet.height), range(left, left + sheet.width)
    merged = (_merged(*corners) for corners in sheet.merged_cell_ranges or ())
    cut = [one for cell in merged if (one := _cut(cell, rows, columns))]
    spans = {(cell.row, cell.column): cell for cell in cut}
    covered = {place for cell in cut for place in _places(cell)} - spans.keys()
    return [
        replace(spans.get((row, column), GridCell(row, column, "")), text=_words(value))
        for row, line in enumerate(values)
        for column, value in enumerate(line)
        if (row, column) not in covered
    ]


def _merged(first: tuple[int, int], last: tuple[int, int]) -> GridCell:
    return GridCell(*first, "", last[0] - first[0] + 1, last[1] - first[1] + 1)


def _places(cell: GridCell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.rows):
        for column in range(cell.column, cell.column + cell.columns):
            yield row, column


def _words(value: object) -> str:
    """Return a value as text: a number with the digits that a person sees, a date as in ISO."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return format(Decimal(format(value, _KEPT)), "f")
    return "\n".join(str(value).splitlines())


def _cut(cell: GridCell, rows: range, columns: range) -> GridCell | None:
    """Return what of a cell lies in a window, its place counted from there."""
    top, bottom = max(cell.row, rows.start), min(cell.row + cell.rows, rows.stop)
    left, right = max(cell.column, columns.start), min(cell.column + cell.columns, columns.stop)
    if top >= bottom or left >= right:
        return None
    return GridCell(top - rows.start, left - columns.start, cell.text, bottom - top, right - left)


def _filled(cells: Iterable[GridCell]) -> list[GridCell]:
    return [cell for cell in cells if cell.text.strip()]


# Tables and lines --------------------------------------------------------------------------------


def _stretches(cells: list[GridCell]) -> Iterator[range]:
    """Yield the rows between blank ones."""
    rows = sorted({row for cell in _filled(cells) for row, _ in _places(cell)})
    for _, group in groupby(enumerate(rows), key=lambda one: one[1] - one[0]):
        run = [row for _, row in group]
        yield range(run[0], run[-1] + 1)


def _window(cells: list[GridCell], rows: range) -> list[GridCell]:
    """Return the cells of some rows, without the blank columns at the sides."""
    held = {column for cell in _filled(cells) for row, column in _places(cell) if row in rows}
    columns = range(min(held), max(held) + 1)
    return [cut for cell in cells if (cut := _cut(cell, rows, columns))]


def _parts(cells: list[GridCell]) -> Iterator[Prose | Grid]:
    """Yield the lines above a table, the table, and the lines below it."""
    height, width = _size(cells)
    first, last, below = 0, height, []
    while lone := _lone(cells, first):
        yield Prose(lone.text)
        first += lone.rows
    while last > first and (lone := _lone(cells, last - 1)) and _is_note(lone, width):
        below.insert(0, Prose(lone.text))
        last = lone.row
    if first < last:
        yield _table(_window(cells, range(first, last)))
    yield from below


def _size(cells: Sequence[GridCell]) -> tuple[int, int]:
    return max(c.row + c.rows for c in cells), max(c.column + c.columns for c in cells)


def _lone(cells: list[GridCell], row: int) -> GridCell | None:
    """Return the only cell with words in a row, where it is that in each row it reaches over."""
    found = next((cell for cell in _filled(cells) if _reaches(cell, row, row + 1)), None)
    if found is None:
        return None
    beside = [c for c in _filled(cells) if _reaches(c, found.row, found.row + found.rows)]
    return found if beside == [found] else None


def _reaches(cell: GridCell, first: int, last: int) -> bool:
    return cell.row < last and first < cell.row + cell.rows


def _is_note(cell: GridCell, width: int) -> bool:
    """Tell whether a cell below a table is none of its labels with blanks beside it."""
    return cell.columns == width or any(line.sentence for line in lines(cell.text))


def _table(cells: list[GridCell]) -> Prose | Grid:
    """Return cells as a table, or as a line where they are a single row."""
    if _size(cells)[0] == 1:
        return Prose("\t".join(cell.text for cell in _filled(cells)))
    return Grid(tuple(replace(cell, text=_in_one_line(cell.text)) for cell in cells))


def _in_one_line(text: str) -> str:
    return joined(line.text for line in lines(text))
