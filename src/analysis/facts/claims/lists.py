"""Which parts a whole is said to have (其中…, …共)."""

import re
from collections.abc import Iterator

from analysis.facts.claims.said import Part, Said
from analysis.facts.claims.words import words
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity

_AGAIN = re.compile("([一-龥]{2,10})中[,:]")


def lists(said: Said, whole: Quantity) -> Iterator[Part]:
    """Yield the parts that follow a whole (其中…), or those that a sum follows (合计…)."""
    if whole.start in said.then:
        return
    if words().sum.search(said.lead(whole)):
        yield from _sum(said, whole)
    parts = list(_parts(said, whole))
    complete = any(_is_rest(said, q) for q in parts) or (len(parts) > 1 and _opens(said, whole))
    if parts and _may_overlap(said, parts):
        relation = "at_least" if complete else ""
    else:
        relation = "equal" if complete else "at_most"
    if parts and relation:
        yield Part("list", whole, tuple(parts), relation=relation)
    yield from _again(said, whole)


def _again(said: Said, first: Quantity) -> Iterator[Part]:
    """Yield the parts of what was counted before: 县级部门2184条…县级部门中,财政局412条."""
    name = _AGAIN.search(said.lead(first))
    named = [q for q in said.earlier if name and said.text.endswith(name[1], 0, q.before)]
    following = [q for q in said.quantities if q.start >= first.start and said.is_count(q)]
    parts = [q for q in following if ";" not in said.text[first.start : q.start]]
    same = named and {q.classifier for q in parts} == {named[-1].classifier}
    if same and _is_rest(said, parts[-1]) and not _may_overlap(said, parts):
        yield Part("list", named[-1], tuple(parts), relation="equal")


def _sum(said: Said, whole: Quantity) -> Iterator[Part]:
    stop = said.text.rfind(";", said.sentence.start, whole.before)
    counts = [q for q in said.counts(whole.start) if q.start > stop]
    parts = [q for q in counts if q.classifier == whole.classifier]
    if len(parts) > 1 and len(parts) == len(counts):
        yield Part("list", whole, tuple(parts), relation="equal")


def _parts(said: Said, whole: Quantity) -> list[Quantity]:
    """Return the counts behind 其中 in one depth of parentheses, up to a semicolon.

    Where the rest is named behind it (…;其余22件), it belongs to them.
    """
    following = [q for q in said.quantities if q.start > whole.start and said.is_count(q)]
    if not following or not (_opens(said, whole) or _is_part(said, following[0])):
        return []
    first, found = following[0], []
    for quantity in following:
        again = quantity is not first and _is_part(said, quantity)
        if again or _depth(said, quantity.start) < _depth(said, first.start):
            break
        found.append(quantity)
    level = [q for q in found if _depth(said, q.start) == _depth(said, first.start)]
    alike = [q for q in level if q.classifier == whole.classifier]
    near = [q for q in alike if ";" not in said.text[first.start : q.start]]
    rest = next((i + 1 for i, q in enumerate(alike) if _is_rest(said, q)), 0)
    return alike[: max(len(near), rest)]


def _is_part(said: Said, quantity: Quantity) -> bool:
    return bool(words().part.search(said.lead(quantity)))


def _opens(said: Said, whole: Quantity) -> bool:
    """Tell whether parts follow at once: 10428条(市直6215条,镇处4213条), 15件:维持8件."""
    following = next((q for q in said.quantities if q.start > whole.start), None)
    behind = said.text[whole.behind : following.before] if following else ""
    alone = behind.startswith((":", "(")) and ")" not in behind
    return alone and said.is_count(following) and not _is_part(said, following)


def _is_rest(said: Said, quantity: Quantity) -> bool:
    return bool(words().rest.match(said.lead(quantity)))


def _depth(said: Said, place: int) -> int:
    before = said.text[said.sentence.start : place]
    return before.count("(") - before.count(")")


def _may_overlap(said: Said, parts: list[Quantity]) -> bool:
    """Tell whether parts may count one item twice, as what goes out through two channels."""
    return any(
        says(said.tokens(part.before - len(said.lead(part)), part.behind), "channel")
        for part in parts
    )
