"""Tables of a page (网页与文档中的表格): those of data become grids, others what they hold."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from analysis.documents.lines import lines
from analysis.documents.parts import Grid, GridCell, Part, Picture, Prose

# A table is for layout when it holds running text of this length for each cell with words.
RUNNING = 40


@dataclass(frozen=True, slots=True)
class Box:
    """A cell with what stands in it; no two cover the same place.

    Attributes
    ----------
    row, column : int
        Of its upper left corner.
    rows, columns : int
        How many it covers.
    parts : tuple of Part
    """

    row: int
    column: int
    rows: int
    columns: int
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """Its words, lines joined."""
        found = (part.text for part in self.parts if isinstance(part, Prose))
        return joined(line.text for text in found for line in lines(text))


def joined(pieces: Iterable[str]) -> str:
    """Join the lines of one label or paragraph; between Chinese characters without a space.

    Examples
    --------
    >>> joined(["其他法律行政法规", "禁止公开"]), joined(["2017", "年 Report", "of"])
    ('其他法律行政法规禁止公开', '2017 年 Report of')
    """
    text = ""
    for piece in pieces:
        gap = "" if not text or (_is_wide(text[-1:]) and _is_wide(piece[:1])) else " "
        text += gap + piece
    return text


def laid_out(boxes: Iterable[Box]) -> list[Part]:
    """Return a table as a grid, or what stands in it where it only lays out a page."""
    found = sorted(boxes, key=lambda box: (box.row, box.column))
    parts = [part for box in found for part in box.parts]
    if not _is_grid(found):
        return parts
    return [Grid(tuple(_cells(found))), *(part for part in parts if isinstance(part, Picture))]


def _is_wide(char: str) -> bool:
    return bool(char) and unicodedata.east_asian_width(char) in "WFA" and not char.isdigit()


def _is_grid(boxes: Sequence[Box]) -> bool:
    filled = [box for box in boxes if box.text]
    if len({box.row for box in filled}) < 2 or len({box.column for box in filled}) < 2:
        return False
    parts = [part for box in boxes for part in box.parts if not isinstance(part, Picture)]
    if any(isinstance(part, Grid) for part in parts):
        return False
    running = (line for part in parts for line in lines(part.text) if line.sentence)
    return sum(len(line.text) for line in running) < RUNNING * len(filled)


def _cells(boxes: Sequence[Box]) -> list[GridCell]:
    """Return the cells of a grid; rows and columns in which none begins are no part of it."""
    rows = sorted({box.row for box in boxes})
    columns = sorted({box.column for box in boxes})
    cells, free = [], set(product(range(len(rows)), range(len(columns))))
    for box in boxes:
        down = _within(rows, box.row, box.rows)
        across = _within(columns, box.column, box.columns)
        cells.append(GridCell(down.start, across.start, box.text, len(down), len(across)))
        free.difference_update(product(down, across))
    blanks = (GridCell(row, column, "") for row, column in free)
    return sorted([*cells, *blanks], key=lambda cell: (cell.row, cell.column))


def _within(begun: list[int], first: int, length: int) -> range:
    return range(bisect_left(begun, first), bisect_left(begun, first + length))
