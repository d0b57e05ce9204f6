"""What a reader of any format hands over, and how it becomes one clean text with offsets."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.records import Cell, Table


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines of running text, one paragraph or line of a page to a line.

    Attributes
    ----------
    text : str
    furniture : str
        What kind of page furniture it is, where the format says so (navigation, page number);
        otherwise empty.
    """

    text: str
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as a format has it; `Cell` says what the fields mean."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a format has it; `Table` says what the fields mean."""

    cells: tuple[GridCell, ...]
    breaks: tuple[int, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Where page furniture that the format tells of stands in the clean text."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Assembled:
    """The clean text of a file with what the format says of its parts."""

    text: str
    tables: tuple[Table, ...]
    marks: tuple[Mark, ...]


def assemble(parts: Iterable[Prose | Grid]) -> Assembled:
    """Write the parts one below the other; each row of a table is a line, its cells tabs apart.

    Examples
    --------
    >>> cells = (GridCell(0, 0, "网络申请"), GridCell(0, 1, "6 4"), GridCell(0, 2, ""))
    >>> made = assemble([Prose("一、概述"), Grid(cells), Prose("特此报告。")])
    >>> made.text
    '一、概述\\n网络申请\\t6 4\\t\\n特此报告。'
    >>> [made.text[c.start : c.end] for c in made.tables[0].cells]
    ['网络申请', '6 4', '']
    """
    text, tables, marks = "", [], []
    for part in parts:
        text += "\n" if text else ""
        if isinstance(part, Grid):
            rows, table = _written(part, len(text))
            tables.append(table)
            text += rows
            continue
        if part.furniture:
            marks.append(Mark(len(text), len(text) + len(part.text), part.furniture))
        text += part.text
    return Assembled(text, tuple(tables), tuple(marks))


def _written(grid: Grid, start: int) -> tuple[str, Table]:
    """Return the rows of a table as text, and the table with its offsets."""
    text, cells, row = "", [], None
    for cell in sorted(grid.cells, key=lambda one: (one.row, one.column)):
        text += "" if row is None else "\t" if cell.row == row else "\n"
        row, words = cell.row, " ".join(cell.text.split())
        place = start + len(text)
        cells.append(
            Cell(cell.row, cell.column, cell.rows, cell.columns, place, place + len(words))
        )
        text += words
    return text, Table(start, start + len(text), tuple(cells), grid.breaks, grid.doubts)
