"""A file of any format becomes a document: clean text and its passages."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from analysis.codebook.reasons import reason
from analysis.documents.decoding import decode
from analysis.documents.doc import read_doc
from analysis.documents.docx import read_docx
from analysis.documents.html import read_html
from analysis.documents.parts import Part, Prose, assemble
from analysis.documents.pdf import read_pdf
from analysis.documents.pictures import places
from analysis.documents.structure import structured
from analysis.documents.workbook import read_workbook
from analysis.errors import UnreadableError
from analysis.records import Document

# One reader per format: bytes to parts in reading order. A new format is a module and a line here.
READERS: dict[str, Callable[[bytes], Iterable[Part]]] = {
    ".txt": lambda content: [Prose(decode(content))],
    **dict.fromkeys((".html", ".htm", ".shtml"), read_html),
    ".docx": read_docx,
    ".doc": read_doc,
    ".pdf": read_pdf,
    **dict.fromkeys((".xlsx", ".xls"), read_workbook),
}


def read(path: Path, raw_folder: Path) -> Document:
    """Read one file.

    Parameters
    ----------
    path : Path
        The file.
    raw_folder : Path
        The folder that ``Document.file`` is relative to.

    Returns
    -------
    Document
        For a .txt the clean text differs from the file in encoding and line ends only.

    Raises
    ------
    UnreadableError
        When the format is not read, or the bytes are not of that format.
    """
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise UnreadableError(reason("ending", suffix=suffix, known=", ".join(READERS)))
    content = _bytes(path)
    made = assemble(reader(content))
    parts = structured(made.text, made.tables, made.marks)
    return Document(
        file=path.relative_to(raw_folder).as_posix(),
        format=suffix.removeprefix("."),
        sha256=hashlib.sha256(content).hexdigest(),
        text=made.text,
        passages=parts.passages,
        tables=parts.tables,
        pictures=places(made, parts.passages),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(reason("not_opened", error=error.strerror)) from error
