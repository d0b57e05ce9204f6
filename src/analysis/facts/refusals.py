"""Figures that look like answers and are not: another subject's, some bodies', reposts, rules."""

import re
from collections.abc import Mapping

from analysis.codebook.frames import Frame, frames
from analysis.codebook.quantities import quantities
from analysis.facts.fields import Field, Setting
from analysis.facts.lexing import Token, said, says
from analysis.facts.naming import named_unit, scope_of_whole
from analysis.facts.scoping import stated_scope
from analysis.facts.times import is_of_another_time, is_of_one_day

_PLATFORMS = ("website", "weibo", "wechat", "new_media")
_EVENTS = ("press_conference", "online_interview", "meeting")
_NEGATIONS = ("未", "不", "非", "没有", "未能", "不能", "未被", "无法", "不予")
_HANDLED = ("receive", "conclude", "reply")
_OWN_WORDS = 2  # characters before 行政复议 that may be unknown: 不服答复申请行政复议
_CAUSE = re.compile(
    "因([^,;。此]{2,20}?)(?:引起|引发|产生|而提起|争议|纠纷|被(?:申请|提起|起诉|诉))"
)
_NARROWING = (
    "part.some", "rule.word", "relation.waived", "relation.repost", "relation.checked",
    "foreign.attribute",
)  # fmt: skip


def is_refused(words: Field, topic: str, facets: Mapping[str, str], setting: Setting) -> bool:
    """Tell whether something said beside a number forbids to take it for the year's figure."""
    frame = frames()[topic]
    return (
        is_of_another_time(words, setting.year)
        or (frame.dated and is_of_one_day(words))
        or (words.sentence.says(*_NARROWING) and _is_narrowed(words, frame, topic))
        or (frame.own_sentence and _is_of_another_subject(words))
        or (frame.carried_over and "carried" not in facets and _is_carried_over(words))
        or (topic == "request" and "route" not in facets and _is_by_unknown_route(words))
        or ("route" in facets and says(words.own, "act", "reply"))  # 以邮寄方式答复23件
        or (topic == "request" and _is_an_attribute(words, facets))
        or (frame.narrowable and _is_of_all_kinds(words, setting))
        or (frame.not_through and _is_through(words, frame.not_through))
        or _is_of_others(words)
        or _is_negated(words)
        or (frame.stock and says(words.own, "relation", "added"))
        or (frame.counted_by_bodies and _has_counted_subject(words))
        or _is_attendance(words, topic)
        or (words.sentence.level in frame.outright_at and not _is_outright(words, topic, setting))
        or not _is_about(words, topic, facets, setting)
        or (frame.strict and _is_of_some(words, facets, setting))
        or (topic == "information" and _is_not_published(words, facets))
        or (facets.get("channel") == "medium" and _is_lone_medium(words))
        or (facets.get("channel") == "many" and _is_beside_a_channel(words))
    )


def _is_narrowed(words: Field, frame: Frame, topic: str) -> bool:
    """Tell whether some bodies', a rule, a repost, a waiver or a document's attribute is meant."""
    return (
        says(words.own, "rule")
        or says(words.own, "relation", "checked")
        or (says(words.own, "part", "some") and named_unit(words) is None)
        or (topic == "fee" and _is_waived(words))
        or (frame.reposted and _is_reposted(words))
        or says(_before(words), "foreign", "attribute")
    )


def _is_reposted(words: Field) -> bool:
    """Tell whether a number is of reposts: 转载省政府信息958条,市政府信息768条 are both."""
    if says((*words.lead, *words.near), "relation", "repost"):
        return True
    since = words.sentence.text.rfind(";", words.sentence.start, words.begin)
    listed = words.sentence.within(since, words.begin)
    return not says(words.own, "act") and says(listed, "relation", "repost")


def _is_through(words: Field, channels: list[str]) -> bool:
    """Tell whether a number is of what went out through one of some channels.

    《公报》出刊12期,刊登规范性文件36件; 在县档案馆公开规范性文件125件.
    """
    subject = [words.subject] if words.subject else []
    return says((*subject, *words.lead, *words.own), "channel", *channels)


def _is_of_others(words: Field) -> bool:
    """Tell whether a number is what other bodies have, of which a share is told.

    我局信息公开数量占市直部门公开总量23560条的2.6%.
    """
    whole = scope_of_whole(words)
    within = words.sentence.level in ("department", "township")
    return whole is not None and (within or whole.kind == "above")


