"""Automatic numbers before the paragraphs of a Word file (自动编号), which are no text in it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from analysis.documents.docx.words import select

DIGITS, WIDE_DIGITS = "〇一二三四五六七八九", "０１２３４５６７８９"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
PLACE = re.compile("%([1-9])")
LONGEST_CHAIN = 20  # of styles, each based on the next


def counting(number: int) -> str:
    """Write a number below a hundred as headings do, others digit by digit.

    Examples
    --------
    >>> [counting(n) for n in (1, 10, 11, 20, 35, 104)]
    ['一', '十', '十一', '二十', '三十五', '一〇四']
    """
    tens, ones = divmod(number, 10)
    if tens > 9:
        return _digits(DIGITS)(number)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + DIGITS[ones] * bool(ones)


def _digits(signs: str) -> Callable[[int], str]:
    return lambda number: "".join(signs[int(digit)] for digit in str(number))


def _circled(number: int) -> str:
    return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else f"({number})"


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": _digits(WIDE_DIGITS),
    "decimalFullWidth2": _digits(WIDE_DIGITS),
    "ideographDigital": _digits(DIGITS),
    "japaneseDigitalTenThousand": _digits(DIGITS),
    "taiwaneseDigital": _digits(DIGITS),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "japaneseCounting",
            "taiwaneseCounting", "taiwaneseCountingThousand",
        ),
        counting,
    ),
}  # fmt: skip


class Level(NamedTuple):
    """How one level of a list writes its numbers: %2 in its pattern is the number of level 2."""

    start: int
    format: str
    pattern: str
    plain: bool

    def written(self, levels: dict[int, "Level"], counts: dict[int, int]) -> str:
        """Return the number that the counts make, empty where a format is not known."""
        places = [int(place) - 1 for place in PLACE.findall(self.pattern)]
        known = [levels[at] for at in places if at in levels]
        if len(known) < len(places) or any(FORMATS.get(one.format) is None for one in known):
            return ""
        signs = iter(
            FORMATS["decimal" if self.plain else one.format](counts.get(at, one.start))
            for at, one in zip(places, known, strict=True)
        )
        return PLACE.sub(lambda _: next(signs), self.pattern)


class Numbering(NamedTuple):
    """A list of paragraphs; several share one count, unless they start it anew."""

    levels: dict[int, Level]
    counts: dict[int, int]
    starts: frozenset[int]

    def begin(self) -> None:
        """Start anew what this list is told to."""
        for level in self.starts:
            self.counts.pop(level, None)

    def next(self, level: int) -> str:
        """Count a paragraph of a level; deeper levels start again below it."""
        if level not in self.levels or self.levels[level].format not in FORMATS:
            return ""
        self.counts[level] = self.counts.get(level, self.levels[level].start - 1) + 1
        for deeper in [one for one in self.counts if one > level]:
            del self.counts[deeper]
        return self.levels[level].written(self.levels, self.counts)


class Numbers:
    """Counts the numbered paragraphs of one file in order.

    Parameters
    ----------
    numbering : element or None
        What the file says on its lists.
    styles : dict of str to element
        Its styles by id.
    """

    def __init__(
        self, numbering: BaseOxmlElement | None, styles: dict[str, BaseOxmlElement]
    ) -> None:
        self._styles = styles
        self._lists = {} if numbering is None else dict(_lists(numbering))
        self._begun: set[str] = set()

    def before(self, paragraph: BaseOxmlElement) -> str:
        """Return the number before a paragraph, empty where it has none of a known format.

        A space follows one that ends in a Latin sign: 1. before 5月 is not 1.5.
        """
        name, level = (self._stated(paragraph, tag) for tag in ("numId", "ilvl"))
        if name not in self._lists:
            return ""
        if name not in self._begun:
            self._lists[name].begin()
            self._begun.add(name)
        number = self._lists[name].next(int(level or 0))
        return number + " " * number[-1:].isascii() if number else ""

    def _stated(self, paragraph: BaseOxmlElement, tag: str) -> str | None:
        """Return what a paragraph, or the nearest of its styles, says on its list."""
        holder, name = paragraph, _first(paragraph, "./w:pPr/w:pStyle/@w:val")
        for _ in range(LONGEST_CHAIN):
            found = _first(holder, f"./w:pPr/w:numPr/w:{tag}/@w:val")
            if found or name not in self._styles:
                return found
            holder = self._styles[name]
            name = _first(holder, "./w:basedOn/@w:val")
        return None


def _lists(numbering: BaseOxmlElement) -> Iterator[tuple[str, Numbering]]:
    patterns = {one.get(qn("w:abstractNumId")): one for one in select(numbering, "./w:abstractNum")}
    shared = {name: {} for name in patterns}
    for one in select(numbering, "./w:num"):
        name = _first(one, "./w:abstractNumId/@w:val")
        if name not in patterns:
            continue
        levels = dict(map(_level, select(patterns[name], "./w:lvl")))
        overridden = select(one, "./w:lvlOverride[w:startOverride]")
        for override in overridden:
            at = int(override.get(qn("w:ilvl")))
            start = int(_first(override, "./w:startOverride/@w:val"))
            levels |= {at: levels[at]._replace(start=start)} if at in levels else {}
        starts = frozenset(int(override.get(qn("w:ilvl"))) for override in overridden)
        yield one.get(qn("w:numId")), Numbering(levels, shared[name], starts)


def _level(element: BaseOxmlElement) -> tuple[int, Level]:
    level = Level(
        int(_first(element, "./w:start/@w:val") or 1),
        _first(element, "./w:numFmt/@w:val") or "decimal",
        _first(element, "./w:lvlText/@w:val") or "",
        bool(select(element, "./w:isLgl")),
    )
    return int(element.get(qn("w:ilvl"))), level


def _first(element: BaseOxmlElement, path: str) -> str | None:
    return next(iter(select(element, path)), None)
