"""How far a figure is said to be from that of the year before (增减)."""

import re
from collections.abc import Iterable, Iterator

from analysis.codebook.claims import claims
from analysis.codebook.claims import doublings as multiples
from analysis.facts.claims.said import Part, Said
from analysis.facts.claims.words import words
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity, worded

_YEAR = re.compile(r"(20\d{2})年")


def points(said: Said, quantity: Quantity) -> Iterator[Part]:
    """Yield the difference between two percentages: 由96.2%提高到99.4%,提高3.2个百分点."""
    pair = [q for q in said.quantities if q.is_percentage and q.start < quantity.start][-2:]
    if len(pair) == 2 and words().change.search(said.text[pair[0].end : pair[1].start]):
        sign = -1 if said.growths[quantity.start] in words().down else 1
        yield Part("growth", quantity, (pair[1], pair[0]), relation="points", sign=sign)


def growths(said: Said, quantity: Quantity) -> Iterator[Part]:
    """Yield the growth that a number states of the figure before it."""
    now, *then = _compared(said, quantity)
    times = said.text.startswith(claims().times, quantity.end)
    if now and (quantity.is_percentage or times or quantity.classifier == now.classifier):
        yield growth(said, quantity, now, then, said.growths[quantity.start])


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
    begin = said.text.rfind(";", said.sentence.start, growth.start)
    level = said.depth(growth.start)
    counts = [q for q in said.counts(growth.start) if said.depth(q.start) <= level]
    now = counts[-1] if counts and counts[-1].start > begin else None
    if now is None or says(said.tokens(begin, growth.start), "relation", "plan", "aim"):
        return (None,)
    years = set(_YEAR.findall(said.text, now.behind, growth.before))
    if not years <= {str(said.year), str(said.year - 1)}:
        return (None,)  # 比2010年增长20%
    then = _earlier_of(said, now, growth)
    return (now, *then) if then or _is_of(said, now, growth) else (None,)


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
    between = [q for q in said.quantities if now.start < q.start < growth.start]
    behind = [q for q in said.quantities if q.start > growth.start][:1]
    before = [q for q in said.quantities if q.start < now.start][-1:]
    past = [q for q in (*between, *behind, *before) if q.start in said.then]
    return tuple(q for q in past if q.classifier == now.classifier)[:1]


def _is_of(said: Said, now: Quantity, growth: Quantity) -> bool:
    """Tell whether nothing but words of growth stands between a figure and its growth."""
    between = said.tokens(now.behind, growth.before)
    known = all(t.has("relation") or t.has("function") for t in between)
    return known and not said.sentence.unknown(now.behind, growth.before)
