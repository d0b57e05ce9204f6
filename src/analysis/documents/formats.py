"""What format the bytes of a file are, whatever its name says."""

import re
import zipfile
from collections.abc import Collection
from io import BytesIO
from struct import unpack, unpack_from

from analysis.codebook.reasons import reason
from analysis.errors import UnreadableError

TEXT, HTML, DOC, DOCX = "text", "a web page (html)", "an old Word file (doc)", "a Word file (docx)"
XLS, XLSX = "an old Excel file (xls)", "an Excel file (xlsx)"
RTF, WORD_XML = "a Rich Text Format file (rtf)", "a Word file as plain XML"
LOCKED = "an Office file that asks for a password"
SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    rb"{\rtf": RTF,
    b"MIME-Version:": "a web archive (mht)",
    b"From: <Saved by": "a web archive (mht)",
}
# Folders of a ZIP archive, and names in the directory of an old Office file.
PACKED = {"word/": DOCX, "xl/": XLSX, "ppt/": "a PowerPoint file (pptx)"}
STORED = {
    "EncryptedPackage": LOCKED,
    "WordDocument": DOC,
    "Workbook": XLS,
    "Book": XLS,
    "PowerPoint Document": "an old PowerPoint file (ppt)",
}
# A page saved from Word speaks of a WordDocument, too.
MARKUP = {
    re.compile(rb"<!doctype html|<html|^<(head|meta|title|body|div|table|p|span|font|h\d)\b"): HTML,
    re.compile(rb'<(\w+:)?worddocument|progid="word\.document"|<pkg:package'): WORD_XML,
    re.compile(rb'<(\w+:)?workbook\b|progid="excel\.sheet"'): "an Excel file as plain XML",
}
# How far a program looks for the first tag of a page.
SEARCHED = 2048
# The directory of an old Office file: entries of this size, each beginning with a name.
SECTOR, ENTRY, NAME = 512, 128, 64
# Its header says how large sectors are and where their tables stand; at most so many in the header.
SIZE, SIZES, TABLES, SPECIAL, FREE = 30, (9, 12), 76, 0xFFFFFFFA, 0xFFFFFFFF
CUT_OFF = "an old Office file (doc, xls …) that is cut off or damaged"
# The first bytes of a Word 97 document, and where among them the bit for a password stands.
WORD_97, FLAGS, PASSWORD = b"\xec\xa5", 11, 0x01
# In an Excel 97 workbook the record of a password stands behind the first one.
EXCEL_97_LOCKED = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)


def format_of(content: bytes) -> str:
    """Return what the bytes are, ``text`` where nothing tells.

    Examples
    --------
    >>> format_of(b"%PDF-1.7"), format_of("一、概述".encode()), format_of(b"<html><body>")
    ('a PDF', 'text', 'a web page (html)')
    """
    found = next((name for mark, name in SIGNATURES.items() if content.startswith(mark)), TEXT)
    if found == SIGNATURES[b"PK\x03\x04"]:
        return _packed(content)
    if found == SIGNATURES[b"\xd0\xcf\x11\xe0"]:
        return _stored(content)
    return _markup(content) if found == TEXT else found


def require(content: bytes, wanted: Collection[str], meant: str) -> str:
    """Return what the bytes are, if that is wanted.

    Parameters
    ----------
    content : bytes
    wanted : collection of str
        The formats that the caller reads.
    meant : str
        What its reader expected.

    Raises
    ------
    UnreadableError
        When there are no bytes, they are of another format, or ask for a password.
    """
    if not content:
        raise UnreadableError(reason("empty"))
    found = format_of(content)
    if found == LOCKED:
        raise UnreadableError(reason("password"))
    if found not in wanted:
        raise UnreadableError(reason("other_format", found=found, meant=meant))
    return found


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "a ZIP archive (docx, xlsx …) that is cut off or damaged"
    folders = (name for folder, name in PACKED.items() if any(n.startswith(folder) for n in names))
    return next(folders, "a ZIP archive")


def _stored(content: bytes) -> str:
    if not _is_whole(content):
        return CUT_OFF
    entries = (content[at : at + NAME] for at in range(SECTOR, len(content), ENTRY))
    names = {entry.decode("utf-16-le", "ignore").partition("\0")[0] for entry in entries}
    name = next((name for stored, name in STORED.items() if stored in names), CUT_OFF)
    locked = {DOC: _is_locked, XLS: EXCEL_97_LOCKED.search}.get(name)
    return LOCKED if locked and locked(content) else name


def _is_whole(content: bytes) -> bool:
    """Tell whether every sector is there that the file's own table of sectors says is used.

    Sectors that follow each other in a circle would keep a reader busy until memory ends.
    """
    if len(content) < SECTOR or content[SIZE] not in SIZES:
        return False
    size = 1 << content[SIZE]
    tables = [at for at in unpack_from("<109I", content, TABLES) if at < SPECIAL]
    used = b"".join(content[size * (at + 1) : size * (at + 2)] for at in tables)
    if len(used) < size * len(tables):
        return False
    sectors = unpack(f"<{len(used) // 4}I", used)
    last = max((i for i, sector in enumerate(sectors) if sector != FREE), default=-1)
    following = [sector for sector in sectors if sector < SPECIAL]
    return size * (last + 2) <= len(content) and len(set(following)) == len(following)


def _is_locked(content: bytes) -> bool:
    starts = range(SECTOR, len(content), SECTOR)
    begins = next((at for at in starts if content.startswith(WORD_97, at)), None)
    return begins is not None and bool(content[begins + FLAGS] & PASSWORD)


def _markup(content: bytes) -> str:
    """Tell a page by its first tags; in UTF-16 every other byte of them is zero."""
    head = content[:SEARCHED].replace(b"\0", b"").lower().lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return next((name for tag, name in MARKUP.items() if tag.search(head)), TEXT)
