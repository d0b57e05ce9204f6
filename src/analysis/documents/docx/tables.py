"""Where the cells of a table of a Word file stand."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from analysis.documents.boxes import Box
from analysis.documents.docx.words import inner, is_deleted, select
from analysis.documents.parts import Part

ROW, CELL = qn("w:tr"), qn("w:tc")
# In twentieths of a point, half a small character: where edges of cells do not quite meet, what
# lies between them is no column.
SLIVER = 100


class Placed(NamedTuple):
    """A cell of one row, and its edges as numbers of columns."""

    row: int
    start: int
    stop: int
    cell: BaseOxmlElement


def boxes(table: BaseOxmlElement, parts: Callable[[BaseOxmlElement], Iterable[Part]]) -> list[Box]:
    """Return the cells of a table, each with those below that are merged into it.

    Parameters
    ----------
    table : element
    parts : callable
        What stands in a cell.
    """
    found: list[Box] = []
    last: dict[tuple[int, int], int] = {}  # where in `found` the cell with these edges is
    for row, start, stop, cell in _aligned(table, list(_placed(table))):
        above = last.get((start, stop))
        is_below = above is not None and found[above].row + found[above].rows == row
        if cell.vMerge == "continue" and is_below:
            found[above] = replace(found[above], rows=found[above].rows + 1)
            continue
        last[start, stop] = len(found)
        found.append(Box(row, start, 1, stop - start, tuple(parts(cell))))
    return found


def _placed(table: BaseOxmlElement) -> Iterator[Placed]:
    rows = (row for row in inner(table, ROW) if not is_deleted(row))
    for i, row in enumerate(rows):
        start = row.grid_before
        for cell in inner(row, CELL):
            yield Placed(i, start, start + cell.grid_span, cell)
            start += cell.grid_span


def _aligned(table: BaseOxmlElement, placed: list[Placed]) -> list[Placed]:
    """Return the cells without slivers between their edges, unless one is but a sliver itself."""
    widths = map(int, select(table, "./w:tblGrid/w:gridCol/@w:w"))
    edges = [0, *accumulate(width >= SLIVER for width in widths)]
    if any(one.stop >= len(edges) or edges[one.start] == edges[one.stop] for one in placed):
        return placed
    return [one._replace(start=edges[one.start], stop=edges[one.stop]) for one in placed]
