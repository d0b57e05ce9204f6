"""Which cell of a form a cell of a table is (单元格的归位): by labels and place, never by count.

Column labels are looked for in the words above, row labels in the words to the left; the rows are
then aligned with those of the form. A row or column that fits none, or two, is not placed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.codebook.cells import cells
from analysis.codebook.forms import Form, Line, Part, indicator
from analysis.codebook.indicators import indicators
from analysis.codebook.scopes import scope_words
from analysis.facts.alignment import align
from analysis.facts.cells import said
from analysis.facts.labels import likeness, plain
from analysis.facts.layout import Layout
from analysis.facts.scoping import ALL, Scope
from analysis.records import Cell

_FEWEST = 0.5  # of the columns of a part that a header has to name
_MANY = 10  # rows by which a part is known without a header


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a table, blank or not, with the cell of the form that it is.

    Attributes
    ----------
    cell : Cell
    indicator, applicant : str
        Ids of the codebook.
    scope : Scope
        Whose figures its column holds.
    """

    cell: Cell
    indicator: str
    applicant: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table that is one of a part; `span` is how many of the grid it takes."""

    line: Line
    scope: Scope
    span: int


@dataclass(frozen=True, slots=True)
class Header:
    """The row of a table that names columns of a part, by the place where each begins."""

    row: int
    columns: dict[int, Column]


def place(layout: Layout, form: Form, level: str) -> list[Placed]:
    """Return the cells of a table that are cells of a form.

    Parameters
    ----------
    layout : Layout
    form : Form
        That the table may belong to.
    level : str
        Of the body, which decides what 县级 at the head of a column means.
    """
    headers = {name: _headers(layout, part, level) for name, part in form.parts.items()}
    starts = sorted({header.row for named in headers.values() for header in named})
    found: list[Placed] = []
    for name, part in form.parts.items():
        for group in _by_columns(headers[name]):
            rows = [row for header in group for row in _below(layout, header, starts)]
            found += _cells(layout, part, group[0].columns, rows)
    return found


# --- columns -----------------------------------------------------------------------------------


def _headers(layout: Layout, part: Part, level: str) -> list[Header]:
    """Return the rows that name most columns of a part, each with what it names."""
    named = [Header(row, _columns(layout, part, row, level)) for row in range(layout.height)]
    most = max((len(header.columns) for header in named), default=0)
    if most < max(1, _FEWEST * len(part.columns)):
        return _unnamed(layout, part)
    return [header for header in named if len(header.columns) == most]


def _unnamed(layout: Layout, part: Part) -> list[Header]:
    """Return the header of a part with one column where only one column holds figures."""
    held = {c.column for c in layout.table.cells if said(layout.words(c)).kind == "number"}
    held = {column for column in held if column > 0}
    if len(part.columns) > 1 or len(part.rows) < _MANY or len(held) != 1:
        return []
    return [Header(-1, {held.pop(): Column(part.columns[0], ALL, 1)})]


def _columns(layout: Layout, part: Part, row: int, level: str) -> dict[int, Column]:
    """Return the columns whose labels end in a row that has some; one named twice is none."""
    if not any(_ends_with_words(layout, row, column) for column in range(layout.width)):
        return {}
    found = {
        column: line
        for column in range(layout.width)
        if (line := _column(layout, part, row, column, level))
    }
    return {c: line for c, line in found.items() if list(found.values()).count(line) == 1}


def _ends_with_words(layout: Layout, row: int, column: int) -> bool:
    cell = layout.cell(row, column)
    ends = cell and cell.column == column and cell.row + cell.rows - 1 == row
    return bool(ends and column and layout.words(cell))


def _column(layout: Layout, part: Part, row: int, column: int, level: str) -> Column | None:
    """Return the column of a part that the lowest words of a table's column name."""
    cell = layout.cell(row, column)
    if cell is None or cell.column != column or cell.row + cell.rows - 1 != row:
        return None
    label = plain(layout.words(cell))
    if not label:  # 自然人 a row higher than 商业企业, where nothing is merged
        label = next((w for w in reversed(_above(layout, cell)) if w), "")
    fitting = [line for line in part.columns if _fits(label, line)]
    if len(fitting) > 1:
        fitting = [line for line in fitting if _is_below(_above(layout, cell), line)]
    if len(fitting) == 1:
        return Column(fitting[0], ALL, cell.columns)
    scope = scope_words(level).get(label, "above")
    takes_scopes = len(part.columns) == 1 and len(part.rows) > 1 and scope != "above"
    return Column(part.columns[0], Scope(scope), cell.columns) if takes_scopes else None


def _fits(label: str, line: Line) -> bool:
    return any(likeness(label, known) >= cells().alike for known in _labels(line))


def _above(layout: Layout, cell: Cell) -> list[str]:
    return [plain(layout.words(one)) for one in layout.above(cell.row, cell.column)]


