"""Whether appeals are those that open government information led to, or of every kind (各类)."""

import re

from analysis.facts.fields import Field, Setting
from analysis.facts.lexing import Token, said, says, values
from analysis.facts.sentences import Clause, Sentence

_ALL_ARE = re.compile("均(?:为|系|是|属)")
_TRADE = 2  # characters of a trade: 价格
_OWN_WORDS = 2  # characters before 行政复议 that may be unknown: 不服答复申请行政复议
_CAUSE = re.compile(
    "因([^,;。此]{2,20}?)(?:引起|引发|产生|而?提起|争议|纠纷|被(?:申请|提起|起诉|诉))"
)
_WITHOUT = re.compile(r"[^,;。()]*\((?:不含|不包括|不包含|除)[^)]*公开")  # 4件(不含信息公开类)
_AGAINST = re.compile("不服([^,;。]{2,20}?)的?(?=(?:申请|提起)?(?:行政)?(?:复议|诉讼))")


def is_of_every_kind(words: Field, setting: Setting) -> bool:
    """Tell whether open government information comes up only later in the paragraph.

    审理行政复议案件31件,因政府信息公开引起的仅1件: the 31 are of every kind.
    """
    text, place = words.sentence.text, words.quantity.start
    since = max(text.rfind(";", words.sentence.start, place), words.sentence.start)
    if says(words.sentence.within(since, place), "relation", "reviews"):
        return True
    judges = says(words.near, "topic") and _judges(words)
    if judges and says(words.lead, "relation", "judges"):
        return True
    if says((*words.own, *words.lead), "work", "ogi"):
        return False
    if (
        judges
        or _is_of_all(words, since)
        or _has_another_cause(words, setting)
        or _is_of_a_larger(words)
    ):
        return True
    if _is_said_to_concern(words):
        return not says(setting.headings, "work", "ogi")
    return _comes_up_only_later(words, setting)


def _is_of_a_larger(words: Field) -> bool:
    """Tell whether what stands behind, or a share, says that more than open information is counted.

    4件(不含信息公开类); 占全市行政复议案件总数182件的8.2%.
    """
    of_a_share = says(words.own, "relation", "share") and says(words.own, "topic")
    without = _WITHOUT.match(words.sentence.text, words.quantity.behind)
    return _is_denied_behind(words) or of_a_share or without is not None


def _comes_up_only_later(words: Field, setting: Setting) -> bool:
    """Tell whether open information was not spoken of up to the number (当事人提起行政诉讼1件)."""
    heard = setting.heard("work.ogi", words.sentence, words.quantity.start)
    if not (setting.speaks_of("work.ogi") or says(setting.headings, "topic")):
        return not heard
    later = said(words.sentence.text[words.quantity.start :], words.sentence.level)
    names_it = any("ogi" in notions.get("work", ()) for notions in later)
    return names_it and (not heard or _comes_up_behind(words, setting))


def _is_of_all(words: Field, since: int) -> bool:
    """Tell whether words like 应诉案件 are said of it, or of all in a sentence on nothing else."""
    if not words.sentence.says("relation.every_kind"):
        return False
    beside = words.sentence.within(since, words.clause.end)
    before = words.sentence.before(words.quantity.start)
    return says(beside, "relation", "every_kind") or not says(before, "work", "ogi")


def _judges(words: Field) -> bool:
    """Tell whether the bodies that decide on appeals are the subject.

    市政府法制办收到17件; 市政府作为复议机关,全年受理45件.
    """
    own = [t for t in (*words.lead, *words.own) if t.has("relation", "judges") or t.name]
    since = max(words.sentence.text.rfind(";", 0, words.begin), words.sentence.start)
    own += words.sentence.within(since, words.begin)[
        :1
    ]  # 市法制办审查文件98件,办理行政复议案件316件
    return any(t.has("relation", "judges") or "judges" in _relations(t.name) for t in own)


def _relations(name: str) -> set[str]:
    return {value for notions in said(name, "county") for value in notions.get("relation", ())}


def _has_another_cause(words: Field, setting: Setting) -> bool:
    """Tell whether unknown words or a number's name lead to the noun (因工伤认定引起的行政复议3件).

    劳动保障监察机构受理投诉举报157件, 受理12331投诉举报: other bodies' and other lines'.
    """
    sentence, place = words.sentence, words.quantity.start
    since = max(sentence.start, sentence.text.rfind(";", sentence.start, place) + 1)
    cause = _last_cause(sentence, place)
    since_then = sentence.within(cause.end(), place) if cause else []
    if cause and says(since_then, "work", "ogi"):
        return False  # 因规划许可引起的行政复议12件,其中涉及政府信息公开的复议2件、诉讼1件
    if cause and (sentence.unknown(*cause.span(1)) or _is_of_complaints(sentence, cause)):
        return True
    against = _AGAINST.finditer(sentence.text, since, place)
    if any(_is_of_complaints(sentence, cause) for cause in against):
        return True  # 不服我局投诉举报答复的行政复议案件64件
    if _is_led_to_by_others(sentence, since, place, setting):
        return True
    noun = next((t for t in words.own if t.has("topic")), None)
    if noun is None:
        return False
    if _is_of_own_trade(words, noun):
        return True
    named = any(
        words.begin <= m.start < noun.start and m.kind == "name" for m in words.sentence.marked
    )
    begins = next((t.start for t in words.own if t.has("scope") or t.has("name")), words.begin)
    return named or words.sentence.unknown(begins, noun.start) > _OWN_WORDS


