"""A whole and its parts in one sentence: which of them are the year's figures (总数与分项)."""

import itertools
import re

from analysis.codebook.frames import frames
from analysis.codebook.periods import periods
from analysis.facts.accrued import is_accrued
from analysis.facts.fields import APPEALS, OF_OUTCOMES, Field, Link
from analysis.facts.lexing import says, tokens
from analysis.facts.scoping import ALL, Scope
from analysis.facts.sentences import Sentence

_DONE = ("conclude", "reply")
_WITHOUT = ("不含", "不包括", "不包含", "除")
_HOLDING = ("含", "包含", "包括", "其中")
_LEAST = 2  # parts that a sum adds up


def without_parts(sentence: Sentence, found: list[Link], year: int) -> list[Link]:
    """Drop what a sentence says of a part or a larger whole in the words of the year's figure."""
    found = [one for one in found if not _includes_carried_over(sentence, one, found)]
    found = [one for one in found if not _adds_carried_over(sentence, one, found)]
    found = [one for one in found if not _is_of_several_years(sentence, one, year)]
    if len(found) < 2:
        return found
    left = _without_glossed(sentence, _without_larger(sentence, found, year))
    return _without_rivals(sentence, _without_sums(left))


def _includes_carried_over(sentence: Sentence, one: Link, found: list[Link]) -> bool:
    """Tell whether what was received counts what the year before left, too.

    47件(含上年结转3件); 92件(新收88件,上年结转4件); 319件,其中新收312件,上年结转7件. 其中 may
    begin the next sentence.
    """
    text, behind = sentence.text, one.quantity.behind
    if not _is_received(one) or not text.startswith(("(", ",", ":", "。"), behind):
        return False
    opened = text[behind] == "("
    stop = {"(": ")", "。": "。"}.get(text[behind], ";")
    reach = len(text) if stop == "。" else sentence.end
    aside = text[behind + 1 : reach].partition(stop)[0]
    if aside.startswith(_WITHOUT):
        return False  # 38件(不含2012年结转的2件)
    known = tokens(aside, sentence.level)
    words = (t for t in known if t.has("carried", "in") and not t.has("none"))
    places = [behind + 1 + t.start for t in words]
    came_in = (o.quantity.start for o in found if o.facets.get("carried") == "in")
    places += [p for p in came_in if behind < p < behind + len(aside)]  # 含2021年结转的3件
    if not places or not (aside.startswith(_HOLDING) or opened):
        return False
    place = min(places)
    parts = [q.amount.value for q in sentence.quantities if behind < q.start < place]
    return sum(parts) != one.quantity.amount.value  # 312件,其中自然人286件、企业26件,上年结转18件


def _is_of_several_years(sentence: Sentence, one: Link, year: int) -> bool:
    """Tell whether what built up is parted by years (累计受理61件,其中2008年24件,2009年37件)."""
    said = sentence.text[sentence.start : one.quantity.before]
    if "累计" not in said or any(word in said for word in periods().of_it):
        return False
    parted = rf",其中20\d\d年\d[^;。]*[,、]{year}年\d"
    return re.match(parted, sentence.text[one.quantity.behind : sentence.end]) is not None


def _is_received(one: Link) -> bool:
    received = one.topic == "request" and not one.facets.keys() - {"act"}
    return received and one.facets.get("act") not in _DONE


def _adds_carried_over(sentence: Sentence, one: Link, found: list[Link]) -> bool:
    """Tell whether it adds what the year before left to what came in, which is told before.

    新收274件,上年结转7件,合计281件; 合计办结268件 and 合计新收274件 add nothing.
    """
    before = [other for other in found if other.quantity.start < one.quantity.start]
    carried = any(other.facets.get("carried") == "in" for other in before)
    if not (_is_received(one) and carried and any(_is_same(one, other) for other in before)):
        return False
    return says(sentence.within(before[-1].quantity.behind, one.quantity.before), "relation", "sum")


def _without_glossed(sentence: Sentence, found: list[Link]) -> list[Link]:
    """Drop the parts of a figure that a parenthesis gives (纠错14宗(撤销9宗、确认违法5宗))."""
    kept: list[Link] = []
    for one in found:
        inside = sentence.is_in_parenthesis(one.quantity.start)
        if not (inside and any(_is_same(one, other) for other in kept)):
            kept.append(one)
    return kept


