import pytest

from analysis.documents.parts import Grid
from analysis.documents.pdf import read_pdf

from .drawn import Drawing, plain

HEADER = [["事项", "项目", "数量"]]
WIDTHS = [45, 120, 60]


def two_pages(upper, lower, heights=(30, 30), top=720, between="", widths=WIDTHS):
    """Return the parts of a table at the end of a page and one at the top of the next."""
    drawing = Drawing()
    drawing.text(72, 60, "三、收到和处理政府信息公开申请情况")
    rows = [max(cell[0] + cell[2] for cell in cells) for cells in (upper, lower)]
    drawing.table(72, top - rows[0] * heights[0], WIDTHS, [heights[0]] * rows[0], upper)
    drawing.text(300, 800, "- 1 -", 9)
    drawing.page()
    drawing.text(72, 60, between)
    drawing.table(72, 80 if between else 60, widths, [heights[1]] * rows[1], lower)
    drawing.text(72, 720, "四、行政复议和行政诉讼情况")
    drawing.text(300, 800, "- 2 -", 9)
    return read_pdf(drawing.content())


def grids(parts):
    return [part for part in parts if isinstance(part, Grid)]


def rows(grid):
    """Return the words of each row, with the spans of merged cells."""
    found = {}
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        span = f"({cell.rows}x{cell.columns})" if cell.rows * cell.columns > 1 else ""
        found.setdefault(cell.row, []).append(cell.text + span)
    return list(found.values())


def beside(words):
    """Return the cells of two rows to the right of a merged one."""
    return [(row, column + 1, *rest) for row, column, *rest in plain(words)]


def test_a_table_goes_on_over_the_footer_and_says_where_the_page_begins():
    upper = plain([*HEADER, ["一", "予以公开", "1"]])
    parts = two_pages(upper, plain([["二", "部分公开", "2"], ["三", "不予公开", ""]]))
    (grid,) = grids(parts)
    assert rows(grid) == [
        *HEADER,
        ["一", "予以公开", "1"],
        ["二", "部分公开", "2"],
        ["三", "不予公开", ""],
    ]
    assert grid.breaks == (2,)
    assert [part.text for part in parts if part is not grid] == [
        "三、收到和处理政府信息公开申请情况", "四、行政复议和行政诉讼情况", "- 1 -\n- 2 -",
    ]  # fmt: skip


def test_a_repeated_header_is_dropped():
    upper = plain([*HEADER, ["一", "予以公开", "1"]])
    (grid,) = grids(two_pages(upper, plain([*HEADER, ["二", "部分公开", "1"]])))
    assert rows(grid) == [*HEADER, ["一", "予以公开", "1"], ["二", "部分公开", "1"]]
    assert grid.breaks == (2,)


def test_a_repeated_header_of_merged_rows_is_dropped_as_a_whole():
    header = [
        (0, 0, 2, 1, "事项"),
        (0, 1, 1, 2, "情况"),
        (1, 1, 1, 1, "项目"),
        (1, 2, 1, 1, "数量"),
    ]
    upper = header + plain([["一", "予以公开", "1"]], 2)
    (grid,) = grids(two_pages(upper, header + plain([["二", "部分公开", "1"]], 2)))
    assert rows(grid)[2:] == [["一", "予以公开", "1"], ["二", "部分公开", "1"]]


def test_a_single_row_left_for_the_next_page_belongs_to_the_table():
    upper = plain([*HEADER, ["一", "予以公开", "1"]])
    (grid,) = grids(two_pages(upper, [(0, 0, 1, 2, "总计"), (0, 2, 1, 1, "3")]))
    assert rows(grid)[2] == ["总计(1x2)", "3"]


def test_over_three_pages():
    drawing = Drawing()
    for page in range(3):
        drawing.table(
            72, 60, WIDTHS, [100] * 7, plain([[f"{page}{row}", "项目", "1"] for row in range(7)])
        )
        drawing.page()
    (grid,) = grids(read_pdf(drawing.content()))
    assert [row[0] for row in rows(grid)] == [
        f"{page}{row}" for page in range(3) for row in range(7)
    ]
    assert grid.breaks == (7, 14)


@pytest.mark.parametrize(
    "apart",
    [
        {"between": "四、行政复议"},  # words between
        {"top": 400},  # half of a page blank
        {"widths": [45, 100, 80]},  # other columns
    ],
)
def test_tables_that_are_apart_stay_two(apart):
    upper = plain([*HEADER, ["一", "予以公开", "1"]])
    assert (
        len(grids(two_pages(upper, plain([["二", "部分公开", "2"], ["三", "", ""]]), **apart))) == 2
    )


