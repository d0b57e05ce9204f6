"""The parts of a clean text: title, headings as a tree, paragraphs, tables, page furniture."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import NamedTuple

from analysis.documents.blocks import Wrapping, blocks, is_table
from analysis.documents.furniture import furniture
from analysis.documents.headings import Headings, label
from analysis.documents.lines import Line, lines
from analysis.documents.parts import Mark
from analysis.documents.titles import find_table_title, find_title
from analysis.documents.typed import typed_table
from analysis.records import Passage, Table

# What a word processor leaves before a paragraph; it does not break the paragraph off its line.
MARK = re.compile(r"^(\[bookmark:[^\]\n]*\]\s*)(?=\S)")


class Structure(NamedTuple):
    """The parts of a text, and those of them that are tables as rows of cells."""

    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]


def structured(text: str, tables: Iterable[Table] = (), marks: Iterable[Mark] = ()) -> Structure:
    """Tell the parts of `text`, in order and without overlap.

    Together they cover every character that is not white space. A paragraph broken at a fixed
    width is one passage that spans its line ends.

    Parameters
    ----------
    text : str
    tables : iterable of Table
        Those that the format tells of; tables typed as text are found here.
    marks : iterable of Mark
        Page furniture that the format tells of; what its words and place tell is found here.

    Examples
    --------
    >>> made = structured("一、概述\\n2017年，我市公开信息9条。")
    >>> [(p.kind, p.level, p.label) for p in made.passages]
    [('heading', 1, '一、概述'), ('paragraph', 0, '')]
    """
    tables = list(tables)
    told = sorted(_told(text, tables, marks), key=lambda passage: passage.start)
    starts = [passage.start for passage in told]

    def before(line: Line) -> int:  # how many parts that the format tells of begin before it
        return bisect_right(starts, line.start)

    every = (part for line in lines(text) for part in _apart(line))
    rows = [one for one in every if not before(one) or told[before(one) - 1].end <= one.start]
    title = find_title(rows) or (
        find_table_title([row for row in rows if not before(row)]) if tables else None
    )
    aside = furniture(rows, title)
    found = [Passage(rows[i].start, rows[i].end, "furniture", 0, name) for i, name in aside.items()]
    if title:
        found.append(Passage(rows[title[0]].start, rows[title[1]].end, "title"))
    apart = aside.keys() | (set(range(title[0], title[1] + 1)) if title else set())
    groups = groupby(range(len(rows)), key=lambda i: (i in apart, before(rows[i])))
    stretches = [[rows[i] for i in group] for (is_apart, _), group in groups if not is_apart]
    for part in _report(text, stretches):
        if isinstance(part, Table):
            tables.append(part)
            part = Passage(part.start, part.end, "table")
        found.append(part)
    in_order = sorted([*found, *told], key=lambda passage: passage.start)
    return Structure(tuple(in_order), tuple(sorted(tables, key=lambda table: table.start)))


def _told(text: str, tables: Iterable[Table], marks: Iterable[Mark]) -> Iterator[Passage]:
    """Yield the parts that the format tells of, without white space around them."""
    for table in tables:
        yield from _trimmed(text, table.start, table.end, "table", "")
    for mark in marks:
        yield from _trimmed(text, mark.start, mark.end, "furniture", mark.label)


def _trimmed(text: str, start: int, end: int, kind: str, name: str) -> Iterator[Passage]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        yield Passage(start, start + len(words.strip()), kind, 0, name)


def _apart(line: Line) -> Iterator[Line]:
    """Yield a mark that stands before a paragraph as a line of its own."""
    mark = MARK.match(line.text)
    if not mark:
        yield line
        return
    width = len(mark[1].rstrip())
    start = line.start + mark.end()
    yield Line(line.start, line.start + width, line.text[:width], line.indented, line.apart)
    yield Line(start, line.end, line.text[mark.end() :], line.indented, line.apart)


def _report(text: str, stretches: list[list[Line]]) -> Iterator[Passage | Table]:
    """Yield the parts of the report; no paragraph reaches over furniture in between."""
    headings = Headings()
    wrapping = Wrapping([line for stretch in stretches for line in stretch])
    for block in chain.from_iterable(blocks(stretch, wrapping) for stretch in stretches):
        if is_table(block):
            yield typed_table(text, block)
        else:
            yield from _paragraph(text, block[0].start, block[-1].end, headings)


def _paragraph(text: str, start: int, end: int, headings: Headings) -> Iterator[Passage]:
    length, level = headings.heading(text[start:end])
    stop = start + length
    if length:
        yield Passage(start, stop, "heading", level, label(text[start:stop]))
    rest = text[stop:end]
    if rest.strip():
        yield Passage(end - len(rest.lstrip()), end, "paragraph", 0 if length else level)
