"""Which figures make up another one (总分关系): those behind it (其中…) and those before it (共…).

Where several readings are possible, one that agrees is taken: a fault is said of a report only
where none does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from analysis.facts.claims.said import Part, Said, agree, number, of_a_kind
from analysis.facts.claims.words import published, words
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity

_OPENING = re.compile("[^,;:。()]{1,12}:$")  # 3件不予公开的理由:国家秘密1件
_AGAIN = re.compile("([一-龥]{2,10})中[,:]")
_PLAUSIBLE = 0.7, 1.4  # how far a sum may be from its whole to be meant as its parts
_SHORT = 4  # characters of a verb
_LEVELS = {"municipal", "county"}
_CASES = ("request", "reconsideration", "litigation")
_TELLING = {"channel", "route", "outcome", "ground", "result", "timing"}


def lists(said: Said, whole: Quantity) -> Iterator[Part]:
    """Yield the parts that follow a whole (其中…, 分别为…), or those that it adds up (合计…)."""
    for one in (*_added(said, whole), *_divided(said, whole), *_again(said, whole)):
        _note(said, one)
        yield one


def dealt(said: Said) -> Iterator[Part]:
    """Yield the parts into which a sentence divides what was counted before: 分渠道看…, 依次为…."""
    for place, first in enumerate(said.counted):
        run = [q for q in _level(said, said.counted[place:]) if of_a_kind(q, first)]
        whole_row = _is_a_set(said, run) or _is_one_division(said, run)
        run = run if whole_row else _up_to_semicolon(said, run)
        sets_in = not place and not _goes_on(said, first) and _is_a_set(said, run)
        if sets_in or (not place and _goes_on(said, first)) or _is_dealt(said, first):
            whole, parts = _whole_before(said, run)
            if sets_in and whole and not _are_alike(said, whole, parts):
                continue
            loose = said.is_part(first) and not _is_a_set(said, parts)
            relation = _weakened(said, parts, _looseness(said, parts) if loose else "equal")
            if whole and relation and _may_be_all(said, whole, parts):
                found = Part("list", whole, tuple(parts), relation=relation)
                _note(said, found)
                yield found


def _note(said: Said, found: Part) -> None:
    """Remember of figures what they are parts of, which no later one may claim."""
    for part in found.terms if found.relation != "near" else ():
        said.wholes.setdefault(part.start, found.stated)


def _are_alike(said: Said, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether a whole and its parts all state indicators, or count things of one topic."""
    linked = [q.start in said.links for q in parts]
    if any(linked) or whole.start in said.links:
        return any(linked) and whole.start in said.links
    ours, its = (_topics(said, q) for q in (parts[0], whole))
    return not ours or bool(ours & its)


def _topics(said: Said, quantity: Quantity) -> set[str]:
    known = said.known(said.lead(quantity))
    return {topic for token in known for topic in token.values("topic")}


def _is_dealt(said: Said, first: Quantity) -> bool:
    """Tell whether figures are said to divide one before them: 依次为118条, 按申请人类别划分."""
    if said.lead(first).lstrip(",:(").startswith(words().dealt):
        return True
    return not said.adds_up(first) and bool(words().divided.search(said.lead(first)))


def _goes_on(said: Said, first: Quantity) -> bool:
    """Tell whether a sentence opens with the parts of what was counted before it: 其中…."""
    return said.lead(first).startswith(words().parts)


def _whole_before(said: Said, parts: list[Quantity]) -> tuple[Quantity | None, list[Quantity]]:
    """Return the figure that parts behind it make up, else the one they are likely meant to."""
    kin = [q for q in (*said.earlier, *said.counts(parts[0].start)) if of_a_kind(q, parts[0])]
    for whole in reversed(kin):
        if run := _agreeing(said, whole, _until(whole, parts)):
            return whole, run
    free = [q for q in kin if q.start not in said.wholes and _is_plausible(q, _until(q, parts))]
    free = [q for q in free if not words().some.search(said.lead(q))]
    if any("outcome" in said.links[q.start].facets for q in parts if q.start in said.links):
        done = [q for q in free if q.start in said.links and _is_of_what_was_done(said, q)]
        free = done or free
    sure = free and (len(free) == 1 or free[-1] is kin[-1])
    return (free[-1], _until(free[-1], parts)) if sure else (None, parts)


