from analysis.documents.parts import Grid, assemble
from analysis.documents.pdf import confirmed, read_pdf

from .drawn import Drawing, plain

ROWS = [["项目", "数量"], ["规章", "3"], ["规范性文件", "25"], ["申请", "25"]]


def read(monkeypatch=None, second=None):
    drawing = Drawing()
    drawing.text(72, 60, "共3件")
    drawing.table(72, 110, [80, 80], [20] * 4, plain(ROWS))
    if monkeypatch:
        monkeypatch.setattr(confirmed, "_text", lambda page: second)
    parts = read_pdf(drawing.content())
    return next(part for part in parts if isinstance(part, Grid))


def test_what_both_readers_find_is_in_no_doubt():
    assert read().doubts == ()


def test_numerals_that_the_second_reader_does_not_find_are_handed_on(monkeypatch):
    grid = read(monkeypatch, "共3件 规章 8 规范性文件 25 申请 2 5")
    assert grid.doubts == ("25",)
    assert assemble([grid]).tables[0].doubts == ("25",)


def test_a_numeral_found_once_confirms_one_table_only(monkeypatch):
    drawing = Drawing()
    for top in (110, 210):
        drawing.table(72, top, [80, 80], [20, 20], plain([["项目", "数量"], ["规章", "3"]]))
        drawing.text(72, top + 60, "说明")
    monkeypatch.setattr(confirmed, "_text", lambda page: "项目 数量 规章 3")
    tables = [part for part in read_pdf(drawing.content()) if isinstance(part, Grid)]
    assert [table.doubts for table in tables] == [(), ("3",)]


def test_a_file_that_the_second_reader_cannot_open_leaves_all_in_doubt(monkeypatch):
    monkeypatch.setattr(confirmed, "second_reading", lambda content: [])
    monkeypatch.setattr("analysis.documents.pdf.reading.second_reading", lambda content: [])
    assert sorted(read().doubts) == ["25", "25", "3"]
