"""Reports as plain text, the cells of a table a tab apart."""

from collections.abc import Iterable

from analysis.documents.parts import Grid, Prose


def text_of(parts: Iterable[Prose | Grid]) -> bytes:
    """The parts one below the other."""
    written = (rows(part) if isinstance(part, Grid) else part.text for part in parts)
    return "\n".join(written).encode()


def rows(grid: Grid) -> str:
    """A line a row; the words of a merged cell stand in its first place, the others are blank."""
    height = max(cell.row + cell.rows for cell in grid.cells)
    width = max(cell.column + cell.columns for cell in grid.cells)
    words = {(cell.row, cell.column): cell.text for cell in grid.cells}
    return "\n".join(
        "\t".join(words.get((row, column), "") for column in range(width)) for row in range(height)
    )
