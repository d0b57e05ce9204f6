"""A second library reads the numbers of the tables too; what it does not find is in doubt."""

import re
from collections import Counter
from collections.abc import Iterable
from ctypes import POINTER, c_char, pointer

import pypdfium2
from pypdfium2 import raw

from analysis.documents.pdf.ruled import RuledTable

DIGITS = re.compile(r"\d+")
_NO_FONTS = pointer(POINTER(c_char)())  # the list of folders of fonts, which ends at once


def _forget_fonts() -> None:
    """Begin the second library anew without the fonts of the machine.

    It leaves out what the font that it takes for 宋体 has no glyph for: the numbers of a table on a
    machine with Droid Sans Fallback, none on another.
    """
    raw.FPDF_DestroyLibrary()
    config = raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=_NO_FONTS)
    raw.FPDF_InitLibraryWithConfig(config)


_forget_fonts()


def second_reading(content: bytes) -> list[str]:
    """Return the text of each page, none where the second library cannot read the file."""
    try:
        with pypdfium2.PdfDocument(content) as pdf:
            return [_text(page) for page in pdf]
    except pypdfium2.PdfiumError:
        return []


def _text(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    text = words.get_text_range()
    words.close()
    page.close()
    return text


def doubt(tables: Iterable[RuledTable], text: str) -> None:
    """Note on each table of a page the numerals that are not in the text read otherwise."""
    found = Counter(DIGITS.findall(text))
    for table in tables:
        words = ("".join(cell.text.split()) for cell in table.cells)
        read = Counter(digits for cell in words for digits in DIGITS.findall(cell))
        table.doubts = tuple((read - found).elements())
        found -= read
