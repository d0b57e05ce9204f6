"""Pictures whose words nobody reads (图片): how large they have to be, and where they stand."""

import re
from collections.abc import Sequence

from analysis.documents.parts import Assembled, Mark
from analysis.records import Passage

# In points: a picture that is smaller holds no table or text; a seal or a code is no wider.
WIDTH, HEIGHT = 150, 75
# How many of the words before a picture say where it stands.
LONGEST = 20
LENGTH = re.compile(r"(\d*\.?\d+)(px|pt|in|cm|mm)?")
POINTS = {"": 0.75, "px": 0.75, "pt": 1, "in": 72, "cm": 28.35, "mm": 2.835}


def is_large(width: float | None, height: float | None) -> bool:
    """Tell whether a picture may hold a table or text, given its size in points if known."""
    return (width is None or width >= WIDTH) and (height is None or height >= HEIGHT)


def points(written: str) -> float | None:
    """Return a length of a web page or a style in points, None where it is none.

    Examples
    --------
    >>> points("200px"), points("415.3pt"), points("16"), points("100%"), points("auto")
    (150.0, 415.3, 12.0, None, None)
    """
    match = LENGTH.fullmatch(written.strip().lower())
    return float(match[1]) * POINTS[match[2] or ""] if match else None


def styled(style: str, name: str) -> float | None:
    """Return a length that a style sets, in points.

    Examples
    --------
    >>> styled("max-width:9px; width: 100pt", "width"), styled("width:50%", "width")
    (100.0, None)
    """
    match = re.search(rf"(?:^|;)\s*{name}\s*:\s*([^;!]+)", style.lower())
    return points(match[1]) if match else None


def places(made: Assembled, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return where each picture of a report stands: its page, or the words before it.

    A picture without a page is left out where it stands above the title, or below the page
    furniture that follows the report.
    """
    within = _reach(made.text, passages)
    found = (one for one in made.pictures if one.label or one.start in within)
    return tuple(one.label or _words_before(made.text, one) for one in found)


def _reach(text: str, passages: Sequence[Passage]) -> range:
    """Return the places in a text where a picture belongs to the report."""
    title = next((one.end for one in passages if one.kind == "title"), 0)
    last = max((one.end for one in passages if one.kind != "furniture"), default=0)
    behind = (one.start for one in passages if one.start >= last)
    return range(title, next(behind, len(text)) + 1)


def _words_before(text: str, picture: Mark) -> str:
    line = " ".join(text[: picture.start].rstrip().rpartition("\n")[2].split())
    return line if len(line) <= LONGEST else f"…{line[-LONGEST:]}"
