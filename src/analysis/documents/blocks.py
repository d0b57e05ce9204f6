"""Lines that belong together: paragraphs broken at a fixed width, rows of one table."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from analysis.documents.lines import ENDINGS, Line
from analysis.documents.numbering import number_of

# Widths in columns: a Chinese character takes two, a Latin letter or digit one.
SHORTEST_RUN, WIDEST_PAGE, SLACK = 20, 130, 6
UNFINISHED = "，、,（(《“〈〔"


class Wrapping:
    """How a text is broken into lines.

    A text is hard-wrapped when many of its lines are nearly as wide as its widest ones.

    Attributes
    ----------
    full : int or None
        Width from which a line counts as full, None where the text is not hard-wrapped.
    indents : bool
        Whether indentation marks the first line of a paragraph.
    """

    def __init__(self, lines: list[Line]) -> None:
        widths = sorted(w for w in map(_width, lines) if w >= SHORTEST_RUN)
        widest = widths[len(widths) * 95 // 100] if widths else 0
        wide = sum(widest - SLACK <= width <= widest + SLACK for width in widths)
        wrapped = widest <= WIDEST_PAGE and wide >= 4 and wide * 5 >= len(widths) * 2
        self.full = widest - SLACK if wrapped else None
        self.indents = self._marks_paragraphs(lines)

    def joins(self, previous: Line, line: Line) -> bool:
        """Tell whether `line` goes on with the paragraph of `previous`."""
        numbered = number_of(line.words) is not None
        full = self.full is not None and _width(previous) >= self.full
        ended = previous.text[-1] in ENDINGS
        if full and self.indents:
            return not line.indented and not (numbered and ended)
        if numbered:
            return False
        return previous.text[-1] in UNFINISHED or (full and not ended)

    def _marks_paragraphs(self, lines: list[Line]) -> bool:
        if self.full is None:
            return False
        after_full = [b.indented for a, b in pairwise(lines) if _width(a) >= self.full]
        indented = sum(line.indented for line in lines)
        return indented * 10 >= len(lines) and after_full.count(False) >= after_full.count(True)


def _width(line: Line) -> int:
    return len(line.text.encode("gb18030", "replace")) + 2 * line.indented


def blocks(lines: list[Line], wrapping: Wrapping) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each paragraph or table.

    Examples
    --------
    >>> from analysis.documents.lines import lines
    >>> rows = list(lines("2017年，我市\\n办理建议，\\n其中32件。\\n另有3件。"))
    >>> [len(block) for block in blocks(rows, Wrapping(rows))]
    [1, 2, 1]
    """
    waiting: list[Line] = []
    for _, group in groupby(lines, key=lambda line: line.row):
        run = tuple(group)
        if not is_table(run):
            waiting.extend(run)
            continue
        yield from _paragraphs(waiting, wrapping)
        waiting = []
        yield run
    yield from _paragraphs(waiting, wrapping)


def is_table(block: tuple[Line, ...]) -> bool:
    """Tell whether lines are a table typed as text: rows of cells, with a figure in one."""
    rows = all(line.row for line in block)
    if len({line.text.count("|") for line in block}) > 1:
        return False  # 来源:市政府办 | 发布时间:2021-01-20, above a line with more of them
    figures = (line.words.rstrip("|")[-1:].isdigit() for line in block)
    return rows and len(block) > 1 and any(figures)


def _paragraphs(lines: list[Line], wrapping: Wrapping) -> Iterator[tuple[Line, ...]]:
    block: list[Line] = []
    for line in lines:
        if block and not wrapping.joins(block[-1], line):
            yield tuple(block)
            block = []
        block.append(line)
    if block:
        yield tuple(block)
