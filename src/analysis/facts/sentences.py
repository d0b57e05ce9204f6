"""Sentences and clauses with the words and numbers that stand in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.facts.kinds import Marked, find_kinds
from analysis.facts.lexing import Token, mentions, tokens
from analysis.facts.quantities import Quantity, find_quantities

_LONGEST = 1500  # characters of a sentence
_SILENT = re.compile(r"[、“”《》〔〕—· ,;:。!?()]")
_END = re.compile(r"[。!?]|(?<=[一-龥])\.(?=[一-龥“《]|$)|$")
_STOP = re.compile(r"[,;:。!?()]|\.$")
_TITLE = re.compile(r"《[^《》]*》")
_ASIDE = re.compile(r"\([^()]{,80}\)")


class Clause(NamedTuple):
    """Words between two stops.

    Attributes
    ----------
    start, end : int
        Offsets in the view, without the stops.
    opened_by : str
        The stops before it, ``),`` behind a parenthesis; empty at the beginning of a sentence.
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


@dataclass(eq=False)
class Sentence:
    """A sentence of a view; its words are looked up when somebody asks for them.

    Attributes
    ----------
    text : str
        The whole view's text, which all offsets refer to.
    start, end : int
        From its first character to its full stop, included.
    level : str
        Of the reporting body, which decides what scope words mean.
    marked : list of Marked
        Dates, document numbers and the like.
    quantities : list of Quantity
        Numbers, percentages included, in order.
    is_cut : bool
        Whether it is a later piece of what is too long for a sentence, and so lacks its beginning.
    """

    text: str
    start: int
    end: int
    level: str
    marked: list[Marked]
    quantities: list[Quantity]
    is_cut: bool = False

    def mentions(self, facet: str) -> bool:
        """Tell whether a word for a facet stands in the sentence, without looking up all words."""
        return mentions(self.text[self.start : self.end], facet)

    @cached_property
    def tokens(self) -> list[Token]:
        """Known words, in order; none inside a document's title (《…》), an aside or a number."""
        words = tokens(self.text, self.level, self.start, self.end)
        within = [(a + 1, b - 1) for a, b in (*self._titles, *self._asides)]
        taken = self._flags([*self._numbers, *within])
        return [t for t in words if not taken[t.start - self.start]]

    @property
    def counted(self) -> list[Quantity]:
        """Its numbers, but for those in a parenthesis that only glosses a word."""
        return [quantity for clause in self.clauses for quantity in clause.quantities]

    @cached_property
    def clauses(self) -> list[Clause]:
        """Its clauses, in order."""
        return list(self._cut())

    def unknown(self, start: int, end: int) -> int:
        """Count the characters of ``text[start:end]`` that no known word, number or sign covers."""
        return sum(self._unknown[max(start, self.start) - self.start : end - self.start])

    @cached_property
    def _unknown(self) -> list[bool]:
        known = [(t.start, t.end) for t in self.tokens if not t.has("shield")]
        marked = [(m.start, m.end) for m in self.marked]
        covered = self._flags([*known, *marked, *self._numbers, *self._asides])
        for match in _SILENT.finditer(self.text, self.start, self.end):
            covered[match.start() - self.start] = 1
        return [not hit for hit in covered]

    @cached_property
    def _numbers(self) -> list[tuple[int, int]]:
        return [(q.before, q.behind) for q in self.quantities]

    @cached_property
    def _titles(self) -> list[tuple[int, int]]:
        return [m.span() for m in _TITLE.finditer(self.text, self.start, self.end)]

    @cached_property
    def _asides(self) -> list[tuple[int, int]]:
        """Parentheses that only gloss a word: 培训会议(班), 舆情数(不同方式回应同一舆情计1次).

        One with a number of its own is a clause: 64件(占53.3%).
        """
        found = [m.span() for m in _ASIDE.finditer(self.text, self.start, self.end)]
        numbers = [q.start for q in self.quantities]
        return [
            (a, b)
            for a, b in found
            if not any(a < number < b for number in numbers) or mentions(self.text[a:b], "rule")
        ]

    def _flags(self, spans: Iterable[tuple[int, int]]) -> bytearray:
        """Return a flag for each character of the sentence: whether a span covers it."""
        flags = bytearray(self.end - self.start)
        for start, end in spans:
            first, last = start - self.start, min(end, self.end) - self.start
            flags[first:last] = b"\1" * (last - first)
        return flags

    def _stops(self) -> list[int]:
        """Return where stops stand that are not part of a word, a number, a title or an aside."""
        starts = [token.start for token in self.tokens]
        spans = [(m.start, m.end) for m in self.marked] + [
            (q.start, q.end) for q in self.quantities
        ]
        spans += [*self._titles, *self._asides]

        def is_free(place: int) -> bool:
            nearest = bisect_right(starts, place) - 1
            in_word = nearest >= 0 and self.tokens[nearest].end > place
            return not in_word and not any(start <= place < end for start, end in spans)

        found = (m.start() for m in _STOP.finditer(self.text, self.start, self.end))
        return [place for place in found if is_free(place)]

    def _outside_asides(self) -> list[Quantity]:
        if not self._asides:
            return self.quantities
        inside = self._flags(self._asides)
        return [q for q in self.quantities if not inside[q.start - self.start]]

    def _cut(self) -> Iterator[Clause]:
        words, quantities = _Ordered(self.tokens), _Ordered(self._outside_asides())
        begin, opened_by = self.start, ""
        for stop in [*self._stops(), self.end]:
            if stop > begin:
                within = words.between(begin, stop), quantities.between(begin, stop)
                yield Clause(begin, stop, opened_by, *within)
                opened_by = ""
            begin, opened_by = stop + 1, opened_by + self.text[stop : stop + 1]