def _is_below(above: list[str], line: Line) -> bool:
    """Tell whether a column stands under its group, which tells it from others of its label."""
    group = plain(line.within[-1]) if line.within else ""
    return any(likeness(words, group) >= cells().alike for words in above)


def _labels(line: Line) -> tuple[str, ...]:
    return _plain_labels(line.label, *line.also)


@cache
def _plain_labels(*labels: str) -> tuple[str, ...]:
    return tuple(map(plain, labels))


def _by_columns(headers: list[Header]) -> list[list[Header]]:
    """Return the headers, those that name the same columns together (a header repeated)."""
    groups: list[list[Header]] = []
    for header in headers:
        same = next((group for group in groups if group[0].columns == header.columns), None)
        if same:
            same.append(header)
        else:
            groups.append([header])
    return groups


def _below(layout: Layout, header: Header, starts: list[int]) -> range:
    """Return the rows under a header, up to the next one of the form."""
    later = (row for row in starts if row > header.row)
    return range(header.row + 1, next(later, layout.height))


# --- rows --------------------------------------------------------------------------------------


def _cells(
    layout: Layout, part: Part, columns: dict[int, Column], rows: list[int]
) -> Iterator[Placed]:
    """Yield the cells of some rows under the columns that are rows of the part, too."""
    for row, line in _rows(layout, part, rows, min(columns)).items():
        for place_, column in columns.items():
            cell = layout.cell(row, place_)
            alone = cell and (cell.row, cell.column, cell.rows) == (row, place_, 1)
            name = indicator(line.key, column.line.key)
            if alone and cell.columns == column.span and name in indicators():
                yield Placed(cell, name, column.line.applicant, column.scope)


def _rows(layout: Layout, part: Part, rows: list[int], first: int) -> dict[int, Line]:
    """Return the row of the part that each row of the table is, where it is one."""
    if not part.rows:
        held = [row for row in rows if _has_figures(layout, row)]
        return {held[0]: Line(label="")} if len(held) == 1 else {}
    paths = {row: [layout.words(c) for c in _labels_of(layout, row, first)] for row in rows}
    paths |= _paths_over_pages(layout, part, paths)
    found = align([_likenesses(path, part) for path in paths.values()])
    return {row: part.rows[i] for row, i in zip(rows, found, strict=True) if i is not None}


def _paths_over_pages(layout: Layout, part: Part, paths: dict[int, list[str]]) -> dict:
    """Return the labels of the rows that a page break cuts (7.属于行政 / 执法案卷).

    The piece with the figures gets the whole label, the other one none; a row that is blank has
    a label of its own, with which it is left.
    """
    found: dict[int, list[str]] = {}
    for row in layout.table.breaks:
        upper, lower = paths.get(row - 1), paths.get(row)
        held = [one for one in (row - 1, row) if _has_figures(layout, one)]
        if upper and lower and len(held) == 1:
            whole = [upper[-1] + lower[-1]]
            alike = [max(_likenesses(path, part)) for path in (upper, lower, whole)]
            if alike[2] > max(alike[:2]) or not (plain(upper[-1]) and plain(lower[-1])):
                found |= {row - 1: [], row: [], held[0]: whole}
    return found


def _has_figures(layout: Layout, row: int) -> bool:
    held = (layout.cell(row, column) for column in range(layout.width))
    return any(said(layout.words(cell)).kind == "number" for cell in held if cell)


def _labels_of(layout: Layout, row: int, first: int) -> list[Cell]:
    """Return the cells left of the figures that name a row: no unit, no serial number, no sign."""
    return [cell for cell in layout.left_of(row, first) if _is_label(layout.words(cell))]


def _is_label(words: str) -> bool:
    return said(words).kind == "text" and plain(words) not in units()


@cache
def units() -> set[str]:
    """Return the units that a form may print beside a label."""
    return {one.unit for one in indicators().values()} | set(cells().money)


def _likenesses(path: list[str], part: Part) -> list[float]:
    """Return how alike the labels of a row are to each row of the part.

    Only the most alike label counts, in each place where the form has it, and only if it is
    clearly ahead of the next one; otherwise all are 0.
    """
    label = plain(path[-1]) if path else ""
    found = [_likeness(label, line) if label else 0.0 for line in part.rows]
    best = max(found)
    next_best = max((one for one in found if one < best), default=0.0)
    clear = best == 1 or best - next_best >= cells().ahead
    return [one if one == best >= cells().alike and clear else 0.0 for one in found]


def _likeness(label: str, line: Line) -> float:
    """Return how alike the label of a row is to one of the form, with its group or without."""
    grouped = [plain(line.within[-1]) + label for label in _labels(line)] if line.within else []
    return max(likeness(label, known) for known in (*_labels(line), *grouped))
