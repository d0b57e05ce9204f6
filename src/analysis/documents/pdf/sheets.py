"""One page of a pdf, read: its lines and tables from top to bottom."""

from collections import Counter
from dataclasses import dataclass, field

from pdfplumber.page import Page

from analysis.documents.pdf.opening import characters
from analysis.documents.pdf.pictured import pictures, unread
from analysis.documents.pdf.printed import (
    DOWNWARD,
    LEVEL,
    SLANTED,
    UPWARD,
    PrintedLine,
    glyphs,
    printed_lines,
    turn,
)
from analysis.documents.pdf.ruled import Box, RuledTable, ruled_tables

# By how much a page has to be turned to the right for its lines to be level.
QUARTERS = {UPWARD: 90, DOWNWARD: 270}
# The part of a page above which pictures may hold a table; a seal or a code takes a third of it.
PICTURED = 0.1


@dataclass(slots=True)
class Sheet:
    """A page as read.

    Attributes
    ----------
    width, height : float
        In points.
    lines : list of PrintedLine
        Those outside of tables.
    tables : list of RuledTable
    slanted : str
        What is written across the page (a watermark).
    pictures : list of Box
        Where they stand.
    place : str
        Which page of how many, ``3/12``.
    running : dict of PrintedLine to str
        The lines that are header or footer, and which of both.
    """

    width: float
    height: float
    lines: list[PrintedLine]
    tables: list[RuledTable]
    slanted: str = ""
    pictures: list[Box] = field(default_factory=list)
    place: str = ""
    running: dict[PrintedLine, str] = field(default_factory=dict)

    @property
    def body(self) -> list[PrintedLine | RuledTable]:
        """Lines and tables from top to bottom, without header and footer."""
        lines = [line for line in self.lines if line not in self.running]
        return sorted([*lines, *self.tables], key=top)

    @property
    def words(self) -> str:
        """What it says, without header and footer."""
        cells = (cell.text for table in self.tables for cell in table.cells)
        return "".join([*(line.text for line in self.lines if line not in self.running), *cells])

    @property
    def is_pictured(self) -> bool:
        """Whether much of it is pictures in which no word stands that could be read."""
        cells = (cell for table in self.tables for cell in table.cells)
        lines = [*self.lines, *(line for cell in cells for line in cell.lines)]
        read = [line for line in lines if line not in self.running]
        return unread(self.pictures, read) > PICTURED * self.width * self.height

    def running_lines(self, label: str) -> list[PrintedLine]:
        """Return the lines of its header or footer."""
        return sorted((line for line, kind in self.running.items() if kind == label), key=top)


def top(part: PrintedLine | RuledTable) -> float:
    """Return where a part begins, from the top of its page."""
    return part.box.top if isinstance(part, RuledTable) else part.top


def bottom(part: PrintedLine | RuledTable) -> float:
    """Return where a part ends, from the top of its page."""
    return part.box.bottom if isinstance(part, RuledTable) else part.bottom


def read_sheet(page: Page) -> Sheet:
    """Read one page and free what the library keeps of it."""
    page = _upright(page)
    drawn = glyphs(characters(page))
    tables, outside = ruled_tables(page, [glyph for glyph in drawn if glyph.turn != SLANTED])
    slanted = "".join(glyph.text for glyph in drawn if glyph.turn == SLANTED)
    drawings, place = pictures(page), f"{page.page_number}/{len(page.pdf.pages)}"
    page.close()
    lines = printed_lines(outside)
    return Sheet(page.width, page.height, lines, tables, slanted, drawings, place)


def _upright(page: Page) -> Page:
    """Return a page that was printed sideways with its lines level."""
    turns = Counter(turn(*character["matrix"][:2]) for character in characters(page))
    usual = max(turns, key=turns.get, default=LEVEL)
    if usual not in QUARTERS:
        return page
    page.close()
    page.page_obj.rotate = (page.page_obj.rotate + QUARTERS[usual]) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate
    return Page(page.pdf, page.page_obj, page.page_number)
