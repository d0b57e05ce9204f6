"""A report and the tables published beside it as one text."""

import pytest

from analysis.documents.attachments import is_table, joined
from analysis.documents.parts import Grid, GridCell, Prose, assemble
from analysis.documents.structure import structured
from analysis.records import Document

TABLE = Grid((
    GridCell(0, 0, "统计指标"), GridCell(0, 1, "统计数"),
    GridCell(1, 0, "主动公开政府信息数"), GridCell(1, 1, "12"),
))  # fmt: skip
NOTE = "本表统计口径为全市各级行政机关，不含垂直管理单位，数据截至年底。"


def document(file, *parts):
    made = assemble(parts)
    return Document(
        file, file.rpartition(".")[2], file, made.text, *structured(made.text, made.tables)
    )


def words(whole, parts):
    return [whole.text[part.start : part.end] for part in parts]


@pytest.mark.parametrize("end", ["", "\n"])
def test_attachments_follow_the_text_one_by_one(end):
    main = document("a.docx", Prose("一、概述\n公开12条。"), TABLE, Prose("特此报告。" + end))
    first = document("b.xls", Prose("\n附件1"), TABLE)
    second = document("c.xls", TABLE, Prose(NOTE))
    whole = joined(main, [first, second])
    assert (whole.file, whole.format, whole.sha256) == ("a.docx", "docx", "a.docx")
    assert whole.text == "\n".join([main.text.rstrip("\n"), first.text, second.text])
    documents = (main, first, second)
    assert words(whole, whole.passages) == [w for d in documents for w in words(d, d.passages)]
    assert words(whole, whole.tables) == [w for d in documents for w in words(d, d.tables)]
    cells = [words(whole, table.cells) for table in whole.tables]
    assert cells == [["统计指标", "统计数", "主动公开政府信息数", "12"]] * 3
    begins = [whole.text[start:].split()[0] for start in whole.attachments]
    assert begins == ["附件1", "统计指标"]
    assert set(whole.attachments) <= {passage.start for passage in whole.passages}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((TABLE,), True),
        ((Prose("附件1"), TABLE, Prose("填报单位：市政府")), True),
        ((TABLE, Prose(NOTE * 2)), False),
        ((Prose(NOTE),), False),
    ],
)
def test_a_table_with_a_few_lines_is_one_and_a_text_with_a_table_is_none(parts, expected):
    assert is_table(document("a.docx", *parts)) is expected