def _without_larger(sentence: Sentence, found: list[Link], year: int) -> list[Link]:
    """Drop a figure of which a part is this year's, or of open government information alone.

    累计45万条,其中2017年公开3万条; 行政复议案件320件,其中政府信息公开类12件; 发布各类信息3.6万条,
    其中政府信息9740条; 行政诉讼23件、行政复议12件,其中政府信息公开类诉讼2件; 复议16件(涉及政府信息
    公开2件).
    """
    dropped = set()
    for whole, part in itertools.combinations(found, 2):
        alike = whole.topic == part.topic or {whole.topic, part.topic} <= set(APPEALS)
        if alike and whole.scope == part.scope and _narrows(sentence, whole, part, year):
            dropped.add(id(whole))
    return [one for one in found if id(one) not in dropped]


def _narrows(sentence: Sentence, whole: Link, part: Link, year: int) -> bool:
    """Tell whether the words before a part say 其中 and single out the year or the subject."""
    end = part.quantity.before
    earlier = (q.behind for q in sentence.quantities if q.behind <= end)
    begin = max(earlier, default=end)
    between = [t for t in sentence.tokens if begin <= t.start < end]
    opened = sentence.text.startswith("(", begin) and whole.quantity.behind == begin
    opened = opened and ")" not in sentence.text[begin:end]  # 收到81件(含重复申请),上年结转2件
    named = next((i for i, t in enumerate(between) if t.has("relation", "part")), None)
    if not opened and named is None:
        return False
    between = between[named:]  # 4件政府信息公开行政诉讼案件均为…,其中维持3件: of all 4
    this_year = f"{year}年" in sentence.text[begin:end] or says(between, "relation", "this_year")
    of_all = whole.topic == "information"  # 公开各类信息2100条,其中政务公开1500条
    named = says(between, "label") or (says(between, "work", "ogi") and not of_all)
    # 收到政府信息公开申请7件,其中信息公开网络申请4件: the way in, and no other subject.
    singled_out = this_year or (named and "route" not in part.facets)
    singled_out = singled_out or _is_proactive(sentence, whole, part)
    return singled_out and ";" not in sentence.text[whole.quantity.behind : begin]


def _is_proactive(sentence: Sentence, whole: Link, part: Link) -> bool:
    """Tell whether only a part was published proactively: 公开信息5623条,其中主动公开5610条."""
    text, before = sentence.text, whole.quantity.behind
    is_part = whole.topic == "information" and "主动公开" in text[before : part.quantity.before]
    return is_part and "主动公开" not in text[sentence.start : whole.quantity.before]


def _without_sums(found: list[Link]) -> list[Link]:
    """Drop the parts that a figure adds up (复印费120元、邮寄费35元,共计155元)."""
    for place in range(len(found) - 1, _LEAST - 1, -1):
        parts = _parts_of(found[place].quantity.amount.value, found[:place], found[place])
        if parts:
            return _without_sums([*found[: place - parts], *found[place:]])
    return found


def _parts_of(value, before: list[Link], whole: Link) -> int:
    """Return how many of the last links state the same as `whole` and add up to its value."""
    total = 0
    for count, one in enumerate(reversed(before), start=1):
        if not _is_same(one, whole):
            return 0
        total += one.quantity.amount.value
        if total == value and count >= _LEAST:
            return count
    return 0


def _without_rivals(sentence: Sentence, found: list[Link]) -> list[Link]:
    """Drop figures of one sentence that state different values for the same.

    Each is a part by words that nobody knows: 一审维持8件,二审维持3件. The whole stays where 其中
    tells it: 收费860元,其中检索费160元,复制费600元. One that had built up by a day is told apart
    from that of the year later on.
    """
    alike: dict[tuple, list[Link]] = {}
    for one in found:
        accrued = is_accrued(sentence, one.quantity)
        alike.setdefault((*one.figure, accrued), []).append(one)
    rivals = [one for same in alike.values() for one in _rivals(sentence, same)]
    return [one for one in found if one not in rivals]


