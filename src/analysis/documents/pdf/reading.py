"""The pages of a pdf become prose and grids in reading order."""

from collections.abc import Iterator
from itertools import groupby, pairwise, zip_longest

from analysis.codebook.reasons import found, reason
from analysis.documents.parts import Grid, Part, Picture, Prose
from analysis.documents.pdf.confirmed import doubt, second_reading
from analysis.documents.pdf.continued import Margins, goes_on, grid
from analysis.documents.pdf.opening import damaged, open_pages
from analysis.documents.pdf.paragraphs import TextArea, TextLine, marks_paragraphs, paragraphs
from analysis.documents.pdf.printed import UNKNOWN
from analysis.documents.pdf.ruled import RuledTable
from analysis.documents.pdf.running import FOOTER, HEADER, find_running
from analysis.documents.pdf.sheets import Sheet, read_sheet
from analysis.errors import UnreadableError

WATERMARK = "watermark"
# The share of characters that a font may leave unknown (bullets, signs of its own).
TOLERATED = 0.05


def read_pdf(content: bytes) -> list[Part]:
    """Return the parts of a pdf; pictures, headers and footers of its pages come last.

    Raises
    ------
    UnreadableError
        When it cannot be opened or holds no text.
    """
    sheets = [read_sheet(page) for page in open_pages(content)]
    texts = second_reading(content)
    if texts and len(texts) != len(sheets):
        raise damaged(found("pages_differ", one=len(sheets), other=len(texts)))
    find_running(sheets)
    _refuse_pictures(sheets)
    for sheet, text in zip_longest(sheets, texts, fillvalue=""):
        doubt(sheet.tables, text)
    pictures = [Picture(sheet.place) for sheet in sheets if sheet.is_pictured]
    return [*_body(sheets), *pictures, *_furniture(sheets)]


def _refuse_pictures(sheets: list[Sheet]) -> None:
    """Refuse pages without characters, or with characters that are only pictures of some."""
    words = "".join(sheet.words for sheet in sheets)
    unknown = words.count(UNKNOWN)
    pictured = sum(bool(sheet.pictures) for sheet in sheets)
    if not words and not pictured:
        raise damaged(found("pages_empty", pages=len(sheets)))
    if unknown > TOLERATED * len(words):
        raise _needs_ocr(found("fonts", unknown=unknown, words=len(words)))
    if not words:
        raise _needs_ocr(found("no_text_layer", pictured=pictured, pages=len(sheets)))


def _needs_ocr(fault: str) -> UnreadableError:
    return UnreadableError(reason("pdf_needs_ocr", found=fault))


def _body(sheets: list[Sheet]) -> Iterator[Prose | Grid]:
    """Yield the text and the tables of all pages, what goes on over pages as one."""
    parts = _parts([sheet for sheet in sheets if sheet.body or sheet.is_pictured])
    indents = marks_paragraphs([part for part in parts if isinstance(part, TextLine)])
    for kind, some in groupby(parts, key=type):
        if kind is TextLine:
            yield Prose(paragraphs(list(some), indents))
        elif kind is list:
            yield from map(_table, some)


def _table(pieces: list[RuledTable]) -> Prose | Grid:
    """Return a table; one with a single row is no table."""
    whole = grid(pieces)
    if any(cell.row for cell in whole.cells):
        return whole
    return Prose("\n".join(cell.text for cell in whole.cells))


def _parts(sheets: list[Sheet]) -> list[TextLine | list[RuledTable] | Picture]:
    """Return lines and tables in order; a table is the list of its parts, one a page.

    A page that is a picture parts what stands before it from what follows.
    """
    written = [sheet for sheet in sheets if sheet.body]
    area, margins = TextArea(written), Margins(written)
    parts: list[TextLine | list[RuledTable] | Picture] = []
    for before, sheet in pairwise([None, *sheets]):
        body = sheet.body
        if not body:
            parts.append(Picture(sheet.place))
        elif before and before.body and goes_on(before, sheet, margins):
            parts[-1].append(body.pop(0))
        parts.extend(
            [part] if isinstance(part, RuledTable) else area.place(part, sheet) for part in body
        )
    return parts


def _furniture(sheets: list[Sheet]) -> Iterator[Prose]:
    for label in (HEADER, FOOTER):
        lines = [line.text for sheet in sheets for line in sheet.running_lines(label)]
        if lines:
            yield Prose("\n".join(lines), label)
    slanted = [sheet.slanted for sheet in sheets if sheet.slanted]
    if slanted:
        yield Prose("\n".join(slanted), WATERMARK)
