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
class Picture:
    """A picture large enough to hold words or a table, which nobody reads.

    Attributes
    ----------
    page : str
        Which page of how many, ``3/12``; empty where the format has no pages.
    """

    page: str = ""


Part = Prose | Grid | Picture


def has_text(parts: Iterable[Part]) -> bool:
    """Tell whether there is more than page furniture and pictures."""
    prose = (one for one in parts if not isinstance(one, Picture))
    return any(isinstance(one, Grid) or (not one.furniture and one.text.strip()) for one in prose)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where page furniture that the format tells of stands in the clean text, or a picture."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Assembled:
    """The clean text of a file with what the format says of its parts."""

    text: str
    tables: tuple[Table, ...]
    marks: tuple[Mark, ...]
    pictures: tuple[Mark, ...] = ()


def assemble(parts: Iterable[Part]) -> Assembled:
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
    text, tables, marks, pictures = "", [], [], []
    for part in parts:
        if isinstance(part, Picture):
            pictures.append(Mark(len(text), len(text), part.page))
            continue
        text += "\n" if text else ""
        if isinstance(part, Grid):
            rows, table = _written(part, len(text))
            tables.append(table)
            text += rows
            continue
        if part.furniture:
            marks.append(Mark(len(text), len(text) + len(part.text), part.furniture))
        text += part.text
    return Assembled(text, tuple(tables), tuple(marks), tuple(pictures))


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
