"""Whole reports with the national tables: every change is read right or refused, never wrong."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from analysis.codebook.divisions import divisions
from analysis.documents import read, recognise
from analysis.documents.parts import Grid, GridCell, Prose, assemble
from analysis.documents.reading import READERS
from analysis.facts.extraction import extract
from analysis.facts.forms import Filled, read_form
from analysis.records import Facts

from ..forms import (
    Key,
    appeals,
    changed,
    disclosures,
    numbers,
    report,
    requests,
    values,
)
from ..made.docx import docx_of
from ..made.html import html_of, page_of
from ..made.pdf import pdf_of

Parts = list[Prose | Grid]
Table = tuple[Grid, dict[Key, str]]
FORM = "form_2021"
TITLE = "乐陵市人民政府2022年政府信息公开工作年度报告"
OPENING = "本报告根据《中华人民共和国政府信息公开条例》的规定编制。"
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
)
PROSE = "公开的内容还不够全面，将进一步加强学习。"


def page(parts: Parts) -> bytes:
    """A web page."""
    return page_of(
        *(html_of(part) if isinstance(part, Grid) else f"<p>{part.text}</p>" for part in parts)
    )


FORMATS: dict[str, Callable[[Parts], bytes]] = {".html": page, ".docx": docx_of, ".pdf": pdf_of}
each_format = pytest.mark.parametrize("suffix", FORMATS)


def whole(matrix: Grid, headings: tuple[str, ...] = HEADINGS) -> Parts:
    """A report with its three tables."""
    below = {1: disclosures(FORM)[0], 2: matrix, 3: appeals()[0]}
    parts: Parts = [Prose(TITLE), Prose(OPENING)]
    for i, heading in enumerate(headings):
        parts += [Prose(heading), below.get(i) or Prose(PROSE)]
    return parts


def facts_of(content: bytes, suffix: str, folder: Path) -> Facts:
    """What the program reads in a file."""
    path = folder / f"report{suffix}"
    path.write_bytes(content)
    document = read(path, folder)
    return extract(document, recognise(document, {}, divisions()))


def expected(held: dict[Key, str]) -> dict[Key, float]:
    """The figures of a whole report whose matrix holds these."""
    return numbers(held) | numbers(appeals()[1]) | numbers(disclosures(FORM)[1])


def is_right(facts: Facts, held: dict[Key, str]) -> bool:
    """Tell whether every figure is read and no other one."""
    return not facts.refusals and values(facts) == expected(held)


def wrong(facts: Facts, held: dict[Key, str]) -> dict[Key, float]:
    """The values that are not those of the report."""
    known = expected(held)
    return {key: value for key, value in values(facts).items() if known.get(key) != value}


# --- one blank -----------------------------------------------------------------------------------


def filled(content: bytes, suffix: str) -> Filled:
    """What is read in the one table of a file."""
    made = assemble(READERS[suffix](content))
    (table,) = made.tables
    return read_form(table, made.text, report(2022))


@each_format
@pytest.mark.parametrize("blank", range(1, 176))
def test_one_blank_is_one_blank_and_shifts_nothing(blank, suffix):
    grid, held = requests(FORM, lambda n: "" if n == blank else str(n))
    found = filled(FORMATS[suffix]([Prose(HEADINGS[2]), grid, Prose(HEADINGS[3])]), suffix)
    assert values(found) == numbers(held) and len(found.observations) == 174
    assert [(c.indicator, c.applicant) for c in found.cells if c.says == "blank"] == [
        key for key, words in held.items() if not words
    ]


# --- one change ----------------------------------------------------------------------------------


def with_thousands(mark: str) -> Table:
    """Figures from 3,001 on."""
    grid, held = requests(FORM, lambda n: f"{n + 3000:,}".replace(",", mark))
    return grid, {key: words.replace(mark, "") for key, words in held.items()}


def numbered(sign: str) -> Table:
    """Rows numbered otherwise than 1."""
    grid, held = requests(FORM)

    def spelt(cell: GridCell) -> GridCell:
        is_label = cell.text[:1].isdigit() and cell.text[1:2] == "."
        return replace(cell, text=cell.text.replace(".", sign, 1)) if is_label else cell

    return changed(grid, spelt), held


def without(label: str) -> Table:
    """A matrix that lacks the row of a label, the rows below moved up."""
    grid, held = requests(FORM)
    lost = next(cell.row for cell in grid.cells if cell.text == label)
    gone = {cell.text for cell in grid.cells if cell.row == lost and cell.column > 2}

    def moved(cell: GridCell) -> GridCell | None:
        if cell.row == lost and cell.rows == 1:
            return None
        if cell.row < lost < cell.row + cell.rows or (cell.row == lost and cell.rows > 1):
            return replace(cell, rows=cell.rows - 1)
        return replace(cell, row=cell.row - 1) if cell.row > lost else cell

    return changed(grid, moved), {key: v for key, v in held.items() if v not in gone}


def with_subtotals() -> Table:
    """A matrix with a column 小计 before the total."""
    grid, held = requests(FORM)

    def moved(cell: GridCell) -> GridCell:
        if cell.column >= 9:
            return replace(cell, column=cell.column + 1)
        return replace(cell, columns=8) if cell.text == "申请人情况" else cell

    extra = [GridCell(1, 9, "小计", 2, 1)]
    extra += [GridCell(row, 9, str(9000 + row)) for row in range(3, 28)]
    return Grid((*changed(grid, moved).cells, *extra)), held


def exchanged(one: int, other: int) -> Table:
    """A matrix with two of its columns in each other's place, head and all."""
    grid, held = requests(FORM)
    to = {one: other, other: one}

    def moved(cell: GridCell) -> GridCell:
        alone = cell.row and cell.columns == 1
        return replace(cell, column=to.get(cell.column, cell.column)) if alone else cell

    return changed(grid, moved), held


