"""Which policy area a figure outside the forms is of (数字所属政策领域)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.codebook.announcements import Wording, announcements, wording_of
from analysis.codebook.areas import areas_in
from analysis.facts.lexing import mentions

_CLAUSE = re.compile(r"([^,;:。!?]+(?:(?<=\d),(?=\d{3})[^,;:。!?]+)*)([,;:。!?]?)")
_OTHERS = ("foreign", "others")
_DIGIT = re.compile(r"\d")
_LONGEST = 80  # characters of a clause that announces something
_SENTENCE, _HALF = re.compile("[。!?]"), re.compile("[;。!?]")


class Announced(NamedTuple):
    """A stretch of a view whose figures are about the areas named at its beginning."""

    start: int
    end: int
    areas: tuple[str, ...]
    is_theme: bool = False  # whether it names a subject at all, be it of no area


def announced(text: str, heading: str = "") -> list[Announced]:
    """Return what a heading and the clauses of a passage's view announce, in order.

    Examples
    --------
    >>> text = "一是保障性住房方面,开工8773套。二是住房公积金运行情况公开。"
    >>> [(one.start, one.areas) for one in announced(text)]
    [(0, ()), (0, ('housing',)), (18, ())]
    """
    areas = named(heading)
    return [Announced(0, len(text), areas, bool(areas)), *_clauses(text)]


def area_of(before: str, behind: str, earlier: str, announced: tuple[str, ...]) -> str:
    """Return the area of a figure; empty where none is named or announcements name several.

    Parameters
    ----------
    before, behind : str
        The words between the figure and what stands next to it.
    earlier : str
        The rest of its sentence before it.
    announced : tuple of str
        The areas that the announcement in force names.

    Examples
    --------
    >>> area_of("公开保障性住房、产品质量等方面的执法监管信息", "", "", ("housing",))
    'market_supervision'
    >>> area_of("公布监督抽检、行政处罚等信息", "", "", ("food_and_drugs",))
    'food_and_drugs'
    """
    listed, head = _head(before)
    if announcements().rest.search(head):
        return ""
    sure = announced if len(announced) == 1 else ()
    if named := areas_in(head) or sure or areas_in(listed) or areas_in(behind):
        return named[0]
    continues = announcements().continues.match(before.strip("、和及与"))
    return next(reversed(areas_in(earlier)), "") if continues else ""


def in_force(known: list[Announced], place: int) -> tuple[str, ...]:
    """Return the areas of the last announcement that holds at a place of the view."""
    return next((one.areas for one in reversed(known) if one.start < place <= one.end), ())


def is_of_a_theme(known: list[Announced], place: int) -> bool:
    """Tell whether the announcement that holds at a place names a subject: 推进高校信息公开."""
    return next((one.is_theme for one in reversed(known) if one.start < place <= one.end), False)


def _head(phrase: str) -> tuple[str, str]:
    """Part the examples of a list from the noun that they are examples of."""
    *listed, head = announcements().lists.split(phrase)
    return "等".join(listed), head


def _clauses(text: str) -> Iterator[Announced]:
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span(1)
        wording = wording_of(text, start, end) if end - start <= _LONGEST else None
        if wording:
            areas, reach = named(clause[1]), _reach(text, clause, wording)
            yield Announced(start, reach, areas, bool(areas) or _is_theme(clause[1]))


def _is_theme(clause: str) -> bool:
    """Tell whether a clause without a figure of its own names another subject: 推进高校信息公开."""
    return not _DIGIT.search(clause) and any(mentions(clause, said) for said in _OTHERS)


def _reach(text: str, clause: re.Match, wording: Wording) -> int:
    if wording.numbered or _SENTENCE.match(clause[2]):
        return len(text)
    ends = _HALF.search(text, clause.end())
    return ends.start() if ends else len(text)


def named(words: str) -> tuple[str, ...]:
    """Return the policy areas that words name, each once, in order."""
    return tuple(dict.fromkeys(areas_in(words)))
