"""The words of a Word file as it is read with all its changes accepted and no comments shown."""

from collections.abc import Iterator
from functools import cache

from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEXT_BOX, RUN = qn("w:txbxContent"), qn("w:r")
# What is deleted or moved away, stands in a box of its own, is said a second time for old
# programs, or sets words but is none.
SILENT = frozenset(
    {
        *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:rt", "w:txbxContent")),
        _COMPATIBILITY + "Fallback",
    }
)
# What may stand between a paragraph, a table or its parts and whatever holds them.
WRAPPERS = frozenset(
    {
        *map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")),
        _COMPATIBILITY + "AlternateContent",
        _COMPATIBILITY + "Choice",
    }
)
SIGNS = {
    **dict.fromkeys(map(qn, ("w:tab", "w:ptab")), "\t"),
    **dict.fromkeys(map(qn, ("w:br", "w:cr")), "\n"),
    qn("w:noBreakHyphen"): "-",
}
PRIVATE = range(0xE000, 0xF900)


def select(element: BaseOxmlElement, path: str) -> list:
    """Return what a path with the usual prefixes leads to from any element."""
    return _compiled(path)(element)


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=nsmap)


def inner(container: BaseOxmlElement, *tags: str) -> Iterator[BaseOxmlElement]:
    """Yield the elements that a container holds, also through content controls and the like."""
    for element in container:
        if element.tag in tags:
            yield element
        elif element.tag in WRAPPERS:
            yield from inner(element, *tags)


def words(element: BaseOxmlElement) -> str:
    """Return what a paragraph, or a part of one, says."""
    if element.tag in SILENT or (element.tag == RUN and _is_hidden(element)):
        return ""
    if element.tag in SIGNS:
        return SIGNS[element.tag]
    if element.tag == qn("w:sym"):
        return _symbol(element)
    own = element.text or "" if element.tag in (qn("w:t"), qn("m:t")) else ""
    return own + "".join(map(words, element))


def text_boxes(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the text boxes that are tied to a paragraph, not those within them."""
    return found(paragraph, TEXT_BOX)


def references(paragraph: BaseOxmlElement, kind: str) -> Iterator[str]:
    """Yield the numbers of the footnotes or endnotes that a paragraph refers to."""
    return (mark.get(qn("w:id")) for mark in found(paragraph, qn(f"w:{kind}Reference")))


def is_deleted(element: BaseOxmlElement) -> bool:
    """Tell whether a paragraph's end, or a row of a table, is deleted in a tracked change."""
    return bool(select(element, "./w:pPr/w:rPr/w:del | ./w:trPr/w:del"))


def found(element: BaseOxmlElement, *tags: str) -> Iterator[BaseOxmlElement]:
    """Yield the outermost elements of some kinds in what is shown of another."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in SILENT:
            yield from found(child, *tags)


def _is_hidden(run: BaseOxmlElement) -> bool:
    marks = select(run, "./w:rPr/w:vanish")
    return bool(marks) and marks[0].get(qn("w:val")) not in ("0", "false", "off")


def _symbol(element: BaseOxmlElement) -> str:
    """Return a character given by number, unless only its font knows what it looks like."""
    code = int(element.get(qn("w:char"), "F000"), 16)
    return "" if code in PRIVATE else chr(code)