CHANGES: dict[str, Callable[[], Table]] = {
    "none": lambda: requests(FORM),
    "3,001": lambda: with_thousands(","),
    "3，001": lambda: with_thousands("，"),
    "rows 1．": lambda: numbered("．"),
    "rows 1、": lambda: numbered("、"),
    "rows unnumbered": lambda: numbered(""),
    "form of 2019": lambda: requests("form_2019"),
    "a first row missing": lambda: without("1.属于国家秘密"),
    "a row missing": lambda: without("4.保护第三方合法权益"),
    "a last row missing": lambda: without("3.补正后申请内容仍不明确"),
    "the row of totals missing": lambda: without("（七）总计"),
    "column of subtotals": with_subtotals,
    "columns exchanged": lambda: exchanged(3, 9),
    "columns of a group exchanged": lambda: exchanged(4, 6),
}


@each_format
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_of_the_matrix_is_read_right(change, suffix, tmp_path):
    grid, held = change()
    facts = facts_of(FORMATS[suffix](whole(grid)), suffix, tmp_path)
    assert is_right(facts, held)


TITLES = {
    "disclosure": [
        "二、主动公开政府信息情况", "二、政府信息主动公开情况", "二、 主动公开政府信息情况（第二十条）",
        "（二）主动公开政府信息情况", "二．主动公开情况",
    ],
    "requests": [
        "三、收到和处理政府信息公开申请情况", "三、政府信息公开申请的收到和处理情况",
        "三、收到和处理政府信息公开申请情况（单位：件）", "（三）依申请公开政府信息办理情况", "三．申请情况",
    ],
    "appeals": [
        "四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "四、行政复议和行政诉讼", "（四）政府信息公开行政复议、行政诉讼情况", "四．复议诉讼情况",
    ],
}  # fmt: skip


@each_format
@pytest.mark.parametrize("variant", range(5))
def test_titles_of_sections_in_variants(variant, suffix, tmp_path):
    grid, held = requests(FORM)
    named = (titles[variant] for titles in TITLES.values())
    parts = whole(grid, (HEADINGS[0], *named, HEADINGS[4]))
    assert is_right(facts_of(FORMATS[suffix](parts), suffix, tmp_path), held)


@each_format
def test_a_table_as_one_column_is_refused_and_nothing_of_it_read(suffix, tmp_path):
    grid, _ = requests(FORM)
    cells = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    column = Grid(tuple(GridCell(i, 0, cell.text) for i, cell in enumerate(cells)))
    facts = facts_of(FORMATS[suffix](whole(column)), suffix, tmp_path)
    assert not wrong(facts, {}) and values(facts) == expected({})
    assert [one.form for one in facts.refusals] == [FORM]


# --- pages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("footer", ["- {} -", "— {} —", "{}", "第{}页", "－{}－"])
@pytest.mark.parametrize("row", [6, 17])
def test_footers_between_the_rows(row, footer, tmp_path):
    grid, held = requests(FORM)
    facts = facts_of(pdf_of(whole(grid), footer, row), ".pdf", tmp_path)
    assert is_right(facts, held)


@pytest.mark.parametrize("row", range(4, 28))
def test_a_page_begins_at_any_row_and_cuts_the_groups_around_it(row, tmp_path):
    grid, held = requests(FORM)
    assert is_right(facts_of(pdf_of(whole(grid), break_at=row), ".pdf", tmp_path), held)


@dataclass(frozen=True)
class Cut:
    """A row whose label goes on on the next page, where its figures stand on one of the two."""

    label: str
    head: int
    figures: str

    def table(self) -> tuple[Table, int]:
        """The matrix as it is drawn, and the row at which the page begins."""
        grid, held = requests(FORM)
        row = next(cell.row for cell in grid.cells if cell.text == self.label)
        cells = [piece for cell in grid.cells for piece in self._pieces(cell, row)]
        return (Grid(tuple(cells)), held), row + 1

    def _pieces(self, cell: GridCell, row: int) -> list[GridCell]:
        if cell.row > row:
            return [replace(cell, row=cell.row + 1)]
        if cell.row + cell.rows <= row:
            return [cell]
        if cell.rows > 1:
            return [replace(cell, rows=cell.rows + 1)]
        above, below = cell.text, ""
        if cell.text == self.label:
            above, below = self.label[: self.head], self.label[self.head :]
        elif self.figures == "below":
            above, below = below, above
        return [replace(cell, text=above), replace(cell, row=row + 1, text=below)]


@pytest.mark.parametrize("figures", ["above", "below"])
@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 20),
        ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 20),
        ("5.要求行政机关确认或重新出具已获取信息", 10),
        ("2.没有现成信息需要另行制作", 8),
        ("（七）总计", 4),
    ],
)
def test_a_label_cut_by_the_page_break(label, head, figures, tmp_path):
    (grid, held), row = Cut(label, head, figures).table()
    facts = facts_of(pdf_of(whole(grid), break_at=row), ".pdf", tmp_path)
    assert not wrong(facts, held)
    assert is_right(facts, held)
