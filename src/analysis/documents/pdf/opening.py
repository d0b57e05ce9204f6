"""What has to be true of the bytes of a pdf before its pages are read."""

import logging
import zlib
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from analysis.codebook.reasons import found, reason
from analysis.documents.formats import require
from analysis.errors import UnreadableError

# Where programs look for the marks at both ends of a pdf.
SEARCHED = 1024
# The library reports there what it mends on its own, healthy files included.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
LONGEST = 80  # of what the library says


def open_pages(content: bytes) -> list[Page]:
    """Return the pages of a pdf.

    Raises
    ------
    UnreadableError
        When it is empty, no pdf, cut off, damaged or asks for a password.
    """
    _refuse_other_formats(content)
    try:
        return pdfplumber.open(BytesIO(content)).pages
    except Exception as error:  # the library names none for what a damaged page raises
        raise _refused(error) from error


def characters(page: Page) -> list[dict[str, Any]]:
    """Return the characters of a page.

    Raises
    ------
    UnreadableError
        When its content is not whole; the library would go on with what is left.
    """
    try:
        if all(map(_is_whole, map(resolve1, page.page_obj.contents))):
            return page.chars
    except PdfminerException as error:
        raise _refused(error) from error
    raise damaged(found("page_packed", page=page.page_number))


def _is_whole(stream: object) -> bool:
    if not isinstance(stream, PDFStream):
        return False
    packed, filters = stream.get_rawdata(), stream.get_filters()
    if packed is None or not filters or filters[0][0] not in LITERALS_FLATE_DECODE:
        return True
    if stream.decipher:
        packed = stream.decipher(stream.objid, stream.genno, packed, stream.attrs)
    try:
        zlib.decompress(packed)
    except zlib.error:
        return False
    return True


def _refuse_other_formats(content: bytes) -> None:
    if b"%PDF" not in content[:SEARCHED]:
        require(content, ["a PDF"], "a PDF")
    if b"%%EOF" not in content.rstrip(b"\0 \r\n\t")[-SEARCHED:]:
        raise UnreadableError(reason("pdf_cut_off", length=len(content)))


def _refused(error: Exception) -> UnreadableError:
    cause = error.args[0] if error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return UnreadableError(reason("pdf_password"))
    if isinstance(cause, PDFEncryptionError):
        return UnreadableError(reason("pdf_encrypted", cause=cause))
    return damaged((str(cause) or type(cause).__name__)[:LONGEST])


def damaged(fault: str) -> UnreadableError:
    """Return the error for a pdf that cannot be read to its end."""
    return UnreadableError(reason("pdf_damaged", found=fault))
