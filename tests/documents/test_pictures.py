"""Pictures that a report shows, as a document tells of them."""

import io

import docx
import pytest
from docx.shared import Pt

from analysis.documents import joined, read
from analysis.documents.boxes import Box, laid_out
from analysis.documents.docx import read_docx
from analysis.documents.html import read_html
from analysis.documents.parts import Grid, Picture, Prose, assemble, has_text
from analysis.documents.pictures import is_large

from ..made.docx import docx_of, saved
from ..made.html import page_of
from ..made.picture import PNG
from .pdf.drawn import Drawing

TITLE = "某市2018年政府信息公开工作年度报告"
WORDS = "2018年，全市主动公开政府信息123条，情况见下表："
WIDE = '<img src="/2018/W020190131.png" width="600" height="400">'


def told(folder, name, content):
    """Where the document of a file says that its pictures are."""
    (folder / name).write_bytes(content)
    return read(folder / name, folder).pictures


def shown(page):
    """How many pictures are found in a page with words."""
    return read_html(f"<p>{WORDS}</p>{page}".encode()).count(Picture())


def test_of_a_page_one_image_is_told_and_neither_its_logo_nor_its_code(tmp_path):
    page = page_of(
        '<img src="/style/a.jpg" width=1000 height=200>',
        f"<h1>{TITLE}</h1><p>来源：市政府办公室</p><p>{WORDS}</p><p>{WIDE}</p>",
        '<img src="/images/logo.png"><p>一、概述</p><p>无。</p>',
        '<img src="a.png"><p>分享到</p><img src="/images/ewm.png" alt="二维码">',
        '<p>扫一扫在手机打开当前页</p><img src="/code/1.png">',
    )
    assert told(tmp_path, "a.html", page) == ("…市主动公开政府信息123条，情况见下表：", "无。")


def test_of_a_word_file_and_of_a_pdf_with_a_file_beside_it(tmp_path):
    document = docx.Document()
    for words in (TITLE, "一、概述", WORDS):
        document.add_paragraph(words)
    document.add_picture(io.BytesIO(PNG), Pt(400), Pt(100))
    content = saved(document)
    where = "…市主动公开政府信息123条，情况见下表："
    assert told(tmp_path, "a.docx", content) == (where,)
    drawing = Drawing()
    drawing.text(100, 100, TITLE)
    drawing.text(100, 140, "一、概述")
    drawing.text(100, 180, "责任编辑：某某")
    drawing.page()
    drawing.picture(0, 0, 595, 842)
    assert told(tmp_path, "a.pdf", drawing.content()) == ("2/2",)
    whole = joined(*[read(tmp_path / "a.docx", tmp_path), [read(tmp_path / "a.pdf", tmp_path)]])
    assert whole.pictures == (where, "2/2")


def test_a_text_without_title_may_begin_with_a_picture(tmp_path):
    document = docx.Document()
    document.add_picture(io.BytesIO(PNG), Pt(400), Pt(100))
    document.add_paragraph(WORDS)
    assert told(tmp_path, "a.docx", saved(document)) == ("",)


def test_a_picture_stands_where_it_is_and_adds_nothing_to_the_text():
    made = assemble([Picture(), Prose("一"), Picture("2/3"), Picture(), Prose("二")])
    assert made.text == "一\n二"
    assert [(mark.start, mark.label) for mark in made.pictures] == [(0, ""), (1, "2/3"), (1, "")]
    assert not has_text([Picture(), Prose("首页", "navigation"), Prose(" ")])
    assert has_text([Prose("一")]) and has_text([Grid(())])


@pytest.mark.parametrize(
    ("width", "height", "large"),
    [(None, None, True), (150, 75, True), (149, 400, False), (400, 74, False), (None, 74, False)],
)
def test_size(width, height, large):
    assert is_large(width, height) == large


def test_pictures_in_the_cells_of_a_table_follow_it():
    words = [["指标", "数"], ["答复", "3"]]
    parts = [[(Prose(cell),) for cell in row] for row in words]
    parts[1][1] += (Picture(),)
    boxes = [Box(i, j, 1, 1, parts[i][j]) for i in (0, 1) for j in (0, 1)]
    grid, picture = laid_out(boxes)
    assert (isinstance(grid, Grid), picture) == (True, Picture())
    assert laid_out([Box(0, 0, 1, 1, (Picture(), Prose("图1")))]) == [Picture(), Prose("图1")]


# Web pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("image", "count"),
    [
        (WIDE, 1),
        ('<img src="/2018/1.png">', 1),
        ('<img src="data:image/png;base64,iVBORw0K">', 1),
        ('<img src="/images/blank.gif" data-src="/2018/1.png" alt="微信图片_20190131.png">', 1),
        ('<img src="1.png" width="100%" style="height: auto">', 1),
        ('<img src="1.png" width="16">', 0),
        ('<img src="1.png" width="199">', 0),
        ('<img src="1.png" width="200">', 1),
        ('<img src="1.png" style="width: 600px; height:20px">', 0),
        ('<img src="1.png" style="display:none">', 0),
        ("<img>", 0),
        (f"<nav>{WIDE}</nav>", 0),
        (f"<footer>{WIDE}</footer>", 0),
        (f'<a href="/col/index.html">{WIDE}</a>', 0),
        (f'<a href="/2018/W020190131.JPG?x=1">{WIDE}</a>', 1),
        (f"<a name=top>{WIDE}</a>", 1),
        ('<div class="qrcode"><img src="1.png"></div>', 0),
        ('<img src="/ueditor/fileTypeImages/icon_pdf.gif">附件', 0),
        ('<img src="http://[x/1.png">', 1),
    ],
)
def test_images(image, count):
    assert shown(image) == count


def test_images_cut_no_line_and_stand_in_cells_too():
    assert read_html(f"<p>共{WIDE}12件。<p>二".encode()) == [
        Prose("共12件。"), Picture(), Prose("二"),
    ]  # fmt: skip
    grid = f"<table><tr><td>指标<td>数<tr><td>答复<td>3{WIDE}</table>"
    kinds = [type(part) for part in read_html(f"<p>甲{WIDE}{grid}乙".encode())]
    assert kinds == [Prose, Picture, Grid, Picture, Prose]


# Word files ---------------------------------------------------------------------------------------

BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
SHEET = '<w:r><w:object><v:shape style="width:415pt;height:{}"><v:imagedata/></v:shape></w:object></w:r>'


@pytest.mark.parametrize(
    ("inside", "count"),
    [
        (SHEET.format("200pt"), 1),
        (SHEET.format("20pt"), 0),
        ("<w:r><w:pict><v:rect/></w:pict></w:r>", 0),
        (f"<w:del>{SHEET.format('200pt')}</w:del>", 0),
        (BOX.format("<w:p/>"), 0),
        (BOX.format(f"<w:p>{SHEET.format('200pt')}</w:p>"), 1),
    ],
)
def test_what_word_draws(inside, count):
    parts = read_docx(docx_of([Prose(WORDS), f"<w:p>{inside}</w:p>"]))
    assert parts.count(Picture()) == count


@pytest.mark.parametrize(("width", "count"), [(200, 1), (119, 0)])
def test_a_seal_is_no_picture_of_a_word_file(width, count):
    document = docx.Document()
    document.add_paragraph(WORDS)
    document.add_picture(io.BytesIO(PNG), Pt(width), Pt(119))
    assert read_docx(saved(document)).count(Picture()) == count
