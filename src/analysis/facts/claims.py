"""What sentences say of their own figures (算术陈述): shares, growth, parts of a whole.

A claim is kept only where the words between its numbers leave no other reading: a share whose
part is the number right before it, a growth of the number right before it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.codebook.claims import claims
from analysis.codebook.quantities import quantities
from analysis.facts.fields import Link
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity
from analysis.facts.sentences import Sentence

_BACK = 2  # sentences before, in which the whole of a share may stand
_DECIMALS = re.compile(r"\d[\d,]*(?:\.(\d+))?[余多]?([万亿]?)")
_WORTH = {"": 1.0, "万": 1e4, "亿": 1e8}
_JOINED = ("和", "、", "及", "与", ",", "以及")
_AGAIN = re.compile("([一-龥]{2,10})中[,:]")
_CLAUSE = re.compile("[,;:。()]")
_EMPTY = re.compile(r"[,;:(、]?(?:[所约仅也就均又]|分别|各|其)*")


class Part(NamedTuple):
    """A claim of a sentence, its numbers as quantities; fields are those of `records.Claim`."""

    kind: str
    stated: Quantity
    terms: tuple[Quantity, ...]
    wholes: tuple[Quantity, ...] = ()
    relation: str = ""
    sign: int = 1
    named: bool = False


@dataclass(frozen=True)
class _Words:
    """The patterns that the words of the codebook make up."""

    any: re.Pattern
    share: re.Pattern
    whole: re.Pattern
    change: re.Pattern
    from_: re.Pattern
    growth: re.Pattern
    change_words: frozenset[str]
    down: frozenset[str]
    part: re.Pattern
    rest: re.Pattern
    sum: re.Pattern
    rate: re.Pattern


@cache
def _words() -> _Words:
    book = claims()
    behind = _either(book.behind)
    telling = (*book.share, *book.up, *book.down, *book.part, *book.rest, *book.sum, *book.times)
    return _Words(
        any=re.compile(rf"{_either(telling)}|{_either(book.rates)}|%|[:(]\D{{0,10}}\d"),
        share=re.compile(rf"(?:{_either(book.share)})(?P<base>[^%,;:()]{{0,40}})$"),
        whole=re.compile(rf"(?:{_either(book.whole)})*"),
        change=re.compile(rf"^(?:{_either([*book.up, *book.down])})(?:{_either(book.until)})$"),
        from_=re.compile(rf"(?:{_either(book.since)})[^,;:。]{{0,10}}$"),
        growth=re.compile(rf"(?P<word>{_either([*book.up, *book.down])})(?:{behind})*$"),
        change_words=frozenset([*book.up, *book.down]),
        down=frozenset(book.down),
        part=re.compile(rf"(?:{_either(book.part)})[^()]*$"),
        rest=re.compile(rf"[、,;和及:]*(?:{_either(book.rest)})"),
        sum=re.compile(rf"[,;](?:{_either(book.sum)})为?$"),
        rate=re.compile(rf"(?P<rate>{_either(book.rates)})[为达到]{{0,2}}$"),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _then(year: int) -> re.Pattern:
    """Words before a figure of the year before."""
    return re.compile(rf"(?:{_either(claims().then)}|{year - 1}年)[^,;:()。\d%]{{0,10}}\(?$")


@cache
def _times(year: int) -> re.Pattern:
    """Words that make a number a multiple of the year before: 是去年(32件)的3倍."""
    then = rf"(?:{_either(claims().then)}|{year - 1}年)"
    return re.compile(rf"({_either(claims().equals)}){then}[^,;:。]{{0,20}}的?$")


def find_claims(
    paragraph: Sequence[Sentence], links: Mapping[int, Link], year: int
) -> Iterator[Part]:
    """Yield what the sentences of a paragraph say of their own figures.

    Parameters
    ----------
    paragraph : sequence of Sentence
    links : mapping of int to Link
        What its numbers were linked to, by their first digit.
    year : int
        The year reported on.

    Examples
    --------
    >>> from analysis.facts.cutting import sentences
    >>> text = "全年受理申请214件,较2014年的147件增长45.6%,其中网络申请114件,占53.3%。"
    >>> for claim in find_claims(sentences(text, "county"), {}, 2015):
    ...     print(claim.kind, *(text[q.start : q.end] for q in (claim.stated, *claim.terms)))
    list 214 114
    growth 45.6% 214 147
    share 53.3% 114
    """
    for place, sentence in enumerate(paragraph):
        if sentence.quantities and _words().any.search(sentence.text, sentence.start, sentence.end):
            earlier = [q for s in paragraph[max(0, place - _BACK) : place] for q in s.quantities]
            yield from _Reader(sentence, earlier, links, year).read()


class _Reader:
    """One sentence with the roles that its numbers have."""

    def __init__(
        self, sentence: Sentence, earlier: list[Quantity], links: Mapping[int, Link], year: int
    ) -> None:
        self.sentence, self.text, self.links = sentence, sentence.text, links
        self.quantities, self.earlier, self.year = sentence.quantities, earlier, year
        self.growths = {q.start: word for q in self.quantities if (word := self._growth(q))}
        past = [q for q in self.quantities if _then(year).search(self._lead(q)) or self._was(q)]
        self.then = {q.start for q in past if q.start not in self.growths}

    def read(self) -> Iterator[Part]:
        """Yield the claims of the sentence, in the order of the numbers that they state."""
        groups = {group[0].start: group for group in self._groups()}
        for quantity in self.quantities:
            if self.text.startswith(claims().points, quantity.end):
                yield from self._points_claim(quantity) if quantity.start in self.growths else ()
            elif quantity.start in self.growths:
                yield from self._growth_claim(quantity)
            elif quantity.start in groups:
                yield from self._share_claims(groups[quantity.start])
            elif not quantity.is_percentage:
                yield from self._list_claims(quantity)

    def _was(self, quantity: Quantity) -> bool:
        """Tell whether a number is said to have become the next one: 由18个增加到36个."""
        later = next((q for q in self.quantities if q.start > quantity.start), None)
        became = later and _words().change.search(self._lead(later))
        return bool(became and _words().from_.search(self._lead(quantity)))

    def _lead(self, quantity: Quantity) -> str:
        """Return the words between the number before and this one."""
        place = self.quantities.index(quantity)
        begin = self.quantities[place - 1].behind if place else self.sentence.start
        return self.text[begin : quantity.before]

    def _counts(self, end: int) -> list[Quantity]:
        """Return the figures of the year that stand before a place."""
        return [q for q in self.quantities if q.start < end and self._is_count(q)]

    def _is_count(self, quantity: Quantity) -> bool:
        aside = quantity.start in self.then or quantity.start in self.growths
        return not (aside or quantity.is_percentage)

    # Growth ------------------------------------------------------------------------------------

    def _growth(self, quantity: Quantity) -> str:
        """Return the word that makes a number the growth of another, empty where none does."""
        match = _words().growth.search(self._lead(quantity))
        if match or not self.text.startswith(claims().times, quantity.end):
            return match["word"] if match else ""
        clause = self.text[self.sentence.start : quantity.before]
        return next(iter(_times(self.year).findall(clause)), "")

    def _points_claim(self, quantity: Quantity) -> Iterator[Part]:
        """Yield the difference between two percentages: 由96.2%提高到99.4%,提高3.2个百分点."""
        pair = [q for q in self.quantities if q.is_percentage and q.start < quantity.start][-2:]
        if len(pair) == 2 and _words().change.search(self.text[pair[0].end : pair[1].start]):
            sign = -1 if self.growths[quantity.start] in _words().down else 1
            yield Part("growth", quantity, (pair[1], pair[0]), relation="points", sign=sign)

    def _growth_claim(self, quantity: Quantity) -> Iterator[Part]:
        now = next(reversed(self._counts(quantity.start)), None)
        begin = self.text.rfind(";", self.sentence.start, quantity.start)
        if now is None or says(self._tokens(begin, quantity.start), "relation", "plan", "aim"):
            return
        then = self._earlier_of(now, quantity)
        if not (then or self._is_of(now, quantity)):
            return
        times = self.text.startswith(claims().times, quantity.end)
        if not (quantity.is_percentage or times or quantity.classifier == now.classifier):
            return
        word = self.growths[quantity.start]
        many = "fold" if word in _words().change_words else "times"
        relation = "percent" if quantity.is_percentage else many if times else "difference"
        sign = -1 if word in _words().down else 1
        yield Part("growth", quantity, (now, *then), relation=relation, sign=sign)

    def _earlier_of(self, now: Quantity, growth: Quantity) -> tuple[Quantity, ...]:
        """Return the figure of the year before: between the two, else right beside them."""
        first, last = self.quantities.index(now), self.quantities.index(growth)
        beside = self.quantities[last + 1 : last + 2] + self.quantities[max(0, first - 1) : first]
        past = [
            q
            for q in (*self.quantities[first + 1 : last], *beside)
            if q.start in self.then and q.classifier == now.classifier
        ]
        return tuple(past[:1])

    def _is_of(self, now: Quantity, growth: Quantity) -> bool:
        """Tell whether nothing but words of growth stands between a figure and its growth."""
        between = self._tokens(now.behind, growth.before)
        known = all(t.has("relation") or t.has("function") for t in between)
        return known and not self.sentence.unknown(now.behind, growth.before)

    def _tokens(self, start: int, end: int) -> list:
        return [t for t in self.sentence.tokens if start <= t.start and t.end <= end]

    # Shares ------------------------------------------------------------------------------------

    def _groups(self) -> list[list[Quantity]]:
        """Return the percentages, those that are listed together in one group."""
        groups: list[list[Quantity]] = []
        for quantity in (q for q in self.quantities if q.is_percentage):
            gap = self.text[groups[-1][-1].behind : quantity.before] if groups else None
            if gap in _JOINED:
                groups[-1].append(quantity)
            else:
                groups.append([quantity])
        return groups

    def _share_claims(self, group: list[Quantity]) -> Iterator[Part]:
        lead, first = self._lead(group[0]), group[0]
        rate = _words().rate.search(lead)
        if rate and len(group) == 1:
            yield from self._rate_claim(first, rate)
            return
        counts = self._counts(first.start)
        stated = counts[-1:] if counts and self._lead_is_share(counts[-1]) else []
        share = _words().share.search(self._lead(stated[0]) if stated else lead)
        parts = counts[: len(counts) - len(stated)][-len(group) :]
        aside = lead == "(" and self.text[first.behind : first.behind + 1] in (")", ",")
        if len(parts) < len(group) or not (share or aside):
            return
        words = self._lead(stated[0]) if stated else lead
        if share and not self._is_about(words[: share.start()], parts[-1]):
            return
        base = share["base"] if share else ""
        for percentage, part in zip(group, parts, strict=True):
            wholes = tuple(stated) or tuple(self._wholes(part, parts))
            named = bool(stated) or bool(_words().whole.fullmatch(base))
            yield Part("share", percentage, (part,), wholes, named=named)

    def _is_about(self, words: str, part: Quantity) -> bool:
        """Tell whether no other thing has the share: 主动公开425件,主动公开比例为83.3%."""
        named = words.strip(",;:(")
        return bool(_EMPTY.fullmatch(words)) or named in self._lead(part)

    def _lead_is_share(self, quantity: Quantity) -> bool:
        """Tell whether a count is named as the whole of a share: 占受理总数120件的53.3%."""
        return bool(_words().share.search(self._lead(quantity)))

    def _wholes(self, part: Quantity, parts: list[Quantity]) -> Iterator[Quantity]:
        """Yield what a part may be a part of, the nearest in the sentence first."""
        own = [q for q in self._counts(part.start) if q not in parts]
        for quantity in (*reversed(own), *reversed(self.earlier)):
            enough = quantity.amount.value >= part.amount.value
            if quantity.classifier == part.classifier and enough:
                yield quantity

    def _rate_claim(self, percentage: Quantity, rate: re.Match) -> Iterator[Part]:
        """Yield the rate of what was done to what came in, where the sentence counts both."""
        words, counts = claims().rates[rate["rate"]], self._counts(percentage.start)
        which = rate.string[: rate.start()].strip(",;:(")
        done = [q for q in counts if any(which + verb in self._lead(q) for verb in words.part)][-1:]
        came = [q for q in counts if any(verb in self._lead(q) for verb in words.whole)]
        came = came or [q for q in self.earlier if _says_before(self.text, q, words.whole)]
        came = [q for q in came if done and q.start < done[0].start and _alike(q, done[0])]
        if came:
            yield Part("share", percentage, (done[0],), (came[-1],), named=True)

    # Lists -------------------------------------------------------------------------------------

    def _list_claims(self, whole: Quantity) -> Iterator[Part]:
        """Yield the parts that follow a whole (其中…), or those that a sum follows (合计…)."""
        if whole.start in self.then:
            return
        if _words().sum.search(self._lead(whole)):
            yield from self._sum_claim(whole)
        parts = list(self._parts(whole))
        complete = any(map(self._is_rest, parts)) or (len(parts) > 1 and self._opens(whole))
        if parts and self._may_overlap(parts):
            relation = "at_least" if complete else ""
        else:
            relation = "equal" if complete else "at_most"
        if parts and relation:
            yield Part("list", whole, tuple(parts), relation=relation)
        yield from self._again_claim(whole)

    def _again_claim(self, first: Quantity) -> Iterator[Part]:
        """Yield the parts of what was counted before: 县级部门2184条…县级部门中,财政局412条."""
        name = _AGAIN.search(self._lead(first))
        named = [q for q in self.earlier if name and self.text.endswith(name[1], 0, q.before)]
        following = [q for q in self.quantities if q.start >= first.start and self._is_count(q)]
        parts = [q for q in following if ";" not in self.text[first.start : q.start]]
        same = named and {q.classifier for q in parts} == {named[-1].classifier}
        if same and self._is_rest(parts[-1]) and not self._may_overlap(parts):
            yield Part("list", named[-1], tuple(parts), relation="equal")

    def _sum_claim(self, whole: Quantity) -> Iterator[Part]:
        stop = self.text.rfind(";", self.sentence.start, whole.before)
        counts = [q for q in self._counts(whole.start) if q.start > stop]
        parts = [q for q in counts if q.classifier == whole.classifier]
        if len(parts) > 1 and len(parts) == len(counts):
            yield Part("list", whole, tuple(parts), relation="equal")

    def _parts(self, whole: Quantity) -> list[Quantity]:
        """Return the counts behind 其中 in one depth of parentheses, up to a semicolon.

        Where the rest is named behind it (…;其余22件), it belongs to them.
        """
        following = [q for q in self.quantities if q.start > whole.start and self._is_count(q)]
        if not following or not (self._opens(whole) or self._is_part(following[0])):
            return []
        first, found = following[0], []
        for quantity in following:
            again = quantity is not first and self._is_part(quantity)
            if again or self._depth(quantity.start) < self._depth(first.start):
                break
            found.append(quantity)
        level = [q for q in found if self._depth(q.start) == self._depth(first.start)]
        alike = [q for q in level if q.classifier == whole.classifier]
        near = [q for q in alike if ";" not in self.text[first.start : q.start]]
        rest = next((i + 1 for i, q in enumerate(alike) if self._is_rest(q)), 0)
        return alike[: max(len(near), rest)]

    def _is_part(self, quantity: Quantity) -> bool:
        return bool(_words().part.search(self._lead(quantity)))

    def _opens(self, whole: Quantity) -> bool:
        """Tell whether parts follow at once: 10428条(市直6215条,镇处4213条), 15件:维持8件."""
        following = next((q for q in self.quantities if q.start > whole.start), None)
        behind = self.text[whole.behind : following.before] if following else ""
        alone = behind.startswith((":", "(")) and ")" not in behind
        return alone and self._is_count(following) and not self._is_part(following)

    def _is_rest(self, quantity: Quantity) -> bool:
        return bool(_words().rest.match(self._lead(quantity)))

    def _depth(self, place: int) -> int:
        before = self.text[self.sentence.start : place]
        return before.count("(") - before.count(")")

    def _may_overlap(self, parts: list[Quantity]) -> bool:
        """Tell whether parts may count one item twice, as what goes out through two channels."""
        return any(
            says(self._tokens(part.before - len(self._lead(part)), part.behind), "channel")
            for part in parts
        )


def _says_before(text: str, quantity: Quantity, verbs: Iterable[str]) -> bool:
    """Tell whether one of some verbs stands in the clause before a number."""
    return any(verb in _CLAUSE.split(text[: quantity.before])[-1] for verb in verbs)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two classifiers count the same kind of thing: 件 and 件次."""
    names = {one.classifier, other.classifier}
    return len(names) == 1 or any(names <= set(g) for g in quantities().classifiers.values())


def step(text: str, quantity: Quantity) -> float:
    """Return the worth of the last digit printed, 0 for a count that is not rounded.

    Examples
    --------
    >>> from analysis.facts.quantities import find_quantities
    >>> [step(t, find_quantities(t)[0]) for t in ("占53.30%", "增加1.2万条", "1234条")]
    [0.01, 1000.0, 0.0]
    """
    printed = _DECIMALS.match(text, quantity.start, quantity.behind)
    decimals, multiplier = (printed[1] or "", printed[2]) if printed else ("", "")
    rounded = quantity.is_percentage or decimals or multiplier
    rounded = rounded or text.startswith(claims().times, quantity.end)
    worth = _WORTH[multiplier] * float(quantities().worth.get(quantity.classifier, 1))
    return round(worth * 10.0 ** -len(decimals), 9) if rounded else 0.0
