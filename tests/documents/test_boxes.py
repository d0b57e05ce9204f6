from analysis.documents.boxes import Box, joined, laid_out
from analysis.documents.parts import Grid, GridCell, Prose

SENTENCE = "2022年，本机关认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开政府信息35条。"


def box(row: int, column: int, *words: str, rows: int = 1, columns: int = 1) -> Box:
    return Box(row, column, rows, columns, tuple(map(Prose, words)))


def test_lines_of_one_cell():
    assert joined(["社会", "公益", "组织"]) == "社会公益组织"
    assert joined(["收费（", "元）"]) == "收费（元）"
    assert joined(["3", "4"]) == "3 4"
    assert joined(["３", "４"]) == "３ ４"
    assert joined(["annual", "report"]) == "annual report"
    assert joined([]) == ""


def test_places_that_no_cell_covers_are_blank():
    (grid,) = laid_out([box(0, 0, "甲", rows=2), box(0, 1, "乙", columns=2), box(1, 2, "3")])
    assert grid.cells == (
        GridCell(0, 0, "甲", rows=2),
        GridCell(0, 1, "乙", columns=2),
        GridCell(1, 1, ""),
        GridCell(1, 2, "3"),
    )


def test_rows_and_columns_in_which_nothing_begins_are_none():
    (grid,) = laid_out(
        [box(2, 0, "甲", rows=9), box(2, 4, "乙", columns=96), box(5, 4, "3"), box(5, 7, "4")]
    )
    assert grid.cells == (
        GridCell(0, 0, "甲", rows=2),
        GridCell(0, 1, "乙", columns=2),
        GridCell(1, 1, "3"),
        GridCell(1, 2, "4"),
    )


def test_one_row_one_column_and_no_words_are_no_grid():
    assert laid_out([box(0, 0, "甲"), box(0, 1, "1")]) == [Prose("甲"), Prose("1")]
    assert laid_out([box(0, 0, "甲"), box(1, 0, "1"), box(1, 1)]) == [Prose("甲"), Prose("1")]
    assert laid_out([]) == []


def test_what_lays_out_a_page_is_prose_with_its_tables_in_order():
    (inner,) = laid_out([box(0, 0, "甲"), box(0, 1, "乙"), box(1, 0, "1"), box(1, 1, "2")])
    outer = [
        box(0, 0, "首页", columns=2),
        box(1, 0, "公开指南"),
        Box(1, 1, 1, 1, (Prose("一、概述"), inner)),
    ]
    assert laid_out(outer) == [Prose("首页"), Prose("公开指南"), Prose("一、概述"), inner]
    text = [box(0, 0, "年报", columns=2), box(1, 0, "指南", "首页"), box(1, 1, *[SENTENCE] * 4)]
    assert laid_out(text) == list(map(Prose, ["年报", "指南", "首页", *[SENTENCE] * 4]))


def test_a_note_in_a_table_of_data_leaves_it_one():
    rows = [box(i, j, f"{i}{j}") for i in range(3) for j in range(4)]
    (grid,) = laid_out([*rows, box(3, 0, "注：" + SENTENCE, columns=4)])
    assert isinstance(grid, Grid) and grid.cells[-1].columns == 4