def _is_led_to_by_others(sentence: Sentence, since: int, place: int, setting: Setting) -> bool:
    """Tell whether something else led to them (调处山林权属纠纷41起,由此引发行政复议4件).

    What opens a sentence goes on with the requests that the one before told of.
    """
    led = next((t for t in sentence.within(since, place) if t.has("relation", "thereby")), None)
    if led is None or says(sentence.within(sentence.start, led.start), "work", "ogi"):
        return False
    told = any(one.topic == "request" for one in setting.linked)
    return led.start > sentence.start or not told


def _is_of_own_trade(words: Field, noun: Token) -> bool:
    """Tell whether an office's trade stands right before the noun (接到安全生产举报投诉23起)."""
    before = max((t.end for t in words.own if t.end <= noun.start), default=words.begin)
    between, body = words.sentence.text[before : noun.start], words.sentence.body
    if words.sentence.text.endswith("向", 0, before):
        return False  # 向银监会申请行政复议1件
    return words.sentence.level == "department" and len(between) >= _TRADE and between in body


def _is_of_complaints(sentence: Sentence, cause: re.Match) -> bool:
    named = [t for t in sentence.tokens if cause.start(1) <= t.start < cause.end(1)]
    return says(named, "topic", "complaint") or says(named, "foreign")


def _last_cause(sentence: Sentence, place: int) -> re.Match | None:
    """Return the cause told last before a place, unless it is open government information.

    因拆除违法建设被申请行政复议9件,维持7件;被提起行政诉讼4件: of both.
    """
    cause = next(reversed([*_CAUSE.finditer(sentence.text, sentence.start, place)]), None)
    about = cause and says(sentence.within(*cause.span()), "work", "ogi")
    return None if about else cause


def _is_denied_behind(words: Field) -> bool:
    """Tell whether none of them is of open government information (17件,无政府信息公开类案件)."""
    clauses = words.sentence.clauses
    following = clauses[clauses.index(words.clause) + 1 :][:1]
    denied = (c for c in following if not c.quantities and says(c.tokens, "none"))
    return any(says(c.tokens, "work", "ogi") and not says(c.tokens, "topic") for c in denied)


def _is_said_to_concern(words: Field) -> bool:
    """Tell whether the next clause says that another subject is meant (主要集中在土地征收领域)."""
    clauses = words.sentence.clauses
    following = clauses[clauses.index(words.clause) + 1 :][:1]
    return _are_all_of_another(words) or any(
        t.has("foreign") for clause in following if not clause.quantities for t in clause.tokens
    )


def _are_all_of_another(words: Field) -> bool:
    """Tell whether all are said to be of something unknown (4件行政复议均为工伤认定案件)."""
    sentence, behind = words.sentence, words.quantity.behind
    said = _ALL_ARE.search(sentence.text, behind, words.clause.end)
    told = sentence.within(said.end(), words.clause.end) if said else []
    unknown = said and sentence.unknown(said.end(), words.clause.end) > _OWN_WORDS
    return bool(said) and not says(told, "work", "ogi") and (unknown or says(told, "foreign"))


def _comes_up_behind(words: Field, setting: Setting) -> bool:
    """Tell whether its part of the sentence names open government information only behind it."""
    if says(setting.headings, "work", "ogi"):
        return False
    sentence, place = words.sentence, words.quantity.start
    start = sentence.text.rfind(";", sentence.start, place)
    stop = sentence.text.find(";", place, sentence.end)
    stop = sentence.end if stop < 0 else stop
    others = {id(t) for c in sentence.clauses if _is_of_no_appeal(c) for t in c.tokens}
    within = [t for t in sentence.tokens if start < t.start < stop and id(t) not in others]
    said_at = [t.start for t in within if t.has("work", "ogi")]
    return bool(said_at) and min(said_at) > place


def _is_of_no_appeal(clause: Clause) -> bool:
    """Tell whether a clause is of requests or fees (举报投诉3件,依申请公开未收取费用)."""
    nouns = values(clause.tokens, "topic")
    return bool(nouns) and set(nouns) <= {"request", "fee"}