def _is_negated(words: Field) -> bool:
    """Tell whether what a word says is denied right before it: 未按时办结1件, 未能予以公开5件."""
    text, telling = words.sentence.text, {"outcome", "timing", "result"}
    said = [t.start for t in words.near if not telling.isdisjoint(t.notions)]
    return any(text.endswith(_NEGATIONS, words.sentence.start, place) for place in said)


def _is_attendance(words: Field, topic: str) -> bool:
    """Tell whether people took part in something (500人参加), or were sent (选派6人参加).

    So do 150余名工作人员参加会议; 参加市政务公开工作会议3次 was held by somebody else.
    """
    if says(words.own, "relation", "sent"):
        return True
    if topic == "staff":
        before = [t for t in words.clause.tokens if t.end <= words.quantity.before]
        return says(words.after, "act", "hold") or says(before, "topic", "training")
    if topic == "meeting":
        acts = [words.sentence.text[t.start : t.end] for t in words.own if t.has("act", "hold")]
        return acts[-1:] in (["参加"], ["出席"])
    return topic != "training" and words.head is not None and words.head.has("act", "hold")


def _is_about(words: Field, topic: str, facets: Mapping[str, str], setting: Setting) -> bool:
    """Tell whether one of the notions that the frame needs was said, verbs in the sentence."""
    needs = frames()[topic].needs
    if not needs:
        return True
    named = says(words.near, "topic") and stated_scope(words.own) is None
    above = setting.headings if facets or not frames()[topic].strict else ()
    nested = says(words.own, "relation", "part")
    whole = named and frames()[topic].strict and not facets and not nested
    carried = setting.prior is not None and setting.prior.topic == topic and not whole
    spoken = [t for t in words.sentence.tokens if t.start < words.quantity.behind]
    spoken = [*words.lead, *words.near] if whole else spoken
    return carried or any(
        says((*spoken, *above), *need.split("."))
        if need.startswith("act.")
        else setting.speaks_of(need)
        for need in needs
    )


def _is_outright(words: Field, topic: str, setting: Setting) -> bool:
    """Tell whether sentence or headings say what is counted, or it goes on with what did.

    组织窗口人员业务培训8次: what an office trains for is mostly its own work.
    """
    said = says(words.sentence.tokens, "work", "ogi")
    above = any(t.has("topic", topic) for t in setting.headings)
    return said or above or (setting.prior is not None and setting.prior.topic == topic)


def _is_of_some(words: Field, facets: Mapping[str, str], setting: Setting) -> bool:
    """Tell whether a count of everything is one of another subject, a column, or some bodies."""
    own_column = words.sentence.level == "township"  # its page on the county's site
    parts = [t for t in words.near if not (own_column and t.has("part", "column"))]
    if words.foreign or says(parts, "part") or _has_counted_subject(words):
        return True
    if says(setting.headings, "foreign"):
        return True
    if says(words.own, "label", "whole") or _has_scope(words):
        return False
    if not facets and _has_unknown_subject(words):
        return True
    if "channel" in facets and not says(words.near, "channel") and _is_of_unknown_kind(words):
        return True
    since = words.sentence.text.rfind(";", words.sentence.start, words.begin)
    before = words.sentence.within(since, words.begin)
    of_a_channel = not facets and says(before, "channel")
    return of_a_channel or says(before, "foreign")


def _is_not_published(words: Field, facets: Mapping[str, str]) -> bool:
    """Tell whether items were received, told at an event, by others, or had something done to them.

    网站留言板收到信息326条, 新闻发布会发布信息56条, 中小学主动公开信息3256条, 整改政府网站信息56条.
    """
    others = says(words.own, "act", "receive") or says(words.own, "others")
    if others or says(words.own, "topic", *_EVENTS):
        return True
    return "channel" in facets and _is_done_to_a_channel(words)


def _is_done_to_a_channel(words: Field) -> bool:
    """Tell whether something unknown is done to what a channel holds (整改政府网站信息56条)."""
    channel = next((t for t in words.own if t.has("channel", *_PLATFORMS)), None)
    if channel is None or says(words.own, "act", "publish"):
        return False
    begin = max((t.end for t in words.own if t.end <= channel.start), default=words.begin)
    return bool(words.sentence.unknown(begin, channel.start))


def _has_scope(words: Field) -> bool:
    """Tell whether the clause says whose figure it is; in 发布本市信息 a scope says of what."""
    verb = next((t for t in words.own if t.has("act", "publish")), None)
    beside = [t for t in words.clause.tokens if verb is None or t.start != verb.end]
    return stated_scope(beside) is not None


