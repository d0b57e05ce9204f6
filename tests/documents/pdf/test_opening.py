import zlib
from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from analysis.documents.parts import Prose
from analysis.documents.pdf import read_pdf
from analysis.errors import UnreadableError

from .drawn import Drawing


def made(**options):
    drawing = Drawing(**options)
    drawing.text(72, 100, "Report 2021", font="Helvetica")
    return drawing.content()


def scanned(words=""):
    drawing = Drawing()
    for page in (1, 2):
        drawing.picture(72, 142, 400, 400)
        drawing.text(290, 800, words.format(page), 9)
        drawing.page()
    return drawing.content()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"PK\x03\x04" + bytes(100), "ZIP archive"),
        ("一、概述".encode("gbk"), "not a PDF"),
        (made()[:-300], "cut off"),
        (made()[:30] + b"\n%%EOF", "damaged"),
        (made(encrypt=StandardEncryption("secret", ownerPassword="owner")), "asks for a password"),
        (made(encrypt=StandardEncryption("secret", strength=128)), "asks for a password"),
        (scanned(), "needs OCR: it has no text layer, 2 of 2 pages are pictures"),
        (scanned("- {} -"), "needs OCR: it has no text layer, 2 of 2 pages are pictures"),
        (Drawing().content(), "neither text nor pictures"),
    ],
)
def test_refused_with_what_was_found(content, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_pdf(content)


@pytest.mark.parametrize("strength", [40, 128])
def test_a_pdf_that_only_its_owner_may_change_is_read(strength, monkeypatch):
    monkeypatch.setattr("reportlab.rl_config.useA85", 0)
    encrypt = StandardEncryption(
        "", ownerPassword="owner", canPrint=0, canCopy=0, strength=strength
    )
    assert read_pdf(made(encrypt=encrypt)) == [Prose("Report 2021")]


def test_a_page_whose_content_is_not_whole_is_not_skipped_in_silence():
    packed = zlib.compress(b"BT /F1 12 Tf 72 700 Td (3) Tj ET" * 20)
    for cut in (packed[:-10], packed[:20] + b"\0" + packed[21:]):
        with pytest.raises(UnreadableError, match="content of page 1"):
            read_pdf(by_hand(cut))


def test_a_page_without_a_size_is_damaged():
    with pytest.raises(UnreadableError, match="damaged"):
        read_pdf(by_hand(b"").replace(b"/MediaBox [0 0 595 842]", b"/MediaBox 9 0 R        "))


def test_fonts_that_do_not_say_what_they_draw_need_ocr():
    font = (
        b"/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R]"
    )
    inner = b"/Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    packed = zlib.compress(b"BT /F1 12 Tf 72 700 Td <000100020003> Tj ET")
    with pytest.raises(UnreadableError, match="3 of 3 characters"):
        read_pdf(by_hand(packed, font, inner))


def by_hand(packed, font=b"/Type /Font /Subtype /Type1 /BaseFont /Helvetica", inner=b""):
    """Return a pdf of one page with the packed content given."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed),
        b"<< %s >>" % font,
        b"<< %s >>" % inner,
    ]
    file = BytesIO(b"%PDF-1.4\n")
    file.seek(0, 2)
    places = []
    for number, words in enumerate(objects, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, words))
    start = file.tell()
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    file.write(b"xref\n0 7\n0000000000 65535 f \n" + entries)
    file.write(b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    return file.getvalue()
