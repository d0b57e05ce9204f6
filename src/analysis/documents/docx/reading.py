"""A Word file becomes parts: its body in order, then what its pages bear above and below."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.section import Section

from analysis.codebook.reasons import reason
from analysis.documents.boxes import Box
from analysis.documents.docx.body import Body
from analysis.documents.formats import DOCX, require
from analysis.documents.parts import Part, Prose, has_text
from analysis.errors import UnreadableError


def read_docx(content: bytes) -> list[Part]:
    """Read a Word file.

    Parameters
    ----------
    content : bytes
        Of a docx.

    Raises
    ------
    UnreadableError
        When the bytes are no Word file, are damaged or ask for a password, or hold no text.
    """
    require(content, {DOCX}, "a Word file (docx)")
    try:
        document = docx.Document(BytesIO(content))
        body = Body(document)
        parts = list(body.parts(document.element.body))
        aside = list(_page_furniture(document, body))
    except Exception as error:  # python-docx documents none: damage ends in any of a dozen types
        raise UnreadableError(
            reason("docx_damaged", error=f"{type(error).__name__}: {error}")
        ) from error
    if not has_text(parts):
        raise UnreadableError(reason("docx_without_text"))
    return [*parts, *aside]


def _page_furniture(document: Document, body: Body) -> Iterator[Prose]:
    """Yield each page header and footer with words once."""
    seen = {""}
    for section in document.sections:
        for label, band in _bands(section):
            text = Box(0, 0, 1, 1, tuple(body.parts(band._element))).text
            if text not in seen:
                yield Prose(text, label)
            seen.add(text)


def _bands(section: Section) -> Iterator[tuple[str, object]]:
    """Yield the headers and footers that a section has of its own."""
    headers = (section.header, section.first_page_header, section.even_page_header)
    footers = (section.footer, section.first_page_footer, section.even_page_footer)
    for label, bands in (("page header", headers), ("page footer", footers)):
        yield from ((label, band) for band in bands if not band.is_linked_to_previous)
