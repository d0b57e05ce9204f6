"""Two reports of each form in each format, as offices fill them in: every cell as it was made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO

import pytest
from docx.shared import Pt

from analysis.documents.parts import Grid, GridCell

from ..forms import Key, appeals, changed, disclosures, numbers, requests, statistics
from ..made import docx, html
from ..made.office import converted, needs_office
from ..made.pdf import pdf_of
from ..made.text import text_of
from ..made.workbook import xls_of, xlsx_of
from .whole import Parts, Table, page, reading, written

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
SAYS = {"": "blank", "/": "slash", "—": "dash", "无": "none"}


def plainly(figure: int) -> str:
    """The figure, every fifth a blank."""
    return str(figure) if figure % 5 else ""


def oddly(figure: int) -> str:
    """The figure in one of several spellings, or what offices write instead of one."""
    spelt = ("", f"{figure}件", "/", f"{figure}".translate(WIDE), "—", f"{figure} ", "无")
    return spelt[figure % len(spelt)]


def in_thousands(figure: int) -> str:
    """Figures from 3,001 on, with separators of both widths."""
    return f"{figure + 3000:,}".replace(",", "，" if figure % 2 else ",") if figure % 5 else ""


@dataclass(frozen=True)
class Made:
    """A report, with what its cells say and which values they give."""

    parts: Parts
    says: dict[Key, str]
    values: dict[Key, float]


def made(form: str, year: int, spelt: Callable[[int], str]) -> Made:
    """A report of a form, each figure of its tables written in a way."""
    if form == "form_2014":
        tables = {1: statistics()}
    else:
        tables = {1: disclosures(form), 2: requests(form), 3: appeals(form)}
    below = {place: filled_in(grid, spelt) for place, (grid, _) in tables.items()}
    held = {key: words for _, held in tables.values() for key, words in held.items()}
    cells = {key: spelt(int(w)) if w.isdigit() else w for key, w in held.items()}
    says = {key: SAYS.get(words, "number") for key, words in cells.items()}
    more = 3000 if spelt is in_thousands else 0
    values = {
        key: value + more * held[key].isdigit()
        for key, value in numbers(held).items()
        if says[key] == "number"
    }
    return Made(written(below, year), says, values)


def filled_in(grid: Grid, spelt: Callable[[int], str]) -> Grid:
    """A table with its figures written in a way."""

    def spelling(cell: GridCell) -> GridCell:
        return replace(cell, text=spelt(int(cell.text))) if cell.text.isdigit() else cell

    return changed(grid, spelling)


REPORTS = {
    f"{form}, {year}, {spelt.__name__}": made(form, year, spelt)
    for form, years in {
        "form_2014": (2014, 2015, 2018),
        "form_2019": (2019, 2020, 2020),
        "form_2021": (2021, 2022, 2023),
    }.items()
    for year, spelt in zip(years, (plainly, oddly, in_thousands), strict=True)
}
each_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def assert_as_made(content: bytes, suffix: str, report: Made, folder) -> None:
    """Every cell says what it says in the report, and no value is another."""
    found = reading(content, suffix, folder)
    assert found.is_right(report.values)
    assert found.says() == report.says


# --- pages ---------------------------------------------------------------------------------------


def exported(parts: Parts) -> bytes:
    """A page as a word processor exports it, in GBK and declared as GB2312."""
    words = (
        html.html_of(part, html.from_word) if isinstance(part, Grid) else html.from_word(part.text)
        for part in parts
    )
    return html.page_of(*words, charset="gb18030")


def book_of(make: Callable[..., bytes], parts: Parts) -> bytes:
    """A workbook with the headings between the tables."""
    return make(*(part if isinstance(part, Grid) else part.text for part in parts))


WRITERS: dict[str, tuple[str, Callable[[Parts], bytes]]] = {
    "html": (".html", page),
    "html from a word processor": (".html", exported),
    "docx": (".docx", docx.docx_of),
    "docx in runs": (".docx", partial(docx.docx_of, inside=docx.in_runs)),
    "pdf": (".pdf", pdf_of),
    "pdf with its text in an odd order": (".pdf", partial(pdf_of, shuffled=True)),
    "xlsx": (".xlsx", partial(book_of, xlsx_of)),
    "xls": (".xls", partial(book_of, xls_of)),
}


@each_report
@pytest.mark.parametrize(("suffix", "write"), WRITERS.values(), ids=WRITERS)
def test_every_cell_is_as_it_was_made(write, suffix, report, tmp_path):
    assert_as_made(write(report.parts), suffix, report, tmp_path)


# --- plain text ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in REPORTS if name.startswith("form_2014")])
def test_the_form_of_2014_as_text(name, tmp_path):
    assert_as_made(text_of(REPORTS[name].parts), ".txt", REPORTS[name], tmp_path)


LATER = {
    f"{make.__name__} of {form}": (make(form), place, year)
    for form, year in (("form_2019", 2019), ("form_2021", 2022))
    for place, make in enumerate((disclosures, requests, appeals), start=1)
}


@pytest.mark.parametrize(("table", "place", "year"), LATER.values(), ids=LATER)
def test_a_later_table_as_text_is_right_or_refused(table: Table, place, year, tmp_path):
    """Text has no merged cells, so that a header over several columns may be past placing."""
    grid, held = table
    content = text_of(written({place: grid}, year))
    assert reading(content, ".txt", tmp_path).errors(numbers(held)) == {}


# --- word processors -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def old_files(tmp_path_factory):
    """The reports as old Word files, by the place of each in the list."""
    files = {str(i): docx.docx_of(report.parts) for i, report in enumerate(REPORTS.values())}
    return converted(files, "doc", tmp_path_factory.mktemp("old"))


@needs_office
@pytest.mark.parametrize("place", range(len(REPORTS)), ids=REPORTS)
def test_every_cell_of_an_old_word_file(place, old_files, tmp_path):
    report = list(REPORTS.values())[place]
    assert_as_made(old_files[str(place)], ".doc", report, tmp_path)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The reports of the later forms as a word processor prints them, in a small letter."""
    files = {
        name.replace(", ", "-"): small(docx.docx_of(report.parts))
        for name, report in REPORTS.items()
    }
    return converted(files, "pdf", tmp_path_factory.mktemp("printed"))


def small(content: bytes) -> bytes:
    """A Word file in a letter of seven points."""
    document = docx.docx.Document(BytesIO(content))
    document.styles["Normal"].font.size = Pt(7)
    return docx.saved(document)


@needs_office
@pytest.mark.parametrize("name", REPORTS)
def test_every_cell_of_a_printed_word_file(name, printed, tmp_path):
    content = printed[name.replace(", ", "-")]
    assert_as_made(content, ".pdf", REPORTS[name], tmp_path)
