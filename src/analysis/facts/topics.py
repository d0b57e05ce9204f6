"""What a number counts: the noun that its classifier may count, stated, implied or carried on."""

import re
from dataclasses import replace
from functools import cache

from analysis.codebook.frames import Frame, frames
from analysis.codebook.quantities import quantities
from analysis.facts.facets import own_facets, stated_facets
from analysis.facts.fields import LAWSUITS, Field, Link, Setting, fits, is_mute, unit_class
from analysis.facts.lexing import Token, says, values
from analysis.facts.naming import is_named_place, is_placed
from analysis.facts.quantities import Quantity

_JOINT = re.compile("[、和及与]|以及")
_TOLD = re.compile("、(?:并|已|均|同时)?告知[^,;。、]{2,16}的")
_OF_ANYTHING = ("fee", "budget")  # 县公安局收取户籍工本费1.5万元, 电子政务建设经费180万元
_REPLIES = {"outcome", "ground"}  # 内部事务信息2件;无法提供17件,包括本机关不掌握15件: of no ground
_OF_OUTCOMES = 2019  # the first year of the form that adds up outcomes
_OF_WHOM = 3  # characters that say who is trained: 村(居)信息员
_WORDS = "的共已均都新总各又还也仅只"  # characters that are words of their own before a noun
_SHORT = 2  # 申请, 信息, 会议: so short a noun may be the end of a longer one that nobody knows


def reading(
    words: Field, named: bool, prior: Link | None, setting: Setting
) -> tuple[str, dict[str, str]] | None:
    """Return topic and facets of a number, or None where the words do not tell them.

    Parameters
    ----------
    words : Field
    named : bool
        Whether the own words are the name of an office or place (辉县市15件).
    prior : Link or None
        The number linked before that this one may carry on.
    setting : Setting

    Raises
    ------
    UnclearError
        When facets contradict each other.
    """
    if words.mute and words.after:
        return _behind(words, prior, setting)
    if words.after and words.says_only_who and (found := _behind(words, prior, setting)):
        return found
    topic = _stated(words, setting) or _implied(words, words.own, prior, setting)
    if topic is None:
        found = _carried(words, named, prior, setting)
        return _as_concluded(words, found, setting) if found else None
    facets = stated_facets(words, topic)
    nested = says(words.clause.tokens, "relation", "part")
    if nested and prior and prior.topic == topic:
        own = _REPLIES if not _REPLIES.isdisjoint(facets) else ()
        facets = _lasting(prior, "role", *own) | facets
    return _as_concluded(words, (topic, facets), setting)


def _as_concluded(
    words: Field, found: tuple[str, dict[str, str]], setting: Setting
) -> tuple[str, dict[str, str]]:
    """Return what 办理 says where what came in was told before: 新收3862件;…全年办理3905件.

    The form since 2019 adds up the outcomes of what was handled: 办理1300件,予以公开560件.
    """
    came_in = "request", {"act": "receive"}
    told = any((one.topic, one.facets) == came_in for one in setting.stated.values())
    verbs = [words.sentence.text[t.start : t.end] for t in words.own if t.has("act")]
    behind = [t for t in words.sentence.tokens if t.start > words.quantity.start]
    divided = setting.year >= _OF_OUTCOMES and says(behind, "outcome")
    handled = found == came_in and (told or divided) and verbs == ["办理"]
    return ("request", {"act": "conclude"}) if handled else found


def fitting_topic(token: Token, quantity: Quantity) -> str | None:
    """Return the last topic of a word that the number's classifier may count."""
    if "topic" not in token.notions:
        return None
    return next((t for t in reversed(token.values("topic")) if fits(quantity, frames()[t])), None)


# --- stated ------------------------------------------------------------------------------------


