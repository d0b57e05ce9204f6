"""A sentence and its clauses with the words and numbers that stand in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from analysis.facts.in_place import (
    Stretch,
    with_own_site,
    with_scopes_in_place,
    with_what_is_left,
)
from analysis.facts.kinds import Marked
from analysis.facts.lexing import Token, mentions, says, tokens
from analysis.facts.listed import is_listed, lists_of_contents, lists_of_means
from analysis.facts.own_names import is_own_name, is_own_subject, is_zone
from analysis.facts.quantities import Quantity
from analysis.once import once

_ZONES = re.compile("高新区|经开区|开发区|园区")
_ASKED = re.compile(
    "向([^,;。]{2,12}?)(?=申请(?:行政)?复议|提起(?:行政)?诉讼)"
)  # 向审计署申请行政复议
_SILENT = frozenset("、“”《》〔〕—· ,;:。!?()")
_STOP = re.compile(r"[,;:。!?()]|\.$")
_TITLE = re.compile(r"《[^《》]*》")
_LEVELS = "省市县区州旗盟镇乡"  # 云山发布 is an account, 云山县发布 what the county did
_PROGRAMME = re.compile("“[^“”]{2,16}”(?=[^,;。、\\d为是有达共计]{2})")  # a name before its noun
_GAP = re.compile(b"\0{2,}")
_TURNED = bytes([1, 0]) + bytes(254)  # flags the other way round
_ASIDE = re.compile(r"\([^()]{,80}\)")
_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(eq=False, slots=True)
class Clause:
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
class Sentence(Stretch):
    """A sentence of a view, its full stop included; its words are looked up when asked for.

    Attributes
    ----------
    marked : list of Marked
        Dates, document numbers and the like.
    is_cut : bool
        Whether it is a later piece of what is too long for a sentence, and so lacks its beginning.
    """

    marked: list[Marked]
    is_cut: bool = False
    _lists: Sequence[tuple[int, int]] = ()

    def mentions(self, facet: str) -> bool:
        """Tell whether a word for a facet stands in the sentence, without looking up all words."""
        return mentions(self.text[self.start : self.end], facet)

    @once
    def tokens(self) -> list[Token]:
        """Known words, in order; none inside a document's title (《…》), an aside or a number."""
        words = tokens(self.text, self.level, self.start, self.end)
        within = [(a + 1, b - 1) for a, b in (*self._titles, *self._asides)]
        taken = _places([*self._numbers, *within])
        free = [t for t in words if t.start not in taken]
        if self.level == "department":
            free = [t for t in free if not self._is_own_name(t)]
        if any("role" in t.notions for t in free):
            free = [t for t in free if not self._is_in_a_title(t)]
        free = with_own_site(free, self)
        if any("scope" in t.notions or t.name for t in free):
            free = with_scopes_in_place(free, self)
        if any("relation" in t.notions and t.has("relation", "carried_on") for t in free):
            free = with_what_is_left(free, self)
        if any("channel" in t.notions for t in free):
            self._lists = list(lists_of_means(free, self))
        if any("relation" in t.notions and t.has("relation", "suchlike") for t in free):
            self._lists = [*self._lists, *lists_of_contents(free, self)]
        return [t for t in free if not is_listed(t, self._lists)] if self._lists else free

    def _is_own_name(self, token: Token) -> bool:
        """Tell whether another subject is the body's own: 教育 in the report of 清水县教育局."""
        named = token.has("foreign") or token.has("others")  # 医院主动公开信息536条
        other = self.text.endswith(("其他", "其它", "各"), 0, token.start)
        own = is_own_subject(self.text[token.start : token.end], self.body)
        return named and own and not other

    def _is_in_a_title(self, token: Token) -> bool:
        """Tell whether a person is but named by what was held (“局长谈政策”在线访谈6期)."""
        titles = (m.span() for m in _PROGRAMME.finditer(self.text, self.start, self.end))
        return token.has("role") and any(a < token.start < b for a, b in titles)

    def says(self, *notions: str) -> bool:
        """Tell whether a word for one of some notions (``facet.value``) stands in the sentence."""
        return not self._said.isdisjoint(notions)

    @once
    def _said(self) -> set[str]:
        return {f"{f}.{v}" for t in self.tokens for f, values in t.notions.items() for v in values}

    @once
    def opens_as_part(self) -> bool:
        """Whether it begins with 其中, so that it goes on with the sentence before."""
        return says(self.clauses[0].tokens, "relation", "part")

    @property
    def counted(self) -> list[Quantity]:
        """Its numbers, but for those in a parenthesis that only glosses a word."""
        return [quantity for clause in self.clauses for quantity in clause.quantities]

    @once
    def clauses(self) -> list[Clause]:
        """Its clauses, in order."""
        return list(self._cut())

    def unknown(self, start: int, end: int) -> int:
        """Count the characters of ``text[start:end]`` that no known word, number or sign covers.

        What a parenthesis between the two says does not count.
        """
        first, last = max(start, self.start) - self.start, end - self.start
        unknown = self._unknown.count(1, first, last)
        if not (unknown and self._glossed):
            return unknown
        return unknown - sum(self._unknown.count(1, a, b) for a, b in self._parentheses(start, end))

    def within(self, start: int, end: int) -> list[Token]:
        """Return the known words that stand in a stretch from their first character to the last."""
        first = bisect_left(self.tokens, start, key=_START)
        return self.tokens[first : bisect_right(self.tokens, end, key=_END)]

    def before(self, place: int) -> list[Token]:
        """Return the known words up to a place."""
        return self.within(self.start, place)

    def spoken(self, start: int, end: int) -> list[Token]:
        """Return the known words of a stretch, without those of a parenthesis that closes in it."""
        spoken = self.within(start, end)
        aside = self._parentheses(start, end) if self._glossed else []
        if not aside:
            return spoken
        return [t for t in spoken if not any(a < t.start - self.start < b for a, b in aside)]

    def _parentheses(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where the parentheses with numbers stand that open and close in a stretch."""
        return [
            (a - self.start, b - self.start)
            for a, b in self._glossed
            if start <= a and b <= end and (a, b) not in self._asides
        ]

    def lists_up_to(self, place: int) -> bool:
        """Tell whether a list of what was published ends at a place."""
        return any(end == place for _, end in self._lists)

    def is_in_parenthesis(self, place: int) -> bool:
        """Tell whether a place stands in a parenthesis of its sentence."""
        return any(a < place < b for a, b in self._glossed)

    @once
    def _glossed(self) -> list[tuple[int, int]]:
        return [m.span() for m in _ASIDE.finditer(self.text, self.start, self.end)]

    @once
    def _unknown(self) -> bytes:
        known = [(t.start, t.end) for t in self.tokens if "shield" not in t.notions]
        marked = [(m.start, m.end) for m in self.marked]
        asked = [m.span(1) for m in _ASKED.finditer(self.text, self.start, self.end)]
        covered = self._flags(
            [*known, *self._lists, *marked, *self._numbers, *self._asides, *asked]
        )
        if self.body:
            self._cover_own_name(covered)
        return covered.translate(_TURNED)

    def _cover_own_name(self, covered: bytearray) -> None:
        """Cover what stands for the body itself: 教育 at 清水县教育局, 管委会 at a 开发区."""
        zone = is_zone(self.body)
        office = zone or self.level in ("department", "township")
        names = [_short_name(self.body), *([_ZONES] if zone else [])]
        found = (m for name in names for m in name.finditer(self.text, self.start, self.end))
        for match in found:
            first, last = match.start() - self.start, match.end() - self.start
            covered[first:last] = b"\1" * (last - first)
        for gap in _GAP.finditer(covered):
            start, end = gap.span()
            said = self.text[self.start + start : self.start + end]
            quoted = self.text.endswith("“", 0, self.start + start)  # “云溪发布”全年发布信息
            account = self.text.startswith("发布", self.start + end) and said[-1:] not in _LEVELS
            if (quoted or account) and not office:
                continue
            if said in self.body or (office and is_own_name(said, self.body)):
                covered[start:end] = b"\1" * (end - start)

    def _flags(self, spans: Iterable[tuple[int, int]]) -> bytearray:
        """Return a flag for each character: whether it says nothing, or a span covers it."""
        begin, length = self.start, self.end - self.start
        flags = bytearray(map(_SILENT.__contains__, self.text[begin : self.end]))
        for start, end in spans:
            flags[start - begin : end - begin] = b"\1" * (end - start)
        del flags[length:]  # what reaches over the end
        return flags

    @once
    def _numbers(self) -> list[tuple[int, int]]:
        return [(q.before, q.behind) for q in self.quantities]

    @once
    def _titles(self) -> list[tuple[int, int]]:
        return [m.span() for m in _TITLE.finditer(self.text, self.start, self.end)]

    @once
    def _asides(self) -> list[tuple[int, int]]:
        """Parentheses that only gloss a word: 培训会议(班), 舆情数(不同方式回应同一舆情计1次).

        One with a number of its own is a clause, 64件(占53.3%), and so is one that says something
        of all that was counted, 2件(均涉及个人隐私), or of the only one, 1件(涉及个人隐私).
        """
        return [(a, b) for a, b in self._glossed if not self._is_clause(a, b)]

    def _is_clause(self, start: int, end: int) -> bool:
        numbers = any(start < q.start < end for q in self.quantities)
        of_all = self.text.startswith(("均", "全部", "都"), start + 1)
        of_all = of_all or self._is_of_the_only_one(start, end)
        return of_all or (numbers and not mentions(self.text[start:end], "rule"))

    def _is_of_the_only_one(self, start: int, end: int) -> bool:
        before = next((q for q in self.quantities if q.behind == start), None)
        only = before is not None and before.amount.value == 1
        return only and mentions(self.text[start:end], "ground")

    def _stops(self) -> list[int]:
        """Return where stops stand that are not part of a word, a number, a title or an aside."""
        spans = [(one.start, one.end) for one in (*self.marked, *self.quantities)]
        taken = _places([*spans, *self._titles, *self._asides])
        found = (m.start() for m in _STOP.finditer(self.text, self.start, self.end))
        starts = [token.start for token in self.tokens]
        return [p for p in found if p not in taken and not self._is_in_word(p, starts)]

    def _is_in_word(self, place: int, starts: list[int]) -> bool:
        """Tell whether a known word covers a place; `starts` are those of the words."""
        before = bisect_right(starts, place)
        return before > 0 and self.tokens[before - 1].end > place

    def _outside_asides(self) -> list[Quantity]:
        if not self._asides:
            return self.quantities
        inside = _places(self._asides)
        return [q for q in self.quantities if q.start not in inside]

    def _cut(self) -> Iterator[Clause]:
        words, quantities = Ordered(self.tokens), Ordered(self._outside_asides())
        begin, opened_by = self.start, ""
        for stop in [*self._stops(), self.end]:
            for place, sign in (*self._left_out(begin, stop), (stop, self.text[stop : stop + 1])):
                if place > begin:
                    within = words.between(begin, place), quantities.between(begin, place)
                    yield Clause(begin, place, opened_by, *within)
                    opened_by = ""
                begin, opened_by = place + len(sign), opened_by + sign

    def _left_out(self, begin: int, stop: int) -> list[tuple[int, str]]:
        """Return where a comma is left out behind what came in (收到申请3件全部予以公开)."""
        if not self.says("relation.all"):
            return []
        behind = {q.behind for q in self.quantities if begin < q.start < stop}
        all_of = (t for t in self.within(begin, stop) if t.has("relation", "all"))
        places = [t.start for t in all_of if t.start in behind]
        return [(p, "") for p in places if says(self.within(begin, p), "act", "receive")]


@cache
def _short_name(body: str) -> re.Pattern:
    """Return what finds the end of a body's name where a clause begins with it."""
    return re.compile(f"(?<![一-龥]){re.escape(body[-2:])}")


def _places(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the places that spans cover."""
    return set().union(*(range(start, end) for start, end in spans))


class Ordered:
    """Items in order of their places, from which those of a stretch are taken at once."""

    def __init__(self, items):
        self.items, self.starts = items, [item.start for item in items]

    def between(self, start: int, end: int) -> list:
        """Return the items that start in a stretch."""
        if not self.starts:
            return []
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
