"""Whether a word before a noun says that it is another one: 企业设立申请, 交易信息 (限定)."""

from typing import NamedTuple

from analysis.codebook.frames import frames
from analysis.facts.fields import APPEALS, OF_OUTCOMES, Field, Setting
from analysis.facts.lexing import Token, says
from analysis.facts.naming import is_named_place, is_placed

_OF_ANYTHING = ("fee", "budget")  # 县公安局收取户籍工本费1.5万元, 电子政务建设经费180万元
_OF_WHOM = 3  # characters that say who is trained: 村(居)信息员
_WORDS = "的共已均都新总各又还也仅只"  # characters that are words of their own before a noun
# What else, named right before a noun, says what it is of; any other topic if none is given.
_OTHERS = {"information": (), "training": APPEALS, "meeting": APPEALS}
_SHORT = 2  # 申请, 信息, 会议: so short a noun may be the end of a longer one that nobody knows


class _Noun(NamedTuple):
    """A noun that names a topic, and the word right before it."""

    words: Field
    token: Token
    topic: str
    last: Token | None

    @property
    def is_short(self) -> bool:
        """Whether it may be the end of a longer one."""
        written = self.words.sentence.text[self.token.start : self.token.end]
        return len(written) <= _SHORT or written in frames()[self.topic].endings

    @property
    def is_general(self) -> bool:
        """Whether it may be of any subject."""
        frame = frames()[self.topic]
        return frame.strict or frame.narrowable or self.is_short or self.topic in _OF_ANYTHING


def is_narrowed(words: Field, token: Token, topic: str, setting: Setting) -> bool:
    """Tell whether a general noun is narrowed by the word before it (交易信息, 行政许可申请)."""
    before = [t for t in words.own if t.end <= token.start]
    last = before[-1] if before and before[-1].end == token.start else None
    noun = _Noun(words, token, topic, last)
    if noun.is_short and (_is_of_any_request(noun, setting) or _is_of_a_party(noun)):
        return True
    if topic == "press_conference" and _is_on_a_theme(noun):
        return True
    if not noun.is_general:
        return False
    if last and topic == "request" and is_behind_another(words, last):
        return True
    if _is_described(noun):
        return bool(words.sentence.unknown(max(last.start - 1, words.begin), last.start))
    return _is_told_of_what(noun) or _is_of_something(noun) or _is_behind_unknown(noun, setting)


def _is_on_a_theme(noun: _Noun) -> bool:
    """Tell whether unknown words say which of them (举办91场。其中,疫情防控新闻发布会51场)."""
    words, place = noun.words, noun.token.start
    named = bool(words.sentence.unknown(max(place - _SHORT, words.begin), place))
    since = max(words.sentence.text.rfind(";", 0, place), words.sentence.start)
    return named and says(words.sentence.within(since, place), "relation", "part")


def _is_of_any_request(noun: _Noun, setting: Setting) -> bool:
    """Tell whether 申请 may be of anything, or is for an appeal.

    行政服务中心全年受理各类申请28416件; 行政复议17件,其中向省政府申请8件.
    """
    if noun.topic != "request":
        return False
    sentence, place = noun.words.sentence, noun.token.start
    new = setting.year >= OF_OUTCOMES and sentence.text.endswith("新收", 0, place)
    new = new and _says_no_more(noun, setting)
    heard = new or setting.heard("work.ogi", sentence, noun.token.end)  # 全市新收申请1873件
    return not heard or says(sentence.before(place), "topic", "reconsideration", "litigation")


def _says_no_more(noun: _Noun, setting: Setting) -> bool:
    """Tell whether 新收申请 is said of the body itself, and of no trade (公租房新收申请1873件)."""
    words, place = noun.words, noun.token.start
    before = [t for t in noun.words.clause.tokens if t.end <= place]
    other = any(t.name or t.has("party") or t.has("foreign") for t in before)
    unknown = words.sentence.unknown(words.clause.start, place)
    return not (other or unknown or says(setting.headings, "topic", *APPEALS))


def _is_of_a_party(noun: _Noun) -> bool:
    """Tell whether the word before says who asks (公民申请264件), or whom (向市国土局申请1件)."""
    last = noun.last
    if last is None:
        return False
    return last.has("party") or (last.has("name") and is_placed(noun.words.sentence, last.start))


def is_behind_another(words: Field, last: Token) -> bool:
    """Tell whether the word before a bare noun says what it is of (企业设立申请, 占道等申请)."""
    bare = frames()["request"].bare_behind
    is_plain = last.notions.keys() == {"function"}
    other = is_plain and words.sentence.text[last.start : last.end] not in bare
    if last.has("relation", "content"):
        return True  # 收取信息处理费1260元,涉及申请3件
    return other or (last.has("relation", "suchlike") and not says(words.own, "work", "ogi"))


def _is_described(noun: _Noun) -> bool:
    """Tell whether 的 stands right before a count of everything, behind what says which of it."""
    last, of_all = noun.last, frames()[noun.topic].strict or noun.topic == "request"
    return bool(last) and of_all and noun.words.sentence.text[last.start : last.end] == "的"


def _is_told_of_what(noun: _Noun) -> bool:
    """Tell whether the word before names another subject, or one more thing (等信息).

    行政应诉培训班3期; 市政府常务会议信息40条.
    """
    last, topic = noun.last, noun.topic
    if last is None:
        return False
    listed = noun.words.sentence.lists_up_to(last.start)
    suchlike = frames()[topic].strict and last.has("relation", "suchlike") and not listed
    other = topic in _OTHERS and last.has("topic", *_OTHERS[topic]) and not last.has("topic", topic)
    ours = topic != "information" and says(noun.words.own, "work", "ogi")  # 政务公开暨行政应诉培训
    other = other and not ours
    return last.has("foreign") or last.has("relation", "every_kind") or suchlike or other


def _is_of_something(noun: _Noun) -> bool:
    """Tell whether too many unknown words say of what it is, behind the verb and not of the work.

    公开政府工作报告落实情况信息86条, 举办公务员依法行政培训班12期; 举办村(居)信息员培训班1期 may be
    of the work, but not an office's 组织客服人员业务培训23期.
    """
    words, place = noun.words, noun.token.start
    training = noun.topic == "training"
    if not training and not (noun.topic == "information" and noun.is_short):
        return False
    verbs = [t.end for t in words.own if t.has("act", "publish", "hold") and t.end <= place]
    named = [t for t in words.own if verbs and verbs[-1] <= t.start < place]
    unknown = words.sentence.unknown(verbs[-1], place) if verbs else 0
    spare = _OF_WHOM if training and words.sentence.level != "department" else 0
    return unknown > spare and not says(named, "work", "ogi")


def _is_behind_unknown(noun: _Noun, setting: Setting) -> bool:
    """Tell whether a word that nobody knows ends right before it, and names no place.

    襄城区主动公开政府信息15632条 is the district's.
    """
    words, token = noun.words, noun.token
    place = _past_a_character(words, noun.last) or token.start
    if not words.sentence.unknown(max(place - 1, words.begin), place):
        return False
    if token.has("label", "whole") and is_named_place(words, token.start, setting.body):
        return False
    before = [t for t in words.own if t.end <= token.start]
    return noun.topic == "information" or not says(before, "work", "ogi")


def _past_a_character(words: Field, last: Token | None) -> int | None:
    """Return where a single character before a noun begins, which may be part of a word (签约)."""
    alone = last and last.end - last.start == 1 and last.notions.keys() == {"function"}
    return last.start if alone and words.sentence.text[last.start] not in _WORDS else None
