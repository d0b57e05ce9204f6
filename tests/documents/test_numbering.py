import pytest

from analysis.documents.numbering import list_item, number_of


@pytest.mark.parametrize(
    ("words", "style", "value", "length"),
    [
        ("一、概述", "han", 1, 2),
        ("十二、其他", "han", 12, 3),
        ("二．依申请公开", "han", 2, 2),
        ("（3） 因政府信息公开", "arabic_bracket", 3, 3),
        ("(一)主动公开", "han_bracket", 1, 3),
        ("（ 二 ）情况", "han_bracket", 2, 5),
        ("1、 概述", "arabic", 1, 2),
        ("１．概述", "arabic_point", 1, 2),
        ("第三部分 依申请公开", "part", 3, 4),
        ("②答复", "circled", 2, 1),
    ],
)
def test_styles(words, style, value, length):
    number = number_of(words)
    assert (number.style, number.value, number.length) == (style, value, length)


@pytest.mark.parametrize(
    "words",
    [
        "1.5万余条",
        "2017年，我市",
        "一是健全",
        "12月15日",
        "十十、",
        "公开（一）",
        "1495.6867公顷",
        "",
    ],
)
def test_what_is_no_number_of_a_heading(words):
    assert number_of(words) is None


def test_list_items():
    assert [list_item(w) for w in ("一是健全", "十一是", "一、是", "六是搭建")] == [1, 11, 0, 6]
