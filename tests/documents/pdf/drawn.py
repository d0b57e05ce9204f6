"""Small pdfs for the tests, drawn line by line or printed by a word processor."""

from io import BytesIO
from itertools import accumulate

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ...made.docx import saved
from ...made.office import converted
from ...made.picture import PNG

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Drawing:
    """Pages drawn by hand, in points from the upper left corner."""

    def __init__(self, size=A4, **options):
        self.made = BytesIO()
        self.height = size[1]
        self.canvas = Canvas(self.made, pagesize=size, **options)

    def text(self, x, top, words, size=12, font=FONT):
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - top - size, words)

    def rule(self, x0, top0, x1, top1):
        self.canvas.line(x0, self.height - top0, x1, self.height - top1)

    def picture(self, x, top, width, height):
        self.canvas.drawImage(
            ImageReader(BytesIO(PNG)), x, self.height - top - height, width, height
        )

    def table(self, x, top, widths, heights, cells, size=10):
        """Draw cells given as (row, column, rows, columns, words), each with its four lines."""
        xs, tops = (
            list(accumulate(sizes, initial=at)) for sizes, at in ((widths, x), (heights, top))
        )
        for row, column, rows, columns, words in cells:
            left, upper = xs[column], tops[row]
            right, lower = xs[column + columns], tops[row + rows]
            self.rule(left, upper, right, upper)
            self.rule(left, lower, right, lower)
            self.rule(left, upper, left, lower)
            self.rule(right, upper, right, lower)
            for i, line in enumerate(words.split("\n")):
                self.text(left + 3, upper + 3 + 1.2 * size * i, line, size)

    def page(self):
        self.canvas.showPage()

    def content(self):
        self.canvas.save()
        return self.made.getvalue()


def plain(rows, first_row=0):
    """Return rows of words as cells without spans."""
    return [
        (first_row + i, j, 1, 1, words) for i, row in enumerate(rows) for j, words in enumerate(row)
    ]


def new_document(size=12):
    """Return an empty document in a Chinese font."""
    document = Document()
    font = document.styles["Normal"].font
    font.name, font.size = "Noto Sans SC", Pt(size)
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), "Noto Sans SC")
    return document


def printed(documents, folder):
    """Return documents, given by name, as LibreOffice prints them to pdf in one go."""
    return converted({name: saved(one) for name, one in documents.items()}, "pdf", folder)
