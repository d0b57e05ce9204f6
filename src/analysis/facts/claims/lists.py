"""Which parts a whole is said to have (其中…, …共)."""

import re
from collections.abc import Iterator

from analysis.facts.claims.said import Part, Said, number
from analysis.facts.claims.words import words
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity

_AGAIN = re.compile("([一-龥]{2,10})中[,:]")


def lists(said: Said, whole: Quantity) -> Iterator[Part]:
    """Yield the parts that follow a whole (其中…), or those that a sum follows (合计…)."""
    if whole.start in said.then:
        return
    if told := said.adds_up(whole):
        yield from _sum(said, whole, told)
    parts = list(_parts(said, whole))
    if parts and (relation := _relation(said, whole, parts)):
        yield Part("list", whole, tuple(parts), relation=relation)
    yield from _again(said, whole)


def _relation(said: Said, whole: Quantity, parts: list[Quantity]) -> str:
    """Return how parts are related to their whole, nothing where nothing can be said of them."""
    complete = _is_complete(said, whole, parts)
    if _may_overlap(said, parts):
        return "at_least" if complete else ""
    if complete:
        return "equal"
    if not _is_part(said, parts[0]):
        return ""  # 两次(同期局务会21次)
    one_kind = all(said.text.startswith(("、", "和"), part.behind) for part in parts[:-1])
    return "at_most" if one_kind else "loose"


def _is_complete(said: Said, whole: Quantity, parts: list[Quantity]) -> bool:
    """Tell whether parts make up their whole: the rest is among them, or there is none."""
    opened = len(parts) > 1 and _opens(said, whole)
    return opened or any(_is_rest(said, q) for q in parts) or _is_closed(said, parts[-1])


def _is_closed(said: Said, last: Quantity) -> bool:
    """Tell whether nothing else is said to be there, before the next figure: 无其他情形."""
    following = (q.before for q in said.counted if q.start > last.start)
    end = next(following, said.sentence.end)
    return bool(words().closed.search(said.text, last.behind, end))


def _again(said: Said, first: Quantity) -> Iterator[Part]:
    """Yield the parts of what was counted before: 县级部门2184条…县级部门中,财政局412条."""
    name = _AGAIN.search(said.lead(first)) if said.earlier else None
    if name is None:
        return
    named = [q for q in said.earlier if said.text.endswith(name[1], 0, q.before)]
    following = [q for q in said.counted if q.start >= first.start]
    parts = [q for q in following if ";" not in said.text[first.start : q.start]]
    same = named and {q.classifier for q in parts} == {named[-1].classifier}
    if same and _is_rest(said, parts[-1]) and not _may_overlap(said, parts):
        yield Part("list", named[-1], tuple(parts), relation="equal")


def _sum(said: Said, whole: Quantity, told: re.Match) -> Iterator[Part]:
    stop = said.text.rfind(";", said.sentence.start, whole.before)
    counts = [q for q in said.counts(told.start()) if q.start > stop]
    parts = _summed(counts, whole, told) if told["number"] else counts
    if len(parts) > 1 and {q.classifier for q in parts} <= {"", whole.classifier}:
        yield Part("list", whole, tuple(parts), relation="equal")


def _summed(counts: list[Quantity], whole: Quantity, told: re.Match) -> list[Quantity]:
    """Return as many counts as are said to be added up: the last, or the first (前两类).

    What is more than the sum is none of them, as the whole that they are parts of.
    """
    many = number(told["number"])
    some = [q for q in counts if q.amount.value <= whole.amount.value]
    some = some[:many] if told["first"] else counts[-many:]
    return some if len(some) == many else []


def _parts(said: Said, whole: Quantity) -> list[Quantity]:
    """Return the counts behind 其中 in one depth of parentheses, up to a semicolon.

    Where the rest is named right behind one (…;其余22件), it belongs to them.
    """
    following = (q for q in said.counted if q.start > whole.start and not said.adds_up(q))
    first = next(following, None)
    if first is None or not _begins(said, whole, first):
        return []
    found = [first]
    for quantity in following:
        if _is_part(said, quantity) or said.depth(quantity.start) < said.depth(first.start):
            break
        found.append(quantity)
    level = [q for q in found if said.depth(q.start) == said.depth(first.start)]
    alike = [q for q in level if q.classifier == whole.classifier]
    near = [q for q in alike if ";" not in said.text[first.start : q.start]]
    rest = next((i + 1 for i, q in enumerate(alike) if _is_rest_apart(said, q)), 0)
    return alike[: max(len(near), rest)]


def _begins(said: Said, whole: Quantity, first: Quantity) -> bool:
    """Tell whether a count is the first part of a whole.

    It is none of a whole in an aside that has ended, 9宗(含复议后的4宗),其中维持6宗, nor of the
    last of several counted together: 建议58件、提案73件,其中解决94件.
    """
    named = _is_part(said, first)
    if not (named or _opens(said, whole)) or said.depth(first.start) < said.depth(whole.start):
        return False
    return not (named and _is_last(said, whole, first))


def _is_last(said: Said, whole: Quantity, part: Quantity) -> bool:
    """Tell whether a count is the last of several of its kind that a part may be of together."""
    before = [q for q in said.counted if q.start < whole.start][-1:]
    joined = said.lead(whole).startswith(("、", "和", "及", "与"))
    beyond = part.amount.value > whole.amount.value
    return (joined or beyond) and any(q.classifier == whole.classifier for q in before)


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


def _is_rest_apart(said: Said, quantity: Quantity) -> bool:
    return said.lead(quantity).startswith(";") and _is_rest(said, quantity)


def _may_overlap(said: Said, parts: list[Quantity]) -> bool:
    """Tell whether parts may count one item twice, as what goes out through two channels."""
    return any(
        says(said.tokens(part.before - len(said.lead(part)), part.behind), "channel")
        for part in parts
    )