def _stated(words: Field, setting: Setting) -> str | None:
    """Return the topic of the nearest noun that the classifier may count."""
    if words.head and words.head.has("topic"):
        topic = fitting_topic(words.head, words.quantity)
        topic = _said_of_all_lawsuits(words) if topic == "litigation" else topic
        return "training" if _are_trained(words, words.head) else topic
    for token in reversed(words.own):
        topic = fitting_topic(token, words.quantity)
        if topic == "staff" and _are_trained(words, token):
            return "training"
        if topic or "foreign" in token.notions:
            meant = (
                topic
                and _is_meant(words, token, topic, setting)
                and not _is_joint(words, token, topic)
            )
            topic = _kind_of_lawsuit(words) if topic == "litigation" else topic
            return topic if meant else None
    return None


def _kind_of_lawsuit(words: Field) -> str:
    """Return which lawsuits own words name before the noun (未经复议直接起诉的…行政诉讼1件)."""
    return next((t for t in reversed(LAWSUITS[1:]) if says(words.own, "topic", t)), "litigation")


def _said_of_all_lawsuits(words: Field) -> str:
    """Return which lawsuits all that were counted are (4件行政诉讼案件均为未经复议直接起诉)."""
    said = (t for t in words.after if t.has("topic", *LAWSUITS[1:]))
    kind = next(said, None)
    before = words.sentence.text[words.quantity.behind : kind.start] if kind else ""
    return (
        kind.values("topic")[0] if before.endswith(("均为", "均系", "均", "都是")) else "litigation"
    )


def _are_trained(words: Field, staff: Token) -> bool:
    """Tell whether people are said to be trained.

    对800多名工作人员进行了培训, 培训工作人员1256人次.
    """
    people = (
        staff.has("topic", "staff") and unit_class(words.quantity, frames()["staff"]) == "people"
    )
    before = next((t for t in words.own if t.end == staff.start), None)
    trained = before is not None and before.has("topic", "training")
    return people and (trained or says(words.after, "topic", "training"))


def _is_joint(words: Field, token: Token, topic: str) -> bool:
    """Tell whether a number counts two things at once (行政复议、行政诉讼共3件)."""
    if _is_of_two(words, token):
        return True
    before = [t for t in words.own if t.end < token.start]
    last = before[-1] if before else None
    joined = last and _JOINT.fullmatch(words.sentence.text, last.end, token.start)
    other = fitting_topic(last, words.quantity) if joined else None
    return other is not None and other != topic


def _is_of_two(words: Field, token: Token) -> bool:
    """Tell whether one word names two topics that the classifier may count: 复议、诉讼案件."""
    return len({t for t in token.values("topic") if fits(words.quantity, frames()[t])}) > 1


def _is_meant(words: Field, token: Token, topic: str, setting: Setting) -> bool:
    """Tell whether a noun is what is counted: understood up to the number, and not narrowed."""
    frame = frames()[topic]
    unknown = words.sentence.unknown(token.end, words.quantity.before)
    other = token.has("foreign") or _stands_beside(words.own, frame, frame.not_with)
    return not other and not unknown and not _is_narrowed(words, token, topic, setting)


def _stands_beside(words: list[Token], frame: Frame, notions: list[str]) -> bool:
    """Tell whether a word for one of some notions stands beside, that tells no rows apart."""
    if not notions:
        return False
    telling = set(frame.facets) - {"act"}
    beside = [t for t in words if t.notions.keys().isdisjoint(telling)]
    return any(says(beside, *notion.split(".")) for notion in notions)


def _is_narrowed(words: Field, token: Token, topic: str, setting: Setting) -> bool:
    """Tell whether a general noun is narrowed by the word before it (交易信息, 行政许可申请)."""
    strict, short = frames()[topic].strict, _is_short(words, token, topic)
    if topic == "request" and short and not setting.heard("work.ogi", words.sentence, token.end):
        return True  # 行政服务中心全年受理各类申请28416件
    if short and topic == "request" and _is_of_an_appeal(words, token):
        return True
    if short and any(t.end == token.start and _is_party(words, t) for t in words.own):
        return True
    if not (strict or short or frames()[topic].narrowable or topic in _OF_ANYTHING):
        return False
    before = [t for t in words.own if t.end <= token.start]
    last = before[-1] if before and before[-1].end == token.start else None
    if topic == "request" and last and _is_behind_another(words, last):
        return True
    if (
        last
        and (strict or topic == "request")
        and words.sentence.text[last.start : last.end] == "的"
    ):
        return bool(words.sentence.unknown(max(last.start - 1, words.begin), last.start))
    if last and (last.has("foreign") or (strict and last.has("relation", "suchlike"))):
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


