import pytest

from analysis.documents import doc
from analysis.documents.doc import read_doc
from analysis.documents.parts import Grid, Prose
from analysis.errors import UnreadableError

from ..forms import appeals, disclosures, requests, statistics
from ..made.docx import docx_of
from ..made.html import html_of, page_of
from ..made.office import converted, needs_office
from .test_formats import old_office

GRIDS = [requests("form_2021")[0], appeals()[0], disclosures("form_2019")[0], statistics()[0]]
WRITTEN = [part for grid in GRIDS for part in (Prose("公开情况如下："), grid)] + [
    Prose("特此报告。")
]


def in_order(grid: Grid) -> Grid:
    return Grid(tuple(sorted(grid.cells, key=lambda cell: (cell.row, cell.column))))


@pytest.fixture(scope="module", params=["doc", "rtf"])
def content(request, tmp_path_factory):
    """A report saved in an old format by a word processor."""
    folder = tmp_path_factory.mktemp("written")
    return converted({"report": docx_of(WRITTEN)}, request.param, folder)["report"]


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a script in the place of LibreOffice."""

    def put(script: str) -> None:
        (tmp_path / "soffice").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (tmp_path / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    return put


@needs_office
def test_every_cell_of_the_national_tables(content):
    found = [part for part in read_doc(content) if isinstance(part, Grid) or part.text]
    assert found == [in_order(part) if isinstance(part, Grid) else part for part in WRITTEN]


@needs_office
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_file_that_is_cut_off(content, share):
    with pytest.raises(UnreadableError, match="cut off"):
        read_doc(content[: int(len(content) * share)])


def test_a_page_and_a_new_file_with_the_ending_of_an_old_one(monkeypatch):
    monkeypatch.setenv("PATH", "")
    grid = in_order(GRIDS[1])
    assert read_doc(docx_of([grid])) == [grid]
    assert grid in read_doc(page_of(html_of(grid), charset="gb18030"))


def test_without_libreoffice_the_reason_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError, match=r"LibreOffice is needed.*save it as docx"):
        read_doc(old_office("WordDocument"))


@pytest.mark.parametrize(
    ("script", "seconds", "reason"),
    [
        ("exit 1", 60, "cannot read this Word file"),
        ("sleep 600", 0, "within 0 seconds"),
        (
            'while [ "$1" != --outdir ]; do shift; done; echo x > "$2/report.docx"',
            60,
            "are text, not",
        ),
    ],
)
def test_what_libreoffice_does_not_read_is_refused(program, monkeypatch, script, seconds, reason):
    program(script)
    monkeypatch.setattr(doc, "SECONDS", seconds)
    with pytest.raises(UnreadableError, match=reason):
        read_doc(old_office("WordDocument"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (old_office("WordDocument", words=b"\xec\xa5".ljust(11) + b"\x01"), "asks for a password"),
        (old_office("EncryptedPackage"), "asks for a password"),
        (old_office("Workbook"), "are an old Excel file"),
        (b"MIME-Version: 1.0\r\n", "are a web archive"),
        ("一、概述".encode(), "are text, not a Word file"),
    ],
)
def test_a_file_that_is_no_word_file_is_refused_with_the_reason(content, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_doc(content)