def _is_of_what_was_done(said: Said, whole: Quantity) -> bool:
    """Tell whether a figure is of requests concluded or replied to, which outcomes divide."""
    return said.links[whole.start].facets.get("act") in ("conclude", "reply")


def _until(whole: Quantity, parts: list[Quantity]) -> list[Quantity]:
    """Return the parts up to where their whole is told again: 州直与县市合计即上述323件."""
    return list(takewhile(lambda part: part.amount != whole.amount, parts))


def _up_to_semicolon(said: Said, run: list[Quantity]) -> list[Quantity]:
    return [q for q in run if ";" not in said.text[run[0].start : q.start]]


def _may_be_all(said: Said, whole: Quantity, parts: list[Quantity]) -> bool:
    """Tell whether parts may be all there are of a whole: no word says that they are some."""
    told = said.text[parts[0].before - len(said.lead(parts[0])) : parts[-1].behind]
    units = any(said.links[q.start].scope.kind == "unit" for q in parts if q.start in said.links)
    if units or words().some.search(told) or _leaves_open(said, parts):
        return agree(said.text, whole, parts)
    return len(parts) > 1 and _of_one_topic(said, whole, parts)


# --- behind the whole ---------------------------------------------------------------------------


def _divided(said: Said, whole: Quantity) -> Iterator[Part]:
    parts = list(_parts(said, whole))
    relation = _relation(said, whole, parts) if parts else ""
    if relation and _of_one_topic(said, whole, parts):
        yield Part("list", whole, tuple(parts), relation=relation)
    elif not parts and whole.start not in said.wholes and (near := _beside(said, whole)):
        yield Part("list", whole, tuple(near), relation="near")


def _beside(said: Said, whole: Quantity) -> list[Quantity]:
    """Return figures that may make up the one before them, though no word says so."""
    behind = [q for q in said.counted if q.start > whole.start]
    found = [q for q in _level(said, behind) if ";" not in said.text[whole.start : q.start]]
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
    if listed or _may_overlap(said, alike) or _is_told_apart(said, (whole, *alike)):
        return []
    return _agreeing(said, whole, alike) or alike


def _is_total(said: Said, whole: Quantity) -> bool:
    """Tell whether a figure is of all requests or appeals, of no one route, outcome …."""
    link, clause = said.links.get(whole.start), said.clause(whole)
    if (link and link.scope.kind == "unit") or words().some.search(said.lead(whole)):
        return False
    told = said.tokens(whole.before - len(clause), whole.before)
    named = any(t.has("topic", *_CASES) for t in told)
    facets = {*(link.facets if link else ()), *(f for t in told for f in t.notions)}
    return bool(link or named) and _TELLING.isdisjoint(facets)


def _is_told_apart(said: Said, figures: Iterable[Quantity]) -> bool:
    """Tell whether figures are of several steps: 新收261件, 上年结转8件, 本年办结254件."""
    links = [said.links[q.start].facets for q in figures if q.start in said.links]
    return any("carried" in one for one in links) or len({one.get("act") for one in links}) > 1