def _is_behind_another(words: Field, last: Token) -> bool:
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


# --- implied -----------------------------------------------------------------------------------


def _implied(words: Field, near: list[Token], prior: Link | None, setting: Setting) -> str | None:
    """Return the topic that a facet alone implies: 属“同意公开”的62件, 维持3件, 政务微信1800条."""
    last = next((t for t in reversed(near) if _is_telling(t)), None)
    if last is None or words.foreign or not _is_understood(words, last):
        return None
    if last.has("channel") and (_counts_channels(words) or _is_of_no_channel(words, prior)):
        return None
    if last.has("result"):
        spoken = setting.appeal(words.sentence, words.quantity.start)
        if spoken or "outcome" not in last.notions:
            return prior.topic if prior and _are_lawsuits(prior.topic, spoken) else spoken
    if last.has("relation", "rest"):
        return prior.topic if prior and _has_a_rest(prior) else None
    for topic, frame in frames().items():
        if last.notions.keys().isdisjoint(frame.implied_by):
            continue
        in_place = not frame.in_context or setting.speaks_of(f"topic.{topic}")
        in_place = in_place or setting.counted(topic)
        other = _stands_beside(near, frame, [*frame.not_with, *frame.implied_without])
        if in_place and not other and fits(words.quantity, frame):
            return topic
    in_section = says(setting.headings, "topic", "information") or setting.counted("information")
    if last.has("channel") and in_section and fits(words.quantity, frames()["information"]):
        return "information"
    before = prior or setting.prior
    if last.has("channel") and before and "channel" in frames()[before.topic].facets:
        return before.topic
    published = last.has("channel") and says(near, "act", "publish")
    return "information" if published and fits(words.quantity, frames()["information"]) else None


def _are_lawsuits(*topics: str | None) -> bool:
    """Tell whether all are lawsuits: results behind 诉讼26件,其中复议后起诉11件; are of the 26."""
    return all(topic in LAWSUITS for topic in topics)


def _counts_channels(words: Field) -> bool:
    """Tell whether it is the channels that are counted (关停整合基层网站416个)."""
    return words.quantity.classifier in quantities().classifiers["bodies"]


def _is_of_no_channel(words: Field, prior: Link | None) -> bool:
    """Tell whether it is a part or the rest of something of which the form tells no channel.

    其余55份全部通过政府网站向社会公开; 解读稿件12篇,其中在市政府门户网站发布8篇、在局网站发布12篇.
    """
    if prior is None:
        return False
    between = words.sentence.within(prior.quantity.behind, words.quantity.before)
    text, begin = words.sentence.text, words.clause.start
    nested = says(between, "relation", "part") and ";" not in text[prior.quantity.behind : begin]
    rest = nested or text.startswith(("其余", "余下", "剩余"), begin)
    return rest and "channel" not in frames()[prior.topic].facets


def _is_understood(words: Field, last: Token) -> bool:
    """Tell whether all is known from a word to the number, or only says what else was told.

    属于已主动公开范围、告知申请人获取途径的76宗.
    """
    between = words.sentence.text[last.end : words.quantity.before]
    unknown = words.sentence.unknown(last.end, words.quantity.before)
    return not unknown or bool(_TOLD.fullmatch(between))


def _has_a_rest(prior: Link) -> bool:
    """Tell whether 其他 is the rest of numbers like the one before (微博300条、其他156条)."""
    return any("other" in frames()[prior.topic].accepted(facet) for facet in prior.facets)


def _is_telling(token: Token) -> bool:
    return token.has("relation", "rest") or not _telling_facets().isdisjoint(token.notions)


@cache
def _telling_facets() -> set[str]:
    return {f for frame in frames().values() for f in frame.implied_by} | {"result", "channel"}


# --- behind the number -------------------------------------------------------------------------


