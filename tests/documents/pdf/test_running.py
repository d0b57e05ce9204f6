import pytest

from analysis.documents.parts import Prose
from analysis.documents.pdf import read_pdf

from .drawn import Drawing


def furniture(parts):
    return {part.furniture: part.text for part in parts if part.furniture}


@pytest.mark.parametrize("form", ["- {} -", "— {} —", "{}", "第{}页 共3页", "{} / 3"])
def test_page_numbers_are_footers_at_the_end(form):
    drawing = Drawing()
    for page in (1, 2, 3):
        drawing.text(72, 100, f"{'一二三'[page - 1]}、概述")
        drawing.text(72 if page == 2 else 480, 790, form.format(page), 9)
        drawing.page()
    body, footer = read_pdf(drawing.content())
    assert body == Prose("一、概述\n二、概述\n三、概述")
    assert footer.furniture == "page footer"
    assert "".join(footer.text.split()) == "".join(form.format(page) for page in (1, 2, 3)).replace(
        " ", ""
    )


def test_a_title_at_the_same_height_on_pages_is_a_header_and_the_title_itself_is_none():
    drawing = Drawing()
    for page in (1, 2):
        drawing.text(72, 40, "某市2021年政府信息公开工作年度报告", 9)
        drawing.text(
            72, 100, "某市2021年政府信息公开工作年度报告" if page == 1 else "公开信息3条。"
        )
        drawing.page()
    parts = read_pdf(drawing.content())
    assert parts[0].text == "某市2021年政府信息公开工作年度报告\n公开信息3条。"
    assert furniture(parts) == {
        "page header": "\n".join(["某市2021年政府信息公开工作年度报告"] * 2)
    }


def test_lines_that_return_elsewhere_or_differ_are_no_furniture():
    drawing = Drawing()
    for top, words in ((60, "甲局"), (90, "乙局")):
        drawing.text(72, top, words)
        drawing.text(72, 300, "公开信息3条。" if words == "甲局" else "无。")
        drawing.text(72, top + 500, "合计25")
        drawing.page()
    parts = read_pdf(drawing.content())
    assert parts == [Prose("甲局\n公开信息3条。\n合计25\n乙局\n无。\n合计25")]


@pytest.mark.parametrize(
    ("words", "is_footer"),
    [("- 7 -", True), ("第7页", True), ("1", True), ("7", False), ("2017", False)],
)
def test_the_number_of_a_single_page_is_known_by_its_marks_or_value(words, is_footer):
    drawing = Drawing()
    drawing.text(72, 100, "一、概述")
    drawing.text(290, 800, words, 9)
    assert (furniture(read_pdf(drawing.content())) == {"page footer": words}) is is_footer


def test_a_number_far_from_the_edge_is_none_of_a_page():
    drawing = Drawing()
    drawing.text(72, 100, "共公开信息（条）")
    drawing.text(72, 400, "1")
    assert not furniture(read_pdf(drawing.content()))


def test_a_caption_in_large_letters_above_a_form_on_each_page_is_no_header():
    drawing = Drawing()
    for page in (1, 2):
        drawing.text(150, 60, "政府信息公开情况统计表", 20)
        drawing.text(72, 100, "公开信息3条。" if page == 1 else "无。")
        drawing.page()
    assert not furniture(read_pdf(drawing.content()))