def _is_lone_medium(words: Field) -> bool:
    """Tell whether a newspaper or a board is named alone: no other channel, and no second one.

    网站公开302条,通过《芜湖日报》等媒体公开35条: the 35 are all that went out otherwise.
    """
    here = [t for t in (*words.lead, *words.near) if t.has("channel", "medium")]
    others = [t for t in _before(words) if t.has("channel") and not t.has("channel", "medium")]
    apart = says(words.sentence.tokens, "channel", "other")  # 公开栏公布100条,其他形式200条
    return len(here) < 2 and (apart or not others)


def _is_beside_a_channel(words: Field) -> bool:
    """Tell whether a list of channels stands beside one that has a figure, so that it is not all.

    通过政府网站公开5716条,同时在公报、公告栏等载体公开3284条.
    """
    clauses = words.sentence.clauses
    before = clauses[: clauses.index(words.clause)]
    beside = any(clause.counts and says(clause.tokens, "channel") for clause in before)
    return beside and says(words.own, "channel")


def _is_by_unknown_route(words: Field) -> bool:
    """Tell whether requests came in by a route that the form has no row for.

    通过某系统提交27件; 信函、传真申请97件, which are two rows together.
    """
    by = says(words.own, "relation", "by")
    if says(words.near, "route") and not by:
        return True
    handed_in = words.sentence.text[words.begin : words.quantity.before].rstrip("的")
    return by and handed_in.endswith(("提交", "递交", "提出"))


def _is_an_attribute(words: Field, facets: Mapping[str, str]) -> bool:
    """Tell whether it says how open documents are, and is no request or reply.

    公开256条,其中主动公开248条、依申请公开8条; 主动公开213件,依申请公开102件,不予公开37件.
    """
    text = words.sentence.text
    since = max(text.rfind(";", 0, words.begin) + 1, words.sentence.start)
    said = text[since : words.quantity.before]
    if not facets and words.quantity.classifier == "条" and said.endswith("依申请公开"):
        return True
    told = facets.keys() <= {"outcome"} and "主动公开" in said and "依申请公开" in said
    handled = says(words.sentence.within(since, words.quantity.before), "act", *_HANDLED)
    return told and not handled


def _is_carried_over(words: Field) -> bool:
    """Tell whether a number is of requests or appeals of another year.

    2件因年底收到,结转下年; 上年结转的4件.
    """
    if not words.sentence.says("relation.carried"):
        return False
    clauses = words.sentence.clauses
    following = clauses[clauses.index(words.clause) + 1 :][:1]
    nexts = [t for clause in following if not clause.quantities for t in clause.tokens]
    return says((*words.own, *words.after, *nexts), "relation", "carried")


def _is_of_another_subject(words: Field) -> bool:
    """Tell whether the last subject named before, since a semicolon, is another one.

    What requests are said to concern is none: 收到3件,涉及房屋征收,其中予以公开2件.
    """
    text, place = words.sentence.text, words.quantity.start
    since = text.rfind(";", words.sentence.start, place)
    for token in reversed([t for t in _before(words) if t.start > since]):
        if token.has("work", "ogi"):
            return False
        if "foreign" in token.notions and not _is_content(words, token):
            return True
    return False


def _is_content(words: Field, token: Token) -> bool:
    clause = next(c for c in words.sentence.clauses if c.start <= token.start < c.end)
    named = [t for t in clause.tokens if t.end <= token.start and t.has("relation", "content")]
    return bool(named) and not clause.quantities


def _is_waived(words: Field) -> bool:
    """Tell whether the last word on fees is that they were waived (减免1人次、金额18元).

    Of 减免依申请公开费用300元 it is, too: what is waived follows.
    """
    text = words.sentence.text
    for token in reversed(_before(words)):
        if token.has("relation", "waived"):
            return True
        if token.has("topic", "fee") and "收" in text[token.start : token.end]:
            return False
    return False