def _rivals(sentence: Sentence, same: list[Link]) -> list[Link]:
    """Return which figures of the same cannot be it: all, or all but the whole before 其中."""
    if len({one.quantity.amount for one in same}) == 1:
        return []
    does_else = sentence.level in frames()[same[0].topic].outright_at
    if does_else and (others := _of_other_work(sentence, same)):
        return others
    if accrued := _built_up(sentence, same):
        return accrued
    whole, *parts = same
    between = sentence.within(whole.quantity.behind, parts[0].quantity.before)
    is_more = all(part.quantity.amount.value < whole.quantity.amount.value for part in parts)
    return parts if is_more and says(between, "relation", "part") else same


def _built_up(sentence: Sentence, same: list[Link]) -> list[Link]:
    """Return the one that had built up (主动公开1950件,累计公开8500件), if it is the most."""
    most = max(same, key=lambda one: one.quantity.amount.value)
    told = [one for one in same if "累计" in _own_words(sentence, one)]
    parted = says(
        sentence.within(same[0].quantity.behind, same[-1].quantity.before), "relation", "part"
    )
    return told if told == [most] and len(same) == 2 and not parted else []


def _own_words(sentence: Sentence, one: Link) -> str:
    """Return what is said between the number before and this one."""
    earlier = (q.behind for q in sentence.quantities if q.behind <= one.quantity.before)
    return sentence.text[max(earlier, default=sentence.start) : one.quantity.before]


def _of_other_work(sentence: Sentence, same: list[Link]) -> list[Link]:
    """Return the figures beside the one that alone is said to be of the work.

    业务培训班31期,培训村医3950人次;另举办政府信息公开培训班2期,培训约120人次.
    """
    begins = [sentence.start, *(one.quantity.behind for one in same)]
    pairs = zip(begins, same, strict=False)
    ours = [o for b, o in pairs if says(sentence.within(b, o.quantity.before), "work", "ogi")]
    return [one for one in same if one is not ours[0]] if len(ours) == 1 else []


def _is_same(one: Link, other: Link) -> bool:
    return one.figure == other.figure


def whole_of(parts: list[Link]) -> tuple[str, dict[str, str], Scope]:
    """Return topic, facets and scope that parts have in common: municipal and county are all."""
    shared = set.intersection(*(set(part.facets.items()) for part in parts))
    scopes = {part.scope for part in parts}
    return parts[0].topic, dict(shared), scopes.pop() if len(scopes) == 1 else ALL


def sum_of_outcomes(words: Field, before: list[Link], year: int) -> Link | None:
    """Return an outcome among those that a number adds up, with rows of the form or without.

    办理结果:予以公开147件,部分公开41件,…其他处理9件,合计316件: all that was handled. Every number
    since the colon has to be part of the sum, but for those in parentheses.
    """
    sentence, number = words.sentence, words.quantity
    since = max(sentence.start, sentence.text.rfind(":", sentence.start, number.start))
    since = max(since, sentence.text.rfind(";", sentence.start, number.start))
    listed = [
        q
        for q in sentence.counted
        if since < q.start < number.start and not sentence.is_in_parenthesis(q.start)
    ]
    alike = all(q.classifier == number.classifier for q in listed)
    told = [one for one in before if one.quantity in listed and "outcome" in one.facets]
    adds = sum(q.amount.value for q in listed) == number.amount.value
    return told[0] if year >= OF_OUTCOMES and alike and adds and len(told) >= _LEAST else None


def added_up(words: Field, before: list[Link]) -> list[Link]:
    """Return the parts that a nameless number adds up (当面申请3件、网络申请5件,共8件).

    The sum has to be right, and the parts no units named; whatever a number without a name adds
    up otherwise names nothing.
    """
    parts: list[Link] = []
    for one in reversed(before):
        if (
            one.scope.kind == "unit"
            or "carried" in one.facets
            or (parts and not _is_sibling(one, parts[0]))
        ):
            return []
        parts.append(one)
        total = sum(part.quantity.amount.value for part in parts)
        if len(parts) >= _LEAST and total == words.quantity.amount.value:
            return parts
    return []


def _is_sibling(one: Link, other: Link) -> bool:
    """Tell whether two numbers differ in the value of one facet, or in their scope, only."""
    same_kind = one.topic == other.topic and one.facets.keys() == other.facets.keys()
    differing = [f for f in one.facets if one.facets[f] != other.facets.get(f)]
    return same_kind and len(differing) + (one.scope != other.scope) == 1
