"""A table as a sheet (表格版面): which words stand left of a cell and above it."""

from collections.abc import Iterator
from functools import cached_property

from analysis.records import Cell, Table


class Layout:
    """Looks up the cells of a table by place.

    Attributes
    ----------
    height, width : int
        Rows and columns.
    """

    def __init__(self, table: Table, text: str) -> None:
        self.table, self.text = table, text
        self.height = max((c.row + c.rows for c in table.cells), default=0)
        self.width = max((c.column + c.columns for c in table.cells), default=0)

    @cached_property
    def _places(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place."""
        return self._places.get((row, column))

    def words(self, cell: Cell) -> str:
        """Return what a cell says, as published."""
        return self.text[cell.start : cell.end]

    def left_of(self, row: int, column: int) -> list[Cell]:
        """Return the cells of a row that lie wholly left of a column, each once, from the left."""
        return [c for c in self._along((row, i) for i in range(column)) if _ends(c) <= column]

    def above(self, row: int, column: int) -> list[Cell]:
        """Return the cells that lie above a place, each once, from the top."""
        return [c for c in self._along((i, column) for i in range(row)) if c.row < row]

    def line(self, row: int) -> str:
        """Return the words of a row as they stand in the text; empty where it begins no cell."""
        cells = [cell for cell in self.table.cells if cell.row == row]
        return self.text[cells[0].start : cells[-1].end] if cells else ""

    def _along(self, places: Iterator[tuple[int, int]]) -> Iterator[Cell]:
        found = (self._places.get(place) for place in places)
        return iter(dict.fromkeys(cell for cell in found if cell))


def _ends(cell: Cell) -> int:
    return cell.column + cell.columns
