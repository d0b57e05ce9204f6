"""Pictures, charts and embedded sheets in a paragraph of a Word file."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from analysis.documents.docx.words import found, select
from analysis.documents.parts import Picture
from analysis.documents.pictures import is_large, styled

# What holds a drawing; `w:object` is a sheet of another program, shown as a picture.
HOLDERS = tuple(map(qn, ("w:drawing", "w:pict", "w:object")))
IMAGES = (
    *map(qn, ("pic:pic", "c:chart", "dgm:relIds")),
    "{urn:schemas-microsoft-com:vml}imagedata",
)
PER_POINT = 12700  # of the units in which a drawing says its size


def pictures(paragraph: BaseOxmlElement) -> Iterator[Picture]:
    """Yield a picture for each large one in a paragraph, not those in its text boxes."""
    for holder in found(paragraph, *HOLDERS):
        image = next(found(holder, *IMAGES), None)
        if image is not None and is_large(*_size(holder, image)):
            yield Picture()


def _size(holder: BaseOxmlElement, image: BaseOxmlElement) -> tuple[float | None, float | None]:
    """Return width and height in points, None where they are not said."""
    extents = select(holder, "./*/wp:extent")
    if extents:
        return tuple(int(extents[0].get(name, 0)) / PER_POINT for name in ("cx", "cy"))
    style = image.getparent().get("style", "")
    return styled(style, "width"), styled(style, "height")
