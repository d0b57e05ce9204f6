"""Sentences and clauses with the words and numbers that stand in them."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from analysis.facts.kinds import Marked, find_kinds
from analysis.facts.lexing import Token, tokens
from analysis.facts.quantities import Quantity, find_quantities

_SILENT = set("、“”《》〔〕—· ")
_STOPS = re.compile(r"[,;:。!?()]|(?<=[一-龥])\.(?=[一-龥“《]|$)")
_FULL_STOPS = ("。", ".", "!", "?", "")
_TITLE = re.compile(r"《[^《》]*》")
_ASIDE = 12  # a longer parenthesis, or one with a number, is a clause of its own: (占53.3%)


class Clause(NamedTuple):
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
        known = [(t.start, t.end) for t in self.tokens if not t.has("shield")]
        known += [(q.before, q.behind) for q in self.quantities]
        known += [(d.start, d.end) for d in self.dates] + self.asides
        said = self.text[self.start : self.end]
        covered = _covered(said, ((a - self.start, b - self.start) for a, b in known))
        return [not hit and char not in _SILENT for hit, char in zip(covered, said, strict=True)]


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
    spans = [(q.before, q.behind) for q in quantities]
    spans += [(m.start() + 1, m.end() - 1) for m in _TITLE.finditer(text)]
    taken = _covered(text, spans)
    return [t for t in words if not taken[t.start]]


def _covered(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """Return a flag for each character of a text: whether it stands in one of the spans."""
    flags = bytearray(len(text))
    for start, end in spans:
        end = min(end, len(text))
        flags[start:end] = b"\1" * (end - start)
    return flags


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
    spans = [(w.start, w.end) for w in words] + [(q.start, q.end) for q in quantities]
    spans += [(m.start, m.end) for m in marked] + asides
    inside = _covered(text, [*spans, *(m.span() for m in _TITLE.finditer(text))])
    return [m.start() for m in _STOPS.finditer(text) if not inside[m.start()]]


def _cut(text, stops, words, quantities, marked, asides):
    """Yield the sentences between full stops, each with its clauses."""
    words, quantities, marked = _Ordered(words), _Ordered(quantities), _Ordered(marked)
    clauses, begin, opened_by, first = [], 0, "", 0
    for stop in [*stops, len(text)]:
        if stop > begin:
            within = words.between(begin, stop), quantities.between(begin, stop)
            clauses.append(Clause(begin, stop, opened_by, *within))
        opened_by = text[stop : stop + 1]
        begin = stop + 1
        if opened_by in _FULL_STOPS and clauses:
            end = min(begin, len(text))
            inside = [a for a in asides if first <= a[0] < end]
            yield Sentence(text, first, end, clauses, marked.between(first, end), inside)
            clauses, opened_by = [], ""
        if not clauses:
            first = begin


class _Ordered:
    """Items in order of their places, from which those of a stretch are taken at once."""

    def __init__(self, items):
        self.items, self.starts = items, [item.start for item in items]

    def between(self, start: int, end: int) -> list:
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
