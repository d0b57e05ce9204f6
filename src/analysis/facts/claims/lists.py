"""Which figures make up another one (总分关系): those behind it (其中…) and those before it (共…).

Where several readings are possible, one that agrees is taken: a fault is said of a report only
where none does.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.facts.claims.relation import (
    TELLING,
    is_a_set,
    is_one_division,
    is_rest,
    is_told_apart,
    may_be_set,
    may_overlap,
    of_one_topic,
    opens,
    relation_of,
)
from analysis.facts.claims.rows import agreeing, is_plausible, on_level
from analysis.facts.claims.said import Part, Said, of_a_kind
from analysis.facts.claims.sums import added
from analysis.facts.claims.words import words
from analysis.facts.quantities import Quantity

_AGAIN = re.compile("([一-龥]{2,10})中[,:]")
_CASES = ("request", "reconsideration", "litigation")


def lists(said: Said, whole: Quantity) -> Iterator[Part]:
    """Yield the parts that follow a whole (其中…, 分别为…), or those that it adds up (合计…)."""
    for one in (*added(said, whole), *_divided(said, whole), *_again(said, whole)):
        said.note(one)
        yield one


def _divided(said: Said, whole: Quantity) -> Iterator[Part]:
    if whole is said.counted[-1]:
        return
    parts = _parts(said, whole)
    relation = relation_of(said, whole, parts) if parts else ""
    if relation and of_one_topic(said, whole, parts):
        yield Part("list", whole, tuple(parts), relation=relation)
    elif not parts and whole.start not in said.wholes and (near := _beside(said, whole)):
        yield Part("list", whole, tuple(near), relation="near")


def _beside(said: Said, whole: Quantity) -> list[Quantity]:
    """Return figures that may make up the one before them, though no word says so."""
    behind = [q for q in said.counted if q.start > whole.start]
    if len(behind) < 2:
        return []
    found = [q for q in on_level(said, behind) if ";" not in said.text[whole.start : q.start]]
    alike = [q for q in found if of_a_kind(q, whole)]
    level = said.depth(whole.start)
    small = [q for q in alike if q.amount.value <= whole.amount.value]
    if (
        len(alike) < 2
        or not _is_total(said, whole)
        or small != found
        or any(said.depth(q.start) != level for q in alike)
    ):
        return []
    listed = any({whole, alike[0]} <= set(group) for group in said.listed(said.counted))
    if listed or may_overlap(said, alike) or is_told_apart(said, (whole, *alike)):
        return []
    return agreeing(said, whole, alike) or alike


def _is_total(said: Said, whole: Quantity) -> bool:
    """Tell whether a figure is of all requests or appeals, of no one route, outcome …."""
    link, clause = said.links.get(whole.start), said.clause(whole)
    if (link and link.scope.kind == "unit") or words().some.search(said.lead(whole)):
        return False
    told = said.tokens(whole.before - len(clause), whole.before)
    named = any(t.has("topic", *_CASES) for t in told)
    facets = {*(link.facets if link else ()), *(f for t in told for f in t.notions)}
    return bool(link or named) and TELLING.isdisjoint(facets)


def _again(said: Said, first: Quantity) -> Iterator[Part]:
    """Yield the parts of what was counted before: 县级部门2184条…县级部门中,财政局412条."""
    name = _AGAIN.search(said.lead(first)) if said.earlier else None
    if name is None:
        return
    named = [q for q in said.earlier if said.text.endswith(name[1], 0, q.before)]
    following = [q for q in said.counted if q.start >= first.start]
    parts = [q for q in following if ";" not in said.text[first.start : q.start]]
    same = named and {q.classifier for q in parts} == {named[-1].classifier}
    if same and is_rest(said, parts[-1]) and not may_overlap(said, parts):
        yield Part("list", named[-1], tuple(parts), relation="equal")


def _parts(said: Said, whole: Quantity) -> list[Quantity]:
    """Return the counts behind 其中 in one depth of parentheses, up to a semicolon.

    Where the rest is named right behind one (…;其余22件), it belongs to them; so does whatever
    makes the parts agree with their whole.
    """
    following = [q for q in said.counted if q.start > whole.start and not said.is_sum(q)]
    if not following or not _begins(said, whole, following):
        return []
    first = following[0]
    level = on_level(said, following)
    alike = [q for q in level if of_a_kind(q, whole)]
    near = [q for q in alike if ";" not in said.text[first.start : q.start]]
    rest = next((i + 1 for i, q in enumerate(alike) if _is_rest_apart(said, q)), 0)
    if len(near) < len(alike) and is_plausible(whole, alike) and is_one_division(said, alike):
        return alike  # 其中当面申请1274件,占40%;网上申请1097件;信函申请851件
    return agreeing(said, whole, alike) or alike[: max(len(near), rest)]


def _begins(said: Said, whole: Quantity, following: Sequence[Quantity]) -> bool:
    """Tell whether a count is the first part of a whole.

    It is none of a whole in an aside that has ended, 9宗(含复议后的4宗),其中维持6宗, nor of one
    before a sum, nor of the last of several counted together: 建议58件、提案73件,其中解决94件.
    """
    first, named = following[0], said.is_part(following[0])
    opened = opens(said, whole) or _is_set_off(said, whole, following)
    if not (named or opened) or said.depth(first.start) < said.depth(whole.start):
        return False
    between = any(whole.start < q.start < first.start for q in said.counted)
    return not (named and _is_last(said, whole, first)) and not between


def _is_set_off(said: Said, whole: Quantity, following: Sequence[Quantity]) -> bool:
    """Tell whether the next figures leave nothing out: 市本级3115条,各县区4872条; 其他情形15件."""
    named = may_be_set(said) or any(is_rest(said, q) for q in following)
    if whole.start in said.wholes or not named:
        return False
    alike = [q for q in on_level(said, following) if of_a_kind(q, whole)]
    near = [q for q in alike if ";" not in said.text[whole.behind : q.start]]
    rest = len(near) > 1 and is_rest(said, near[-1]) and _is_total(said, whole)
    if rest and _may_make_up(said, whole, near):
        return True
    runs = (alike[:end] for end in range(2, len(alike) + 1))
    return any(is_a_set(said, run) and _may_make_up(said, whole, run) for run in runs)


def _may_make_up(said: Said, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether figures may be the parts of one that is no part beside them itself.

    予以公开41件,不予公开17件,无法提供19件,其他处理9件: of none of the four.
    """
    return is_plausible(whole, parts) and not is_one_division(said, [whole, *parts])


def _is_last(said: Said, whole: Quantity, part: Quantity) -> bool:
    """Tell whether a count is the last of several of its kind that a part may be of together."""
    if said.depth(part.start) > said.depth(whole.start):
        return False
    before = [q for q in said.counted if q.start < whole.start][-1:]
    joined = said.lead(whole).startswith(("、", "和", "及", "与"))
    beyond = part.amount.value > whole.amount.value
    return (joined or beyond) and any(q.classifier == whole.classifier for q in before)


def _is_rest_apart(said: Said, quantity: Quantity) -> bool:
    return said.lead(quantity).startswith(";") and is_rest(said, quantity)
