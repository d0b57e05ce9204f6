"""Tables that go on over pages become one grid."""

from dataclasses import replace
from statistics import median

from pdfplumber.utils import cluster_list

from analysis.documents.numbering import number_of
from analysis.documents.parts import Grid, GridCell
from analysis.documents.pdf.ruled import RuledCell, RuledTable
from analysis.documents.pdf.sheets import Sheet, bottom, top

# In points: how far apart the same line between columns can be on two pages.
SAME_EDGE = 3
# The part of a page that may stay blank where a table goes on (a row that did not fit).
BLANK = 0.15
# In sizes of a character: with less white space below its words than this a cell is full.
FULL = 1.6


class Margins:
    """The white space above and below the text of the fullest pages."""

    def __init__(self, sheets: list[Sheet]) -> None:
        self.above = min(top(sheet.body[0]) for sheet in sheets)
        self.below = min(sheet.height - bottom(sheet.body[-1]) for sheet in sheets)


def goes_on(before: Sheet, sheet: Sheet, margins: Margins) -> bool:
    """Tell whether the table at the end of a page goes on at the top of the next one."""
    upper, lower = before.body[-1], sheet.body[0]
    if not (isinstance(upper, RuledTable) and isinstance(lower, RuledTable)):
        return False
    blank = before.height - upper.box.bottom - margins.below + lower.box.top - margins.above
    first_row = lower.ys[1] - lower.ys[0]
    fits = blank <= max(BLANK * before.height, first_row)
    return fits and _same_columns(upper.xs, lower.xs)


def _same_columns(first: list[float], second: list[float]) -> bool:
    """Tell whether outer edges agree, and all edges of one are among those of the other."""
    fewer, more = sorted((first, second), key=len)
    outer = _agree(first[0], second[0]) and _agree(first[-1], second[-1])
    return outer and all(any(_agree(x, other) for other in more) for x in fewer)


def _agree(x: float, other: float) -> bool:
    return abs(x - other) <= SAME_EDGE


def grid(pieces: list[RuledTable]) -> Grid:
    """Return the parts of one table, one a page, as one grid, repeated headers left out."""
    edges = [median(xs) for xs in cluster_list([x for p in pieces for x in p.xs], SAME_EDGE)]
    header = _placed(pieces[0], edges)
    cells, breaks = header, []
    for piece in pieces[1:]:
        seam = max(cell.row + cell.rows for cell in cells)
        more = _placed(piece, edges)
        more = _moved(more, seam, _repeated(header, more))
        cells = _mended(cells, more, seam)
        breaks.append(seam)
    doubts = tuple(doubt for piece in pieces for doubt in piece.doubts)
    return Grid(tuple(map(_grid_cell, cells)), tuple(breaks), doubts)


def _grid_cell(cell: RuledCell) -> GridCell:
    return GridCell(cell.row, cell.column, cell.text, cell.rows, cell.columns)


def _placed(piece: RuledTable, edges: list[float]) -> list[RuledCell]:
    """Return the cells of a part with the columns of the whole table."""

    def column(x: float) -> int:
        return min(range(len(edges)), key=lambda i: abs(edges[i] - x))

    spans = ((cell, column(cell.box.x0), column(cell.box.x1)) for cell in piece.cells)
    return [replace(cell, column=first, columns=last - first) for cell, first, last in spans]


def _repeated(header: list[RuledCell], cells: list[RuledCell]) -> int:
    """Return how many rows at the top are those of the first page over again."""
    fewest = min(max(cell.row + cell.rows for cell in part) for part in (header, cells))
    for rows in range(fewest - 1, 0, -1):
        top = _top(header, rows)
        if top == _top(cells, rows) and any(c.isalpha() for words in top for c in words[-1]):
            return rows
    return 0


def _top(cells: list[RuledCell], rows: int) -> set[tuple[int, int, int, int, str]]:
    """Return what the top rows hold, nothing where a cell reaches beyond them."""
    top = [cell for cell in cells if cell.row < rows]
    if any(cell.row + cell.rows > rows for cell in top):
        return set()
    return {(cell.row, cell.column, cell.rows, cell.columns, cell.text) for cell in top}


def _moved(cells: list[RuledCell], seam: int, dropped: int) -> list[RuledCell]:
    kept = (cell for cell in cells if cell.row >= dropped)
    return [replace(cell, row=cell.row - dropped + seam) for cell in kept]


def _mended(cells: list[RuledCell], more: list[RuledCell], seam: int) -> list[RuledCell]:
    """Return the cells of both pages, each cell that the page break cut whole again."""
    last = {(c.column, c.columns): i for i, c in enumerate(cells) if c.row + c.rows == seam}
    mended, rest = list(cells), []
    for lower in more:
        i = last.get((lower.column, lower.columns)) if lower.row == seam else None
        if i is not None and _is_cut(cells[i], lower):
            upper, lines = cells[i], cells[i].lines + lower.lines
            mended[i] = replace(upper, box=lower.box, rows=upper.rows + lower.rows, lines=lines)
        else:
            rest.append(lower)
    return mended + rest


def _is_cut(upper: RuledCell, lower: RuledCell) -> bool:
    """Tell whether a cell above a page break and one below it are one merged cell.

    Programs close both with a line, so that only the words tell: those of a cell that was cut
    fill their last line and the page; or all stand on one side.
    """
    if upper.rows == lower.rows == 1:
        return False
    if not (upper.lines and lower.lines):
        return True
    last = upper.lines[-1]
    fills = upper.is_full(last) and upper.box.bottom - last.bottom < FULL * last.size
    return fills and number_of(lower.text) is None
