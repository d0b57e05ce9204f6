from analysis.documents.parts import Grid, GridCell, Prose, assemble
from analysis.documents.structure import structured

FORM = Grid(
    (
        GridCell(0, 0, "信息内容"),
        GridCell(0, 1, "本年\n制发件数"),
        GridCell(1, 0, "规章", rows=2),
        GridCell(1, 1, " 3 "),
        GridCell(2, 1, ""),
    )
)


def test_cells_know_their_words_in_the_clean_text():
    made = assemble([Prose("二、主动公开政府信息情况"), FORM, Prose("三、完")])
    (table,) = made.tables
    assert made.text[table.start : table.end] == "信息内容\t本年 制发件数\n规章\t3\n"
    assert [made.text[c.start : c.end] for c in table.cells] == [
        "信息内容", "本年 制发件数", "规章", "3", "",
    ]  # fmt: skip
    assert (table.cells[2].rows, table.cells[4].row, table.cells[4].column) == (2, 2, 1)


def test_a_blank_first_cell_keeps_its_place():
    made = assemble([Grid((GridCell(0, 0, ""), GridCell(0, 1, "7")))])
    assert made.text == "\t7"
    assert [(c.start, c.end) for c in made.tables[0].cells] == [(0, 0), (1, 2)]


def test_tables_and_furniture_of_the_format_are_passages_and_part_paragraphs():
    made = assemble(
        [
            Prose("首页\n公开指南", "navigation"),
            Prose("我市公开信息，"),
            FORM,
            Prose("其中网站3条。"),
        ]
    )
    found = structured(made.text, made.tables, made.marks).passages
    assert [(p.kind, p.label) for p in found] == [
        ("furniture", "navigation"), ("paragraph", ""), ("table", ""), ("paragraph", ""),
    ]  # fmt: skip
    assert made.text[found[2].start : found[2].end].startswith("信息内容\t本年 制发件数")


def test_an_empty_table_is_no_passage():
    made = assemble([Grid((GridCell(0, 0, ""),)), Prose("一、概述")])
    assert [p.kind for p in structured(made.text, made.tables, made.marks).passages] == ["heading"]
