"""Whether a word before a noun says that it is another one: 企业设立申请, 交易信息 (限定)."""

from analysis.codebook.frames import frames
from analysis.facts.fields import OF_OUTCOMES, Field, Setting
from analysis.facts.lexing import Token, says
from analysis.facts.naming import is_named_place, is_placed

_OF_ANYTHING = ("fee", "budget")  # 县公安局收取户籍工本费1.5万元, 电子政务建设经费180万元
_OF_WHOM = 3  # characters that say who is trained: 村(居)信息员
_WORDS = "的共已均都新总各又还也仅只"  # characters that are words of their own before a noun
_SHORT = 2  # 申请, 信息, 会议: so short a noun may be the end of a longer one that nobody knows


def is_narrowed(words: Field, token: Token, topic: str, setting: Setting) -> bool:
    """Tell whether a general noun is narrowed by the word before it (交易信息, 行政许可申请)."""
    strict, short = frames()[topic].strict, _is_short(words, token, topic)
    named = setting.year >= OF_OUTCOMES and words.sentence.text.endswith("新收", 0, token.start)
    heard = named or setting.heard("work.ogi", words.sentence, token.end)  # 全市新收申请1873件
    if topic == "request" and short and not heard:
        return True  # 行政服务中心全年受理各类申请28416件
    if short and topic == "request" and _is_of_an_appeal(words, token):
        return True
    if short and any(t.end == token.start and _is_party(words, t) for t in words.own):
        return True
    if not (strict or short or frames()[topic].narrowable or topic in _OF_ANYTHING):
        return False
    before = [t for t in words.own if t.end <= token.start]
    last = before[-1] if before and before[-1].end == token.start else None
    if topic == "request" and last and is_behind_another(words, last):
        return True
    if (
        last
        and (strict or topic == "request")
        and words.sentence.text[last.start : last.end] == "的"
    ):
        return bool(words.sentence.unknown(max(last.start - 1, words.begin), last.start))
    suchlike = last and strict and last.has("relation", "suchlike")
    appeals = last is not None and last.has("relation", "every_kind")  # 行政应诉培训班3期
    if last and (
        last.has("foreign") or appeals or (suchlike and not words.sentence.lists_up_to(last.start))
    ):
        return True
    if last and topic == "information" and last.has("topic") and not last.has("topic", topic):
        return True  # 市政府常务会议信息40条
    office = words.sentence.level == "department"  # 组织客服人员业务培训23期
    spare = _OF_WHOM if topic == "training" and not office else 0
    if (topic == "training" or (topic == "information" and short)) and _is_of_something(
        words, token, spare
    ):
        return True
    place = _past_a_character(words, last) or token.start
    if not words.sentence.unknown(max(place - 1, words.begin), place):
        return False
    if token.has("label", "whole") and is_named_place(words, token.start, setting.body):
        return False  # 襄城区主动公开政府信息15632条
    return topic == "information" or not says(before, "work", "ogi")


def _is_short(words: Field, token: Token, topic: str) -> bool:
    """Tell whether a noun may be the end of a longer one."""
    written = words.sentence.text[token.start : token.end]
    return len(written) <= _SHORT or written in frames()[topic].endings


def _past_a_character(words: Field, last: Token | None) -> int | None:
    """Return where a single character before a noun begins, which may be part of a word (签约)."""
    alone = last and last.end - last.start == 1 and last.notions.keys() == {"function"}
    return last.start if alone and words.sentence.text[last.start] not in _WORDS else None


def is_behind_another(words: Field, last: Token) -> bool:
    """Tell whether the word before a bare noun says what it is of (企业设立申请, 占道等申请)."""
    bare = frames()["request"].bare_behind
    is_plain = last.notions.keys() == {"function"}
    other = is_plain and words.sentence.text[last.start : last.end] not in bare
    if last.has("relation", "content"):
        return True  # 收取信息处理费1260元,涉及申请3件
    return other or (last.has("relation", "suchlike") and not says(words.own, "work", "ogi"))


def _is_of_something(words: Field, token: Token, spare: int) -> bool:
    """Tell whether more unknown words than some say behind the verb of what, and not of the work.

    公开政府工作报告落实情况信息86条, 举办公务员依法行政培训班12期; 举办村(居)信息员培训班1期 may be
    of the work.
    """
    verbs = [t.end for t in words.own if t.has("act", "publish", "hold") and t.end <= token.start]
    named = [t for t in words.own if verbs and verbs[-1] <= t.start < token.start]
    unknown = words.sentence.unknown(verbs[-1], token.start) if verbs else 0
    return unknown > spare and not says(named, "work", "ogi")


def _is_party(words: Field, token: Token) -> bool:
    """Tell whether a word says who asks (公民申请264件), or whom (告知向市国土局申请1件)."""
    return token.has("party") or (token.has("name") and is_placed(words.sentence, token.start))


def _is_of_an_appeal(words: Field, token: Token) -> bool:
    """Tell whether an appeal was spoken of before (行政复议17件,其中向省政府申请8件)."""
    before = words.sentence.before(token.start)
    return says(before, "topic", "reconsideration", "litigation")
