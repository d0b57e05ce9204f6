"""Characters become lines by where they stand on a page, in whatever order they were drawn."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from math import atan2, degrees
from statistics import median
from typing import Any, NamedTuple

from pdfplumber.utils import cluster_objects

# In parts of the size of a character: how far the middles of one line are apart, how near the
# same character drawn twice for a bold look, and which gap is a space, or a column's.
SAME_LINE, OVERPRINT, GAP_OF_LETTERS, GAP, COLUMN = 0.4, 0.15, 0.2, 0.5, 2
# Chinese characters and their punctuation, and what is printed as wide in a Chinese font.
CHINESE, WIDE = "\u2e80", "“”‘’—…·"
LEVEL, UPWARD, DOWNWARD, SLANTED = range(4)
TURNS = {0: LEVEL, 90: UPWARD, -90: DOWNWARD}
# A character that a font draws without saying which one it is.
UNKNOWN = "\ufffd"

# Radicals that stand for the whole character in a text layer but have no compatibility mapping,
# and one whose mapping is the traditional form.
RADICALS = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⼾",
    "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙户",
)
COMPATIBLE = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
USUAL = {code: unicodedata.normalize("NFKC", chr(code)) for codes in COMPATIBLE for code in codes}
USUAL |= RADICALS


class Glyph(NamedTuple):
    """A character as drawn: its box, and its place along and across its line."""

    text: str
    turn: int
    x0: float
    top: float
    x1: float
    bottom: float
    start: float
    end: float
    across: float
    size: float


class PrintedLine(NamedTuple):
    """A line of a page or of a cell."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float


def glyphs(characters: Iterable[dict[str, Any]]) -> list[Glyph]:
    """Return the characters of a page that leave a mark on it."""
    drawn = (_glyph(one) for one in characters if one["text"].strip())
    return [glyph for glyph in drawn if glyph.size > 0]


def _glyph(one: dict[str, Any]) -> Glyph:
    x0, top, x1, bottom = one["x0"], one["top"], one["x1"], one["bottom"]
    along = {UPWARD: (-bottom, -top, (x0 + x1) / 2), DOWNWARD: (top, bottom, -(x0 + x1) / 2)}
    turned = turn(*one["matrix"][:2])
    start, end, across = along.get(turned, (x0, x1, (top + bottom) / 2))
    size = x1 - x0 if turned in along else bottom - top
    return Glyph(_character(one["text"]), turned, x0, top, x1, bottom, start, end, across, size)


def turn(right: float, up: float) -> int:
    """Tell how a character is turned, given which way its line runs."""
    if up == 0 < right:
        return LEVEL
    return TURNS.get(round(degrees(atan2(up, right)) / 10) * 10, SLANTED)


def _character(text: str) -> str:
    """Return a character as it is usually written.

    Examples
    --------
    >>> [_character(drawn) for drawn in ("⼀", "⻓", "⼾", "①", "Ⅳ", "(cid:31)")]
    ['一', '长', '户', '①', 'Ⅳ', '\ufffd']
    """
    if text.startswith("(cid:") or unicodedata.category(text[0]) == "Cc":
        return UNKNOWN
    return text.translate(USUAL)


def printed_lines(drawn: Iterable[Glyph]) -> list[PrintedLine]:
    """Return the lines that characters make, from top to bottom, turned ones after the others."""
    in_turn = sorted(drawn, key=lambda glyph: glyph.turn)
    groups = groupby(in_turn, key=lambda glyph: glyph.turn)
    return [line for _, group in groups for line in _lines(list(group))]


def _lines(drawn: list[Glyph]) -> Iterator[PrintedLine]:
    tolerance = SAME_LINE * median(glyph.size for glyph in drawn)
    for row in cluster_objects(drawn, lambda glyph: glyph.across, tolerance):
        yield _line(_printed_once(sorted(row, key=lambda glyph: glyph.start)))


def _printed_once(row: list[Glyph]) -> list[Glyph]:
    once = row[:1]
    for before, glyph in pairwise(row):
        near = glyph.start - before.start < OVERPRINT * glyph.size
        if not (near and glyph.text == before.text):
            once.append(glyph)
    return once


def _line(row: list[Glyph]) -> PrintedLine:
    stretched = _stretched(row)
    text = row[0].text + "".join(_space(a, b, stretched) + b.text for a, b in pairwise(row))
    x0, top = min(glyph.x0 for glyph in row), min(glyph.top for glyph in row)
    x1, bottom = max(glyph.x1 for glyph in row), max(glyph.bottom for glyph in row)
    return PrintedLine(text, x0, top, x1, bottom, max(glyph.size for glyph in row))


def _stretched(row: list[Glyph]) -> float:
    """Return the white space that fills a line to its end, the same between all characters."""
    pairs = ((a, b) for a, b in pairwise(row) if is_chinese(a.text) and is_chinese(b.text))
    usual = median([_gap(a, b) for a, b in pairs] or [0])
    return usual if 0 < usual < GAP else 0


def _gap(before: Glyph, after: Glyph) -> float:
    return (after.start - before.end) / max(before.size, after.size)


def _space(before: Glyph, after: Glyph, stretched: float) -> str:
    gap = _gap(before, after) - stretched
    if gap > COLUMN:
        return "  "
    chinese = is_chinese(before.text) or is_chinese(after.text)
    return " " if gap > (GAP if chinese else GAP_OF_LETTERS) else ""


def is_chinese(character: str) -> bool:
    """Tell whether a character is one that no space parts from its neighbours."""
    return character >= CHINESE or character in WIDE
