"""Figures that look like answers and are not: another subject's, some bodies', reposts, rules."""

import re
from collections.abc import Mapping

from analysis.codebook.frames import Frame, frames
from analysis.facts.appealed import is_of_every_kind
from analysis.facts.fields import Field, Setting, unit_class
from analysis.facts.lexing import Token, says
from analysis.facts.naming import has_counted_subject, named_unit, scope_of_whole
from analysis.facts.published import is_of_some
from analysis.facts.requested import is_no_request
from analysis.facts.scoping import stated_scope
from analysis.facts.times import is_of_another_time, is_of_one_day

_NEGATIONS = ("未", "不", "非", "没有", "未能", "不能", "未被", "无法", "不予")
_LINE = 3  # digits of a service's number, at least: H7N9 is none
_NARROWING = (
    "part.some", "rule.word", "relation.waived", "relation.repost", "relation.checked",
    "foreign.attribute",
)  # fmt: skip


_HELD_BY_OTHERS = re.compile(
    "(?:参加|出席)(?:(?![我本])[^,;。、]){1,12}(?:组织|举办|召开|举行|主办)的"
    "|(?:组织|举办|召开|举行|主办)的[^,;。、]{2,8}(?:参加|出席)了?$"
)


def is_refused(words: Field, topic: str, facets: Mapping[str, str], setting: Setting) -> bool:
    """Tell whether something said beside a number forbids to take it for the year's figure."""
    frame = frames()[topic]
    is_change = facets.get("standing") == "items_change"  # 行政许可上一年项目326项,本年减少18项
    hands_on = "carried" in facets and not says(words.own, "relation", "growth", "compared")
    return (
        (is_of_another_time(words, setting.year) and not (is_change or hands_on))
        or (frame.dated and is_of_one_day(words))
        or (words.sentence.says(*_NARROWING) and _is_narrowed(words, frame, topic))
        or (frame.own_sentence and _is_of_another_subject(words))
        or (frame.carried_over and "carried" not in facets and _is_carried_over(words))
        or (topic == "request" and is_no_request(words, facets))
        or (frame.narrowable and is_of_every_kind(words, setting))
        or _is_of_others(words)
        or (topic == "response" and _is_of_a_hotline(words))
        or (frame.dated and _is_held_by_others(words))
        or _is_negated(words)
        or _is_disowned(words)
        or (frame.stock and says(words.own, "relation", "added"))
        or (frame.counted_by_bodies and has_counted_subject(words))
        or _is_attendance(words, topic)
        or (words.sentence.level in frame.outright_at and not _is_outright(words, topic, setting))
        or not _is_about(words, topic, facets, setting)
        or is_of_some(words, topic, facets, setting)
    )


def _is_narrowed(words: Field, frame: Frame, topic: str) -> bool:
    """Tell whether some bodies', a rule, a repost, a waiver or a document's attribute is meant."""
    return (
        says(words.own, "rule")
        or says(words.own, "relation", "checked")
        or (says(words.own, "part", "some") and named_unit(words) is None)
        or (topic in ("fee", "charge") and _is_waived(words))
        or (frame.reposted and _is_reposted(words))
        or says(_before(words), "foreign", "attribute")
    )


def _is_reposted(words: Field) -> bool:
    """Tell whether a number is of reposts: 转载省政府信息958条,市政府信息768条 are both."""
    lead = [] if says(words.own, "label", "whole") else words.lead  # 报送年报,主动公开政府信息270条
    if says((*lead, *words.near), "relation", "repost"):
        return True
    since = words.sentence.text.rfind(";", words.sentence.start, words.begin)
    listed = words.sentence.within(since, words.begin)
    return not says(words.own, "act") and says(listed, "relation", "repost")


def _is_of_others(words: Field) -> bool:
    """Tell whether a number is what other bodies have, of which a share is told.

    我局信息公开数量占市直部门公开总量23560条的2.6%.
    """
    whole = scope_of_whole(words)
    within = words.sentence.level in ("department", "township")
    return whole is not None and (within or whole.kind == "above")


def _is_of_a_hotline(words: Field) -> bool:
    """Tell whether a service named by its number answered (12333回应公众关切32000余次)."""
    marked = (m for m in words.sentence.marked if m.start == words.begin)
    return any(m.kind == "name" and m.end - m.start >= _LINE for m in marked)


def _is_held_by_others(words: Field) -> bool:
    """Tell whether a body that is none of the government's held it (县委宣传部召开通气会13场)."""
    held = next((t.start for t in words.own if t.has("act", "hold")), words.begin)
    return any(t.has("others") and t.end <= held for t in words.own)


