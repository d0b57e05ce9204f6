"""One page of a pdf, read: its lines and tables from top to bottom."""

from dataclasses import dataclass, field

from pdfplumber.page import Page

from analysis.documents.pdf.opening import refuse_lost
from analysis.documents.pdf.printed import SLANTED, PrintedLine, glyphs, printed_lines
from analysis.documents.pdf.ruled import RuledTable, ruled_tables


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
    pictures : int
        How many there are.
    running : dict of PrintedLine to str
        The lines that are header or footer, and which of both.
    """

    width: float
    height: float
    lines: list[PrintedLine]
    tables: list[RuledTable]
    slanted: str = ""
    pictures: int = 0
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
    refuse_lost(page)
    drawn = glyphs(page.chars)
    tables, outside = ruled_tables(page, [glyph for glyph in drawn if glyph.turn != SLANTED])
    slanted = "".join(glyph.text for glyph in drawn if glyph.turn == SLANTED)
    pictures = len(page.images)
    page.close()
    return Sheet(page.width, page.height, printed_lines(outside), tables, slanted, pictures)
