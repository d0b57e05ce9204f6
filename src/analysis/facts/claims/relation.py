"""How parts are related to their whole (部分与整体): all of it, some of it, or none can say."""

import re
from collections.abc import Iterable, Sequence

from analysis.facts.claims.rows import is_plausible
from analysis.facts.claims.said import LEVELS, Said, agree, of_a_kind
from analysis.facts.claims.words import published, words
from analysis.facts.fields import LAWSUITS
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity

_OPENING = re.compile("[^,;:。()]{1,12}:")  # 3件不予公开的理由:国家秘密1件
TELLING = {"channel", "route", "outcome", "ground", "result", "timing"}
_SORTS = TELLING | {"party", "scope", "topic", "role"}


def relation_of(said: Said, whole: Quantity, parts: list[Quantity]) -> str:
    """Return how parts are related to their whole, nothing where nothing can be said of them."""
    if _is_complete(said, whole, parts) and not leaves_open(said, parts):
        return weakened(said, parts, "equal")
    if may_overlap(said, parts):
        one = len(parts) == 1 and parts[0].classifier == whole.classifier
        alone = "at_most" if one else ""  # one channel has no more than all
        return "near" if agree(said.text, whole, parts) else alone
    if not said.is_part(parts[0]):
        return ""  # 两次(同期局务会21次)
    return looseness(said, whole, parts)


def looseness(said: Said, whole: Quantity, parts: Sequence[Quantity]) -> str:
    """Return how parts of which there may be others are related to their whole."""
    listed = all(said.text.startswith(("、", "和"), part.behind) for part in parts[:-1])
    if listed or is_one_division(said, parts) or _are_of_one_sort(said, whole, parts):
        return "at_most"
    return "loose"


def _are_of_one_sort(said: Said, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether parts are told apart by one thing, as far as their names tell.

    Of 其中网上申请31件,公民申请40件 one tells the route, the other who asked.
    """
    leads = [(part.before - len(said.clause(part)), part.before) for part in parts]
    told = [{f for t in said.tokens(*lead) for f in t.notions} & _SORTS for lead in leads]
    return is_plausible(whole, parts) and all(one == told[0] for one in told)


def weakened(said: Said, parts: Sequence[Quantity], relation: str) -> str:
    """Return a relation that allows for items that several parts count."""
    if not may_overlap(said, parts):
        return relation
    return "at_least" if relation == "equal" else ""


def is_one_division(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether no item can be in two parts: each has another value of one facet, or name."""
    told = [said.links[q.start].facets for q in parts if q.start in said.links]
    facets = [one for one in told if not TELLING.isdisjoint(one)]
    if len(facets) == len(parts):
        return any(len({one.get(f) for one in facets}) == len(parts) for f in TELLING)
    names = [said.clause(q) for q in parts]
    return any(one.tells_apart(names) for one in said.divisions)


def _is_complete(said: Said, whole: Quantity, parts: list[Quantity]) -> bool:
    """Tell whether parts make up their whole: the rest is among them, or there is none."""
    set_off = is_a_set(said, parts) and is_plausible(whole, parts)
    if len(parts) > 1 and (set_off or opens(said, whole)):
        return True
    return any(is_rest(said, q) for q in parts) or _is_closed(said, parts[-1])


def may_be_set(said: Said) -> bool:
    """Tell whether a sentence has names of which some may leave nothing out."""
    return bool(said.divisions) or said.names_levels


def is_a_set(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether the names of parts leave nothing out: 上半年 and 下半年, 市本级 and 各县区."""
    if len(parts) < 2 or not may_be_set(said):
        return False
    names = [said.clause(q) for q in parts]
    return any(one.covers(names) for one in said.divisions) or _are_levels(said, parts)


def divided_by(said: Said, parts: Sequence[Quantity]) -> set[str]:
    """Return the topics of what parts with such names divide: 自然人, 法人 those of requests."""
    names = [said.clause(q) for q in parts]
    return {topic for one in said.divisions if one.covers(names) for topic in one.of}


def _are_levels(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether parts are each of one level, and all levels are there."""
    if not said.names_levels:
        return False
    leads = [(q.before - len(said.lead(q)), q.before) for q in parts]
    levels = [{v for t in said.tokens(*lead) for v in t.values("scope")} for lead in leads]
    return all(len(one) == 1 for one in levels) and set().union(*levels) == LEVELS


def _is_closed(said: Said, last: Quantity) -> bool:
    """Tell whether nothing else is said to be there, before the next figure: 无其他情形."""
    following = (q.before for q in said.counted if q.start > last.start)
    end = next(following, said.sentence.end)
    return bool(words().closed.search(said.text, last.behind, end))


def leaves_open(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether others are named behind the last part without a figure: 其余通过电视公开."""
    following = (q.before for q in said.counted if q.start > parts[-1].start)
    end = next(following, said.sentence.end)
    behind = said.text[parts[-1].behind : end]
    return bool(words().open.search(behind)) and not words().closed.search(behind)


def is_rest(said: Said, quantity: Quantity) -> bool:
    """Tell whether a figure is the rest of a whole: 其余481件."""
    return bool(words().rest.match(said.lead(quantity)))


def opens(said: Said, whole: Quantity) -> bool:
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
    return bool(_OPENING.match(behind)) and is_plausible(whole, following)


def may_overlap(said: Said, parts: Sequence[Quantity]) -> bool:
    """Tell whether parts may count one item twice, as what goes out through two channels.

    Of 解读稿件315篇,其中部门127篇、专家43篇、媒体135篇 none does: but one has a channel's name.
    """
    if parts[0].classifier not in published():
        return False
    leads = ((part.before - len(said.lead(part)), part.behind) for part in parts)
    named = sum(says(said.tokens(*lead), "channel") for lead in leads)
    return named >= min(2, len(parts))


def is_told_apart(said: Said, figures: Iterable[Quantity]) -> bool:
    """Tell whether figures are of several steps: 新收261件, 上年结转8件, 本年办结254件."""
    links = [said.links[q.start].facets for q in figures if q.start in said.links]
    return any("carried" in one for one in links) or len({one.get("act") for one in links}) > 1


def of_one_topic(said: Said, whole: Quantity, parts: Iterable[Quantity]) -> bool:
    """Tell whether no part is known to count something else: 申请40件,复议、诉讼分别为12件、8件.

    Lawsuits without reconsideration and those after it are parts of all.
    """
    topics = {said.links[q.start].topic for q in (whole, *parts) if q.start in said.links}
    return len(topics) < 2 or topics <= set(LAWSUITS)