def _behind(words: Field, prior: Link | None, setting: Setting):
    """Return what the words behind a number say, if all are understood (3件属于国家秘密)."""
    if words.followed_by_unknown:
        return None
    words = replace(words, after=_up_to_whole(words))
    nouns = (fitting_topic(token, words.quantity) for token in words.after)
    topic = next(filter(None, nouns), None)
    topic = _said_of_all_lawsuits(words) if topic == "litigation" else topic
    topic = topic or _implied(words, words.after, prior, setting)
    if topic == "staff" and says(words.after, "topic", "training"):
        topic = "training"  # 市直各部门共320名工作人员参加了培训
    behind = replace(words, own=words.after)
    topic = topic or _topic_before(behind, prior, setting)
    if topic is None:
        return None
    facets, own = stated_facets(behind, topic), own_facets(behind)
    if not own - {"channel"} <= facets.keys():
        return None  # 余下180件按其他情形告知: the form has no such reply
    says_more = own or says(words.after, "topic") or says(words.after, "act")
    return (topic, facets) if says_more else None


def _up_to_whole(words: Field) -> list[Token]:
    """Return the words behind a number up to a whole that is but named (9件申请中网络申请6件)."""
    text = words.sentence.text
    last = next((t for t in words.after if "topic" in t.notions), None)
    is_whole = last and text.startswith("中", last.end)
    return [t for t in words.after if t.start <= last.start] if is_whole else words.after


# --- carried on --------------------------------------------------------------------------------


def _carried(words: Field, named: bool, prior: Link | None, setting: Setting):
    """Return what an elliptic clause carries on: 市级机关受理90件, 各县区有9个."""
    if prior and _attends(words, prior):
        return prior.topic, {}
    if prior and _is_granted(words, prior):
        return prior.topic, {"outcome": "granted"}
    if not (named or _is_elliptic(words, prior, setting)) or _sums_up(words, prior):
        return None
    if says(words.own, "relation", "rest"):
        return None  # 国家秘密3宗、其他18宗: the form has no row for these others
    if words.head and words.head.has("shield"):
        return None  # 向3名申请人
    if _names_other_requests(words):
        return None
    who = [token for token in words.own if token.has("party")]
    only_who = who and all(t in who or t.notions.keys() <= {"relation", "topic"} for t in words.own)
    if only_who or any(_is_of_two(words, token) for token in words.own):
        return None  # 其中企业33件; 复议、诉讼案件合计29件
    if words.mute and prior and not _counts_otherwise(words.quantity, prior):
        return None  # 当面申请3件、网络申请5件,共8件: whatever adds them up names nothing
    spoken = [*words.lead, *words.own] if named else words.lead
    topic = _topic_of(spoken, words) or _topic_before(words, prior, setting)
    if topic is None:
        return None
    facets = stated_facets(words, topic)
    own = own_facets(words)
    if not own <= facets.keys():
        return None
    if prior and "channel" in prior.facets and says(words.own, "work", "neutral"):
        return None  # 通过局门户网站公开1206条,通过市政府信息公开平台公开218条
    new = says(words.own, "work", "ogi")  # 审结5件,因政府信息公开引起的仅1件
    done = says(words.own, "act", "issue", "repeal")
    other = ("standing",) if done else ()  # 现行有效规章5件,本年废止1件
    carried = _lasting(prior, *other) if prior and prior.topic == topic and not new else {}
    return topic, (facets or carried) if own else carried | facets


def _names_other_requests(words: Field) -> bool:
    """Tell whether a word before the noun says that other requests are counted (企业设立申请)."""
    beside = zip(words.own, words.own[1:], strict=False)
    return any(
        noun.has("topic", "request") and noun.start == last.end and _is_behind_another(words, last)
        for last, noun in beside
        if noun.end - noun.start <= _SHORT
    )


def _is_elliptic(words: Field, prior: Link | None, setting: Setting) -> bool:
    """Tell whether all own words are understood, or but the place that they begin with.

    襄城区主动公开政府信息15632条,南漳县主动公开9865条.
    """
    if words.elliptic or _is_said_of_leaders(words, prior):
        return True
    placed = is_named_place(words, words.quantity.before, setting.body)
    return placed and prior is not None and not words.foreign


