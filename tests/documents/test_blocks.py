from analysis.documents.blocks import Wrapping, blocks, is_table
from analysis.documents.lines import lines


def joined(text):
    rows = list(lines(text))
    return ["/".join(line.text for line in block) for block in blocks(rows, Wrapping(rows))]


LINE = "全市主动公开政府信息二万条其中机构职能类信息三百条占百分之二"  # 30 characters


def test_unindented_lines_of_one_width_are_one_paragraph_until_a_full_stop():
    text = "\n".join([LINE, LINE, "等内容。", LINE, LINE, "完。", "一、概述", "短句。"])
    assert joined(text) == [f"{LINE}/{LINE}/等内容。", f"{LINE}/{LINE}/完。", "一、概述", "短句。"]


def test_a_full_line_with_a_full_stop_ends_its_paragraph_where_nothing_is_indented():
    stopped = LINE[:-1] + "。"
    assert joined("\n".join([LINE, stopped, LINE, stopped])) == [f"{LINE}/{stopped}"] * 2


def test_a_numbered_line_after_a_full_stop_begins_anew_though_not_indented():
    stopped = LINE[:-1] + "。"
    indented = "　　" + LINE[2:]
    text = "\n".join([indented, LINE, stopped, "一、概述", indented, LINE, "完。"])
    assert joined(text)[1] == "一、概述"


def test_empty_lines_between_wrapped_lines_do_not_matter():
    assert joined("\n\n".join([LINE, LINE, LINE, LINE, "等内容。"])) == [
        "/".join([LINE] * 4 + ["等内容。"])
    ]


def test_indents_begin_paragraphs_even_after_full_lines():
    stopped = LINE[:-1] + "。"
    first = stopped[2:]
    text = "\n".join(["　　" + first, stopped, LINE, "完。", "　　" + first, stopped, LINE])
    assert joined(text) == [f"{first}/{stopped}/{LINE}/完。", f"{first}/{stopped}/{LINE}"]


def test_lines_of_any_length_stay_apart():
    text = "已按照流程办理\n申请内容主要涉及土地征用。\n" + LINE * 9 + "\n" + LINE * 4
    assert len(joined(text)) == 4


def test_a_comma_is_never_the_end():
    assert joined("其中网站200条，\n微博100条。") == ["其中网站200条，/微博100条。"]
    assert len(joined("主要是，\n（一）认识不足")) == 2


def test_rows_of_cells_are_a_table():
    rows = list(lines("指标    单位    数值\n公开数　　条　　1520\n申请数\t件\t310\n特此报告。"))
    table, rest = blocks(rows, Wrapping(rows))
    assert (len(table), is_table(table), is_table(rest)) == (3, True, False)
    assert not is_table(tuple(lines("甲方    乙方\n签字    盖章")))


def test_headings_with_wide_spaces_are_no_table():
    assert joined("一、概　述\n（一）情　况\n公开信息3条。") == [
        "一、概　述",
        "（一）情　况",
        "公开信息3条。",
    ]
