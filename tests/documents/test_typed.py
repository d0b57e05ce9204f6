from analysis.documents.blocks import is_table
from analysis.documents.lines import lines
from analysis.documents.typed import typed_table


def sheet(text):
    table = typed_table(text, list(lines(text)))
    return [(c.row, c.column, c.columns, text[c.start : c.end]) for c in table.cells]


def test_cells_between_tabs_keep_their_place_where_one_is_blank():
    text = "指标\t单位\t市直\t县区\n收到申请数\t件\t\t310\n\t件\t5\t6"
    assert [words for *_, words in sheet(text)] == [
        "指标", "单位", "市直", "县区", "收到申请数", "件", "", "310", "", "件", "5", "6",
    ]  # fmt: skip


def test_tabs_at_the_end_of_a_line_close_blank_cells():
    text = "指标\t单位\t市直\t县区\n收到申请数\t件\t310\t\n当面申请数\t件\t\t"
    assert sheet(text)[6:] == [
        (1, 2, 1, "310"), (1, 3, 1, ""), (2, 0, 1, "当面申请数"), (2, 1, 1, "件"),
        (2, 2, 1, ""), (2, 3, 1, ""),
    ]  # fmt: skip


def test_bars_part_cells_as_in_markdown():
    text = "| 指标 | 单位 | 市直 | 县区 |\n|---|---|---|---|\n| 收到申请数 | 件 | | 310 |"
    assert sheet(text)[:4] == [
        (0, 0, 1, "指标"), (0, 1, 1, "单位"), (0, 2, 1, "市直"), (0, 3, 1, "县区"),
    ]  # fmt: skip
    assert [words for *_, words in sheet(text)[8:]] == ["收到申请数", "件", "", "310"]
    bare = "指标 | 单位 | 数\n收到申请数 | 件 | 5"
    assert [words for *_, words in sheet(bare)] == ["指标", "单位", "数", "收到申请数", "件", "5"]


def test_bars_in_a_line_on_the_page_are_no_table():
    text = "来源：市政府办 | 发布时间：2021-01-20\n字号：大 | 中 | 浏览量：1203"
    assert not is_table(tuple(lines(text)))


def test_spaces_within_a_cell_between_bars_part_nothing():
    text = "| 维持  原判 | 总计 |\n| 2 | 3 |"
    assert [words for *_, words in sheet(text)] == ["维持  原判", "总计", "2", "3"]


def test_a_wide_comma_within_a_number_makes_no_sentence():
    rows = lines("收到申请数\t件\t3，001\n其中，当面申请数\t件\t3，001")
    assert [line.row for line in rows] == [True, False]


def test_cells_between_spaces_stand_under_those_that_they_overlap():
    text = (
        "指标            单位    市直    县区\n"
        "收到申请数      件      120     310\n"
        "当面申请数      件              16"
    )
    assert sheet(text)[-4:] == [
        (2, 0, 1, "当面申请数"), (2, 1, 1, "件"), (2, 2, 1, ""), (2, 3, 1, "16"),
    ]  # fmt: skip


def test_rows_of_as_many_cells_need_no_alignment():
    text = "指标　　单位　　数值\n主动公开政府信息数（不计重复）　　条　　1520"
    assert sheet(text)[-1] == (1, 2, 1, "1520")


def test_a_heading_among_the_rows_is_one_cell():
    text = "指标    单位    数值\n一、主动公开情况\n收到申请数    件    310"
    assert sheet(text)[3:5] == [(1, 0, 3, "一、主动公开情况"), (2, 0, 1, "收到申请数")]


def test_rows_are_single_cells_where_the_place_of_one_tells_nothing():
    text = "指标  单位  市直  县区\n主动公开政府信息数  条  1520"  # 1520 stands under no one column
    assert sheet(text) == [
        (0, 0, 1, "指标  单位  市直  县区"), (1, 0, 1, "主动公开政府信息数  条  1520"),
    ]  # fmt: skip


def test_a_row_that_lacks_a_tab_is_one_cell():
    assert sheet("指标\t单位\t数值\n收到申请数\t310")[-1] == (1, 0, 3, "收到申请数\t310")
