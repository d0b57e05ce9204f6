"""Which figures divide one that was counted before them (分类): 分渠道看…, 依次为…, 其中…."""

from collections.abc import Iterator, Sequence

from analysis.facts.claims.relation import (
    divided_by,
    is_a_set,
    is_one_division,
    is_rest,
    leaves_open,
    looseness,
    may_be_set,
    of_one_topic,
    weakened,
)
from analysis.facts.claims.rows import agreeing, is_plausible, on_level, until, up_to_semicolon
from analysis.facts.claims.said import Part, Said, agree, of_a_kind
from analysis.facts.claims.words import words
from analysis.facts.quantities import Quantity


def dealt(said: Said) -> Iterator[Part]:
    """Yield the parts into which a sentence divides what was counted before: 分渠道看…, 依次为…."""
    for place, first in enumerate(said.counted):
        opening = not place and bool(said.earlier)
        may_be = (opening or place) and _is_dealt(said, first)
        if may_be or (opening and (_goes_on(said, first) or may_be_set(said))):
            yield from _division(said, _row(said, said.counted[place:]), opening)


def _row(said: Said, following: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures that may be parts together; a semicolon ends what no names hold."""
    row = [q for q in on_level(said, following) if of_a_kind(q, following[0])]
    whole_row = is_a_set(said, row) or is_one_division(said, row) or is_rest(said, row[-1])
    return row if whole_row else up_to_semicolon(said, row)


def _division(said: Said, row: list[Quantity], opening: bool) -> Iterator[Part]:
    """Yield the division that a row states: by its names or 其中 at an opening, or by 依次为."""
    told = (opening and _goes_on(said, row[0])) or _is_dealt(said, row[0])
    by_names = not told and is_a_set(said, row)
    whole, parts = _whole_before(said, row) if told or by_names else (None, row)
    if whole is None or (by_names and not _are_alike(said, whole, parts)):
        return
    relation = weakened(said, parts, _relation(said, whole, parts))
    if relation and _may_be_all(said, whole, parts, relation):
        found = Part("list", whole, tuple(parts), relation=relation)
        said.note(found)
        yield found


def _relation(said: Said, whole: Quantity, parts: Sequence[Quantity]) -> str:
    """Return how parts are related to what was counted before; of 从内容看 there may be others."""
    if is_a_set(said, parts) or words().rest.search(said.clause(parts[-1])):
        return "equal"
    if said.is_part(parts[0]):
        return looseness(said, whole, parts)
    divided = words().divided.search(said.lead(parts[0]))
    return "near" if divided and not is_one_division(said, parts) else "equal"


def _goes_on(said: Said, first: Quantity) -> bool:
    """Tell whether a sentence opens with the parts of what was counted before it: 其中…."""
    return said.lead(first).startswith(words().parts)


def _is_dealt(said: Said, first: Quantity) -> bool:
    """Tell whether figures are said to divide one before them: 依次为118条, 按申请人类别划分."""
    if said.lead(first).lstrip(",:(").startswith(words().dealt):
        return True
    return bool(words().divided.search(said.lead(first))) and not said.adds_up(first)


def _whole_before(said: Said, parts: list[Quantity]) -> tuple[Quantity | None, list[Quantity]]:
    """Return the figure that parts behind it make up, else the one they are likely meant to."""
    kin = [q for q in (*said.earlier, *said.counts(parts[0].start)) if of_a_kind(q, parts[0])]
    for whole in reversed(kin):
        if run := agreeing(said, whole, until(whole, parts)):
            return whole, run
    if any("carried" in said.links[q.start].facets for q in parts if q.start in said.links):
        return None, parts  # 新收21件,上年结转1件。其中予以公开9件…,结转下年3件
    free = [q for q in kin if q.start not in said.wholes and is_plausible(q, until(q, parts))]
    free = [q for q in free if not words().some.search(said.lead(q))]
    if any("outcome" in said.links[q.start].facets for q in parts if q.start in said.links):
        done = [q for q in free if q.start in said.links and _is_of_what_was_done(said, q)]
        free = done or free
    sure = free and (len(free) == 1 or free[-1] is kin[-1])
    return (free[-1], until(free[-1], parts)) if sure else (None, parts)


def _is_of_what_was_done(said: Said, whole: Quantity) -> bool:
    """Tell whether a figure is of requests concluded or replied to, which outcomes divide."""
    return said.links[whole.start].facets.get("act") in ("conclude", "reply")


def _may_be_all(said: Said, whole: Quantity, parts: list[Quantity], relation: str) -> bool:
    """Tell whether parts may be all there are of a whole: no word says that they are some.

    Those of several offices may at least not be more than it.
    """
    told = said.text[parts[0].before - len(said.lead(parts[0])) : parts[-1].behind]
    units = any(said.links[q.start].scope.kind == "unit" for q in parts if q.start in said.links)
    units = units and relation != "at_most"
    if units or words().some.search(told) or leaves_open(said, parts):
        return agree(said.text, whole, parts)
    return len(parts) > 1 and of_one_topic(said, whole, parts)


def _are_alike(said: Said, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether a whole and its parts all state indicators, or count things of one topic."""
    if whole.start in said.links and said.links[whole.start].topic in divided_by(said, parts):
        return True
    linked = [q.start in said.links for q in parts]
    if any(linked) or whole.start in said.links:
        return any(linked) and whole.start in said.links
    ours, its = (_topics(said, q) for q in (parts[0], whole))
    return not ours or bool(ours & its)


def _topics(said: Said, quantity: Quantity) -> set[str]:
    known = said.known(said.lead(quantity))
    return {topic for token in known for topic in token.values("topic")}
