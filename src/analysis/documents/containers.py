"""What the bytes of an Office file are, where they are not what its ending says."""

import re
import struct

from analysis.documents.decoding import SIGNATURES, decode
from analysis.errors import UnreadableError

OLE, ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
# Names of the parts of a container, which stand in it as they are.
LOCKED = re.compile(
    re.escape("EncryptedPackage".encode("utf-16-le"))
    # the record of a password, behind the one that begins a workbook of the old format
    + rb"|\x09\x08\x10\x00\x00\x06\x05\x00.{12}(\x86\x00\x00\x00)?\x2f\x00",
    re.DOTALL,
)
PARTS = {
    "WordDocument".encode("utf-16-le"): "a Word document (doc)",
    b"word/document.xml": "a Word document (docx)",
    b"ppt/presentation.xml": "a presentation (pptx)",
}
WORDS = {
    re.compile(r"<(html|table|!doctype html)\b", re.IGNORECASE): "a web page (html)",
    re.compile(r"^MIME-Version:"): "a saved web page (mht)",
    re.compile(r"urn:schemas-microsoft-com:office:spreadsheet"): "a workbook saved as XML",
}
_HEADER = 512
# Greater numbers in the list of sectors say what a sector is for, the last one that it is free.
_LAST, _FREE = 0xFFFFFFFA, 0xFFFFFFFF


def not_what_it_says(content: bytes, wanted: str) -> UnreadableError:
    """Return why bytes cannot be read as the Office file that their name says.

    Parameters
    ----------
    content : bytes
        That a library has refused.
    wanted : str
        What they should be, with its article.

    Examples
    --------
    >>> print(not_what_it_says(b"<html><table><tr><td>3</td></tr></table></html>", "a workbook"))
    The bytes are a web page (html), not a workbook. Give the file the ending of its real format.
    """
    if not content:
        return UnreadableError("The file is empty (0 bytes). Fetch it again from its source.")
    if LOCKED.search(content):
        return UnreadableError(
            "The file is protected by a password. Open it with the password and save it without."
        )
    found = found_in(content)
    if found:
        return UnreadableError(
            f"The bytes are {found}, not {wanted}. Give the file the ending of its real format."
        )
    return UnreadableError(
        f"The file is damaged, cut off or not {wanted} at all. Fetch it again from its source, "
        "or open it and save it anew."
    )


def found_in(content: bytes) -> str:
    """Return what bytes are, with the article; empty for an Office file like any other.

    Examples
    --------
    >>> found_in(b"%PDF-1.4"), found_in("指标,数量\\n公开,3".encode("gbk"))
    ('a PDF', 'plain text (csv or the like)')
    """
    if content.startswith((OLE, ZIP)):
        return next((found for part, found in PARTS.items() if part in content), "")
    known = (found for signature, found in SIGNATURES.items() if content.startswith(signature))
    return next(known, "") or _kind_of_text(content)


def _kind_of_text(content: bytes) -> str:
    try:
        text = decode(content)
    except UnreadableError:
        return ""
    known = (found for pattern, found in WORDS.items() if pattern.search(text))
    return next(known, "plain text (csv or the like)")


def is_broken(content: bytes) -> bool:
    """Tell whether a file of the old Office formats contradicts its own list of sectors.

    One that was cut off, or whose sectors follow each other in a circle, breaks libraries in ways
    that cannot be caught.
    """
    if not content.startswith(OLE):
        return False
    if len(content) < _HEADER:
        return True
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    lists = [n for n in struct.unpack_from("<109I", content, 76) if n < _LAST]
    listed = b"".join(content[(n + 1) * size : (n + 2) * size] for n in lists)
    following = struct.unpack(f"<{len(listed) // 4}I", listed[: len(listed) // 4 * 4])
    used = max((n for n, after in enumerate(following) if after != _FREE), default=0)
    chained = [n for n in following if n < _LAST]
    cut_off = len(listed) < len(lists) * size or len(content) < (used + 2) * size
    return cut_off or len(set(chained)) < len(chained)
