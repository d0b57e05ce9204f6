"""Numbers in a list and the names they belong to: 分别为25件、23件和13件, 各1件."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from analysis.codebook.frames import Frame, frames
from analysis.facts.answers import answer
from analysis.facts.carried import of_one_kind, received
from analysis.facts.facets import UnclearError, facets_of
from analysis.facts.fields import Field, Link, Reading, Setting, fits
from analysis.facts.lexing import Token, says, values
from analysis.facts.quantities import Quantity
from analysis.facts.scoping import Scope, closes_list, names, places_in, stated_scope
from analysis.facts.sentences import Sentence
from analysis.facts.times import is_of_another_time

_JOINT = re.compile("[、,和及与]|以及|”“")


def is_respective(first: Field, group: list[Quantity]) -> bool:
    """Tell whether the numbers of a group are handed out in order (分别, 依次)."""
    return len(group) > 1 and _marker(first) is not None


def is_each(first: Field) -> bool:
    """Tell whether one number is said of each of the names before it (各).

    None of two together is none of each: 产生行政复议及行政诉讼0件. None of a result is not:
    行政复议、行政诉讼败诉0件.
    """
    none = first.quantity.amount.value == 0 and bool(_two_topics(first))
    none = none and _says_no_more(first.own) and not _has_unknown(first)
    return none or (bool(first.own) and first.own[-1].has("relation", "each"))


def _has_unknown(first: Field) -> bool:
    return bool(first.sentence.unknown(first.begin, first.quantity.before))


def link_respective(
    first: Field, group: list[Quantity], scope: Scope, prior: Link | None, setting: Setting
) -> Iterator[Link]:
    """Link the numbers of a list to as many names or items before it, in order; none otherwise."""
    if is_of_another_time(first, setting.year):
        return  # 门户网站、微信公众号上年度分别发布300条、200条
    marker = _marker(first)
    if first.sentence.unknown(marker.end, first.quantity.before):
        return  # 网站、微信公众号分别公开意见征集12条、5条
    told = prior or received(setting)
    prior, given = prior or setting.prior, _names(first, len(group))
    topic = _topic_before(first, prior) if given else None
    facets = _facets_of_noun(first, topic) if topic else {}
    begin = max(first.begin, marker.start) if given else first.begin
    behind = replace(first, begin=begin, own=[t for t in first.own if t.start >= begin])
    for quantity, name in zip(group, given, strict=False):
        words = replace(behind, quantity=quantity)
        found = answer(words, topic, facets, Scope("unit", name), setting) if topic else None
        if found:
            yield found
    items = [] if given else _items(first, len(group))
    scope = _account(items) or scope
    for quantity, item in zip(group, items, strict=False):
        words = replace(first, quantity=quantity, own=item)
        if says(item, "applicant"):
            told = _of_applicant(words, scope, told, setting) or told
            yield from [told] if told and told.quantity is quantity else []
        else:
            yield from _link_item(words, scope, prior, setting)


def _of_applicant(words: Field, scope: Scope, prior: Link | None, setting: Setting) -> Link | None:
    """Link a number to a kind of applicant: 自然人、商业企业分别提出1174件、78件."""
    read = of_one_kind([t for t in words.own if t.has("party")], prior)
    return answer(words, *read, scope, setting) if read else None


def link_again(
    first: Field, group: list[Quantity], before: Sequence[Reading], scope: Scope, setting: Setting
) -> Iterator[Link]:
    """Link the numbers of a list to what was counted right before, in order.

    行政复议17件,行政诉讼6件,其中市直单位分别为9件和2件.
    """
    whole = before[-len(group) :]
    if len({(topic, *facets.items()) for topic, facets in whole}) < len(group):
        return
    for quantity, (topic, facets) in zip(group, whole, strict=True):
        found = answer(replace(first, quantity=quantity), topic, facets, scope, setting)
        yield from [found] if found else []


def link_each(first: Field, scope: Scope, prior: Link | None, setting: Setting) -> Iterator[Link]:
    """Link one number to each value, noun or name before it.

    当面、信函申请均为0件; 行政复议、诉讼案件均为0件; 甲局和乙局各1件.
    """
    for topic in _two_topics(first) or _topics_listed(first):
        found = answer(first, topic, {}, scope, setting)
        yield from [found] if found else []
    several = _several_values(first)
    for facet, value in several:
        topic = _topic_of_facet(first, facet, prior)
        found = answer(first, topic, {facet: value}, scope, setting) if topic else None
        if found:
            yield found
    if several:
        return
    written = first.sentence.text[first.begin : first.quantity.before]
    for name in names(written) if prior else ():
        found = answer(first, prior.topic, prior.facets, Scope("unit", name), setting)
        if found:
            yield found


def _two_topics(first: Field) -> list[str]:
    """Return the topics of the noun that a number is said of, if it names two at once."""
    noun = next((t for t in reversed(first.own) if t.has("topic")), None)
    named = noun.values("topic") if noun else ()
    fitting = [t for t in named if fits(first.quantity, frames()[t])]
    return fitting if len(fitting) > 1 else []


def _topics_listed(first: Field) -> list[str]:
    """Return the topics of a list of nouns alone (行政复议、行政诉讼、举报投诉各0件)."""
    items = list(_split(first.sentence.text, first.own[:-1]))
    nouns = [[t for t in item if t.has("topic")] for item in items]
    plain = all(map(_says_no_more, items)) and all(len(found) == 1 for found in nouns)
    topics = [topic for found in nouns for token in found for topic in token.values("topic")]
    fitting = [t for t in topics if fits(first.quantity, frames()[t])]
    return fitting if plain and len(items) > 1 and fitting == topics else []


def _says_no_more(item: list[Token]) -> bool:
    facets = {"scope", "name", "result", "party", *_known_facets()} - {"act"}
    return not any(t.name or t.has(facet) for t in item for facet in facets)


def _marker(first: Field) -> Token | None:
    before = (*first.lead, *first.own)
    return next((t for t in before if t.has("relation", "respective")), None)


def _items(first: Field, count: int) -> list[list[Token]]:
    """Return the words of `count` things named in a list: 在线访谈、解读稿件分别为29次、642篇.

    What only the last one says holds for all: 微博、微信发布信息分别为12条和30条; a noun of the
    first one for those without any: 收到申请和答复分别为5件、4件. 行政复议、行政诉讼 is one word
    for two things.
    """
    marker = _marker(first)
    before = [t for t in (*first.lead, *first.own) if t.end <= marker.start]
    behind = [t for t in first.own if t.start >= marker.end]
    if before and len(topics := before[-1].values("topic")) == count:
        return [[replace(before[-1], notions={"topic": (topic,)}), *behind] for topic in topics]
    text = first.sentence.text
    for words, shared in ((before, behind), (behind, before)):
        items = [item for item in _split(text, words) if any(map(_tells, item))]
        if len(items) >= count and not _says_alike(text, items[:-count], items[-count:]):
            items = items[-count:]
            return [[*_lent(item, items), *item, *_unsaid(shared, item)] for item in items]
    return []


def _says_alike(text: str, before: list[list[Token]], items: list[list[Token]]) -> bool:
    """Tell whether a list names more of a kind than there are numbers.

    通过政府网站、政务微博微信、电视和公开栏等其他方式,分别公开9318条、6450条、1127条. What stands
    before a comma is another list: 组建微博、微信矩阵,微博、微信分别发布1784条、1060条.
    """
    if not before or "," in text[before[-1][-1].end : items[0][0].start]:
        return False
    told = [{f for item in part for t in item for f in t.notions} for part in (before, items)]
    return not set.intersection(*told).isdisjoint(_known_facets())


def _account(items: list[list[Token]]) -> Scope | None:
    """Return the account that a list of media begins with (“包头发布”微博、微信分别发布信息).

    Not where another has a name, too: 市政府网站、局微信公众号分别发布信息120条、60条.
    """
    opening = items[0][0] if items and items[0] else None
    others = any(t.name for item in items[1:] for t in item if t.has("channel"))
    named = opening and opening.name and opening.has("channel") and not others
    return Scope("unit", opening.name) if named else None


def _split(text: str, words: list[Token]) -> Iterator[list[Token]]:
    """Yield the words between the joints of a list, the last ones first to their comma."""
    item: list[Token] = []
    for word in words:
        is_joint = bool(_JOINT.fullmatch(text, word.start, word.end))
        if item and (is_joint or _JOINT.search(text, item[-1].end, word.start)):
            yield item
            item = []
        item += [] if is_joint else [word]
    if item:
        yield item


def _tells(word: Token) -> bool:
    facets = ("topic", "scope", "applicant", *_known_facets())
    return any(map(word.has, facets))


def _lent(item: list[Token], items: list[list[Token]]) -> list[Token]:
    """Return the nouns and verbs of the last or first item that this one goes without.

    县直、乡镇通过网站公开信息分别为73条和45条: the channel of the last body is that of the first.
    """
    body = says(item, "scope") and says(items[-1], "scope") and not says(item, "channel")
    channels = [t for t in items[-1] if body and (t.has("channel") or t.has("act", "publish"))]
    if says(item, "topic") or channels:
        return channels
    sources = [other for other in (items[-1], items[0]) if says(other, "topic")]
    verb = says(item, "act")
    return [t for t in (sources or [[]])[0] if t.has("topic") or (t.has("act") and not verb)]


def _unsaid(shared: list[Token], item: list[Token]) -> list[Token]:
    """Return shared words that add to an item and do not contradict it."""
    said = {facet for token in item for facet in token.notions}
    return [t for t in shared if said.isdisjoint(t.notions)]


def _link_item(words: Field, scope: Scope, prior: Link | None, setting: Setting) -> Iterator[Link]:
    topic = _topic_of_item(words, prior)
    if topic is None or words.foreign:
        return
    try:
        facets = facets_of(frames()[topic], words.own)
    except UnclearError:
        return
    found = answer(words, topic, facets, stated_scope(words.own) or scope, setting)
    if found:
        yield found


def _topic_of_item(words: Field, prior: Link | None) -> str | None:
    """Return what an item counts: its noun, what its facet implies, or what was counted before."""
    for token in reversed(words.own):
        fitting = [t for t in token.values("topic") if fits(words.quantity, frames()[t])]
        if fitting:
            return fitting[-1]
    if says(words.own, "channel") and prior and "channel" in frames()[prior.topic].facets:
        return prior.topic  # 网站 is a route of requests, too
    implied = (t for t, frame in frames().items() if _implies(frame, words))
    if says(words.own, "channel") and says(words.own, "act", "publish"):
        return "information"  # 网站、微信公众号分别公开300条、200条
    return next(implied, None) or _topic_before(words, prior)


def _implies(frame: Frame, words: Field) -> bool:
    return fits(words.quantity, frame) and any(map(_has_any(frame.implied_by), words.own))


def _has_any(facets: list[str]) -> Callable[[Token], bool]:
    return lambda token: any(map(token.has, facets))


def _several_values(first: Field) -> list[tuple[str, str]]:
    """Return the values of the facet of which the own words name several."""
    for facet in _known_facets():
        stated = dict.fromkeys(values(first.own, facet))
        if len(stated) > 1:
            return [(facet, value) for value in stated]
    return []


@cache
def _known_facets() -> list[str]:
    return list(dict.fromkeys(facet for frame in frames().values() for facet in frame.facets))


def _names(first: Field, count: int) -> list[str]:
    """Return the offices or places named around the marker: 是辉县市、原阳县和红旗区,分别为.

    Words behind the names must all be known: 浦东新区、徐汇区和闸北区收到的申请较多,分别为.
    """
    marker = _marker(first)
    for begin, end in ((first.sentence.start, marker.start), (marker.end, first.quantity.before)):
        found = _last_list(first.sentence, begin, end)
        closed = found and closes_list(first.sentence.text[found[-1].end : end])
        if len(found) >= count and (closed or not first.sentence.unknown(found[-1].end, end)):
            return [token.name for token in found[-count:]]
    return []


def _last_list(sentence: Sentence, begin: int, end: int) -> list[Token]:
    """Return the last names of offices and places in a stretch that stand in one list."""
    found: list[Token] = []
    for token in _named(sentence, begin, end):
        joined = found and _JOINT.fullmatch(sentence.text, found[-1].end, token.start)
        found = [*found, token] if joined else [token]
    return found


def _named(sentence: Sentence, begin: int, end: int) -> list[Token]:
    """Return the offices that are known words, and the places in what is unknown between them."""
    offices = [t for t in sentence.within(begin, end) if t.has("name")]
    places, last = [], begin
    for office in (*offices, Token(end, end, {})):
        places += [
            Token(last + a, last + b, {}, name)
            for name, a, b in places_in(sentence.text[last : office.start])
        ]
        last = office.end
    return sorted([*offices, *places], key=attrgetter("start"))


def _topic_before(first: Field, prior: Link | None) -> str | None:
    """Return what a list counts: the last noun before it, or what was counted before."""
    before = first.sentence.before(first.quantity.before)
    fitting = [t for t in values(before, "topic") if fits(first.quantity, frames()[t])]
    return fitting[-1] if fitting else prior.topic if prior else None


def _facets_of_noun(first: Field, topic: str) -> dict[str, str]:
    """Return what the last noun of a topic says beside it (答复量 is no 申请量)."""
    before = first.sentence.before(first.quantity.before)
    nouns = [t for t in before if t.has("topic", topic)]
    return facets_of(frames()[topic], nouns[-1:])


def _topic_of_facet(first: Field, facet: str, prior: Link | None) -> str | None:
    """Return what a facet implies, else what a list counts."""
    implied = next((t for t, frame in frames().items() if facet in frame.implied_by), None)
    return implied or _topic_before(first, prior)