def _is_negated(words: Field) -> bool:
    """Tell whether what a word says is denied right before it: 未按时办结1件, 未能予以公开5件."""
    text, telling = words.sentence.text, {"outcome", "timing", "result"}
    said = [t.start for t in words.near if not telling.isdisjoint(t.notions)]
    return any(text.endswith(_NEGATIONS, words.sentence.start, place) for place in said)


def _is_disowned(words: Field) -> bool:
    """Tell whether it is said, up to a semicolon, not to count (…1123条,未计入本报告)."""
    if not words.sentence.says("relation.disowned"):
        return False
    stop = words.sentence.text.find(";", words.quantity.behind, words.sentence.end)
    end = words.sentence.end if stop < 0 else stop
    return says(words.sentence.within(words.quantity.behind, end), "relation", "disowned")


def _is_attendance(words: Field, topic: str) -> bool:
    """Tell whether people took part in something (500人参加), or were sent (选派6人参加).

    So do 150余名工作人员参加会议; 参加市政务公开工作会议3次 and 参加市里举办的培训2次 were held by
    somebody else, and
    12333电话咨询服务中心有工作人员76人 work at something else. 区里统一组织的培训参加了2次, too.
    """
    before = [t for t in words.clause.tokens if t.end <= words.quantity.before]
    if says(before, "relation", "sent"):
        return True
    own = words.sentence.text[words.begin : words.quantity.before]
    if topic in ("training", "meeting") and _HELD_BY_OTHERS.search(own):
        return True
    if topic == "staff":
        return (
            words.foreign or says(words.after, "act", "hold") or says(before, "topic", "training")
        )
    is_held = topic == "meeting" or (topic == "training" and not _counts_people(words))
    if is_held:
        text = words.sentence.text
        acts = [t for t in words.own if t.has("act", "hold")]
        held = [
            t for t in acts if not text.startswith("的", t.end)
        ]  # 举办各单位领导参加的培训会3次
        kept = [text[t.start : t.end] for t in (acts if len(acts) < 2 else held)]
        return kept[-1:] in (["参加"], ["出席"])
    return topic != "training" and words.head is not None and words.head.has("act", "hold")


def _counts_people(words: Field) -> bool:
    return unit_class(words.quantity, frames()["training"]) == "people"


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
    carried = carried or _is_part_of_elsewhen(words, topic, setting)
    spoken = [t for t in words.sentence.tokens if t.start < words.quantity.behind]
    spoken = [*words.lead, *words.near] if whole else spoken
    return carried or any(
        says((*spoken, *above), *need.split("."))
        if need.startswith("act.")
        else setting.speaks_of(need)
        for need in needs
    )


def _is_part_of_elsewhen(words: Field, topic: str, setting: Setting) -> bool:
    """Tell whether a sentence parts the figure of the last one (历年累计23846条。其中2012年…)."""
    of_it = setting.elsewhen is not None and setting.elsewhen[0][0] == topic
    return of_it and words.sentence.opens_as_part


def _is_outright(words: Field, topic: str, setting: Setting) -> bool:
    """Tell whether sentence or headings say what is counted, or it goes on with what did.

    组织窗口人员业务培训8次: what an office trains for is mostly its own work.
    """
    until = [t for t in words.sentence.tokens if t.start < words.clause.end]
    said = says(until, "work", "ogi")
    above = any(t.has("topic", topic) for t in setting.headings)
    goes_on = setting.prior is not None and setting.prior.topic == topic
    # 从事政府信息公开工作人员4人。召开专题会议2次,举办培训班1次: of the work, as the form has it.
    organised = any(frames()[one.topic].of_the_body for one in setting.linked)
    organised = organised and "money" not in frames()[topic].units
    return said or above or goes_on or organised


def _is_carried_over(words: Field) -> bool:
    """Tell whether a number is of requests or appeals of another year.

    2件因年底收到,结转下年; 上年结转的4件.
    """
    if not words.sentence.says("relation.carried"):
        return False
    clauses = words.sentence.clauses
    following = clauses[clauses.index(words.clause) + 1 :][:1]
    silent = [c for c in following if not c.quantities and not says(c.tokens, "none")]
    nexts = [t for clause in silent for t in clause.tokens]  # 新收17件,上年无结转
    listed = words.sentence.text.startswith("、", words.quantity.behind)  # 新收402件、结转18件
    after = [] if listed else words.after
    return says((*words.own, *after, *nexts), "relation", "carried")


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


def _before(words: Field) -> list[Token]:
    return words.sentence.before(words.quantity.start)
