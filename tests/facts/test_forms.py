"""The national tables, whole and in the states in which offices publish them."""

from dataclasses import replace

import pytest

from analysis.codebook.forms import forms
from analysis.documents.parts import Grid, GridCell, assemble

from ..forms import (
    appeals,
    changed,
    disclosures,
    filled,
    numbers,
    requests,
    statistics,
    values,
)

YEARS = {"form_2019": 2019, "form_2021": 2022}


@pytest.mark.parametrize("form", YEARS)
@pytest.mark.parametrize("make", [requests, appeals, disclosures])
def test_every_cell_of_the_later_forms(form, make):
    grid, held = make(form)
    found = filled(grid, YEARS[form])
    assert (found.form, found.refusal) == (form, None)
    assert values(found) == numbers(held)
    assert all(cell.indicator for cell in found.cells)


def test_every_cell_of_the_form_of_2014():
    grid, held = statistics()
    money = {("fee.collected", ""), ("budget.dedicated", "")}  # 件 beside them is no unit of money
    found = filled(grid, 2016)
    assert found.form == "form_2014"
    assert values(found) == numbers(held)
    assert {o.unit for o in found.observations if (o.indicator, "") in money} == {"万元"}


@pytest.mark.parametrize("blank", range(1, 176))
def test_a_blank_cell_is_blank_and_shifts_nothing(blank):
    grid, held = requests("form_2021", lambda n: "" if n == blank else str(n))
    found = filled(grid)
    assert values(found) == numbers(held)
    assert [(c.indicator, c.applicant) for c in found.cells if c.says == "blank"] == [
        key for key, words in held.items() if not words
    ]


def cut_by_a_page(grid: Grid, row: int, figures_above: bool) -> Grid:
    """A table of which one row goes on over the page, its label cut in the middle."""

    def pieces(cell: GridCell) -> list[GridCell]:
        if not cell.row <= row < cell.row + cell.rows:
            return [replace(cell, row=cell.row + (cell.row > row))]
        if cell.rows > 1:
            return [replace(cell, rows=cell.rows + 1)]
        middle = len(cell.text) // 2 if cell.column < 3 else len(cell.text) * figures_above
        lower = replace(cell, row=row + 1, text=cell.text[middle:])
        return [replace(cell, text=cell.text[:middle]), lower]

    return Grid(tuple(one for cell in grid.cells for one in pieces(cell)), breaks=(row + 1,))


@pytest.mark.parametrize("figures_above", [True, False])
@pytest.mark.parametrize("row", range(3, 28))
def test_a_label_cut_by_a_page_break(row, figures_above):
    grid, held = requests("form_2021")
    found = filled(cut_by_a_page(grid, row, figures_above))
    assert values(found) == numbers(held)
    assert {cell.says for cell in found.cells} == {"number"}


def test_a_blank_row_at_a_page_break_keeps_its_label():
    blank = range(15, 22)  # （一）予以公开
    grid, held = requests("form_2021", lambda n: "" if n in blank else str(n))
    found = filled(replace(grid, breaks=(6,)))
    assert values(found) == numbers(held)
    assert {c.indicator for c in found.cells if c.says == "blank"} == {"outcome.granted"}


def test_a_blank_first_row_is_no_header():
    grid, held = requests("form_2021", lambda n: "" if n < 8 else str(n))
    found = filled(grid)
    assert values(found) == numbers(held)
    assert {c.indicator for c in found.cells if c.says == "blank"} == {"request.new"}


def test_what_a_cell_says_is_kept_apart():
    said = {1: "/", 2: "—", 3: "无", 4: "不适用", 5: "详见附件", 6: " ３，００１ ", 7: "0"}
    grid, _ = requests("form_2021", lambda n: said.get(n, str(n)))
    first = filled(grid).cells[:7]
    assert [c.says for c in first] == [
        "slash", "dash", "none", "not_applicable", "text", "number", "number",
    ]  # fmt: skip
    assert [o.value for o in filled(grid).observations[:2]] == [3001, 0]


def test_a_form_is_known_by_its_rows_and_not_by_the_year():
    grid, held = requests("form_2019")
    found = filled(grid, 2022)
    assert found.form == "form_2019" and values(found) == numbers(held)


def test_a_missing_row_and_a_local_one():
    grid, held = requests("form_2021")
    rows = {c.row for c in grid.cells if c.text == "4.保护第三方合法权益"}
    local = changed(
        grid, lambda c: replace(c, text="9.本地另设情形") if c.row in rows and c.column == 2 else c
    )
    found = filled(local)
    lost = {key for key in held if key[0] == "outcome.denied_third_party"}
    assert values(found) == numbers(held, lost)
    assert {c.text for c in found.cells if not c.indicator} == {held[key] for key in lost}


def test_columns_exchanged():
    grid, held = requests("form_2021")
    swap = {3: 9, 9: 3}
    found = filled(
        changed(
            grid,
            lambda c: (
                replace(c, column=swap.get(c.column, c.column)) if c.row and c.columns == 1 else c
            ),
        )
    )
    assert values(found) == numbers(held)


