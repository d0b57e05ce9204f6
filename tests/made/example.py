"""Write the invented reports of data/example from tests/made/example.yaml, each in a format of its own.

Run from the project's folder as ``python -m tests.made.example``; the tables are then built with
``make example``.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from analysis import paths
from analysis.codebook.forms import form_of
from analysis.documents.parts import Grid, GridCell, Prose
from analysis.figures.style import font_file

from ..forms import appeals, changed, disclosures, requests
from .docx import docx_of
from .html import html_of, page_of
from .workbook import xlsx_of

FOLDER = paths.ROOT / "data" / "example" / "raw"
SECTIONS = {
    "二、主动公开政府信息情况": "disclosures",
    "三、收到和处理政府信息公开申请情况": "requests",
    "四、政府信息公开行政复议、行政诉讼情况": "appeals",
}
NOTE = "本报告为演示而虚构，机关和数字都不存在。"
OTHERS = "五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。"

Part = Prose | Grid


def parts(report: dict) -> Iterator[Part]:
    """Yield title, prose and tables of a report."""
    yield Prose(f"{report['body']}{report['year']}年政府信息公开工作年度报告")
    yield Prose(f"{NOTE}\n一、总体情况\n{report.get('prose', '全市政府信息公开工作平稳有序。')}")
    if "requests" in report:
        for heading, name in SECTIONS.items():
            yield from (Prose(heading), TABLES[name](form_of(report["year"]), report[name]))
        yield Prose(OTHERS)


def disclosures_of(form: str, figures: list[str]) -> Grid:
    """Return the tables of section two."""
    return _filled(*disclosures(form), figures)


def requests_of(form: str, figures: dict[str, list]) -> Grid:
    """Return the matrix of requests, its column of totals added up."""
    grid, held = requests(form)
    rows = {row: _row(figures.get(row, [])) for row in dict.fromkeys(row for row, _ in held)}
    return _filled(grid, held, [figure for row in rows.values() for figure in row])


def _row(figures: list) -> list[str]:
    return _with_total([*figures, *[0] * (6 - len(figures))], 7)


def _with_total(figures: list, length: int) -> list[str]:
    """Add the total, unless it is given."""
    whole = figures if len(figures) == length else [*figures, sum(figures)]
    return [str(one) for one in whole]


def appeals_of(form: str, figures: list[list[int]]) -> Grid:
    """Return the table of appeals, each group with its total."""
    words = [word for group in figures for word in _with_total(group, 5)]
    return _filled(*appeals(form), words)


def _filled(grid: Grid, held: dict, figures: list[str]) -> Grid:
    """Put figures in the place of the numbers that tell the cells apart."""
    given = dict(zip(held.values(), figures, strict=True))
    return changed(grid, lambda cell: replace(cell, text=given.get(cell.text, cell.text)))


TABLES = {"disclosures": disclosures_of, "requests": requests_of, "appeals": appeals_of}


def text(report: list[Part]) -> bytes:
    """Return prose as plain text."""
    return "\n".join(part.text for part in report if isinstance(part, Prose)).encode()


def page(report: list[Part]) -> bytes:
    """Return a report as a web page."""
    title, *others = report
    lines = (
        html_of(part) if isinstance(part, Grid) else part.text.replace("\n", "<p>")
        for part in others
    )
    return page_of(f"<h1>{title.text}</h1>", *(f"<p>{line}" for line in lines))


def printed(report: list[Part]) -> bytes:
    """Return a report as pages."""
    pdfmetrics.registerFont(TTFont("Noto", str(font_file())))
    made = io.BytesIO()
    flowables = [flowable for part in report for flowable in _flowables(part)]
    SimpleDocTemplate(made, invariant=1).build(flowables)
    return made.getvalue()


def _flowables(part: Part) -> Iterator[Flowable]:
    if isinstance(part, Grid):
        yield _table(part)
        return
    style = ParagraphStyle("text", fontName="Noto", fontSize=11, leading=18, wordWrap="CJK")
    yield from (Paragraph(line, style) for line in part.text.split("\n"))


def _table(grid: Grid) -> Table:
    rows = max(cell.row + cell.rows for cell in grid.cells)
    columns = max(cell.column + cell.columns for cell in grid.cells)
    style = ParagraphStyle("cell", fontName="Noto", fontSize=7, leading=8, wordWrap="CJK")
    content = [[""] * columns for _ in range(rows)]
    for cell in grid.cells:
        content[cell.row][cell.column] = Paragraph(cell.text, style)
    lines = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("TOPPADDING", (0, 0), (-1, -1), 1)]
    widths = [60, 60, 105, *[32] * 7] if columns == 10 else [450 / columns] * columns
    return Table(content, widths, style=[*lines, *map(_span, grid.cells)], splitByRow=0)


def _span(cell: GridCell) -> tuple:
    last = (cell.column + cell.columns - 1, cell.row + cell.rows - 1)
    return ("SPAN", (cell.column, cell.row), last)


WRITERS = {".txt": text, ".html": page, ".docx": docx_of, ".pdf": printed}


def write(name: str, report: dict, folder: Path) -> None:
    """Write a report, its tables into a workbook of their own where it names one."""
    content = list(parts(report))
    if beside := report.get("tables"):
        grids = [part for part in content if isinstance(part, Grid)]
        (folder / beside).write_bytes(xlsx_of(*grids))
        content = [part for part in content if isinstance(part, Prose)]
    (folder / name).write_bytes(WRITERS[Path(name).suffix](content))


def sources(reports: dict[str, dict]) -> str:
    """Return whose reports the files are: places that no list of divisions has."""
    made = io.StringIO()
    rows = csv.writer(made, lineterminator="\n")
    rows.writerow(["file", "report_id", "body", "level", "year", "note"])
    for name, one in reports.items():
        whose = [f"{one['body']}-{one['year']}", one["body"], "prefecture", one["year"], "虚构"]
        rows.writerows([file, *whose] for file in (name, one.get("tables")) if file)
    return made.getvalue()


def main() -> None:
    """Write all of them."""
    described = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    reports = yaml.safe_load(described)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / paths.SOURCES).write_text(sources(reports), encoding="utf-8")
    for name, report in reports.items():
        write(name, report, FOLDER)


if __name__ == "__main__":
    main()
