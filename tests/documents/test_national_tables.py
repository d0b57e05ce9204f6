"""The national tables in each format of pages: every cell right, every blank a blank."""

import pytest

from analysis.documents.docx import read_docx
from analysis.documents.html import read_html
from analysis.documents.parts import Grid, Prose

from ..forms import appeals, disclosures, filled, numbers, requests, statistics, values
from ..made import docx, html

YEARS = {"form_2014": 2016, "form_2019": 2019, "form_2021": 2022}
FORMS = [
    ("form_2014", lambda _: statistics()),
    *(
        (form, make)
        for form in ("form_2019", "form_2021")
        for make in (requests, appeals, disclosures)
    ),
]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
PAGES = {
    "plain": html.escape,
    "numbers in spans": html.in_spans,
    "from Word": html.from_word,
    "paragraphs in paragraphs": html.in_paragraphs,
    "without end tags": html.unclosed,
}
FILES = {"plain": docx.paragraph, "in runs": docx.in_runs}
OTHER_PAGES = {
    "labels broken": html.broken,
    "full-width": lambda words: html.escape(words.translate(WIDE)),
}
OTHER_FILES = {
    "labels broken": docx.in_paragraphs,
    "full-width": lambda words: docx.paragraph(words.translate(WIDE)),
}


def of_page(grid: Grid, inside, charset: str = "utf-8") -> Grid:
    """The table that is read in a page where it stands below a heading."""
    page = html.page_of("<p>三、收到和处理情况", html.html_of(grid, inside), charset=charset)
    (read,) = (part for part in read_html(page) if isinstance(part, Grid))
    return read


def of_file(grid: Grid, inside) -> Grid:
    """The table that is read in a Word file where it stands between paragraphs."""
    parts = [Prose("三、收到和处理情况"), grid, Prose("特此报告。")]
    (read,) = (part for part in read_docx(docx.docx_of(parts, inside)) if isinstance(part, Grid))
    return read


def in_order(grid: Grid) -> Grid:
    return Grid(tuple(sorted(grid.cells, key=lambda cell: (cell.row, cell.column))))


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("inside", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize(("form", "make"), FORMS)
def test_every_cell_of_a_page_is_as_it_was(form, make, inside, charset):
    grid, _ = make(form)
    assert of_page(grid, inside, charset) == in_order(grid)


@pytest.mark.parametrize("inside", FILES.values(), ids=FILES)
@pytest.mark.parametrize(("form", "make"), FORMS)
def test_every_cell_of_a_word_file_is_as_it_was(form, make, inside):
    grid, _ = make(form)
    assert of_file(grid, inside) == in_order(grid)


@pytest.mark.parametrize(
    ("of", "inside"),
    [
        *((of_page, inside) for inside in OTHER_PAGES.values()),
        *((of_file, inside) for inside in OTHER_FILES.values()),
    ],
    ids=[*(f"page, {name}" for name in OTHER_PAGES), *(f"file, {name}" for name in OTHER_FILES)],
)
@pytest.mark.parametrize(("form", "make"), FORMS)
def test_every_value_where_the_words_are_written_otherwise(form, make, of, inside):
    grid, held = make(form)
    found = filled(of(grid, inside), YEARS[form])
    assert (found.form, values(found)) == (form, numbers(held))


@pytest.mark.parametrize("blank", range(1, 176))
def test_one_blank_cell_shifts_nothing(blank):
    """What is read in such a table, with each blank, `tests/facts` says."""
    grid, _ = requests("form_2021", lambda n: "" if n == blank else str(n))
    assert of_page(grid, html.in_paragraphs) == in_order(grid)
    assert of_file(grid, docx.paragraph) == in_order(grid)
