import pytest

from analysis.documents.parts import Grid, GridCell, Prose
from analysis.documents.pdf import read_pdf

from .drawn import Drawing, plain


def only_grid(drawing):
    (grid,) = (part for part in read_pdf(drawing.content()) if isinstance(part, Grid))
    return grid


def test_a_table_stands_in_its_place_with_merged_cells_once_and_blank_ones():
    drawing = Drawing()
    drawing.text(72, 80, "二、主动公开政府信息情况")
    cells = [
        (0, 0, 2, 1, "信息内容"), (0, 1, 1, 2, "本年"), (1, 1, 1, 1, "制发\n件数"), (1, 2, 1, 1, "废止件数"),
        (2, 0, 1, 1, "规章"), (2, 1, 1, 1, "3"), (2, 2, 1, 1, ""),
    ]  # fmt: skip
    drawing.table(72, 110, [80, 80, 80], [30, 30, 30], cells)
    drawing.text(72, 220, "三、收到和处理政府信息公开申请情况")
    before, grid, after = read_pdf(drawing.content())
    assert (before.text, after.text) == (
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
    )
    assert grid == Grid(
        (
            GridCell(0, 0, "信息内容", 2, 1), GridCell(0, 1, "本年", 1, 2), GridCell(1, 1, "制发件数"),
            GridCell(1, 2, "废止件数"), GridCell(2, 0, "规章"), GridCell(2, 1, "3"), GridCell(2, 2, ""),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("其他法律行政法规\n禁止公开", "其他法律行政法规禁止公开"),
        ("自然人\nA 12", "自然人 A 12"),
        ("３００１", "３００１"),
        ("1234567\n8", "12345678"),  # the cell is full: the number goes on
        ("12\n34", "12 34"),  # there was room: two numbers
    ],
)
def test_lines_of_a_cell_are_joined(words, read):
    drawing = Drawing()
    drawing.table(
        72, 110, [90, 45], [50, 50], [(0, 0, 1, 1, words), (0, 1, 1, 1, words), (1, 0, 1, 2, "注")]
    )
    first, second, _ = only_grid(drawing).cells
    narrow = second if "1234567" in words else first
    assert narrow.text == read


def test_shaded_cells_and_underlined_words_draw_no_lines_of_a_table():
    drawing = Drawing()
    drawing.text(72, 60, "依据")
    drawing.rule(96, 73, 300, 73)
    drawing.text(96, 60, "《条例》")
    drawing.text(72, 80, "制定")
    drawing.rule(96, 93, 300, 93)
    drawing.canvas.setFillGray(0.9)
    drawing.canvas.rect(78, drawing.height - 125, 30, 10, stroke=0, fill=1)
    drawing.canvas.setFillGray(0)
    drawing.table(72, 110, [80, 80], [20, 20], plain([["项目", "数量"], ["规章", "3"]]))
    text, grid = read_pdf(drawing.content())
    assert text.text.split() == ["依据《条例》", "制定"]
    assert [cell.text for cell in grid.cells] == ["项目", "数量", "规章", "3"]


@pytest.mark.parametrize(
    ("widths", "heights", "cells", "text"),
    [
        ([200], [20, 20], [["一、概述"], ["无。"]], "一、概述\n无。"),
        ([80, 80], [20], [["索引号", "001"]], "索引号\n001"),
    ],
)
def test_one_column_or_one_row_is_prose(widths, heights, cells, text):
    drawing = Drawing()
    drawing.table(72, 110, widths, heights, plain(cells))
    (part,) = read_pdf(drawing.content())
    assert part == Prose(text)


def test_a_frame_around_a_table_and_around_running_text_is_no_table():
    drawing = Drawing()
    running = "今年公开信息3条。\n其中网站2条。\n微信1条。\n特此报告。"
    frame = [(0, 0, 1, 1, "某市"), (0, 1, 1, 1, "年报"), (1, 0, 1, 2, running)]
    drawing.table(60, 50, [200, 200], [20, 100], frame)
    drawing.table(
        60, 200, [30, 370], [20, 100], [(0, 0, 1, 2, "附表"), (1, 0, 1, 1, ""), (1, 1, 1, 1, "")]
    )
    drawing.table(120, 230, [80, 80], [20, 20], plain([["规章", "3"], ["规范性文件", "25"]]))
    parts = read_pdf(drawing.content())
    (grid,) = (part for part in parts if isinstance(part, Grid))
    assert [cell.text for cell in grid.cells] == ["规章", "3", "规范性文件", "25"]
    assert running.split("\n")[0] in parts[0].text and "附表" in parts[0].text


def test_a_place_without_lines_of_its_own_is_a_cell_all_the_same():
    drawing = Drawing()
    drawing.table(
        72, 110, [80, 80], [20, 20], [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "3"), (1, 0, 1, 1, "合计")]
    )
    drawing.text(160, 133, "25", 10)
    assert [cell.text for cell in only_grid(drawing).cells] == ["规章", "3", "合计", "25"]


def test_a_grid_without_words_is_a_drawing():
    drawing = Drawing()
    drawing.text(72, 60, "一、概述")
    drawing.table(72, 110, [80, 80], [20, 20], plain([["", ""], ["", ""]]))
    assert read_pdf(drawing.content()) == [Prose("一、概述")]


def test_lines_can_be_thin_filled_rectangles():
    drawing = Drawing()
    for place in range(3):
        drawing.canvas.rect(72, 700 - 20 * place, 160, 0.5, stroke=0, fill=1)
        drawing.canvas.rect(72 + 80 * place, 660, 0.5, 40, stroke=0, fill=1)
    for i, words in enumerate(["项目", "数量", "规章", "3"]):
        drawing.canvas.setFont("STSong-Light", 10)
        drawing.canvas.drawString(76 + 80 * (i % 2), 685 - 20 * (i // 2), words)
    assert [cell.text for cell in only_grid(drawing).cells] == ["项目", "数量", "规章", "3"]


@pytest.mark.parametrize("angle", [90, -90])
def test_a_page_printed_sideways_is_read_level(angle):
    drawing = Drawing()
    drawing.canvas.translate(*((595, 0) if angle == 90 else (0, 842)))
    drawing.canvas.rotate(angle)
    drawing.height = 500
    drawing.text(72, 80, "附表")
    drawing.table(72, 110, [80, 80], [20, 20], plain([["项目", "数量"], ["规章", "3"]]))
    text, grid = read_pdf(drawing.content())
    assert text == Prose("附表")
    assert [cell.text for cell in grid.cells] == ["项目", "数量", "规章", "3"]
