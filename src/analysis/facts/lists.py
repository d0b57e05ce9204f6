"""Numbers in a list and the names they belong to: 分别为25件、23件和13件, 各1件."""

from collections.abc import Iterator
from dataclasses import replace

from analysis.codebook.frames import frames
from analysis.facts.answers import answer
from analysis.facts.fields import Field, Link, Setting, fits
from analysis.facts.lexing import Token
from analysis.facts.quantities import Quantity
from analysis.facts.scoping import Scope, last_names, names


def is_respective(first: Field, group: list[Quantity]) -> bool:
    """Tell whether the numbers of a group are handed out in order (分别, 依次)."""
    return len(group) > 1 and _marker(first) is not None


def is_each(first: Field) -> bool:
    """Tell whether one number is said of each of the names before it (各)."""
    return bool(first.own) and first.own[-1].has("relation", "each")


def link_respective(
    first: Field, group: list[Quantity], scope: Scope, prior: Link | None, setting: Setting
) -> Iterator[Link]:
    """Link the numbers of a list to as many values or names before it, in order; none otherwise."""
    count = len(group)
    given = _values(first, count) or [("name", name) for name in _names(first, count)]
    for quantity, (facet, value) in zip(group, given, strict=False):
        words = replace(first, quantity=quantity)
        topic = value if facet == "topic" else _topic(first, facet, prior)
        whose = {"name": Scope("unit", value), "scope": Scope(value)}.get(facet, scope)
        facets = {} if facet in ("name", "scope", "topic") else {facet: value}
        found = answer(words, topic, facets, whose, setting) if topic else None
        if found:
            yield found


def link_each(first: Field, scope: Scope, prior: Link | None, setting: Setting) -> Iterator[Link]:
    """Link one number to each value or name before it: 当面、信函申请均为0件, 甲局和乙局各1件."""
    values = _several_values(first)
    for facet, value in values:
        topic = _topic(first, facet, prior)
        found = answer(first, topic, {facet: value}, scope, setting) if topic else None
        if found:
            yield found
    if values:
        return
    written = first.sentence.text[first.begin : first.quantity.before]
    for name in names(written) if prior else ():
        found = answer(first, prior.topic, prior.facets, Scope("unit", name), setting)
        if found:
            yield found


def _marker(first: Field) -> Token | None:
    before = (*first.lead, *first.own)
    return next((t for t in before if t.has("relation", "respective")), None)


def _values(first: Field, count: int) -> list[tuple[str, str]]:
    """Return `count` different values of one facet in the order named: 微博、微信分别发布."""
    for words in (first.own, [*first.lead, *first.own]):
        for facet in (*_known_facets(), "scope", "topic"):
            values = [value for token in words for value in token.values(facet)]
            if len(values) == count == len(set(values)):
                return [(facet, value) for value in values]
    return []


def _several_values(first: Field) -> list[tuple[str, str]]:
    """Return the values of the facet of which the own words name several."""
    for facet in _known_facets():
        values = dict.fromkeys(value for token in first.own for value in token.values(facet))
        if len(values) > 1:
            return [(facet, value) for value in values]
    return []


def _known_facets() -> list[str]:
    return list(dict.fromkeys(facet for frame in frames().values() for facet in frame.facets))


def _names(first: Field, count: int) -> list[str]:
    """Return the offices or places named around the marker: 是辉县市、原阳县和红旗区,分别为.

    Words behind the names must all be known: 浦东新区、徐汇区和闸北区收到的申请较多,分别为.
    """
    text, marker = first.sentence.text, _marker(first)
    for begin, end in (
        (first.sentence.start, marker.start),
        (marker.end, first.quantity.before),
    ):
        found, last = last_names(text[begin:end])
        is_tail = found == names(text[begin:end]) or not first.sentence.unknown(begin + last, end)
        if len(found) >= count and is_tail:
            return found[-count:]
    return []


def _topic(first: Field, facet: str, prior: Link | None) -> str | None:
    """Return what a list counts: as its facet implies, the last noun before it, or as before."""
    implied = next((t for t, frame in frames().items() if facet in frame.implied_by), None)
    before = [t for t in first.sentence.tokens if t.end <= first.quantity.before]
    nouns = [topic for token in before for topic in token.values("topic")]
    fitting = [t for t in nouns if fits(first.quantity, frames()[t])]
    return implied or (fitting[-1] if fitting else prior.topic if prior else None)
