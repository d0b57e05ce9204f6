"""What a browser would show (网页正文) becomes lines, page furniture told from the rest."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml import etree
from lxml.html import HtmlElement

from analysis.documents.boxes import Box, joined, laid_out
from analysis.documents.html.pictures import is_of_content
from analysis.documents.html.source import KEPT, LINE, RESTORED
from analysis.documents.html.tables import CELLS, places
from analysis.documents.parts import Grid, Part, Picture, Prose

# Between sections of a page; an empty line of the clean text.
SECTION = "\u2029"
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li",
    "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
FURNITURE = {
    "nav": "navigation", "menu": "navigation", "search": "navigation",
    "header": "page header", "footer": "page footer", "aside": "sidebar",
    "button": "form control", "select": "form control", "textarea": "form control",
}  # fmt: skip
ROLES = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation",
    "search": "navigation", "banner": "page header", "contentinfo": "page footer",
    "complementary": "sidebar", "button": "form control",
}  # fmt: skip
# Within these a header or footer is that of an article, not of the page.
ARTICLES = ("article", "main", "section")
HEADINGS = ("h1", "h2", "h3")
SOURCE_SPACE = re.compile("[ \t\f]+")


def content_of(root: HtmlElement, furniture: str = "") -> list[Part]:
    """Return the parts of an element in order.

    Parameters
    ----------
    root : HtmlElement
        Of a tree that holds only what is shown.
    furniture : str
        What kind of page furniture it stands in, empty where in none.
    """
    found: list[Part] = []
    pieces = _at_line_ends(_pieces(root, furniture))
    for (kind, is_whole), group in groupby(pieces, key=_kind):
        if is_whole:
            found.extend(group)
        elif words := _lines("".join(piece.text for piece in group)):
            found.append(Prose(words, kind))
    return found


def _kind(piece: Part) -> tuple[str, bool]:
    return (piece.furniture, False) if isinstance(piece, Prose) else ("", True)


def _at_line_ends(pieces: Iterable[Part]) -> Iterator[Part]:
    """Yield pictures where the line ends that they stand in, so that they cut none."""
    held: list[Picture] = []
    for piece in pieces:
        if isinstance(piece, Picture):
            held.append(piece)
            continue
        if isinstance(piece, Grid) or not {LINE, SECTION}.isdisjoint(piece.text):
            yield from held
            held = []
        yield piece
    yield from held


def _pieces(root: HtmlElement, furniture: str, without: Iterable[str] = ()) -> Iterator[Part]:
    """Yield grids, pictures and the text between tags, as the source has it, in order."""
    kinds = [furniture]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            yield Prose(_edge(element), kinds.pop())
            yield Prose((element is not root and element.tail) or "", kinds[-1])
            continue
        kinds.append(kinds[-1] or _furniture(element))
        yield Prose(_edge(element), kinds[-1])
        if element.tag == "img" and not kinds[-1] and is_of_content(element):
            yield Picture()
        is_table = element.tag == "table" and element is not root
        if is_table:
            yield from _table(element, kinds[-1])
        if is_table or element.tag in without:
            walk.skip_subtree()
        else:
            yield Prose(element.text or "", kinds[-1])


def _table(table: HtmlElement, furniture: str) -> Iterator[Part]:
    """Yield the caption, with whatever else stands outside the cells, then the cells."""
    yield from _pieces(table, furniture, CELLS)
    boxes = (
        Box(row, column, rows, columns, tuple(content_of(cell, furniture)))
        for cell, row, column, rows, columns in places(table)
    )
    for part in laid_out(boxes):
        yield _as_source(part) if isinstance(part, Prose) else part


def _as_source(part: Prose) -> Prose:
    words = part.text.replace("\n\n", SECTION).translate(KEPT)
    return Prose(f"{SECTION}{words}{SECTION}", part.furniture)


def _edge(element: HtmlElement) -> str:
    if element.tag not in BLOCKS:
        return ""
    return SECTION if any(child.tag in BLOCKS - {"br"} for child in element) else LINE


def _furniture(element: HtmlElement) -> str:
    """Return what kind of page furniture an element is, empty where it may be the report."""
    role = (element.get("role") or "").strip().lower()
    name = ROLES.get(role) or FURNITURE.get(element.tag, "")
    in_article = element.tag in ("header", "footer") and _any(element.iterancestors(*ARTICLES))
    with_title = name == "page header" and _any(element.iter(*HEADINGS))
    return "" if in_article or with_title or (name and _holds_the_text(element)) else name


def _any(elements: Iterator[HtmlElement]) -> bool:
    return next(elements, None) is not None


def _holds_the_text(element: HtmlElement) -> bool:
    """Tell whether most sentences of the page are there, as where an end tag is missing."""
    sentences = _sentences(element)
    return sentences > 0 and sentences * 2 > _sentences(element.getroottree().getroot())


def _sentences(element: HtmlElement) -> int:
    return sum(words.count("。") for words in element.itertext())


def _lines(source: str) -> str:
    sections = (map(_line, section.split(LINE)) for section in source.split(SECTION))
    return "\n\n".join(filter(None, ("\n".join(filter(None, lines)) for lines in sections)))


def _line(source: str) -> str:
    """Return a line with the white space of its source as a browser shows it."""
    pieces = (SOURCE_SPACE.sub(" ", piece).strip(" ") for piece in source.split("\n"))
    return joined(filter(None, pieces)).translate(RESTORED)
