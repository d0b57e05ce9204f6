from analysis.documents.parts import Prose, assemble
from analysis.documents.pdf import read_pdf
from analysis.documents.structure import passages

from .drawn import Drawing

# 30 characters fill a line of 360 points.
FULL = "公开" * 15


def drawn(*pages):
    """Draw lines, each given as its first place in characters and its words."""
    drawing = Drawing()
    for lines in pages:
        for i, (indent, words) in enumerate(lines):
            drawing.text(100 + 12 * indent, 100 + 20 * i, words)
        drawing.page()
    return read_pdf(drawing.content())


def test_the_lines_of_an_indented_paragraph_are_one_over_the_page_break():
    first = [(0, "一、概述"), (2, FULL[2:]), (0, FULL[1:] + "。"), (0, FULL), (0, FULL)]
    parts = drawn(first, [(0, "共3条。"), (2, "另有5条。")])
    text = f"一、概述\n　　{FULL[2:]}{FULL[1:]}。{FULL}{FULL}共3条。\n　　另有5条。"
    assert parts == [Prose(text)]
    found = passages(assemble(parts).text)
    assert [p.kind for p in found] == ["heading", "paragraph", "paragraph"]


def test_without_indentation_a_full_line_that_ends_a_sentence_ends_the_paragraph():
    lines = [(0, FULL), (0, FULL[1:] + "。"), (0, FULL), (0, "共3条。"), (0, "另有5条。")]
    assert drawn(lines) == [Prose(f"{FULL}{FULL[1:]}。\n{FULL}共3条。\n另有5条。")]


def test_short_lines_that_end_at_one_place_are_not_full():
    assert drawn([(0, "第1段"), (0, "第2段"), (0, "第3段")]) == [Prose("第1段\n第2段\n第3段")]


def test_numbers_and_words_cut_by_a_line_end():
    lines = [
        (2, FULL[2:]),
        (0, FULL[:-3] + "共12"),
        (0, "34条，见" + FULL[5:] + "a"),
        (0, "b。"),
        (2, "无。"),
    ]
    (part,) = drawn(lines)
    assert "共1234条" in part.text and "a b。" in part.text


def test_a_line_that_is_short_because_a_long_word_did_not_fit_goes_on():
    address = "http://www.example.gov.cn/zwgk"
    lines = [(2, FULL[2:]), (0, FULL), (0, FULL[:-12]), (0, address + "。"), (2, "无。")]
    (part,) = drawn(lines)
    assert part.text == f"　　{FULL[2:]}{FULL}{FULL[:-12]}{address}。\n　　无。"


def test_a_numbered_heading_after_a_full_last_line_begins_anew():
    lines = [
        (2, FULL[2:]),
        (0, FULL[1:] + "。"),
        (0, "二、主动公开情况"),
        (2, FULL[2:]),
        (0, "无。"),
        (2, "完。"),
    ]
    (part,) = drawn(lines)
    assert part.text.split("\n")[1] == "二、主动公开情况"


def test_what_is_set_at_the_right_side_goes_on_nowhere():
    lines = [(2, FULL[2:]), (0, FULL), (0, "无。"), (24, "（单位：件）"), (0, "其他"), (2, "完。")]
    (part,) = drawn(lines)
    assert "（单位：件）\n其他" in part.text


def test_the_text_can_stand_right_of_other_lines():
    lines = [
        (-3, "首页"),
        (-3, "公开"),
        (2, FULL[2:]),
        (0, FULL),
        (0, FULL),
        (0, "无。"),
        (2, "完。"),
    ]
    (part,) = drawn(lines)
    assert part.text == f"首页\n公开\n　　{FULL[2:]}{FULL}{FULL}无。\n　　完。"


def test_addresses_are_cut_without_a_space():
    lines = [(2, FULL[2:]), (0, FULL[:-4] + "电话0534-"), (0, "6521181。"), (2, "完。")]
    (part,) = drawn(lines)
    assert "0534-6521181" in part.text


def test_first_lines_are_indented_where_few_lines_go_on():
    short = [(2, f"第{i}项。") for i in "甲乙丙丁"]
    long = [(2, FULL[2:]), (0, "无。")]
    (part,) = drawn([*short, *long, *long, (2, "完。")])
    assert (
        part.text.split("\n")[-3:]
        == ["　　第丁项。", *[f"　　{FULL[2:]}无。"] * 2, "　　完。"][-3:]
    )
