"""Sentences and clauses with the words and numbers that stand in them."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from analysis.facts.kinds import Marked, find_kinds
from analysis.facts.lexing import Token, tokens
from analysis.facts.quantities import Quantity, find_quantities

_SILENT = set("、“”《》〔〕—· ")
_STOPS = re.compile(r"[,;:。!?()]|(?<=[一-龥])\.(?=[一-龥“《]|$)")
_TITLE = re.compile(r"《[^《》]*》")
_ASIDE = 12  # a longer parenthesis, or one with a number, is a clause of its own: (占53.3%)


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two stops.

    Attributes
    ----------
    start, end : int
        Offsets in the view, without the stops.
    opened_by : str
        The stop before it, empty at the beginning of a sentence.
    """

    start: int
    end: int
    opened_by: str
    tokens: list[Token]
    quantities: list[Quantity]

    @property
    def counts(self) -> list[Quantity]:
        """Its numbers, percentages aside."""
        return [q for q in self.quantities if not q.is_percentage]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a view.

    Attributes
    ----------
    text : str
        The whole view's text, which all offsets refer to.
    start, end : int
        From its first character to its full stop, included.
    """

    text: str
    start: int
    end: int
    clauses: list[Clause]
    dates: list[Marked] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)

    @cached_property
    def tokens(self) -> list[Token]:
        """Known words, in order."""
        return [token for clause in self.clauses for token in clause.tokens]

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Numbers, percentages included, in order."""
        return [quantity for clause in self.clauses for quantity in clause.quantities]

    def unknown(self, start: int, end: int) -> int:
        """Count the characters of ``text[start:end]`` that no known word, number or sign covers."""
        return sum(self._unknown[max(start, self.start) - self.start : end - self.start])

    @cached_property
    def _unknown(self) -> list[bool]:
        flags = [char not in _SILENT for char in self.text[self.start : self.end]]
        known = [(t.start, t.end) for t in self.tokens if not t.has("shield")]
        known += [(q.before, q.behind) for q in self.quantities]
        known += [(d.start, d.end) for d in self.dates] + self.asides
        for start, end in known:
            first, last = start - self.start, min(end, self.end) - self.start
            flags[first:last] = [False] * (last - first)
        return flags


def sentences(text: str, level: str) -> list[Sentence]:
    """Cut a view's text into sentences and clauses.

    Examples
    --------
    >>> text = "全市没有收到举报投诉。2016年受理申请120件,其中网络申请64件(占53.3%)。"
    >>> [[s.text[c.start:c.end] for c in s.clauses] for s in sentences(text, "county")]
    [['全市没有收到举报投诉'], ['2016年受理申请120件', '其中网络申请64件', '占53.3%']]
    """
    marked = find_kinds(text)
    quantities = _counting(text, marked)
    words = _outside_titles(text, tokens(text, level), quantities)
    asides = _asides(text, quantities)
    stops = _stops(text, words, quantities, asides, marked)
    return list(_cut(text, stops, words, quantities, marked, asides))


def _counting(text: str, marked: list[Marked]) -> list[Quantity]:
    """Return the quantities: digits of no date or document number, and no rank (第三次, 前3位)."""
    taken = {place for m in marked for place in range(m.start, m.end)}
    found = find_quantities(text, taken)
    return [q for q in found if text[q.before - 1 : q.before] not in ("第", "前")]


def _outside_titles(text: str, words: list[Token], quantities: list[Quantity]) -> list[Token]:
    """Drop the words inside a document's title (《…》) and those that a number has taken."""
    taken = {place for q in quantities for place in range(q.before, q.behind)}
    for title in _TITLE.finditer(text):
        taken.update(range(title.start() + 1, title.end() - 1))
    return [
        t for t in words if not (t.start in taken and t.end - 1 in taken) and t.start not in taken
    ]


def _asides(text: str, quantities: list[Quantity]) -> list[tuple[int, int]]:
    """Return short parentheses without a number, which only gloss a word: 培训会议(班)."""
    numbers = {q.start for q in quantities}
    return [
        match.span()
        for match in re.finditer(r"\([^()]*\)", text)
        if len(match.group()) <= _ASIDE and numbers.isdisjoint(range(*match.span()))
    ]


def _stops(text, words, quantities, asides, marked) -> list[int]:
    """Return where stops stand that are not part of a word, a number, a title or an aside."""
    inside = {place for w in words for place in range(w.start, w.end)}
    inside.update(place for q in quantities for place in range(q.start, q.end))
    inside.update(place for m in marked for place in range(m.start, m.end))
    inside.update(place for a, b in asides for place in range(a, b))
    inside.update(place for m in _TITLE.finditer(text) for place in range(*m.span()))
    return [m.start() for m in _STOPS.finditer(text) if m.start() not in inside]


def _cut(text, stops, words, quantities, marked, asides):
    """Yield the sentences between full stops, each with its clauses."""
    clauses, begin, opened_by, first = [], 0, "", 0
    for stop in [*stops, len(text)]:
        if stop > begin:
            clauses.append(
                Clause(
                    begin, stop, opened_by, _in(words, begin, stop), _in(quantities, begin, stop)
                )
            )
        opened_by = text[stop : stop + 1]
        begin = stop + 1
        if opened_by in ("。", ".", "!", "?", "") and clauses:
            end = min(begin, len(text))
            yield Sentence(
                text,
                first,
                end,
                clauses,
                _in(marked, first, end),
                [a for a in asides if first <= a[0] < end],
            )
            clauses, opened_by = [], ""
        if not clauses:
            first = begin


def _in(items, start, end):
    """Return the items that begin between two offsets; they are in order."""
    by_start = attrgetter("start")
    return items[bisect_left(items, start, key=by_start) : bisect_left(items, end, key=by_start)]