def test_a_row_too_high_for_the_rest_of_the_page_goes_on():
    upper = plain([*HEADER, ["一", "予以公开", "1"]])
    lower = plain([["二", "部分公开", "2"], ["三", "", ""]])
    assert len(grids(two_pages(upper, lower, heights=(30, 250), top=500))) == 1


@pytest.mark.parametrize(
    ("upper", "lower", "label"),
    [
        (
            "（四）无\n法提供\n可用的",
            "信息\n资料",
            "（四）无法提供可用的信息资料(4x1)",
        ),  # cut within its words
        ("（四）无\n法", "", "（四）无法(4x1)"),  # all words above
        (
            "（四）无\n法提供\n可用的",
            "\n信息",
            "（四）无法提供可用的信息(4x1)",
        ),  # what is left stands in the middle
        ("", "（四）无\n法", "（四）无法(4x1)"),  # all words below
    ],
)
def test_a_merged_cell_cut_by_the_page_is_whole_again(upper, lower, label):
    above = [(0, 0, 2, 1, upper), *beside([["1.不掌握", "1"], ["2.没有现成", "2"]])]
    below = [(0, 0, 2, 1, lower), *beside([["3.不明确", "3"], ["4.其他", ""]])]
    (grid,) = grids(two_pages(above, below, heights=(20, 20)))
    assert rows(grid) == [
        [label, "1.不掌握", "1"],
        ["2.没有现成", "2"],
        ["3.不明确", "3"],
        ["4.其他", ""],
    ]
    assert grid.breaks == (2,)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("（四）无\n法提供\n信息", "（五）不\n予处理"),
        ("行政复议", "行政诉讼"),
    ],
)
def test_a_group_that_ends_with_the_page_is_not_joined_with_the_next_one(upper, lower):
    above = [(0, 0, 2, 1, upper), *beside([["维持", "1"], ["纠正", "2"]])]
    below = [(0, 0, 2, 1, lower), *beside([["维持", "3"], ["纠正", "4"]])]
    (grid,) = grids(two_pages(above, below, heights=(20, 20)))
    labels = [cell.text for cell in grid.cells if cell.column == 0]
    assert labels == ["".join(upper.split()), "".join(lower.split())]


def test_a_plain_row_cut_by_the_page_stays_two_rows():
    upper = plain([*HEADER, ["一", "7.属于行政", "1"]])
    (grid,) = grids(two_pages(upper, plain([["", "执法案卷", ""], ["二", "其他", "2"]])))
    assert rows(grid)[1:3] == [["一", "7.属于行政", "1"], ["", "执法案卷", ""]]
    assert grid.breaks == (2,)


def test_a_narrower_table_with_some_of_the_same_columns_is_another_one():
    upper = plain([*HEADER, ["一", "予以公开", "1"]])
    lower = plain([["二", "部分公开"], ["三", "不予公开"]])
    assert len(grids(two_pages(upper, lower, widths=WIDTHS[:2]))) == 2


def test_rows_of_numbers_that_happen_to_agree_are_no_header():
    upper = plain([["1", "0", "0"], ["2", "0", "0"]])
    (grid,) = grids(two_pages(upper, plain([["1", "0", "0"], ["3", "0", "0"]])))
    assert [row[0] for row in rows(grid)] == ["1", "2", "1", "3"]


def test_a_header_is_dropped_with_all_of_its_rows_or_not_at_all():
    def half(name, label):
        return [
            (0, 0, 2, 1, "事项"), (0, 1, 1, 2, "情况"), (1, 1, 1, 1, name), (1, 2, 1, 1, "数量"),
            *plain([[label, "其他", "1"]], 2),
        ]  # fmt: skip

    (grid,) = grids(two_pages(half("复议", "一"), half("诉讼", "二")))
    assert [row[0] for row in rows(grid)] == ["事项(2x1)", "复议", "一", "事项(2x1)", "诉讼", "二"]


def test_a_merged_cell_over_three_pages():
    drawing = Drawing()
    words = ["（四）无\n" + "法提供\n" * 57, "可用的\n" * 53, "信息"]
    for page in range(3):
        cells = [
            (0, 0, 2, 1, words[page]),
            *[(row, column, 1, 1, "1") for row in (0, 1) for column in (1, 2)],
        ]
        drawing.table(72, 60, WIDTHS, [320 if page == 1 else 350] * 2, cells)
        drawing.page()
    (grid,) = grids(read_pdf(drawing.content()))
    assert [(cell.row, cell.rows) for cell in grid.cells if cell.column == 0] == [(0, 6)]
