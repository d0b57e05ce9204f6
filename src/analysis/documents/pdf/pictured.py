"""The pictures of a page, and how much of it they cover without words that could be read."""

from collections.abc import Iterable, Sequence

from pdfplumber.page import Page

from analysis.documents.pdf.printed import PrintedLine
from analysis.documents.pdf.ruled import Box

# In points: how exactly the strips meet that a program cuts one picture into.
SEAM = 1


def pictures(page: Page) -> list[Box]:
    """Return where pictures stand on a page, strips of one picture as one."""
    boxes: list[Box] = []
    for box in sorted(_on(page, image) for image in page.images):
        if boxes and _continues(boxes[-1], box):
            boxes[-1] = boxes[-1]._replace(bottom=max(boxes[-1].bottom, box.bottom))
        else:
            boxes.append(box)
    return boxes


def unread(boxes: Iterable[Box], lines: Sequence[PrintedLine]) -> float:
    """Return the area, in square points, of the pictures on which no line stands."""
    bare = (box for box in boxes if not any(box.holds(line) for line in lines))
    return sum((box.x1 - box.x0) * (box.bottom - box.top) for box in bare)


def _on(page: Page, image: dict) -> Box:
    """Return the box of a picture as far as it lies on its page."""
    across, down = (page.bbox[0], page.bbox[2]), (page.bbox[1], page.bbox[3])
    ends = ("x0", across), ("top", down), ("x1", across), ("bottom", down)
    return Box(*(min(max(image[name], low), high) for name, (low, high) in ends))


def _continues(upper: Box, lower: Box) -> bool:
    aligned = abs(upper.x0 - lower.x0) <= SEAM and abs(upper.x1 - lower.x1) <= SEAM
    return aligned and lower.top <= upper.bottom + SEAM
