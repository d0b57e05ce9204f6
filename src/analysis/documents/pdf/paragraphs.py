"""Lines of pages become paragraphs, by where they begin and end between the text's edges."""

import re
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
# Where short lines only end, from left to right of a page, is no edge of the text.
WIDEST_MARGIN = 0.75
# What is not parted at the end of a line: a word or number, or a Chinese character with its
# punctuation; and the size of both in sizes of a character.
WORD = re.compile(r"[!-~]+")
LETTER, CHARACTERS = 0.6, 2.2


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
        lines: dict[float, list[PrintedLine]] = {sheet.width: [] for sheet in sheets}
        for sheet in sheets:
            lines[sheet.width].extend(p for p in sheet.body if isinstance(p, PrintedLine))
        self.left = {width: _edge(line.x0 for line in some) for width, some in lines.items()}
        self.right = {width: self._right(width, some) for width, some in lines.items()}

    def _right(self, width: float, lines: list[PrintedLine]) -> float:
        edge = -_edge(-line.x1 for line in lines)
        return edge if edge > WIDEST_MARGIN * width else width - self.left[width]

    def place(self, line: PrintedLine, sheet: Sheet) -> TextLine:
        """Return a line with its place between the edges."""
        before, after = line.x0 - self.left[sheet.width], self.right[sheet.width] - line.x1
        return TextLine(line.text, before / line.size, after / line.size)


def _edge(places: Iterable[float]) -> float:
    """Return the outermost place that lines share, or else the outermost one."""
    outward = sorted(places)
    shared = (x for x, following in pairwise(outward) if following - x <= SAME_EDGE)
    return next(shared, min(outward, default=0))


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
    words = before.isalnum() and after.isalnum() and not (before + after).isdecimal()
    return " " if words and not (is_chinese(before) or is_chinese(after)) else ""
