"""Through which channel, by which route, with which outcome: the facets of a number."""

import re
from functools import cache

from analysis.codebook.frames import Frame, frames
from analysis.facts.fields import Field, is_mute
from analysis.facts.lexing import Token, says, tokens, values
from analysis.facts.sentences import Sentence
from analysis.facts.view import fold

_NEAREST = ("act", "role")  # of several verbs the last governs the number
_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+是|\([一二三四五六七八九十\d]+\)|\d+[.、])")
_TITLE = 16  # characters of a sentence that is but a title
_OF_THE_FORM = ("website", "weibo", "wechat", "new_media", "gazette", "other")
_OF_A_LIST = ("role", "standing")


class UnclearError(Exception):
    """The words state values of one facet that together name no row of the form."""


def stated_facets(words: Field, topic: str) -> dict[str, str]:
    """Return the facets that the own words and those before them state for a topic.

    Raises
    ------
    UnclearError
        When values of one facet stand together that the codebook gives no meaning.
    """
    frame = frames()[topic]
    found = facets_of(frame, _without_publisher(words))
    found |= _from_title(words, frame) if topic == "information" and not found else {}
    found |= _from_list(words, frame, found)
    found |= _from_lead(words, frame, found)
    if topic == "response" and "channel" not in found:
        found |= _from_means_before(words, frame)
    return found | _from_subject(words, frame, found) | _from_verb_before(words, frame, found)


def _from_means_before(words: Field, frame: Frame) -> dict[str, str]:
    """Return the own words without the publisher of what is counted (新媒体发布微博5000条)."""
    since = words.sentence.text.rfind(";", words.sentence.start, words.begin)
    before = [c for c in words.sentence.clauses if since < c.start < words.clause.start]
    led = [c for c in before if c.counts and says(c.tokens, "relation", "by")]
    if not led or says(words.clause.tokens, "scope"):
        return {}
    return facets_of(frame, led[-1].tokens, ("channel",))


def _without_publisher(words: Field) -> list[Token]:
    """Return the own words without who published what is counted (新媒体发布微博5000条)."""
    last = words.near[-1] if words.near else None
    counted = last and "channel" in last.notions and last.end == words.quantity.before
    verbs = [t.start for t in words.own if t.has("act", "publish")] if counted else []
    if not verbs or last.start < verbs[-1]:
        return words.near
    return [t for t in words.near if "channel" not in t.notions or t.start > verbs[-1]]


def _names_channels(sentence: Sentence, known: str) -> bool:
    """Tell whether a sentence says through which other channels than one something went out."""
    published = (c.tokens for c in sentence.clauses if says(c.tokens, "act", "publish"))
    told = {value for value in values(sentence.tokens, "channel") if value in _OF_THE_FORM}
    told |= {value for tokens in published for value in values(tokens, "channel")}
    return bool(told - {known})


def own_facets(words: Field) -> set[str]:
    """Return the facets, verbs and persons aside, that the own words speak of for any topic."""
    telling = (t for t in words.own if "act" not in t.notions)  # 已主动公开 is a verb, too
    return telling_facets().intersection(facet for t in telling for facet in t.notions)


@cache
def telling_facets() -> set[str]:
    """Return the names of the facets of any topic, verbs and persons aside."""
    return {facet for frame in frames().values() for facet in frame.facets} - set(_NEAREST)


