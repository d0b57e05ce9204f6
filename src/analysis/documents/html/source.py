"""The source of a web page becomes a tree of what a browser would show."""

import re

import lxml.html
from lxml import etree

from analysis.codebook.reasons import reason
from analysis.errors import UnreadableError

# Elements whose content is no text of the page, or stands in for what cannot be shown.
DROPPED = {
    "script", "style", "datalist", "noscript", "template", "title", "del", "xml", "iframe",
    "noframes", "object", "embed", "applet", "audio", "video", "canvas", "map", "rp", "rt",
}  # fmt: skip
HIDDEN = re.compile(r"\b(display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
FRAMES = "//frame|//iframe|//object|//embed"
# Text after these end tags is shown like any other; that of a paragraph ends a line even if the
# paragraph has ended before, where one is put into another.
ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
PARAGRAPH_END = re.compile(r"</p\s*>", re.IGNORECASE)
# A parser stops, and drops the rest, where elements are nested deeper than this.
TOO_DEEP = "ERR_RESOURCE_LIMIT"
# A line end that a browser shows, and white space of preformatted text on its way through the rest:
# noncharacters, which no page holds and a tree takes.
LINE, SPACE, TAB = "\u2028", "\ufdd0", "\ufdd1"
KEPT = str.maketrans({"\n": LINE, " ": SPACE, "\t": TAB})
KEPT |= dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))  # no tree takes them
RESTORED = str.maketrans({SPACE: " ", TAB: "\t"})


def parsed(text: str) -> lxml.html.HtmlElement:
    """Return the tree of a page's source.

    Raises
    ------
    UnreadableError
        When it holds nothing, or is nested too deep to be read to its end.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    text = PARAGRAPH_END.sub("</p><br>", ENDS.sub("", text))
    source = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    try:
        root = lxml.html.document_fromstring(source, parser=parser)
    except etree.ParserError as error:
        raise UnreadableError(reason("page_empty")) from error
    if any(TOO_DEEP in entry.type_name for entry in parser.error_log):
        raise UnreadableError(reason("page_too_deep"))
    return root


def framed(root: lxml.html.HtmlElement) -> str | None:
    """Return what file a page shows in a frame, None where it has no frame."""
    sources = [frame.get("src") or frame.get("data") or "" for frame in root.xpath(FRAMES)]
    return max(sources, key=bool, default=None)


def shown(root: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Take from a tree what is not shown, and mark the white space that is."""
    etree.strip_elements(root, etree.Comment, etree.PI, *DROPPED, with_tail=False)
    for element in root.xpath("//*[@hidden or @style]"):
        if _is_hidden(element) and element.tag not in ("html", "body"):
            element.drop_tree()
    for element in root.xpath("//pre//node()/parent::*"):
        _preserve(element)
    return root


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(HIDDEN.search(element.get("style", "")))


def _preserve(element: lxml.html.HtmlElement) -> None:
    element.text = (element.text or "").translate(KEPT)
    for child in element:
        child.tail = (child.tail or "").translate(KEPT)