def _leaves_open(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether others are named behind the last part without a figure: 其余通过电视公开."""
    following = (q.before for q in said.counted if q.start > parts[-1].start)
    end = next(following, said.sentence.end)
    behind = said.text[parts[-1].behind : end]
    return bool(words().open.search(behind)) and not words().closed.search(behind)


def _relation(said: Said, whole: Quantity, parts: list[Quantity]) -> str:
    """Return how parts are related to their whole, nothing where nothing can be said of them."""
    if _is_complete(said, whole, parts) and not _leaves_open(said, parts):
        return _weakened(said, parts, "equal")
    if _may_overlap(said, parts):
        one = len(parts) == 1 and parts[0].classifier == whole.classifier
        alone = "at_most" if one else ""  # one channel has no more than all
        return "near" if agree(said.text, whole, parts) else alone
    if not said.is_part(parts[0]):
        return ""  # 两次(同期局务会21次)
    return _looseness(said, parts)


def _looseness(said: Said, parts: Sequence[Quantity]) -> str:
    """Return how parts of which there may be others are related to their whole."""
    one_kind = all(said.text.startswith(("、", "和"), part.behind) for part in parts[:-1])
    return "at_most" if one_kind or _is_one_division(said, parts) else "loose"


def _is_one_division(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether no item can be in two parts: each has another value of one facet."""
    told = [said.links[q.start].facets for q in parts if q.start in said.links]
    facets = [one for one in told if not _TELLING.isdisjoint(one)]
    if len(facets) < len(parts):
        return False
    return any(len({one.get(f) for one in facets}) == len(parts) for f in _TELLING)


def _weakened(said: Said, parts: Sequence[Quantity], relation: str) -> str:
    """Return a relation that allows for items that several parts count."""
    if not _may_overlap(said, parts):
        return relation
    return "at_least" if relation == "equal" else ""


def _is_complete(said: Said, whole: Quantity, parts: list[Quantity]) -> bool:
    """Tell whether parts make up their whole: the rest is among them, or there is none."""
    set_off = _is_a_set(said, parts) and _is_plausible(whole, parts)
    if len(parts) > 1 and (set_off or _opens(said, whole)):
        return True
    return any(_is_rest(said, q) for q in parts) or _is_closed(said, parts[-1])


def _is_a_set(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether the names of parts leave nothing out: 上半年 and 下半年, 市本级 and 各县区."""
    names = [said.clause(q) for q in parts]
    if any(one.covers(names) for one in words().sets):
        return True
    leads = [(q.before - len(said.lead(q)), q.before) for q in parts]
    levels = [{v for t in said.tokens(*lead) for v in t.values("scope")} for lead in leads]
    return all(len(one) == 1 for one in levels) and set().union(*levels) == _LEVELS


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


def _parts(said: Said, whole: Quantity) -> list[Quantity]:
    """Return the counts behind 其中 in one depth of parentheses, up to a semicolon.

    Where the rest is named right behind one (…;其余22件), it belongs to them; so does whatever
    makes the parts agree with their whole.
    """
    following = [q for q in said.counted if q.start > whole.start and not said.is_sum(q)]
    if not following or not _begins(said, whole, following):
        return []
    first = following[0]
    level = _level(said, following)
    alike = [q for q in level if of_a_kind(q, whole)]
    near = [q for q in alike if ";" not in said.text[first.start : q.start]]
    rest = next((i + 1 for i, q in enumerate(alike) if _is_rest_apart(said, q)), 0)
    return _agreeing(said, whole, alike) or alike[: max(len(near), rest)]


def _level(said: Said, following: Iterable[Quantity]) -> list[Quantity]:
    """Return the figures on the level of the first, without those that are parts of them."""
    found: list[Quantity] = []
    nested, level = False, 0
    for quantity in following:
        depth = said.depth(quantity.start)
        level = level if found else depth
        if depth < level:
            break
        stops = bool(found) and ";" in said.text[found[-1].behind : quantity.before]
        nested = (nested and not stops) or (bool(found) and said.is_part(quantity))
        if depth == level and not nested:
            found.append(quantity)
    return found


def _agreeing(said: Said, whole: Quantity, parts: Sequence[Quantity]) -> list[Quantity]:
    """Return the first of some parts that make up a whole, as many as do; two at least."""
    for row in (parts, _without_parts(said, parts)):
        runs = (list(row[:end]) for end in range(len(row), 1, -1))
        if found := next((run for run in runs if agree(said.text, whole, run)), []):
            return found
    return []


def _without_parts(said: Said, row: Sequence[Quantity]) -> list[Quantity]:
    """Return figures without those that make up the one before them.

    不予公开4宗——涉及商业秘密3宗、个人隐私1宗: of the four the others are parts.
    """
    found, place = [], 0
    while place < len(row):
        found.append(row[place])
        rest = row[place + 1 :]
        ends = (n for n in range(len(rest), 1, -1) if agree(said.text, row[place], rest[:n]))
        place += 1 + next(ends, 0)
    return found


def _is_plausible(whole: Quantity, parts: Iterable[Quantity]) -> bool:
    """Tell whether figures are large enough, and not too large, to be meant as all parts."""
    least, most = _PLAUSIBLE
    total = float(sum(part.amount.value for part in parts))
    return least * float(whole.amount.value) < total < most * float(whole.amount.value)


def _of_one_topic(said: Said, whole: Quantity, parts: Iterable[Quantity]) -> bool:
    """Tell whether no part is known to count something else: 申请40件,复议、诉讼分别为12件、8件."""
    topics = {said.links[q.start].topic for q in (whole, *parts) if q.start in said.links}
    return len(topics) < 2


def _begins(said: Said, whole: Quantity, following: Sequence[Quantity]) -> bool:
    """Tell whether a count is the first part of a whole.

    It is none of a whole in an aside that has ended, 9宗(含复议后的4宗),其中维持6宗, nor of the
    last of several counted together: 建议58件、提案73件,其中解决94件.
    """
    first, named = following[0], said.is_part(following[0])
    opened = _opens(said, whole) or _is_set_off(said, whole, following)
    if not (named or opened) or said.depth(first.start) < said.depth(whole.start):
        return False
    return not (named and _is_last(said, whole, first))


def _is_set_off(said: Said, whole: Quantity, following: Sequence[Quantity]) -> bool:
    """Tell whether the next figures leave nothing out: 市本级3115条,各县区4872条; 其他情形15件."""
    if whole.start in said.wholes:
        return False
    alike = [q for q in _level(said, following) if of_a_kind(q, whole)]
    near = [q for q in alike if ";" not in said.text[whole.behind : q.start]]
    rest = len(near) > 1 and _is_rest(said, near[-1]) and _is_total(said, whole)
    if rest and _is_plausible(whole, near):
        return True
    runs = (alike[:end] for end in range(2, len(alike) + 1))
    return any(_is_a_set(said, run) and _is_plausible(whole, run) for run in runs)


def _is_last(said: Said, whole: Quantity, part: Quantity) -> bool:
    """Tell whether a count is the last of several of its kind that a part may be of together."""
    if said.depth(part.start) > said.depth(whole.start):
        return False
    before = [q for q in said.counted if q.start < whole.start][-1:]
    joined = said.lead(whole).startswith(("、", "和", "及", "与"))
    beyond = part.amount.value > whole.amount.value
    return (joined or beyond) and any(q.classifier == whole.classifier for q in before)


def _opens(said: Said, whole: Quantity) -> bool:
    """Tell whether parts follow at once: 10428条(市直6215条,镇处4213条), 15件:维持8件."""
    following = next((q for q in said.quantities if q.start > whole.start), None)
    if following is None:
        return False
    behind = said.text[whole.behind : following.before]
    if ")" in behind or not said.is_count(following) or said.is_part(following):
        return False
    return behind.startswith((":", "(")) or _opens_by_name(said, whole, behind)


def _opens_by_name(said: Said, whole: Quantity, behind: str) -> bool:
    """Tell whether a colon follows what a whole counts: 3件不予公开的理由:国家秘密1件."""
    following = [q for q in said.counted if q.start > whole.start and of_a_kind(q, whole)]
    return bool(_OPENING.match(behind)) and _is_plausible(whole, following)


def _is_rest(said: Said, quantity: Quantity) -> bool:
    return bool(words().rest.match(said.lead(quantity)))


def _is_rest_apart(said: Said, quantity: Quantity) -> bool:
    return said.lead(quantity).startswith(";") and _is_rest(said, quantity)


def _may_overlap(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether parts may count one item twice, as what goes out through two channels."""
    return parts[0].classifier in published() and any(
        says(said.tokens(part.before - len(said.lead(part)), part.behind), "channel")
        for part in parts
    )


# --- before the sum -----------------------------------------------------------------------------


def _added(said: Said, whole: Quantity) -> Iterator[Part]:
    """Yield the figures that a sum adds up."""
    told = said.adds_up(whole)
    if not told or _is_of_a_row(said, whole):
        return
    readings = [run for run in _before(said, whole, told) if len(run) > 1]
    if not readings:
        return
    agreeing = [run for run in readings if agree(said.text, whole, run)]
    sure = bool(told["number"] or told["word"]) and _names_nothing(said, whole, told)
    free = [run for run in readings if not any(q.start in said.wholes for q in run)]
    plain = sure and not told["verb"] and all(q.amount.upper is not None for q in readings[0])
    meant = [
        run for run in readings if plain or (run in free and _is_meant(said, whole, run, sure))
    ]
    if found := agreeing or meant or free:
        relation = "equal" if agreeing or meant else "near"
        yield Part("list", whole, tuple(found[0]), relation=relation)


def _names_nothing(said: Said, whole: Quantity, told: re.Match) -> bool:
    """Tell whether a sum says no noun of its own, and so is of the figures before: 共应办理62件."""
    verb = said.tokens(whole.before - len(told["verb"]), whole.before)
    return len(told["verb"]) <= _SHORT and not any(token.has("topic") for token in verb)


def _is_of_a_row(said: Said, whole: Quantity) -> bool:
    """Tell whether a sum is said of one channel, outcome …: 政务微博共发布50条 adds nothing up."""
    clause = said.clause(whole)
    told = said.tokens(whole.before - len(clause), whole.before)
    return any(not _TELLING.isdisjoint(t.notions) for t in told)


def _before(said: Said, whole: Quantity, told: re.Match) -> Iterator[list[Quantity]]:
    """Yield what a sum may add up: since a semicolon, in the sentence, in the sentence before."""
    counts = [q for q in said.counts(whole.start) if of_a_kind(q, whole)]
    stop = said.text.rfind(";", said.sentence.start, whole.before)
    if told["number"]:
        yield _summed([q for q in counts if q.start > stop], whole, told)
        yield _summed(counts, whole, told)
        return
    for run in ([q for q in counts if q.start > stop], counts):
        yield run
        yield _level(said, run)
        yield from (run[begin:] for begin in range(1, len(run) - 1))
    if not counts and said.past and said.lead(whole) == said.clause(whole):
        earlier = [q for q in said.past[-1].counted if of_a_kind(q, whole)]
        yield from (earlier, _level(said.past[-1], earlier))


def _is_meant(said: Said, whole: Quantity, run: list[Quantity], sure: bool) -> bool:
    """Tell whether figures are what 全年共收到… adds up: all there are, and not far from it.

    Where the sum has a noun of its own, they have to be listed together.
    """
    listed = any(run == group for group in said.listed(said.counted))
    return _is_plausible(whole, run) and (sure or listed or _is_a_set(said, run))


def _summed(counts: list[Quantity], whole: Quantity, told: re.Match) -> list[Quantity]:
    """Return as many counts as are said to be added up: the last, or the first (前两类).

    What is more than the sum is none of them, as the whole that they are parts of.
    """
    many = number(told["number"])
    some = [q for q in counts if q.amount.value <= whole.amount.value]
    some = some[:many] if told["first"] else counts[-many:]
    return some if len(some) == many else []
