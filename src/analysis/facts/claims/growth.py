"""How far a figure is said to be from that of the year before (增减)."""

from collections.abc import Iterator

from analysis.codebook.claims import claims
from analysis.facts.claims.said import Part, Said
from analysis.facts.claims.words import words
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity


def points(said: Said, quantity: Quantity) -> Iterator[Part]:
    """Yield the difference between two percentages: 由96.2%提高到99.4%,提高3.2个百分点."""
    pair = [q for q in said.quantities if q.is_percentage and q.start < quantity.start][-2:]
    if len(pair) == 2 and words().change.search(said.text[pair[0].end : pair[1].start]):
        sign = -1 if said.growths[quantity.start] in words().down else 1
        yield Part("growth", quantity, (pair[1], pair[0]), relation="points", sign=sign)


def growths(said: Said, quantity: Quantity) -> Iterator[Part]:
    """Yield the growth that a number states of the figure before it."""
    now = next(reversed(said.counts(quantity.start)), None)
    begin = said.text.rfind(";", said.sentence.start, quantity.start)
    if now is None or says(said.tokens(begin, quantity.start), "relation", "plan", "aim"):
        return
    then = _earlier_of(said, now, quantity)
    if not (then or _is_of(said, now, quantity)):
        return
    times = said.text.startswith(claims().times, quantity.end)
    if not (quantity.is_percentage or times or quantity.classifier == now.classifier):
        return
    word = said.growths[quantity.start]
    many = "fold" if word in words().change_words else "times"
    relation = "percent" if quantity.is_percentage else many if times else "difference"
    sign = -1 if word in words().down else 1
    yield Part("growth", quantity, (now, *then), relation=relation, sign=sign)


def _earlier_of(said: Said, now: Quantity, growth: Quantity) -> tuple[Quantity, ...]:
    """Return the figure of the year before: between the two, else right beside them."""
    first, last = said.quantities.index(now), said.quantities.index(growth)
    beside = said.quantities[last + 1 : last + 2] + said.quantities[max(0, first - 1) : first]
    past = [
        q
        for q in (*said.quantities[first + 1 : last], *beside)
        if q.start in said.then and q.classifier == now.classifier
    ]
    return tuple(past[:1])


def _is_of(said: Said, now: Quantity, growth: Quantity) -> bool:
    """Tell whether nothing but words of growth stands between a figure and its growth."""
    between = said.tokens(now.behind, growth.before)
    known = all(t.has("relation") or t.has("function") for t in between)
    return known and not said.sentence.unknown(now.behind, growth.before)
