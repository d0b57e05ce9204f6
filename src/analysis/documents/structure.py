"""The parts of a clean text: title, headings as a tree, paragraphs, tables, page furniture."""

import re
from collections.abc import Iterator
from itertools import chain, groupby

from analysis.documents.blocks import Wrapping, blocks, is_table
from analysis.documents.furniture import furniture
from analysis.documents.headings import Headings, label
from analysis.documents.lines import Line, lines
from analysis.documents.titles import find_title
from analysis.records import Passage

# What a word processor leaves before a paragraph; it does not break the paragraph off its line.
MARK = re.compile(r"^(\[bookmark:[^\]\n]*\]\s*)(?=\S)")


def passages(text: str) -> tuple[Passage, ...]:
    """Return the parts of `text`, in order and without overlap.

    Together they cover every character that is not white space. A paragraph broken at a fixed
    width is one passage that spans its line ends.

    Examples
    --------
    >>> [(p.kind, p.level, p.label) for p in passages("一、概述\\n2017年，我市公开信息9条。")]
    [('heading', 1, '一、概述'), ('paragraph', 0, '')]
    """
    rows = [part for line in lines(text) for part in _apart(line)]
    title = find_title(rows)
    marks = furniture(rows, title)
    found = [Passage(rows[i].start, rows[i].end, "furniture", 0, name) for i, name in marks.items()]
    if title:
        found.append(Passage(rows[title[0]].start, rows[title[1]].end, "title"))
    apart = marks.keys() | (set(range(title[0], title[1] + 1)) if title else set())
    stretches = groupby(range(len(rows)), key=lambda i: i in apart)
    found.extend(
        _report(text, [[rows[i] for i in group] for aside, group in stretches if not aside])
    )
    return tuple(sorted(found, key=lambda passage: passage.start))


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


def _report(text: str, stretches: list[list[Line]]) -> Iterator[Passage]:
    """Yield the parts of the report; no paragraph reaches over furniture in between."""
    headings = Headings()
    wrapping = Wrapping([line for stretch in stretches for line in stretch])
    for block in chain.from_iterable(blocks(stretch, wrapping) for stretch in stretches):
        start, end = block[0].start, block[-1].end
        if is_table(block):
            yield Passage(start, end, "table")
        else:
            yield from _paragraph(text, start, end, headings)


def _paragraph(text: str, start: int, end: int, headings: Headings) -> Iterator[Passage]:
    length, level = headings.heading(text[start:end])
    stop = start + length
    if length:
        yield Passage(start, stop, "heading", level, label(text[start:stop]))
    rest = text[stop:end]
    if rest.strip():
        yield Passage(end - len(rest.lstrip()), end, "paragraph")