def sentences(text: str, level: str) -> list[Sentence]:
    """Cut a view's text into sentences.

    Examples
    --------
    >>> text = "全市没有收到举报投诉。2016年受理申请120件,其中网络申请64件(占53.3%)。"
    >>> [[s.text[c.start:c.end] for c in s.clauses] for s in sentences(text, "county")]
    [['全市没有收到举报投诉'], ['2016年受理申请120件', '其中网络申请64件', '占53.3%']]
    """
    marked = find_kinds(text)
    kinds, quantities = _Ordered(marked), _Ordered(_counting(text, marked))
    found, start = [], 0
    for end in _ends(text):
        if end > start:
            within = kinds.between(start, end), quantities.between(start, end)
            is_cut = end - start > 0 and start > 0 and not _END.match(text, start - 1)
            found.append(Sentence(text, start, end, level, *within, is_cut))
        start = end
    return found


def _ends(text: str) -> Iterator[int]:
    """Yield where sentences end: at full stops, and at a comma where none comes for long.

    A real sentence is shorter; the bound keeps the time linear on whatever is no prose.
    """
    start = 0
    for end in (match.end() for match in _END.finditer(text)):
        while end - start > _LONGEST:
            start = text.rfind(",", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield start
        yield end
        start = end


def _counting(text: str, marked: list[Marked]) -> list[Quantity]:
    """Return the quantities: digits of no date or document number, and no rank (第三次, 前3位)."""
    taken = {place for m in marked for place in range(m.start, m.end)}
    found = find_quantities(text, taken)
    return [q for q in found if not _is_rank(text, q) and not _is_article(text, q)]


def _is_rank(text: str, quantity: Quantity) -> bool:
    return text[quantity.before - 1 : quantity.before] in ("第", "前", "每", "逐", "任")


def _is_article(text: str, quantity: Quantity) -> bool:
    """Tell whether a Chinese numeral only introduces a noun: 微博、微信两个平台."""
    follows = text[quantity.behind : quantity.behind + 1]
    chinese = not text[quantity.start].isdigit()
    return chinese and quantity.classifier == "个" and "一" <= follows <= "龥"


class _Ordered:
    """Items in order of their places, from which those of a stretch are taken at once."""

    def __init__(self, items):
        self.items, self.starts = items, [item.start for item in items]

    def between(self, start: int, end: int) -> list:
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
