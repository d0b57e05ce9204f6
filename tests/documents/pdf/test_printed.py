from analysis.documents.parts import Prose
from analysis.documents.pdf import read_pdf

from .drawn import Drawing


def only_text(drawing):
    (part,) = read_pdf(drawing.content())
    assert isinstance(part, Prose)
    return part.text


def test_words_come_from_places_whatever_was_drawn_first():
    drawing = Drawing()
    sentence = "主动公开信息共123条。"
    for i in (5, 0, 11, 3, 8, 1, 10, 2, 9, 4, 7, 6):
        drawing.text(72 + 20 * i, 200, sentence[i], 20)
    drawing.text(72, 100, "一、概述", 20)
    # digits are drawn as wide apart as characters here, so that only their order is looked at
    assert only_text(drawing).replace(" ", "") == "一、概述\n" + sentence


def test_a_number_drawn_in_two_pieces_is_one():
    drawing = Drawing()
    drawing.text(72, 100, "1", font="Helvetica")
    drawing.text(72 + 6.67, 100, "23", font="Helvetica")
    drawing.text(72 + 30, 100, "45", font="Helvetica")
    assert only_text(drawing) == "123 45"


def test_fonts_of_one_line_may_stand_higher_and_lower():
    drawing = Drawing()
    drawing.text(72, 100, "共", 16)
    drawing.text(88, 97, "25", 16, "Times-Roman")
    drawing.text(104, 100, "件", 16)
    assert only_text(drawing) == "共25件"


def test_a_character_printed_twice_for_a_bold_look_is_there_once():
    drawing = Drawing()
    for shift in (0, 0.4):
        drawing.text(72 + shift, 100, "共受理11件", 12)
    assert only_text(drawing) == "共受理11件"


def test_a_gap_within_a_line_is_a_space_and_a_wide_one_the_gap_of_columns():
    drawing = Drawing()
    for x, words in ((72, "姓"), (93, "名"), (150, "职务")):
        drawing.text(x, 100, words)
    assert only_text(drawing) == "姓 名  职务"


def test_radicals_and_compatibility_characters_are_the_usual_ones_and_nothing_else_changes():
    drawing = Drawing()
    drawing.text(72, 100, "⼀、⾏政⻓")
    drawing.text(72, 130, "２０１７年①㎡，（Ⅳ）：")
    assert only_text(drawing) == "一、行政长\n２０１７年①㎡，（Ⅳ）："


def test_words_turned_upwards_are_read_and_a_watermark_is_kept_apart():
    drawing = Drawing()
    drawing.text(72, 100, "一、概述")
    drawing.text(72, 130, "无。")
    for x, y, angle, words in ((60, 500, 90, "附表"), (200, 300, 45, "内部资料")):
        drawing.canvas.saveState()
        drawing.canvas.translate(x, y)
        drawing.canvas.rotate(angle)
        drawing.canvas.drawString(0, 0, words)
        drawing.canvas.restoreState()
    text, mark = read_pdf(drawing.content())
    assert "附表" in text.text and "内" not in text.text
    assert (mark.text, mark.furniture) == ("内部资料", "watermark")


def test_a_line_stretched_to_its_end_gets_no_spaces():
    drawing = Drawing()
    x = 72
    for words, gap in (("公", 4), ("开", 4), ("信", 4), ("息", 7), ("123", 7), ("条", 0)):
        drawing.text(x, 100, words, font="Helvetica" if words == "123" else "STSong-Light")
        x += (20.016 if words == "123" else 12) + gap
    assert only_text(drawing) == "公开信息123条"


def test_characters_without_size_are_hidden():
    drawing = Drawing()
    drawing.text(72, 100, "无。")
    drawing.text(150, 100, "公开", 0)
    assert only_text(drawing) == "无。"
