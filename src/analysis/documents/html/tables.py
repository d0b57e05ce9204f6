"""Where the cells of a table of a web page stand, spans that fit nowhere included."""

from collections.abc import Iterator
from itertools import groupby, product
from typing import NamedTuple

from lxml.html import HtmlElement

CELLS = ("td", "th")
ORDER = {"thead": -1, "tfoot": 1}
WIDEST = 1000


class Row(NamedTuple):
    """Cells of one row, and its `tr`, or the first of its cells where the tag is missing."""

    head: HtmlElement
    cells: list[HtmlElement]

    @property
    def section(self) -> HtmlElement:
        """The thead, tbody or tfoot that it stands in, otherwise the table."""
        return next(self.head.iterancestors("thead", "tbody", "tfoot", "table"))


def places(table: HtmlElement) -> Iterator[tuple[HtmlElement, int, int, int, int]]:
    """Yield each cell of a table with its row and column, and how many of both it covers.

    As a browser places them: a head first and a foot last, no span beyond the section. Where
    spans overlap, the cell that comes first has the place.
    """
    taken: set[tuple[int, int]] = set()
    top = 0
    rows = sorted(_rows(table), key=lambda row: ORDER.get(row.section.tag, 0))
    for _, group in groupby(rows, key=lambda row: row.section):
        section = list(group)
        for i, row in enumerate(section):
            yield from _placed(row.cells, top + i, len(section) - i, taken)
        top += len(section)


def _placed(
    cells: list[HtmlElement], row: int, below: int, taken: set[tuple[int, int]]
) -> Iterator[tuple[HtmlElement, int, int, int, int]]:
    column = 0
    for cell in cells:
        while (row, column) in taken:
            column += 1
        wanted = min(_span(cell, "colspan") or 1, WIDEST)
        columns = next((i for i in range(1, wanted) if (row, column + i) in taken), wanted)
        rows = min(_span(cell, "rowspan") or below, below)
        taken.update(product(range(row, row + rows), range(column, column + columns)))
        yield cell, row, column, rows, columns


def _span(cell: HtmlElement, name: str) -> int:
    words = (cell.get(name) or "1").strip()
    return int(words) if words.isdecimal() else 1


def _rows(table: HtmlElement) -> list[Row]:
    """Return the rows of a table, not those of tables in its cells."""
    rows: list[Row] = []
    for element in table.iter("tr", *CELLS):
        if next(element.iterancestors("table", *CELLS)) is not table:
            continue
        if element.tag == "tr":
            rows.append(Row(element, []))
            continue
        stray = next(element.iterancestors("tr", "table")) is table
        if stray and not (rows and rows[-1].head.tag in CELLS):
            rows.append(Row(element, []))
        rows[-1].cells.append(element)
    return rows
