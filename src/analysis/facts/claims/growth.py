"""How far a figure is said to be from that of the year before (增减)."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from analysis.codebook.claims import claims
from analysis.codebook.claims import doublings as multiples
from analysis.facts.claims.elsewhere import called
from analysis.facts.claims.said import Part, Said, of_a_kind
from analysis.facts.claims.words import words
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity, worded

_YEAR = re.compile(r"(20\d{2})年")


def points(said: Said, quantity: Quantity) -> Iterator[Part]:
    """Yield the difference between two percentages: 由96.2%提高到99.4%,提高3.2个百分点."""
    pair = [q for q in said.quantities if q.is_percentage and q.start < quantity.start][-2:]
    if len(pair) < 2:
        return
    if pair[1].start in said.then:  # 合格率为96.8%,较上年93.2%提升3.6个百分点
        pair = pair[::-1]
    if pair[0].start in said.then or words().change.search(said.text[pair[0].end : pair[1].start]):
        sign = -1 if said.growths[quantity.start] in words().down else 1
        yield Part("growth", quantity, (pair[1], pair[0]), relation="points", sign=sign)


def growths(said: Said, quantity: Quantity) -> Iterator[Part]:
    """Yield the growth that a number states of the figure before it.

    Where no figure of the year before is given, a percentage is that of the difference told with
    it: 比上年多37条,增长18.6%.
    """
    now, *then = _compared(said, quantity)
    now = _whole_of(said, now, then, quantity) if now else None
    times = said.text.startswith(claims().times, quantity.end)
    if now and (quantity.is_percentage or times or quantity.classifier == now.classifier):
        word = said.growths[quantity.start]
        part = growth(said, quantity, now, then, word)
        apart = [] if then or not quantity.is_percentage else _difference(said, quantity, now, word)
        yield part._replace(terms=(now, *apart), relation="of_difference") if apart else part


def _whole_of(said: Said, now: Quantity, then: list[Quantity], growth: Quantity) -> Quantity:
    """Return the whole of a figure where the comparison is of that: 24件,其中…3件,与上年19件相比.

    It is of the one that is nearer to the figure of the year before.
    """
    whole = said.wholes.get(now.start)
    if whole is None or not then or then[0].amount.value <= now.amount.value:
        return now
    apart = abs(whole.amount.value - then[0].amount.value)
    nearer = apart < abs(now.amount.value - then[0].amount.value)
    return whole if nearer and whole.start < growth.start else now


def _difference(said: Said, growth: Quantity, now: Quantity, word: str) -> list[Quantity]:
    """Return the difference told right before a growth in percent, in the same direction."""
    before = [q for q in said.quantities if now.start < q.start < growth.start][-1:]
    apart = [q for q in before if said.growths.get(q.start) and q.classifier == now.classifier]
    return [q for q in apart if (said.growths[q.start] in words().down) == (word in words().down)]


def turns(said: Said) -> Iterator[Part]:
    """Yield the direction in which a figure is said to have become another: 由6件下降至9件.

    Where a sentence says by how much, that is checked with its direction.
    """
    if said.growths:
        return
    for then, now in pairwise(said.quantities):
        match = words().change.search(said.lead(now))
        if match and then.start in said.then and of_a_kind(then, now):
            sign = -1 if match["word"] in words().down else 1
            yield Part("growth", now, (now, then), relation="direction", sign=sign)


def doublings(said: Said) -> Iterator[Part]:
    """Yield what multiple a word says that a figure is: 比去年的318人次翻了一番."""
    place, turns = (said.sentence.start, said.sentence.end), claims().turns
    for match in words().doubled.finditer(said.text, *place):
        stated = worded(*match.span(), multiples()[match[0]], turns)
        now, *then = _compared(said, stated)
        if now:
            yield Part("growth", stated, (now, *then), relation="times")


def _compared(said: Said, growth: Quantity) -> tuple[Quantity | None, ...]:
    """Return the figure that grew and the one of the year before, where it is given."""
    now = _now(said, growth)
    begin = said.text.rfind(";", said.sentence.start, growth.start)
    if now is None or says(said.tokens(begin, growth.start), "relation", "plan", "aim"):
        return (None,)
    since = now.behind if now.start > said.sentence.start else said.sentence.start
    years = set(_YEAR.findall(said.text, since, growth.before))
    if not years <= {str(said.year), str(said.year - 1)}:
        return (None,)  # 比2010年增长20%
    then = _earlier_of(said, now, growth)
    return (now, *then) if then or _is_of(said, now, growth) else (None,)


def _now(said: Said, growth: Quantity) -> Quantity | None:
    """Return the figure that grew: the last one before, around the aside, or the one behind.

    11264条(…;上年12410条,同比下降10.2%); 上一年度为2318项,本年减少26项,现有2292项.
    """
    begin = said.text.rfind(";", said.sentence.start, growth.start)
    level = said.depth(growth.start)
    before = [q for q in said.counts(growth.start) if said.depth(q.start) <= level]
    around = [q for q in before if said.depth(q.start) < level]
    near = [q for q in before if q.start > begin]
    behind = [q for q in said.counted if q.start > growth.start][:1]
    behind = [q for q in behind if words().now.fullmatch(said.lead(q))]
    return next(iter((*near[-1:], *around[-1:], *behind, *_named(said, growth))), None)


def _named(said: Said, growth: Quantity) -> list[Quantity]:
    """Return the figure that a sentence compares by its name: 新收数与上年152件相比减少16件.

    Without a name it is that of the sentence before, if that has one that is no part: 比上年的….
    """
    past = [q for q in said.quantities if q.start in said.then and q.start < growth.start]
    if not past:
        return []
    told = words().compared.split(said.lead(past[-1]))[0]
    name = told.rpartition(",")[2].rpartition(";")[2]
    if name:
        return called(said, growth, name)[-1:]
    before = said.past[-1] if said.past else said
    ever = before.sentence.text[before.sentence.start : before.sentence.end]
    if before is said or any(word in ever for word in claims().ever):
        return []
    kin = [q for q in before.counted if of_a_kind(q, past[-1])]
    wholes = [q for q in kin if q.start not in said.wholes]
    return wholes if len(wholes) == 1 else []


def growth(
    said: Said, stated: Quantity, now: Quantity, then: Iterable[Quantity], word: str
) -> Part:
    """Return the claim that a number states, behind a word of growth, how far a figure grew."""
    times = said.text.startswith(claims().times, stated.end)
    many = "fold" if word in words().change_words else "times"
    relation = "percent" if stated.is_percentage else many if times else "difference"
    sign = -1 if word in words().down else 1
    return Part("growth", stated, (now, *then), relation=relation, sign=sign)


def _earlier_of(said: Said, now: Quantity, growth: Quantity) -> tuple[Quantity, ...]:
    """Return the figure of the year before: between the two, else right beside them."""
    ends = sorted((now.start, growth.start))
    between = [q for q in said.quantities if ends[0] < q.start < ends[1]]
    before = [q for q in said.quantities if q.start < ends[0]][-1:]
    behind = [q for q in said.quantities if q.start > ends[1]][:1]
    behind = [q for q in behind if ";" not in said.text[ends[1] : q.start]]
    past = [q for q in (*between, *before, *behind) if q.start in said.then]
    return tuple(q for q in past if q.classifier == now.classifier)[:1] or _said_before(said, now)


def _said_before(said: Said, now: Quantity) -> tuple[Quantity, ...]:
    """Return the only figure of the year before that the sentences before give."""
    if now.start not in said.wholes and says(said.tokens(said.sentence.start, now.before), "topic"):
        return ()
    past = [q for s in said.past for q in s.quantities if q.start in s.then]
    return tuple(past) if len(past) == 1 and past[0].classifier == now.classifier else ()


def _is_of(said: Said, now: Quantity, growth: Quantity) -> bool:
    """Tell whether nothing but words of growth stands between a figure and its growth."""
    between = said.tokens(now.behind, growth.before)
    known = all(t.has("relation") or t.has("function") for t in between)
    return known and not said.sentence.unknown(now.behind, growth.before)
