"""A second library reads the numbers of the tables too; what it does not find is in doubt."""

import re
from collections import Counter
from collections.abc import Iterable

import pypdfium2

from analysis.documents.pdf.ruled import RuledTable

DIGITS = re.compile(r"\d+")


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
