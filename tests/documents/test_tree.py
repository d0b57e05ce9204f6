from analysis.documents.numbering import number_of
from analysis.documents.tree import Tree


def levels(*numbers):
    tree = Tree()
    return [tree.numbered(number_of(number)) for number in numbers]


def test_usual_order():
    assert levels("一、", "（一）", "1.", "（1）", "2.", "（二）", "二、") == [1, 2, 3, 4, 3, 2, 1]


def test_misprint_continues_the_run_of_another_style():
    assert levels("二、", "（一）", "（二）", "（3）", "（4）", "（五）", "三、") == [
        1,
        2,
        2,
        2,
        2,
        2,
        1,
    ]


def test_first_chapter_misprinted_in_arabic():
    assert levels("1、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）") == [
        1,
        2,
        3,
        3,
        2,
        3,
        1,
        2,
    ]


def test_chapters_numbered_in_arabic_with_the_same_style_below():
    assert levels("1.", "（一）", "1.", "2.", "（二）", "2.") == [1, 2, 3, 3, 2, 1]


def test_restarted_chapter_stays_a_chapter():
    assert levels("一、", "（一）", "一、", "二、") == [1, 2, 1, 1]


def test_repeated_and_left_out_numbers_stay_in_their_run():
    assert levels("一、", "（一）", "（一）", "（四）", "三、", "5、") == [1, 2, 2, 2, 1, 1]


def test_arabic_items_directly_below_a_chapter():
    assert levels("一、", "1、", "2、", "二、", "（一）", "1、") == [1, 2, 2, 1, 2, 3]


def test_parts_hold_chapters():
    assert levels("第一部分", "一、", "二、", "第二部分", "一、") == [1, 2, 2, 1, 2]


def test_names_without_numbers_are_siblings_at_their_usual_level():
    tree = Tree()
    assert [tree.unnumbered(1), tree.unnumbered(1), tree.numbered(number_of("（一）"))] == [1, 1, 2]
    assert tree.unnumbered(2) == 1
