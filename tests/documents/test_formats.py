import io
import zipfile

import pytest

from analysis.documents.formats import LOCKED, TEXT, format_of, require
from analysis.errors import UnreadableError

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

EXCEL_97 = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)


def archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return content.getvalue()


def old_office(*names: str, words: bytes = b"", used: int = 0) -> bytes:
    """A header, a sector with the words of a document, the table of used sectors, a directory."""
    header = OLD_OFFICE.ljust(30, b"\0") + b"\x09\0".ljust(46, b"\0") + b"\1\0\0\0"
    table = (b"\xfe\xff\xff\xff" * used).ljust(512, b"\xff")
    entries = (name.encode("utf-16-le").ljust(64, b"\0").ljust(128, b"\1") for name in names)
    return (
        header.ljust(512, b"\xff")
        + words.ljust(512, b"\0")
        + table
        + b"".join(entries).ljust(512, b"\0")
    )


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (archive("[Content_Types].xml", "word/document.xml"), "a Word file (docx)"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "an Excel file (xlsx)"),
        (archive("报告.txt"), "a ZIP archive"),
        (archive("word/document.xml")[:-9], "a ZIP archive (docx, xlsx …) that is cut off or damaged"),
        (old_office("Root Entry", "WordDocument"), "an old Word file (doc)"),
        (old_office("Root Entry", "Workbook"), "an old Excel file (xls)"),
        (old_office("Root Entry", "EncryptedPackage"), LOCKED),
        (old_office("WordDocument", words=b"\xec\xa5".ljust(11) + b"\x01"), LOCKED),
        (old_office("WordDocument", words=b"\xec\xa5".ljust(11) + b"\x12"), "an old Word file (doc)"),
        (old_office("Bookman"), "an old Office file (doc, xls …) that is cut off or damaged"),
        (old_office("WordDocument", used=3), "an old Word file (doc)"),
        (old_office("WordDocument", used=4), "an old Office file (doc, xls …) that is cut off or damaged"),
        (old_office("Workbook", words=EXCEL_97 + b"\x2f\x00\x36\x00"), LOCKED),
        (old_office("Workbook", words=EXCEL_97 + b"\x86\x00\x00\x00\x2f\x00\x36\x00"), LOCKED),
        (old_office("Workbook", words=EXCEL_97 + b"\x42\x00\x02\x00"), "an old Excel file (xls)"),
        (old_office("Workbook", used=3).replace(b"\xfe\xff\xff\xff" * 3, b"\1\0\0\0" * 3), "an old Office file (doc, xls …) that is cut off or damaged"),
        (old_office("WordDocument", used=3)[:-1], "an old Office file (doc, xls …) that is cut off or damaged"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x">', "an Excel file as plain XML"),
        (old_office("WordDocument")[:1400], "an old Office file (doc, xls …) that is cut off or damaged"),
        (OLD_OFFICE, "an old Office file (doc, xls …) that is cut off or damaged"),
        (b"{\\rtf1\\ansi}", "a Rich Text Format file (rtf)"),
        (b"MIME-Version: 1.0\r\n", "a web archive (mht)"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', "a Word file as plain XML"),
        (b'<?xml version="1.0" encoding="gb2312"?>\n<html xmlns:o="x">', "a web page (html)"),
        (b"\xef\xbb\xbf\r\n <TABLE border=1>", "a web page (html)"),
        ("<html>".encode("utf-16"), "a web page (html)"),
        ("<本报告>是<p>".encode(), TEXT),
        (b"%PDF-1.4", "a PDF"),
    ],
)  # fmt: skip
def test_bytes_are_known_whatever_their_name(content, found):
    assert format_of(content) == found


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (old_office("EncryptedPackage"), "asks for a password"),
        (b"%PDF-1.4", "are a PDF, not a Word file"),
    ],
)
def test_what_is_not_wanted_is_refused(content, reason):
    with pytest.raises(UnreadableError, match=reason):
        require(content, {TEXT}, "a Word file")
