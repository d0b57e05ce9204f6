"""The body of a Word file: paragraphs, text boxes, notes and tables in reading order."""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from analysis.documents.boxes import laid_out
from analysis.documents.docx.numbers import Numbers
from analysis.documents.docx.pictures import pictures
from analysis.documents.docx.tables import boxes
from analysis.documents.docx.words import inner, is_deleted, references, text_boxes, words
from analysis.documents.parts import Part, Prose

PARAGRAPH, TABLE = qn("w:p"), qn("w:tbl")
NUMBERING = RELATIONSHIP_TYPE.NUMBERING
NOTES = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
# Names of the styles of a table of contents, and what its lines are called here.
CONTENTS, LABEL = "toc ", "table of contents"


class Body:
    """Reads the parts of one file in order; automatic numbers go on from part to part."""

    def __init__(self, document: Document) -> None:
        styles = {one.get(qn("w:styleId")): one for one in document.styles.element.style_lst}
        self._numbers = Numbers(_part(document, NUMBERING), styles)
        self._contents = {name for name, style in styles.items() if _is_of_contents(style)}
        self._notes = {
            (kind, note.get(qn("w:id"))): note
            for kind, relation in NOTES.items()
            for note in _part(document, relation, ())
        }

    def parts(self, container: BaseOxmlElement) -> Iterator[Part]:
        """Yield the parts of an element that holds paragraphs and tables."""
        for element in inner(container, PARAGRAPH, TABLE):
            if element.tag == TABLE:
                yield from laid_out(boxes(element, self.parts))
            else:
                yield from self._paragraph(element)

    def _paragraph(self, paragraph: BaseOxmlElement) -> Iterator[Part]:
        text = words(paragraph)
        if text or not is_deleted(paragraph):
            label = LABEL if paragraph.style in self._contents else ""
            yield Prose(self._numbers.before(paragraph) + text, label)
        yield from pictures(paragraph)
        for box in text_boxes(paragraph):
            yield from self.parts(box)
        for kind in NOTES:
            for number in references(paragraph, kind):
                yield from self.parts(self._notes.get((kind, number), ()))


def _part(document: Document, relation: str, missing=None) -> BaseOxmlElement | None:
    found = (one for one in document.part.rels.values() if one.reltype == relation)
    return next((parse_xml(one.target_part.blob) for one in found), missing)


def _is_of_contents(style: BaseOxmlElement) -> bool:
    return (style.name_val or "").lower().startswith(CONTENTS)
