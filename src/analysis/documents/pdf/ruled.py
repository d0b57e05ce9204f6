"""Ruled tables of one page: cells with their spans from the lines, and the words inside."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Any, NamedTuple

from pdfplumber.page import Page

from analysis.documents.pdf.printed import Glyph, PrintedLine, is_chinese, printed_lines

# In points: a filled shape no thicker than this is a line, a wider one shades what is on it;
# the white space that programs leave between the words of a cell and its two sides.
THICKEST, PADDING = 3, 12
DIGIT = 0.5  # of the width of a Chinese character
# Sentences that make a cell running text, and the share of it that makes a table a mere layout.
SENTENCES, RUNNING = 3, 0.8


class Box(NamedTuple):
    """A place on a page, from its upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, other: Glyph) -> bool:
        """Tell whether the middle of a character is inside."""
        across, down = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
        return self.x0 <= across < self.x1 and self.top <= down < self.bottom

    def frames(self, other: "Box") -> bool:
        """Tell whether another box is inside."""
        wide = self.x0 < other.x0 and other.x1 < self.x1
        return wide and self.top < other.top and other.bottom < self.bottom


@dataclass(slots=True)
class RuledCell:
    """A cell, where it stands on its page and in its table, and its lines of text."""

    box: Box
    row: int
    column: int
    rows: int
    columns: int
    lines: list[PrintedLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, a label or number cut by a line end whole again."""
        words = "".join(line.text for line in self.lines[:1])
        for before, line in pairwise(self.lines):
            words += ("" if self._goes_on(before, line) else " ") + line.text
        return words

    def is_full(self, line: PrintedLine, width: float = 1) -> bool:
        """Tell whether another character of some width, 1 for a Chinese one, has no room."""
        return self.box.x1 - self.box.x0 - (line.x1 - line.x0) < PADDING + width * line.size

    def _goes_on(self, before: PrintedLine, line: PrintedLine) -> bool:
        ends, begins = before.text[-1], line.text[0]
        if ends.isdecimal() and begins.isdecimal():
            return self.is_full(before, DIGIT)
        return is_chinese(ends) and is_chinese(begins)


@dataclass(slots=True)
class RuledTable:
    """A table or its part on one page; `xs` and `ys` are the lines between columns and rows."""

    xs: list[float]
    ys: list[float]
    cells: list[RuledCell]
    doubts: tuple[str, ...] = ()

    @property
    def box(self) -> Box:
        """Where it stands on its page."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def ruled_tables(page: Page, drawn: list[Glyph]) -> tuple[list[RuledTable], list[Glyph]]:
    """Return the tables of a page with their words, and the characters outside of them.

    Frames with one column, around a table or around running text are no tables.
    """
    found = [_table([Box(*box) for box in one.cells]) for one in page.filter(_rules).find_tables()]
    tables, outside = [], drawn
    for table in found:
        if len(table.xs) == 2 or any(table.box.frames(other.box) for other in found):
            continue
        inside = [glyph for glyph in outside if table.box.holds(glyph)]
        _fill(table, inside)
        if inside and not _is_layout(table):
            tables.append(table)
            taken = set(map(id, inside))
            outside = [glyph for glyph in outside if id(glyph) not in taken]
    return tables, outside


def _rules(drawn: dict[str, Any]) -> bool:
    if drawn["object_type"] == "rect":
        return bool(drawn["stroke"]) or min(drawn["width"], drawn["height"]) <= THICKEST
    return drawn["object_type"] in ("line", "curve")


def _table(boxes: list[Box]) -> RuledTable:
    xs = sorted({x for box in boxes for x in (box.x0, box.x1)})
    ys = sorted({y for box in boxes for y in (box.top, box.bottom)})
    cells = [_cell(box, xs, ys) for box in boxes]
    covered = {place for cell in cells for place in _places(cell)}
    for row, column in product(range(len(ys) - 1), range(len(xs) - 1)):
        if (row, column) not in covered:
            cells.append(_cell(Box(xs[column], ys[row], xs[column + 1], ys[row + 1]), xs, ys))
    return RuledTable(xs, ys, sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _cell(box: Box, xs: list[float], ys: list[float]) -> RuledCell:
    row, column = ys.index(box.top), xs.index(box.x0)
    return RuledCell(box, row, column, ys.index(box.bottom) - row, xs.index(box.x1) - column)


def _places(cell: RuledCell) -> Iterable[tuple[int, int]]:
    rows = range(cell.row, cell.row + cell.rows)
    return product(rows, range(cell.column, cell.column + cell.columns))


def _fill(table: RuledTable, inside: list[Glyph]) -> None:
    """Give each cell its lines; a character belongs where its middle is."""
    owner = {place: cell for cell in table.cells for place in _places(cell)}
    drawn: dict[int, list[Glyph]] = {}
    for glyph in inside:
        row = bisect_right(table.ys, (glyph.top + glyph.bottom) / 2) - 1
        column = bisect_right(table.xs, (glyph.x0 + glyph.x1) / 2) - 1
        drawn.setdefault(id(owner[row, column]), []).append(glyph)
    for cell in table.cells:
        cell.lines = printed_lines(drawn.get(id(cell), []))


def _is_layout(table: RuledTable) -> bool:
    texts = [cell.text for cell in table.cells]
    running = sum(len(text) for text in texts if text.count("。") >= SENTENCES)
    return running > RUNNING * sum(map(len, texts))
