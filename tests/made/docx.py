"""Word files made of prose and tables, part by part."""

from collections.abc import Callable, Iterable
from html import escape
from io import BytesIO

import docx
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from analysis.documents.parts import Grid, GridCell, Prose

# Of a table, in twentieths of a point; older formats know columns by their edges alone.
WIDTH = 8640


def docx_of(
    parts: Iterable[Prose | Grid | str], inside: Callable[[str], str] | None = None
) -> bytes:
    """A Word file; a part that is a str is the XML of a paragraph or table."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, Prose):
            part = "".join(paragraph(line) for line in part.text.split("\n"))
        elif isinstance(part, Grid):
            part = table(part, inside or paragraph)
        for element in parse_xml(f"<w:body {nsdecls('w', 'm')} {OTHERS}>{part}</w:body>"):
            document.element.body.insert_element_before(element, "w:sectPr")
    return saved(document)


OTHERS = " ".join(
    (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
)


def saved(document) -> bytes:
    """The bytes of a document of the library."""
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, each as it is written."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(run, runs))}</w:p>"


def run(words: str) -> str:
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def in_runs(words: str) -> str:
    """Every character in a run of its own, some of them inserted, one marked for spelling."""
    runs = [run(char) for char in words]
    runs[1:2] = [f"<w:proofErr/><w:ins>{one}</w:ins>" for one in runs[1:2]]
    return f"<w:p>{''.join(runs)}</w:p>"


def in_paragraphs(words: str) -> str:
    """A label broken into two paragraphs, with an empty one below."""
    half = len(words) // 2
    if words[:1].isdigit() or half < 2:
        return paragraph(words)
    return paragraph(words[:half]) + paragraph(words[half:]) + paragraph()


def table(grid: Grid, inside: Callable[[str], str]) -> str:
    """A table as Word has it: each row with a cell for every place that none left of it covers."""
    covers = {
        (row, cell.column): cell
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.rows)
    }
    columns = max(cell.column + cell.columns for cell in grid.cells)
    width = WIDTH // columns
    rows: dict[int, str] = {}
    for (row, _), cell in sorted(covers.items(), key=lambda item: item[0]):
        rows[row] = rows.get(row, "") + _cell(cell, row, width, inside)
    widths = f'<w:tblGrid>{f"""<w:gridCol w:w="{width}"/>""" * columns}</w:tblGrid>'
    lines = "".join(f"<w:tr>{cells}</w:tr>" for cells in rows.values())
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>{widths}{lines}</w:tbl>'


def _cell(cell: GridCell, row: int, width: int, inside: Callable[[str], str]) -> str:
    merge = f'<w:vMerge w:val="{"restart" if row == cell.row else "continue"}"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width * cell.columns}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{cell.columns}"/>{merge * (cell.rows > 1)}</w:tcPr>'
        f"{inside(cell.text) if row == cell.row else paragraph()}</w:tc>"
    )