def test_a_column_of_subtotals_is_no_column_of_the_form():
    grid, held = requests("form_2021")

    def moved(cell):
        if cell.column >= 9:
            return replace(cell, column=cell.column + 1)
        return replace(cell, columns=8) if cell.text == "申请人情况" else cell

    extra = [GridCell(1, 9, "小计", 2, 1)] + [GridCell(r, 9, "77") for r in range(3, 28)]
    wider = changed(grid, moved)
    found = filled(Grid((*wider.cells, *extra)))
    assert values(found) == numbers(held)
    assert {c.text for c in found.cells if not c.indicator} == {"77"}


def test_labels_in_other_spellings():
    grid, held = requests("form_2021")
    spelt = {
        "一、本年新收政府信息公开申请数量": "1．本年新收政府信息公开申请数",
        "2.其他法律行政法规禁止公开": "2、其他法律、行政法规禁止公开的",
        "（二）部分公开": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "3.危及“三安全一稳定”": "3.危及\"三安全一稳定\"",
        "社会公益组织": "社会\n公益\n组织",
    }  # fmt: skip
    found = filled(changed(grid, lambda c: replace(c, text=spelt.get(c.text, c.text))))
    assert values(found) == numbers(held)


def test_a_header_that_is_gone_is_refused_with_what_was_found():
    grid, _ = requests("form_2021")
    found = filled(Grid(tuple(c for c in grid.cells if c.row > 2)))
    assert not found.observations and found.refusal.form in ("form_2019", "form_2021")
    assert "1.属于国家秘密" in found.refusal.labels


def test_a_table_of_something_else_is_none():
    cells = (
        GridCell(0, 0, "项目"),
        GridCell(0, 1, "金额"),
        GridCell(1, 0, "扶贫"),
        GridCell(1, 1, "3"),
    )
    found = filled(Grid(cells))
    assert (found.form, found.observations, found.cells, found.refusal) == ("", (), (), None)


def test_three_scopes_by_their_columns():
    grid, held = statistics(("合计", "市直", "县区"))
    found = filled(grid, 2016)
    by_scope = {
        scope: {o.indicator: o.value for o in found.observations if o.scope == scope}
        for scope in ("all", "municipal", "county")
    }
    first = {key[0]: value for key, value in numbers(held).items()}
    assert by_scope["all"] == first
    assert by_scope["municipal"] == {name: value + 1000 for name, value in first.items()}
    assert by_scope["county"] == {name: value + 2000 for name, value in first.items()}


@pytest.mark.parametrize(
    ("label", "unit", "words", "expected"),
    [
        ("七、依申请公开信息收取的费用", "万元", "0.5", 0.5),
        ("七、依申请公开信息收取的费用", "元", "5000", 0.5),
        ("七、依申请公开信息收取的费用", "", "5000元", 0.5),
        ("七、依申请公开信息收取的费用（元）", "", "5000", 0.5),
        ("七、依申请公开信息收取的费用", "", "3.2", 3.2),
    ],
)
def test_money_is_converted_from_the_unit_beside_it(label, unit, words, expected):
    grid, _ = statistics()
    row = next(c.row for c in grid.cells if c.text.startswith("七、"))
    spelt = {(row, 0): label, (row, 1): unit, (row, 2): words}
    found = filled(
        changed(grid, lambda c: replace(c, text=spelt.get((c.row, c.column), c.text))), 2016
    )
    assert values(found)["fee.collected", ""] == expected


def test_money_without_any_unit_is_no_value_where_the_form_prints_none():
    grid, _ = disclosures("form_2019")
    found = filled(changed(grid, lambda c: replace(c, text=c.text.removesuffix("元"))), 2019)
    assert ("procurement.amount", "") not in values(found)
    assert [c.says for c in found.cells if c.indicator == "procurement.amount"] == ["text"]


def test_changes_have_a_sense():
    grid, _ = disclosures("form_2019")
    spelt = {"8": "减3", "11": "+2", "14": "-1"}
    found = filled(
        changed(grid, lambda c: replace(c, text=spelt.get(c.text, c.text)) if c.row else c), 2019
    )
    read = values(found)
    assert [read[f"{one}.items_change", ""] for one in ("licence", "service", "penalty")] == [
        -3,
        2,
        -1,
    ]


def test_a_span_is_the_digits_of_the_cell():
    grid, _ = requests("form_2021", lambda n: f"{n}件")

    made = assemble([grid])
    first = filled(grid).observations[0]
    assert made.text[first.start : first.end] == "1"


def test_the_form_of_2014_without_a_header_and_with_one_column_of_figures():
    grid, held = statistics()
    found = filled(Grid(tuple(c for c in grid.cells if c.row)), 2016)
    assert values(found) == numbers(held)


def test_every_form_of_the_codebook_is_tried():
    assert set(forms()) == {"form_2014", "form_2019", "form_2021"}
