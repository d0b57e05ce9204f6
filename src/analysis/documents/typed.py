"""Tables typed as text (以空格或制表符对齐的表格): lines become rows of cells."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from analysis.documents.lines import CELL_GAP, Line
from analysis.records import Cell, Table

_REST = re.compile(r"[^\n]*")


class Piece(NamedTuple):
    """Words of a line between two gaps, and the columns of a page that they take."""

    start: int
    end: int
    left: int
    right: int


def typed_table(text: str, block: Sequence[Line]) -> Table:
    """Return the table that lines of cells are.

    Tabs and bars (|) part cells exactly, so that two in a row enclose a blank one; bars at the
    ends of a line part nothing. Between spaces a cell
    belongs where it stands: over and under the cells of other rows that it overlaps. A line of
    one cell, and every line where cells cannot be told so, is one from the first column to the
    last.

    Parameters
    ----------
    text : str
        The clean text.
    block : sequence of Line
        The lines of one table.
    """
    rows = [_pieces(text, line) for line in block]
    exact = any("\t" in line.text or "|" in line.text for line in block)
    even = len({len(row) for row in rows if len(row) > 1}) == 1
    columns = None if exact or even else _columns(rows)
    width = len(columns) if columns else max(map(len, rows))
    cells = [cell for i, row in enumerate(rows) for cell in _cells(i, row, columns, width)]
    return Table(block[0].start, block[-1].end, tuple(cells))


def _pieces(text: str, line: Line) -> list[Piece]:
    """Return the cells of a line, blank ones between tabs included."""
    begin, close = text.rfind("\n", 0, line.start) + 1, _REST.match(text, line.end).end()
    exact = next((sign for sign in ("\t", "|") if sign in line.text), None)
    gap = re.compile(rf"[ \xa0]*{re.escape(exact)}[ \xa0]*") if exact else CELL_GAP
    start = begin if "\t" in text[begin : line.start] else line.start
    stop = close if "\t" in text[line.end : close] else line.end
    start, stop = start + line.text.startswith("|"), stop - line.text.endswith("|")
    found = []
    for match in (*gap.finditer(text, start, stop), None):
        end = match.start() if match else stop
        words = text[start:end]
        first = min(start + len(words) - len(words.lstrip()), line.end)
        last = first + len(words.strip())
        found.append(Piece(first, last, _width(text[begin:first]), _width(text[begin:last])))
        start = match.end() if match else end
    return found


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in words)


def _columns(rows: list[list[Piece]]) -> list[tuple[int, int]]:
    """Return the stretches of the page that cells take, those that overlap as one.

    A single stretch where two cells of one row would share one: nothing is told apart then.
    """
    several = [row for row in rows if len(row) > 1]
    found: list[tuple[int, int]] = []
    for left, right in sorted((piece.left, piece.right) for row in several for piece in row):
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    shared = any(len({_place(p, found) for p in row}) < len(row) for row in several)
    return [(found[0][0], found[-1][1])] if shared else found


def _place(piece: Piece, columns: list[tuple[int, int]]) -> int:
    return next(i for i, (left, right) in enumerate(columns) if left <= piece.left < right)


def _cells(
    row: int, pieces: list[Piece], columns: list[tuple[int, int]] | None, width: int
) -> list[Cell]:
    """Return the cells of a row, a blank one in each column that it leaves out."""
    if len(pieces) == 1 or width == 1 or (columns is None and len(pieces) < width):
        return [Cell(row, 0, 1, width, pieces[0].start, pieces[-1].end)]
    places = [_place(p, columns) for p in pieces] if columns else range(width)
    held = dict(zip(places, pieces, strict=True))
    found, last = [], pieces[0].start
    for column in range(width):
        piece = held.get(column)
        last = piece.end if piece else last
        found.append(Cell(row, column, 1, 1, piece.start if piece else last, last))
    return found
