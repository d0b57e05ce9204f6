"""Printed reports made of prose and tables, which go on over pages with footers between them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from analysis.documents.parts import Grid, GridCell, Prose

from ..documents.pdf.drawn import Drawing

LEFT, TOP, BOTTOM, WIDTH = 35, 50, 780, 525
ROW, SIZE = 24, 7
# Of the matrix of requests, the three columns before the figures.
LABELS = (30, 40, 140)
HAN = re.compile(r"[一-鿿]")


def pdf_of(
    parts: Iterable[Prose | Grid],
    footer: str = "- {} -",
    break_at: int | None = None,
    shuffled: bool = False,
) -> bytes:
    """A pdf; `break_at` is the row of a table higher than that at which a page begins.

    The cells of a table are drawn row by row, or shuffled: a page looks the same then, and its
    text comes in an odd order.
    """
    pages = _Pages(footer, Random(1) if shuffled else None)
    for part in parts:
        if isinstance(part, Grid):
            high = break_at and _height(part) > break_at
            pages.table(part, break_at if high else None)
        else:
            for line in part.text.split("\n"):
                pages.line(line)
    return pages.content()


def _widths(columns: int) -> tuple[float, ...]:
    labels = LABELS if columns in (10, 11) else ()
    figures = columns - len(labels)
    return (*labels, *[(WIDTH - sum(labels)) / figures] * figures)


def _height(grid: Grid) -> int:
    return max(cell.row + cell.rows for cell in grid.cells)


class _Pages:
    """Pages filled from the top."""

    def __init__(self, footer: str, order: Random | None):
        self.drawing, self.footer, self.order = Drawing(), footer, order
        self.number, self.top = 1, TOP

    def line(self, words: str) -> None:
        """Draw a paragraph of one line."""
        if self.top + 22 > BOTTOM:
            self._turn()
        self.drawing.text(72, self.top, words)
        self.top += 22

    def table(self, grid: Grid, break_at: int | None) -> None:
        """Draw a table, cut where the page ends."""
        if break_at:
            self._turn_for(BOTTOM - break_at * ROW)
        done, height = 0, _height(grid)
        while done < height:
            fitting = int((BOTTOM - self.top) // ROW)
            end = min(height, done + fitting)
            self._piece(grid, done, end)
            done = end
            if done < height:
                self._turn()
        self.top += 10

    def content(self) -> bytes:
        """The bytes of the pdf."""
        self._turn()
        return self.drawing.content()

    def _turn_for(self, top: float) -> None:
        """Go down to a height, on the next page if need be."""
        if self.top > top:
            self._turn()
        self.top = top

    def _turn(self) -> None:
        self.drawing.text(290, 800, self.footer.format(self.number), 9)
        self.drawing.page()
        self.number, self.top = self.number + 1, TOP

    def _piece(self, grid: Grid, first: int, end: int) -> None:
        """Draw the rows of a table that stand on one page."""
        widths = _widths(max(cell.column + cell.columns for cell in grid.cells))
        cells = [
            _cut(cell, widths, first, end)
            for cell in grid.cells
            if cell.row < end and cell.row + cell.rows > first
        ]
        if cells:
            drawn = [(c.row, c.column, c.rows, c.columns, c.text) for c in cells]
            if self.order:
                self.order.shuffle(drawn)
            self.drawing.table(LEFT, self.top, widths, [ROW] * (end - first), drawn, SIZE)
            self.top += ROW * (end - first)


def _cut(cell: GridCell, widths: tuple[float, ...], first: int, end: int) -> GridCell:
    """What of a cell stands on a page: its lines are shared out as its rows are."""
    width = sum(widths[cell.column : cell.column + cell.columns])
    lines = _lines(cell.text, int((width - 6) // SIZE))
    upper, lower = max(cell.row, first), min(cell.row + cell.rows, end)
    start, stop = (round(len(lines) * (row - cell.row) / cell.rows) for row in (upper, lower))
    words = "\n".join(lines[start:stop])
    return replace(cell, row=upper - first, rows=lower - upper, text=words)


def _lines(words: str, length: int) -> list[str]:
    if not HAN.search(words):
        return [words]
    return [words[i : i + length] for i in range(0, len(words), length)]
