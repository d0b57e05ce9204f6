"""Print how long a long pdf takes, measured against its library's text and tables alone.

The bound of the project: a pdf of 30 pages takes no more than 1.2 times what the library needs. The
pages are those of the invented report in pdf, one after the other until there are enough.
"""

from io import BytesIO
from statistics import median
from time import perf_counter

import pdfplumber
import pypdfium2

from analysis import paths
from analysis.documents.pdf import read_pdf

PAGES = 30
RUNS = 5


def long_pdf() -> bytes:
    """Return the pages of the invented report, repeated."""
    made = BytesIO()
    source = next((paths.ROOT / "data" / "example" / "raw").glob("*.pdf"))
    with pypdfium2.PdfDocument.new() as whole, pypdfium2.PdfDocument(source) as report:
        while len(whole) < PAGES:
            whole.import_pages(report)
        whole.save(made)
    return made.getvalue()


def text_and_tables(content: bytes) -> None:
    """Take out of a pdf what its library finds."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            for table in page.find_tables():
                table.extract()
            page.close()


def seconds(work, content: bytes) -> float:
    """Return how long one run takes."""
    start = perf_counter()
    work(content)
    return perf_counter() - start


def main() -> None:
    """Print the median time of each side and the median of their ratios."""
    content = long_pdf()
    with pypdfium2.PdfDocument(content) as pdf:
        count = len(pdf)
    pairs = [(seconds(read_pdf, content), seconds(text_and_tables, content)) for _ in range(RUNS)]
    reading, library = (median(side) for side in zip(*pairs, strict=True))
    ratios = [mine / theirs for mine, theirs in pairs]
    print(f"pdf of {count} pages: {reading:.2f} s, its library alone: {library:.2f} s (medians)")
    print(f"ratio: {median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
