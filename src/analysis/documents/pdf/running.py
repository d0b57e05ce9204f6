"""Running headers and footers, known by their place and by returning from page to page."""

import re
from dataclasses import dataclass
from itertools import takewhile
from statistics import median

from analysis.documents.pdf.printed import PrintedLine
from analysis.documents.pdf.sheets import Sheet

HEADER, FOOTER = "page header", "page footer"
# How many lines of a page can be its header or footer; in points, how exactly they return, and
# how much larger than usual the letters of a caption are.
DEEPEST, EXACTLY, LARGER = 3, 3, 1
# The part of a page above and below its text, where a number that does not return is looked for.
MARGIN = 0.12
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?P<mark>[-—－–―~·•]*)第?(?P<number>\d{1,3})页?([,，/]?共?\d{1,3}页?)?[-—－–―~·•]*"
)


@dataclass(frozen=True, slots=True)
class Outer:
    """One of the outermost lines of a page: which page, how far from its edge."""

    line: PrintedLine
    page: int
    distance: float

    @property
    def words(self) -> str:
        """Its text without white space."""
        return "".join(self.line.text.split())

    def returns(self, others: list["Outer"]) -> bool:
        """Tell whether another page has it, with other digits, at the same height."""
        shape = DIGITS.sub("0", self.words)
        return any(
            other.page != self.page
            and abs(other.distance - self.distance) <= EXACTLY
            and DIGITS.sub("0", other.words) == shape
            for other in others
        )

    def is_page_number(self, height: float) -> bool:
        """Tell whether it is in the margin and looks like the number of its page."""
        match = PAGE_NUMBER.fullmatch(self.words)
        if not match or self.distance > MARGIN * height:
            return False
        marked = bool(match["mark"]) or "页" in self.words
        return marked or int(match["number"]) == self.page


def find_running(sheets: list[Sheet]) -> None:
    """Mark the headers and footers on each page.

    What returns in letters larger than usual is the caption of a form on each page.
    """
    usual = median([line.size for sheet in sheets for line in sheet.lines] or [0])
    for label in (HEADER, FOOTER):
        pages = [_outermost(sheet, page, label) for page, sheet in enumerate(sheets, 1)]
        others = [outer for outers in pages for outer in outers if outer.line.size < usual + LARGER]
        for sheet, outers in zip(sheets, pages, strict=True):
            for outer in outers:
                returns = outer in others and outer.returns(others)
                if not (returns or outer.is_page_number(sheet.height)):
                    break
                sheet.running[outer.line] = label


def _outermost(sheet: Sheet, page: int, label: str) -> list[Outer]:
    parts = sheet.body if label == HEADER else sheet.body[::-1]
    lines = takewhile(lambda part: isinstance(part, PrintedLine), parts[:DEEPEST])
    if label == HEADER:
        return [Outer(line, page, line.top) for line in lines]
    return [Outer(line, page, sheet.height - line.bottom) for line in lines]