def _is_of_all_kinds(words: Field, setting: Setting) -> bool:
    """Tell whether open government information comes up only later in the paragraph.

    审理行政复议案件31件,因政府信息公开引起的仅1件: the 31 are of every kind.
    """
    text, place = words.sentence.text, words.quantity.start
    judges = says(words.near, "topic") and _judges(words)
    if judges and says(words.lead, "relation", "judges"):
        return True
    if says((*words.own, *words.lead), "work", "ogi"):
        return False
    if judges or words.sentence.says("relation.every_kind") or _has_another_cause(words):
        return True
    if _is_said_to_concern(words):
        return not says(setting.headings, "work", "ogi")
    if not (setting.speaks_of("work.ogi") or says(setting.headings, "topic")):
        return not setting.heard("work.ogi", words.sentence, place)  # 当事人提起行政诉讼1件
    later = said(text[place:], words.sentence.level)
    names_it = any("ogi" in notions.get("work", ()) for notions in later)
    return names_it and (
        not setting.heard("work.ogi", words.sentence, place) or _comes_up_behind(words, setting)
    )


def _judges(words: Field) -> bool:
    """Tell whether the bodies that decide on appeals are the subject.

    市政府法制办收到17件; 市政府作为复议机关,全年受理45件.
    """
    own = [t for t in (*words.lead, *words.own) if t.has("relation", "judges") or t.name]
    return any(t.has("relation", "judges") or "judges" in _relations(t.name) for t in own)


def _relations(name: str) -> set[str]:
    return {value for notions in said(name, "county") for value in notions.get("relation", ())}


def _has_another_cause(words: Field) -> bool:
    """Tell whether unknown words or a number's name lead to the noun (因工伤认定引起的行政复议3件).

    劳动保障监察机构受理投诉举报157件, 受理12331投诉举报: other bodies' and other lines'.
    """
    sentence, place = words.sentence, words.quantity.start
    since = max(sentence.start, sentence.text.rfind(";", sentence.start, place) + 1)
    for cause in _CAUSE.finditer(sentence.text, since, place):
        about = any(
            t.has("work", "ogi") for t in sentence.tokens if cause.start() <= t.start < cause.end()
        )
        if not about and sentence.unknown(cause.start(1), cause.end(1)):
            return True
    noun = next((t for t in words.own if t.has("topic")), None)
    if noun is None:
        return False
    named = any(
        words.begin <= m.start < noun.start and m.kind == "name" for m in words.sentence.marked
    )
    begins = next((t.start for t in words.own if t.has("scope") or t.has("name")), words.begin)
    return named or words.sentence.unknown(begins, noun.start) > _OWN_WORDS


def _is_said_to_concern(words: Field) -> bool:
    """Tell whether the next clause says that another subject is meant (主要集中在土地征收领域)."""
    clauses = words.sentence.clauses
    following = clauses[clauses.index(words.clause) + 1 :][:1]
    return any(
        t.has("foreign") for clause in following if not clause.quantities for t in clause.tokens
    )


def _comes_up_behind(words: Field, setting: Setting) -> bool:
    """Tell whether its part of the sentence names open government information only behind it."""
    if says(setting.headings, "work", "ogi"):
        return False
    sentence, place = words.sentence, words.quantity.start
    start = sentence.text.rfind(";", sentence.start, place)
    stop = sentence.text.find(";", place, sentence.end)
    stop = sentence.end if stop < 0 else stop
    said_at = [t.start for t in sentence.tokens if start < t.start < stop and t.has("work", "ogi")]
    return bool(said_at) and min(said_at) > place


def _before(words: Field) -> list[Token]:
    return words.sentence.before(words.quantity.start)


def _has_unknown_subject(words: Field) -> bool:
    """Tell whether words that nobody knows stand before the verb (供水公司公开)."""
    verb = next((t for t in words.own if t.has("act", "publish")), None)
    return verb is not None and bool(words.sentence.unknown(words.begin, verb.start))


def _is_of_unknown_kind(words: Field) -> bool:
    """Tell whether unknown words say which of a channel's items (网站信息中,环境质量信息365条)."""
    noun = next((t for t in words.own if t.has("topic")), None)
    return noun is not None and bool(words.sentence.unknown(words.begin, noun.start))


def _has_counted_subject(words: Field) -> bool:
    """Tell whether a number of bodies is the subject: 有9个单位全年公开信息不足20条.

    我市77个责任主体 are all there are: a scope word before the number says so.
    """
    bodies = [*quantities().classifiers["bodies"], *quantities().classifiers["people"]]
    before = [q for q in words.clause.counts if q.behind == words.begin]
    earlier = [q for q in before if q.classifier in bodies]
    verb = next((t for t in words.own if t.has("act")), None)
    if not earlier or verb is None or verb.start == words.begin:
        return False
    before = [t for t in words.clause.tokens if t.end <= earlier[0].before]
    unknown = words.sentence.unknown(words.begin, verb.start)
    return bool(unknown) or stated_scope(before) is None