def _lasting(prior: Link, *others: str) -> dict[str, str]:
    """Return the facets of a number that the next one may carry on: 上年结转11件,办结486件."""
    return {f: value for f, value in prior.facets.items() if f not in ("carried", *others)}


def _is_granted(words: Field, prior: Link) -> bool:
    """Tell whether 公开 is an outcome, as beside others (公开19件、部分公开2件、不予公开1件)."""
    told = [t for t in words.own if not is_mute(t)]
    written = [words.sentence.text[t.start : t.end] for t in told]
    beside = says(words.sentence.tokens, "outcome", "partially_granted", "denied")
    return prior.topic == "request" and written == ["公开"] and beside and words.elliptic


def _attends(words: Field, prior: Link) -> bool:
    """Tell whether people took part in what was counted.

    举办培训2期,镇村干部56人次参加; 举办培训班1次,培训村(社区)信息员42人次.
    """
    frame = frames()[prior.topic]
    took_part = words.head is not None and words.head.has("act", "hold")
    first = words.own[0] if words.own else None
    trained = first is not None and first.start == words.begin and first.has("topic", prior.topic)
    trained = trained and not says(words.own, "scope")  # 培训各县市、州直单位业务骨干186人次
    people = unit_class(words.quantity, frame) == "people"
    return frame.attended and (took_part or trained) and people


def _is_said_of_leaders(words: Field, prior: Link | None) -> bool:
    """Tell whether a number says how often leaders took part, in whatever words (到场的有9场)."""
    takes_role = prior is not None and "role" in frames()[prior.topic].facets
    leaders = says(words.own, "role") and not words.foreign
    return takes_role and leaders and fits(words.quantity, frames()[prior.topic])


def _counts_otherwise(quantity: Quantity, prior: Link) -> bool:
    """Tell whether a number counts another thing of the same topic (办班2期,共420人次)."""
    frame = frames()[prior.topic]
    return unit_class(quantity, frame) not in (None, unit_class(prior.quantity, frame))


def _sums_up(words: Field, prior: Link | None) -> bool:
    """Tell whether a number only adds up those of the units named: 142宗和118宗,合计260宗.

    So it does where some were singled out: 居前三位的部门…分别为19件、13件、8件,合计40件.
    """
    adds = says(words.own, "relation", "sum")
    says_more = own_facets(words) or says(words.own, "scope")
    if not adds or says_more:
        return False
    if says(words.sentence.before(words.quantity.start), "rank"):
        return True
    return prior is not None and prior.scope.kind == "unit"


def _topic_before(words: Field, prior: Link | None, setting: Setting) -> str | None:
    """Return the topic of the number before, in the sentence or before it, or of the headings."""
    linked = [one.topic for one in (prior, setting.prior) if one]
    above = None if setting.interrupted else _topic_of_headings(words, setting)
    candidates = (*linked, above)
    return next((topic for topic in candidates if topic and _takes(words, topic)), None)


def _takes(words: Field, topic: str) -> bool:
    """Tell whether a topic takes the number's classifier and the verbs beside it."""
    frame = frames()[topic]
    verbs = set(values(words.own, "act")) - {"hold", "receive"}
    known = frame.accepted("act") | {n.removeprefix("act.") for n in frame.needs} | {*frame.verbs}
    return fits(words.quantity, frame) and verbs <= known


def _topic_of(spoken: list[Token], words: Field) -> str | None:
    """Return the topic of the clauses before; another subject on the way ends the search."""
    for token in reversed(spoken):
        topic = fitting_topic(token, words.quantity)
        if topic or token.has("foreign"):
            return topic if not token.has("foreign") and _takes(words, topic) else None
    return None


def _topic_of_headings(words: Field, setting: Setting) -> str | None:
    """Return the topic of the headings above if they name just one."""
    named = {fitting_topic(t, words.quantity) for t in setting.headings} - {None}
    topics = {topic for topic in named if _takes(words, topic)}
    return topics.pop() if len(topics) == 1 else None
