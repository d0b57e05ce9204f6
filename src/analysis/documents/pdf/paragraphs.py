"""Lines of pages become paragraphs, by where they begin and end between the text's edges."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from analysis.documents.lines import ENDINGS
from analysis.documents.numbering import number_of
from analysis.documents.pdf.printed import PrintedLine, is_chinese
from analysis.documents.pdf.sheets import Sheet

# What stands for the indentation of a paragraph; in sizes of a character, from where on it is one
# and from where on a line is set at the right side of the page.
INDENT, INDENTED, ASIDE = "\u3000\u3000", 0.8, 8
# In points, how exactly lines begin and end at the edges of the text.
SAME_EDGE = 2
# The part of a page's width that lines have to reach for their ends to be an edge of the text.
WIDEST_MARGIN = 0.75
FEWEST = 2  # of them
# What is not parted at the end of a line: a word or number, or a Chinese character with its
# punctuation; and the size of both in sizes of a character.
WORD = re.compile(r"[!-~]+")
LETTER, CHARACTERS = 0.6, 2.2
# Where addresses and telephone numbers are cut.
INSIDE = "/-_@"


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line between the edges of the text.

    Attributes
    ----------
    text : str
    indent, free : float
        The white space before and after it, in sizes of a character.
    """

    text: str
    indent: float
    free: float

    @property
    def indented(self) -> bool:
        """Whether it begins clearly right of the text's left edge."""
        return self.indent > INDENTED


class TextArea:
    """Where lines begin and end that fill their line, for each width of a page."""

    def __init__(self, sheets: list[Sheet]) -> None:
        pages: dict[float, list[list[PrintedLine]]] = {sheet.width: [] for sheet in sheets}
        for sheet in sheets:
            pages[sheet.width].append([p for p in sheet.body if isinstance(p, PrintedLine)])
        self.edges = {width: _edges(width, some) for width, some in pages.items()}

    def place(self, line: PrintedLine, sheet: Sheet) -> TextLine:
        """Return a line with its place between the edges."""
        left, right = self.edges[sheet.width]
        return TextLine(line.text, (line.x0 - left) / line.size, (right - line.x1) / line.size)


def _edges(width: float, pages: list[list[PrintedLine]]) -> tuple[float, float]:
    """Return where most full lines begin, but for the first of a paragraph, and where they end."""
    lines = [line for page in pages for line in page]
    wide = [line.x1 for line in lines if line.x1 > WIDEST_MARGIN * width]
    if len(wide) < FEWEST:
        left = _usual(line.x0 for line in lines)
        return left, width - left
    right = _usual(wide)
    pairs = (pair for page in pages for pair in pairwise(page))
    following = [b.x0 for a, b in pairs if right - a.x1 < CHARACTERS * a.size]
    return _usual(following or (line.x0 for line in lines)), right


def _usual(places: Iterable[float]) -> float:
    """Return the place that most share."""
    counts = Counter(SAME_EDGE * round(place / SAME_EDGE) for place in places)
    return max(counts, key=counts.__getitem__, default=0)


def paragraphs(lines: list[TextLine], indents: bool) -> str:
    """Return the lines with those of one paragraph joined.

    Parameters
    ----------
    lines : list of TextLine
    indents : bool
        Whether the first line of a paragraph is indented.
    """
    text = ""
    for before, line in pairwise([None, *lines]):
        if before and _goes_on(before, line, indents):
            text += _space(before.text[-1], line.text[0]) + line.text
        else:
            text += ("\n" if before else "") + (INDENT if line.indented else "") + line.text
    return text


def marks_paragraphs(lines: list[TextLine]) -> bool:
    """Tell whether lines are indented where a paragraph certainly begins."""
    begins = [line.indented for before, line in pairwise(lines) if not _is_full(before, line)]
    return begins.count(True) > begins.count(False)


def _is_full(line: TextLine, following: TextLine) -> bool:
    """Tell whether what follows found no room on a line."""
    word = WORD.match(following.text)
    return line.free < (CHARACTERS + (LETTER * word.end() if word else 0))


def _goes_on(before: TextLine, line: TextLine, indents: bool) -> bool:
    if line.indented or before.indent > ASIDE or not _is_full(before, line):
        return False
    ended = before.text[-1] in ENDINGS
    return not ended or (indents and number_of(line.text) is None)


def _space(before: str, after: str) -> str:
    """Return what stands between the last and the first character of two lines."""
    if is_chinese(before) or is_chinese(after) or (before + after).isdecimal():
        return ""
    return "" if before in INSIDE or after in INSIDE else " "
