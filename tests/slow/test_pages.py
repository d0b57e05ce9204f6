"""Pages of a pdf begin anywhere in the matrix: it is read right or refused."""

from dataclasses import dataclass, replace

import pytest

from analysis.documents.parts import Grid, GridCell

from ..forms import requests
from ..made.pdf import pdf_of
from .whole import FORM, Table, expected, reading, whole


@pytest.mark.parametrize("footer", ["- {} -", "— {} —", "{}", "第{}页", "－{}－"])
@pytest.mark.parametrize("row", [6, 17])
def test_footers_between_the_rows(row, footer, tmp_path):
    grid, held = requests(FORM)
    content = pdf_of(whole(grid), footer, row)
    assert reading(content, ".pdf", tmp_path).is_right(expected(held))


@pytest.mark.parametrize("row", range(4, 28))
def test_a_page_begins_at_any_row_and_cuts_the_groups_around_it(row, tmp_path):
    grid, held = requests(FORM)
    content = pdf_of(whole(grid), break_at=row)
    assert reading(content, ".pdf", tmp_path).is_right(expected(held))


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
    content = pdf_of(whole(grid), break_at=row)
    assert reading(content, ".pdf", tmp_path).errors(expected(held)) == {}
