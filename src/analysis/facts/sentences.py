"""A sentence and its clauses with the words and numbers that stand in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from analysis.facts.kinds import Marked
from analysis.facts.lexing import Token, mentions, says, tokens
from analysis.facts.own_names import is_own_level
from analysis.facts.quantities import Quantity
from analysis.once import once

_SILENT = frozenset("、“”《》〔〕—· ,;:。!?()")
_STOP = re.compile(r"[,;:。!?()]|\.$")
_TITLE = re.compile(r"《[^《》]*》")
_JOINED_BEFORE = re.compile(r"(?:[及和与]|以及)(?:各|\d+个)?$")  # 县行政服务中心和12个乡镇中心
_JOINING = 5  # characters of 以及各, 和125个
_JOINED_BEHIND = re.compile("(?:[及和与]|以及|、(?=各))各?")
_NOTHING = {"function": ("word",)}
_WHOM = re.compile("(?<![类务班期次、])培训(?:[^,;。、和及与\\d]{1,8}(?:[、和及与]|以及)){,3}$")
_COMMA = re.compile("[,;:]")
_BELOW = ("系统", "分局", "所属", "直属", "基层", "各市", "各县", "各区", "市县", "下属")
_OFFICES = ("市局", "县局", "区局", "分局")
_PLACE_NAME = re.compile("[一-龥]{1,6}$")  # before 市局
_OF_PLACES = "县区镇乡街旗"  # what names of places end in
_GAP = re.compile(b"\0{2,}")
_TURNED = bytes([1, 0]) + bytes(254)  # flags the other way round
_UNIT = 2  # characters at the beginning of a scope word in which its unit stands: 全市, 市直部门
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
    body : str
        Who reports: the words of its name are known, and no other subject.
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
    body: str = ""
    _means: Sequence[tuple[int, int]] = ()

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
        if any("scope" in t.notions or t.name for t in free):
            free = self._with_scopes_in_place(free)
        if any("channel" in t.notions for t in free):
            self._means = self._lists_of_means(free)
        return [t for t in free if not _is_means(t, self._means)] if self._means else free

    def _joined(self, token: Token, words: list[Token]) -> Token:
        """Return a scope word joined to other bodies as one for all.

        州直机关和13个县市, 总局机关和各直属检验检疫局.
        """
        if not token.has("scope", "municipal", "county"):
            return token
        near = max(self.start, token.start - _JOINING)
        before = _JOINED_BEFORE.search(self.text, near, token.start)
        behind = _JOINED_BEHIND.match(self.text, token.end)
        places = [before.start() - 1] if before else []
        places += [behind.end()] if behind else []
        own = self.text[token.start : token.end]
        if not any(self._is_other_body(place, words, own) for place in places):
            return token
        return replace(token, notions={**token.notions, "scope": ("all",)})

    def _in_place(self, last: Token | None, token: Token, following: Token | None) -> Token:
        """Return a word without what it does not say where it stands, between two others.

        到行政服务中心窗口递交: a place and no other subject. 乡镇“一把手”, 占市级部门的四成,
        市政务办举办全市培训班2期, 市级媒体, 县政府出台的文件: whose leaders, of what a share, for
        whom, whose media and documents, not whose figure. 在局机关一楼: where.
        """
        before = self.text[max(self.start, token.start - 1) : token.start]
        behind = token.end + self.text.startswith("“", token.end)
        leads = following and following.start == behind and self._is_led(following)
        placed = self.level == "department" and before in ("在", "到")
        held = last and last.end == token.start and last.has("act", "hold")
        trains = self.text.rfind("培训", self.start, token.start) >= 0 and _WHOM.search(
            self.text, self.start, token.start
        )  # 培训乡镇及县直单位信息员410人次
        dropped = {"foreign"} if token.name and before in ("在", "到", "于", "至", "向") else set()
        for_all = (held and token.has("scope", "all")) or trains
        whole = self._is_the_whole(token)
        dropped |= {"scope"} if leads or placed or before == "占" or for_all or whole else set()
        if dropped.isdisjoint(token.notions):
            return self._seen_from_here(token)
        left = {f: v for f, v in token.notions.items() if f not in dropped}
        return replace(token, notions=left or _NOTHING)

    def _is_the_whole(self, token: Token) -> bool:
        """Tell whether 省局 is the body in a paragraph that tells of no level below it."""
        if self.level != "department" or token.end - token.start != _UNIT:
            return False
        own = is_own_level(self.text[token.start : token.end], self.body)
        return own and not any(word in self.text for word in _BELOW)

    def _is_led(self, token: Token) -> bool:
        """Tell whether a word takes the scope before it: leaders, media, what is issued."""
        issued = token.has("act", "issue") and self.text.startswith("的", token.end)
        medium = token.has("channel", "medium") and "媒体" in self.text[token.start : token.end]
        return "role" in token.notions or medium or issued

    def _seen_from_here(self, token: Token) -> Token:
        """Return a word for a city as one for what is above, where a county or district reports."""
        is_county = self.level == "county" and not self.body.endswith("市")
        of_a_city = "市" in self.text[token.start : token.start + _UNIT]
        if not (is_county and self.body and of_a_city and token.has("scope", "all", "municipal")):
            return token
        return replace(token, notions={**token.notions, "scope": ("above",)})

    def _is_other_body(self, place: int, words: list[Token], own: str) -> bool:
        """Tell whether what is joined to a scope word is no scope word, nor its own office."""
        there = next((t for t in words if t.start <= place < t.end), None)
        if there:
            is_own = own in there.name
            return (bool(there.name) and not is_own) or there.has("channel", "medium")
        counts = any(q.before <= place < q.behind for q in self.quantities)
        return counts or _is_han(self.text[place : place + 1] or " ")

    def _lists_of_means(self, words: list[Token]) -> list[tuple[int, int]]:
        """Return where means of publishing are listed, whatever words they are called by.

        通过报关大厅电子屏、公告栏以及当地报纸发布: up to the verb. 公告栏、税法宣传资料等其他方式:
        from the first one known.
        """
        found, begin, by_verb, is_named = [], None, False, False
        for token in words:
            if begin is not None and self._is_interrupted(begin, token.start):
                begin = None
            channel = "channel" in token.notions
            by = "relation" in token.notions and token.has("relation", "by")
            if begin is not None and is_named and _ends_means(token, by_verb):
                found.append((begin, token.start))
                begin = None
            if by or (channel and begin is None):
                begin, by_verb, is_named = token.end, by, False
            is_named = is_named or channel
        return found

    def _is_interrupted(self, start: int, end: int) -> bool:
        """Tell whether a number or a comma stands in a stretch."""
        numbers = any(start <= q.start < end for q in self.quantities)
        return numbers or bool(_COMMA.search(self.text, start, end))

    def _with_scopes_in_place(self, words: list[Token]) -> list[Token]:
        """Return the words with those for scopes read as their neighbours have them."""
        words = [self._with_its_place(t, words) if "scope" in t.notions else t for t in words]
        words = [t for t in words if t]
        beside = zip([None, *words], words, [*words[1:], None], strict=False)
        return [
            self._in_place(last, self._joined(t, words), following)
            if "scope" in t.notions or t.name
            else t
            for last, t, following in beside
        ]

    def _is_own_name(self, token: Token) -> bool:
        """Tell whether another subject is the body's own: 教育 in the report of 清水县教育局."""
        return token.has("foreign") and self.text[token.start : token.end] in self.body

    def _with_its_place(self, token: Token, words: list[Token]) -> Token | None:
        """Return a word, the office that it ends the name of, or nothing for an unknown place."""
        if not self._ends_name(token, words):
            return token
        if self.text[token.start : token.end] not in _OFFICES:
            return None
        last = max((t.end for t in words if t.end <= token.start), default=self.start)
        place = _PLACE_NAME.search(self.text, last, token.start)
        name = self.text[place.start() : token.end]
        return Token(place.start(), token.end, {"name": ("office",)}, name)

    def _ends_name(self, token: Token, words: list[Token]) -> bool:
        """Tell whether a scope word behind an unknown one ends a name: 屏山街道, 武安市局."""
        of_a_place = self.text[token.start] in _OF_PLACES and token.has("scope", "county")
        if not (of_a_place or self.text[token.start : token.end] in _OFFICES):
            return False
        before = self.text[token.start - 1 : token.start] if token.start > self.start else ""
        known = {t.end for t in words} | {q.behind for q in self.quantities}
        return token.start not in known and before != "个" and _is_han(before or " ")

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
        covered = self._flags([*known, *self._means, *marked, *self._numbers, *self._asides])
        if self.level in ("department", "township"):
            self._cover_own_name(covered)
        return covered.translate(_TURNED)

    def _cover_own_name(self, covered: bytearray) -> None:
        """Cover what stands for the body itself: 教育 at 清水县教育局, 中心公开 at a 公积金中心."""
        for match in _short_name(self.body).finditer(self.text, self.start, self.end):
            first, last = match.start() - self.start, match.end() - self.start
            covered[first:last] = b"\1" * (last - first)
        for gap in _GAP.finditer(covered):
            start, end = gap.span()
            if self.text[self.start + start : self.start + end] in self.body:
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
        of all that was counted, 2件(均涉及个人隐私).
        """
        return [(a, b) for a, b in self._glossed if not self._is_clause(a, b)]

    def _is_clause(self, start: int, end: int) -> bool:
        numbers = any(start < q.start < end for q in self.quantities)
        of_all = self.text.startswith(("均", "全部", "都"), start + 1)
        return of_all or (numbers and not mentions(self.text[start:end], "rule"))

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
            if stop > begin:
                within = words.between(begin, stop), quantities.between(begin, stop)
                yield Clause(begin, stop, opened_by, *within)
                opened_by = ""
            begin, opened_by = stop + 1, opened_by + self.text[stop : stop + 1]


@cache
def _short_name(body: str) -> re.Pattern:
    """Return what finds the end of a body's name where a clause begins with it."""
    return re.compile(f"(?<![一-龥]){re.escape(body[-2:])}")


def _places(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the places that spans cover."""
    return set().union(*(range(start, end) for start, end in spans))


def _ends_means(token: Token, by_verb: bool) -> bool:
    """Tell whether a word ends a list of means: 等其他方式, or the verb that they belong to."""
    return token.has("channel", "other", "many") or (by_verb and token.has("act", "publish"))


def _is_means(token: Token, means: list[tuple[int, int]]) -> bool:
    """Tell whether a word in a list of means would say something else elsewhere (办税服务厅)."""
    elsewhere = "foreign" in token.notions or "topic" in token.notions
    return elsewhere and any(a <= token.start < b for a, b in means)


def _is_han(char: str) -> bool:
    return "一" <= char <= "龥"


class Ordered:
    """Items in order of their places, from which those of a stretch are taken at once."""

    def __init__(self, items):
        self.items, self.starts = items, [item.start for item in items]

    def between(self, start: int, end: int) -> list:
        """Return the items that start in a stretch."""
        if not self.starts:
            return []
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
