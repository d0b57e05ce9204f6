"""Rows of a table against rows of a form, by likeness and order at once (行的对应)."""

from collections.abc import Sequence

_EQUAL = 1e-9


def align(likeness: Sequence[Sequence[float]]) -> list[int | None]:
    """Return for each row of a table the row of a form that it is, None where that is not certain.

    Both are read from top to bottom, so of labels that stand in a form twice (其他情形数) the
    place decides. A row is left out where it fits none, or where two readings are equally good.

    Parameters
    ----------
    likeness : sequence of sequence of float
        For each row of the table how alike it is to each row of the form; 0 rules a pair out.

    Examples
    --------
    >>> align([[1, 0, 0, 0], [0, 1, 0, 1], [0, 0, 1, 0], [0, 1, 0, 1]])
    [0, 1, 2, 3]
    >>> align([[0, 1, 0, 1]])
    [None]
    """
    if not likeness:
        return []
    before, behind = _best(likeness), _best([row[::-1] for row in likeness[::-1]])
    best, width = before[-1][-1], len(likeness[0])
    found: list[int | None] = []
    for i, row in enumerate(likeness):
        rest = behind[len(likeness) - i - 1]
        through = [before[i][j] + row[j] + rest[width - j - 1] for j in range(width)]
        fitting = [j for j in range(width) if row[j] and through[j] >= best - _EQUAL]
        skipped = max(before[i][j] + rest[width - j] for j in range(width + 1))
        found.append(fitting[0] if len(fitting) == 1 and skipped < best - _EQUAL else None)
    return found


def _best(likeness: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the best sum of likeness for the first i rows of the table and j of the form."""
    width = len(likeness[0])
    table = [[0.0] * (width + 1)]
    for row in likeness:
        above, here = table[-1], [0.0]
        for j in range(width):
            here.append(max(above[j + 1], here[j], above[j] + row[j] if row[j] else 0.0))
        table.append(here)
    return table
