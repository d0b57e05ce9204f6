"""One change at a time in a whole report: it is read right or refused, never wrong in silence."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from analysis.documents.parts import Grid, GridCell

from ..forms import changed, requests, values
from .whole import FORM, FORMATS, HEADINGS, Table, each_format, expected, reading, whole


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
    "none, rows 1.": lambda: requests(FORM),
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
    assert reading(FORMATS[suffix](whole(grid)), suffix, tmp_path).is_right(expected(held))


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
    assert reading(FORMATS[suffix](parts), suffix, tmp_path).is_right(expected(held))


@each_format
def test_a_table_as_one_column_is_refused_and_nothing_of_it_read(suffix, tmp_path):
    grid, _ = requests(FORM)
    cells = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    column = Grid(tuple(GridCell(i, 0, cell.text) for i, cell in enumerate(cells)))
    found = reading(FORMATS[suffix](whole(column)), suffix, tmp_path)
    assert values(found.facts) == expected({})
    assert [one.form for one in found.facts.refusals] == [FORM]
