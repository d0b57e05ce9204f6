"""Of how many parts a report says it consists, and which it has (报告结构)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from analysis.codebook.outline import outline
from analysis.facts.quantities import chinese_number
from analysis.facts.view import View, view
from analysis.records import Announcement, Chapter, Passage

_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBER = rf"(?:{_HAN}|\d{{1,2}})"
_FAR = 260  # characters of the list of parts


def announcements(seen: View) -> Iterator[Announcement]:
    """Yield the numbers of parts that a passage announces.

    Examples
    --------
    >>> text = "全文由概述、政府信息公开情况、存在的主要问题及2018年工作思路四部分组成，"
    >>> [(one.parts, one.attached) for one in announcements(view(text, 0, len(text)))]
    [(4, 0)]
    """
    for match in _announcing().finditer(seen.text):
        start, end = seen.span(match.start("parts"), match.end("parts"))
        attached = sum(word in match[0] for word in outline().attached)
        yield Announcement(start, end, _count(match["parts"]), attached)


def chapters(passages: Iterable[Passage]) -> Iterator[Chapter]:
    """Yield the numbered titles of the parts of a report: those of the first kind that occurs.

    Titles numbered in Arabic digits alone are those of lists (1.机构健全); one among others is a
    misprint of theirs (1、概述, 二、主动公开).

    Parameters
    ----------
    passages : iterable of Passage
    """
    kinds: dict[str, list[Chapter]] = {}
    han: set[str] = set()
    for passage in passages:
        if passage.kind == "heading" and passage.level == 1:
            label = view(passage.label, 0, len(passage.label)).text
            for kind, pattern in _numbered().items():
                if match := pattern.match(label):
                    one = Chapter(passage.start, passage.end, _count(match[1]))
                    kinds.setdefault(kind, []).append(one)
                    han.update([kind] if not match[1].isdigit() else ())
    yield from next((found for kind, found in kinds.items() if kind in han), [])


def _count(written: str) -> int:
    return int(written) if written.isdigit() else chinese_number(written)


@cache
def _announcing() -> re.Pattern:
    book = outline()
    subjects, units = "|".join(book.subjects), "|".join(book.units)
    number = rf"(?P<parts>{_NUMBER})"
    return re.compile(
        rf"(?:{subjects})[^。;]{{0,{_FAR}}}?(?<![第一二三四五六七八九十\d]){number}个?(?:{units})"
    )


@cache
def _numbered() -> dict[str, re.Pattern]:
    folded = {one: view(one, 0, len(one)).text for one in outline().numbering}
    return {
        kind: re.compile(re.escape(shape).replace(re.escape("(number)"), f"({_NUMBER})"))
        for kind, shape in folded.items()
    }
