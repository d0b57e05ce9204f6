"""Pictures of pages whose words nobody reads, on pages of 595 by 842 points."""

import pytest

from analysis.documents.parts import Grid, Picture, Prose
from analysis.documents.pdf import read_pdf

from .drawn import Drawing, plain

FULL = "公开" * 15
TABLE = plain([("指标", "数"), ("答复", "3")])


def pages(*drawn, footer=""):
    """What is read of pages, each of texts (top, words), boxes of pictures, and tables."""
    drawing = Drawing()
    for number, marks in enumerate(drawn, 1):
        for mark in marks:
            if mark == "table":
                drawing.table(100, 100, [200, 200], [350, 350], TABLE)
            elif len(mark) == 2:
                drawing.text(100, *mark)
            else:
                drawing.picture(*mark)
        drawing.text(290, 800, footer.format(number), 9)
        drawing.page()
    return read_pdf(drawing.content())


SCAN = [(0, 0, 595, 842)]
TEXT = [(100, FULL), (120, FULL)]


@pytest.mark.parametrize("footer", ["", "- {} -"])
def test_a_page_that_is_a_picture_is_told_and_parts_the_text_around_it(footer):
    found = pages(TEXT, SCAN, [(100, "共3条。")], footer=footer)
    assert found[:3] == [Prose(FULL * 2), Prose("共3条。"), Picture("2/3")]
    whole = pages(TEXT, [], [(100, "共3条。")])
    assert whole == [Prose(FULL * 2 + "共3条。")]


def test_a_table_does_not_go_on_over_a_page_that_is_a_picture():
    kinds = [type(part) for part in pages(["table"], SCAN, ["table"])]
    assert kinds == [Grid, Grid, Picture]
    assert [type(part) for part in pages(["table"], ["table"])] == [Grid]


@pytest.mark.parametrize(
    ("boxes", "told"),
    [
        ([(100, 300, 400, 130)], True),  # a table, more than a tenth of the page
        ([(350, 600, 119, 119)], False),  # a seal
        ([(0, 0, 595, 842)], False),  # what stands behind the words
        ([(0, top, 595, 10) for top in range(0, 840, 10)], False),  # the same in strips
        ([(100, top, 400, 10) for top in range(300, 430, 10)], True),
        ([(100, -900, 400, 1000)], False),  # above the page but for 100 points
    ],
)
def test_pictures_on_a_page_of_text(boxes, told):
    found = pages([*boxes, *TEXT], [(100, "共3条。")])
    assert found[1:] == [Picture("1/2")] * told
    assert found[0] == Prose(FULL * 2 + "共3条。")


def test_words_in_the_cells_of_a_table_are_read():
    assert Picture("1/1") not in pages([*SCAN, "table"])