def facets_of(frame: Frame, tokens: list[Token], only: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the facets that some words state, of those named in `only` or of all.

    Raises
    ------
    UnclearError
        When values of one facet stand together that the codebook gives no meaning.
    """
    stated = {f: _value(frame, f, tokens) for f in frame.facets if not only or f in only}
    return {facet: value for facet, value in stated.items() if value}


def _value(frame: Frame, facet: str, tokens: list[Token]) -> str:
    """Return the value that words state for a facet, empty where they state none."""
    stated = values(tokens, facet)
    several = facet == "channel" and len(set(stated) | set(values(tokens, "work"))) > 1
    if several and says(tokens, "relation", "suchlike"):
        stated.append("many")  # 通过网站、微信公众号以及公开栏等,累计公开政府信息
    accepted = frame.accepted(facet)
    of_all = says(tokens, "relation", "suchlike") or says(tokens, "channel", "many")
    if facet == "route" and of_all:
        return ""  # 当面申请、书面申请等各类申请56件, 通过网络、信函等渠道收到申请23件
    rest = says(tokens, "relation", "rest") and not says(tokens, "topic", "information")
    if not stated and "other" in accepted and rest:
        return "other"  # 政府网站2400条、微博300条、其他156条; not of 规范性文件33条,其他信息2840条
    if facet in _NEAREST:
        return next((value for value in reversed(stated) if value in accepted), "")
    if not stated or (len(set(stated)) == 1 and stated[0] in accepted):
        return stated[0] if stated else ""
    # 通过网站和公开栏主动公开政府信息148条: the label says that all is meant.
    whole = [[*stated, "many"]] if facet == "channel" and says(tokens, "label", "whole") else []
    for said in (stated, *whole):
        for entry in frame.together:
            if entry.covers(facet, said):
                return entry.means
    raise UnclearError(facet)


def _from_title(words: Field, frame: Frame) -> dict[str, str]:
    """Return the channel that the sentence before is a title of (网站公开。全年公开6230条)."""
    text, end = words.sentence.text, words.sentence.start
    begin = text.rfind("。", 0, max(end - 1, 0)) + 1
    return _of_title(text[begin:end].strip("。"), words.sentence.level, frame)


def _of_title(title: str, level: str, frame: Frame) -> dict[str, str]:
    """Return the channel that a title of nothing else names (二是政务微博, 3.网站公开)."""
    said = _NUMBERED.sub("", title)
    known = tokens(said, level) if 0 < len(said) <= _TITLE else []
    plain = all(t.notions.keys() <= {"channel", "act", "function"} for t in known)
    covered = sum(t.end - t.start for t in known) == len(said)
    return facets_of(frame, known, ("channel",)) if known and plain and covered else {}


def from_heading(words: Field, topic: str, heading: str) -> dict[str, str]:
    """Return the channel that a heading names and nothing in the sentence contradicts.

    (二)政务微博。全年发布信息2218条: so it is told where points are headings of their own.
    """
    frame = frames()[topic]
    takes = topic == "information" and not says(words.own, "relation", "part")
    whole = says(words.own, "label", "whole") or says(words.own, "scope")
    if not takes or not heading or whole:
        return {}
    found = _of_title(fold(heading), words.sentence.level, frame)
    return {} if _names_channels(words.sentence, found.get("channel", "")) else found


def _from_list(words: Field, frame: Frame, found: dict[str, str]) -> dict[str, str]:
    """Return what the words before the first item of a list say of all of them.

    主要负责同志到场的新闻发布会21次、在线访谈34次: they took part in both. 现行有效规章0件、
    规范性文件52件: both are in force.
    """
    wanted = tuple(f for f in _OF_A_LIST if f in frame.facets and f not in found)
    if not wanted:
        return {}
    if words.sentence.text[words.begin : words.begin + 1] == "、":
        return facets_of(frame, [t for t in words.clause.tokens if t.end <= words.begin], wanted)
    place = words.sentence.clauses.index(words.clause)
    goes_on = words.clause.opened_by == "," and not says(words.own, "act") and place > 0
    before = words.sentence.clauses[place - 1] if goes_on else None
    told = before and before.counts and says(before.tokens, "topic")  # not of 局长出席2场
    return facets_of(frame, before.tokens, ("role",)) if told else {}


def _from_lead(words: Field, frame: Frame, found: dict[str, str]) -> dict[str, str]:
    """Return facets that the clauses before state for this number.

    网络申请是主要申请形式,申请量为64件: a noun phrase takes the route named before it.
    利用电视、广播等方式公开信息,全年共发布21582条: the means named before hold for the verb.
    """
    has_verb = any("act" in t.notions and not t.has("act", "hold") for t in words.own)
    by_means = says(words.lead, "relation", "by")
    by_means = by_means or says(words.own, "relation", "both")
    by_means = by_means or _is_heading_clause(words)
    wanted = ("channel",) if by_means and "channel" not in found else ()
    if not has_verb and not found:
        wanted += ("route", "outcome", "ground")
    return facets_of(frame, words.lead, wanted) if wanted else {}


def _is_heading_clause(words: Field) -> bool:
    """Tell whether the clause before is but a channel (一是政府网站,全年公开58条)."""
    clauses = words.sentence.clauses
    before = clauses[max(clauses.index(words.clause) - 1, 0)]
    if not says(before.tokens, "channel"):
        return False
    silent = all("channel" in t.notions or is_mute(t) for t in before.tokens)
    return silent and not words.sentence.unknown(before.start, before.end)


def _from_subject(words: Field, frame: Frame, found: dict[str, str]) -> dict[str, str]:
    """Return the channel that the sentence is about (《公报》编辑出版12期,刊登政府信息312条)."""
    if "channel" in found or says(words.own, "scope") or says(words.own, "label", "whole"):
        return {}
    if says(words.own, "work", "neutral"):
        return {}  # 通过局门户网站公开1206条,通过市政府信息公开平台公开218条
    subject = words.subject
    if subject and subject.has("channel"):
        return facets_of(frame, [subject, *_joined_to(subject, words)], ("channel",))
    since = words.sentence.text.rfind(";", words.sentence.start, words.begin)
    before = words.sentence.within(since, words.begin)
    opening = next((t for t in words.sentence.tokens if not is_mute(t)), None)
    if opening and opening.name and opening.has("channel"):
        return facets_of(frame, [opening], ("channel",))  # 县政府门户网站改版…;全年发布信息4216条
    named = [
        t for t in before if "channel" in t.notions and (t.name or t.has("channel", "gazette"))
    ]
    if named and named[-1].start >= words.clause.start:
        before = words.sentence.within(words.clause.start, words.begin)
    only = len(set(values(before, "channel"))) == 1
    return facets_of(frame, named[-1:], ("channel",)) if named and only else {}


def _joined_to(subject: Token, words: Field) -> list[Token]:
    """Return the channel that is told in one breath with another (“昆阳发布”微博、微信粉丝63万)."""
    behind = (t for t in words.sentence.tokens if t.start == subject.end + 1)
    joined = words.sentence.text.startswith(("、", "和", "及", "与"), subject.end)
    return [t for t in behind if joined and t.has("channel")]


def _from_verb_before(words: Field, frame: Frame, found: dict[str, str]) -> dict[str, str]:
    """Return the nearest verb before, where there is none here (公开文件129件,规范性文件109件)."""
    if "act" not in frame.facets or "act" in found:
        return {}
    return facets_of(frame, words.sentence.before(words.begin), ("act",))
