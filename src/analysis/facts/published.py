"""Whether a count of what was published is that of everything, or of some of it (部分信息)."""

import re
from collections.abc import Mapping

from analysis.codebook.frames import frames
from analysis.codebook.periods import periods
from analysis.facts.fields import Field, Setting, is_mute
from analysis.facts.lexing import says
from analysis.facts.naming import has_counted_subject, is_named_place, named_unit
from analysis.facts.own_names import is_own_name
from analysis.facts.scoping import stated_scope
from analysis.facts.sentences import Clause

_YEAR = re.compile(r"20\d{2}年(?!底|末)")
_OPENED = re.compile(r"20\d{2}年[^,;。]{0,8}(?:开通|上线|开设|建成)")
_PLATFORMS = ("website", "weibo", "wechat", "new_media")
_EVENTS = ("press_conference", "online_interview", "meeting")


def is_of_some(words: Field, topic: str, facets: Mapping[str, str], setting: Setting) -> bool:
    """Tell whether what stands beside makes a count of everything one of some of it."""
    frame = frames()[topic]
    return (
        (bool(frame.not_through) and _is_through(words, frame.not_through))
        or (frame.strict and _is_narrower(words, facets, setting))
        or (topic == "information" and _is_not_published(words, facets))
        or (facets.get("channel") == "medium" and _is_lone_medium(words))
        or (topic == "information" and _is_beside_a_medium(words, facets))
        or (topic == "information" and not facets and _is_one_of_means(words))
        or (topic == "information" and _has_no_own(words, facets) and _is_of_a_column(words))
        or (topic == "information" and _has_no_own(words, facets) and _is_an_item(words, setting))
        or (facets.get("channel") == "many" and _is_beside_a_channel(words, setting))
    )


def _is_through(words: Field, channels: list[str]) -> bool:
    """Tell whether a number is of what went out through one of some channels.

    《公报》出刊12期,刊登规范性文件36件; 在县档案馆公开规范性文件125件.
    """
    subject = [words.subject] if words.subject else []
    return says((*subject, *words.lead, *words.own), "channel", *channels)


def _is_narrower(words: Field, facets: Mapping[str, str], setting: Setting) -> bool:
    """Tell whether a count of everything is one of another subject, a column, or some bodies."""
    own_column = words.sentence.level == "township"  # its page on the county's site
    parts = [t for t in words.near if not (own_column and t.has("part", "column"))]
    if words.foreign or says(parts, "part") or has_counted_subject(words):
        return True
    if says(words.near, "topic", "training", "meeting") and says(words.near, "work", "ogi"):
        return False  # 业务培训班31期,其中政府信息公开培训班3期
    if says(setting.headings, "foreign") and not says(
        (*setting.headings, *words.own), "work", "ogi"
    ):
        return True
    if says(words.own, "label", "whole"):
        return False
    if not facets and _is_in_the_unknown(words):
        return True
    if _has_scope(words):
        return False
    if not facets and _has_unknown_subject(words, setting):
        return True
    if "channel" in facets and not says(words.near, "channel") and _is_of_unknown_kind(words):
        return True
    since = words.sentence.text.rfind(";", words.sentence.start, words.begin)
    named = says(words.own, "relation", "by") and says(words.own, "topic")
    through = "channel" in facets and (named or _begins_with_one(words))
    before = [] if through else words.sentence.within(since, words.begin)
    of_a_channel = not facets and says(before, "channel")
    named = [t.end for t in before if t.has("label")]
    later = [t for t in before if t.start >= max(named, default=0)]
    return of_a_channel or (says(later, "foreign") and not _is_of_all_year(words))


def _begins_with_one(words: Field) -> bool:
    """Tell whether a channel is the first word (微信公众号发布625条, 在门户网站公开32条)."""
    first = next((t for t in words.own if not is_mute(t)), None)
    named = first is not None and first.has("channel")
    return named and not words.sentence.unknown(words.begin, first.start)


def _is_of_all_year(words: Field) -> bool:
    """Tell whether all that went out in the year is meant: 全年对外公开政府信息418条."""
    said = words.sentence.text[words.begin : words.quantity.before]
    return says(words.own, "label") and any(word in said for word in periods().of_it)


def _is_not_published(words: Field, facets: Mapping[str, str]) -> bool:
    """Tell whether items were received, told at an event, by others, or had something done to them.

    网站留言板收到信息326条, 新闻发布会发布信息56条, 中小学主动公开信息3256条, 整改政府网站信息56条.
    """
    others = says(words.own, "act", "receive") or says(words.own, "others")
    if others or says(words.own, "topic", *_EVENTS) or _is_of_an_account(words):
        return True
    since = words.sentence.text.rfind(";", 0, words.begin)
    told = [t for t in words.sentence.before(words.quantity.start) if t.start > since]
    if says(words.own, "relation", "posted") and not says(told, "channel"):
        return True  # “大沥发布”全年推送文章1980篇
    return _is_sent_to_one(words) or ("channel" in facets and _is_done_to_a_channel(words))


def _is_sent_to_one(words: Field) -> bool:
    """Tell whether a channel or an office got what was sent to it.

    向“信用中国”网站推送3120条, 向市政府办公室推送信息98条.
    """
    text, own = words.sentence.text, words.own
    place = max(text.rfind(sign, words.begin, words.quantity.before) for sign in "向给")
    verb = next((t.start for t in own if t.has("act", "publish")), words.quantity.before)
    takers = [t for t in own if place < t.start < verb and (t.has("channel") or t.name)]
    by = any(place < t.start and t.has("relation", "by") for t in own)  # 向社会通过网站公开
    return place >= 0 and bool(takers) and not by


def _is_of_an_account(words: Field) -> bool:
    """Tell whether an account tells all that it ever published: 粉丝达52万,累计发布微博8600条.

    政务微博于2011年11月开通,截至2013年底累计发布微博9684条.
    """
    text, start = words.sentence.text, words.sentence.start
    said = text[start : words.quantity.before]
    if "累计" not in text[words.begin : words.quantity.before]:
        return False
    of_it = any(word in said for word in periods().of_it) or _YEAR.search(said)
    return bool(_OPENED.search(said)) or ("粉丝" in said and not of_it)


def _is_done_to_a_channel(words: Field) -> bool:
    """Tell whether something unknown is done to what a channel holds (整改政府网站信息56条)."""
    channel = next((t for t in words.own if t.has("channel", *_PLATFORMS)), None)
    if channel is None:
        return False
    counted = channel.end == words.quantity.before  # 推送安全提示微信1260条
    begin = max((t.end for t in words.own if t.end <= channel.start), default=words.begin)
    published = says(words.own, "act", "publish") and not counted
    return not published and bool(words.sentence.unknown(begin, channel.start))


def _has_scope(words: Field) -> bool:
    """Tell whether the clause says whose figure it is; in 发布本市信息 a scope says of what."""
    verb = next((t for t in words.own if t.has("act", "publish")), None)
    beside = [t for t in words.clause.tokens if verb is None or t.start != verb.end]
    own_name = any(t.name and is_own_name(t.name, words.sentence.body) for t in words.own)
    return own_name or stated_scope(beside) is not None


def _has_no_own(words: Field, facets: Mapping[str, str]) -> bool:
    """Tell whether no channel is told, or but one before: 县政府网公开九大类(其中领导信息12条)."""
    named = says((*words.near, *words.after), "channel")
    return not facets or (facets.keys() == {"channel"} and not named)


def _is_of_a_column(words: Field) -> bool:
    """Tell whether it is what a column had of a website's (其中政府信息公开专栏更新246条)."""
    before = words.sentence.before(words.quantity.start)
    return says(words.own, "work", "neutral") and says(before, "relation", "part")


def _is_an_item(words: Field, setting: Setting) -> bool:
    """Tell whether a list of what was published has it, with nothing that says whose or how.

    主动公开290条。其中普法相关信息6条,工作动态类信息52条; 从内容分类看,机构职能5条,业务工作18条.
    """
    before = words.sentence.before(words.quantity.start)
    part = next((t for t in reversed(before) if t.has("relation", "part")), None)
    if part is None:
        return False
    own = [t for t in words.own if t.start >= part.end]
    singled = says(own, "relation", "this_year") or f"{setting.year}年" in _said(words, part.end)
    says_more = singled or says(own, "act") or says(own, "label")
    return not says_more and stated_scope(own) is None and named_unit(words) is None


def _said(words: Field, since: int) -> str:
    return words.sentence.text[max(words.begin, since) : words.quantity.before]


def _is_lone_medium(words: Field) -> bool:
    """Tell whether a newspaper or a board is named alone: no other channel, and no second one.

    网站公开302条,通过《芜湖日报》等媒体公开35条: the 35 are all that went out otherwise.
    """
    here = [t for t in (*words.lead, *words.near) if t.has("channel", "medium")]
    others = [
        t
        for t in words.sentence.before(words.quantity.start)
        if t.has("channel") and not t.has("channel", "medium")
    ]
    apart = says(words.sentence.tokens, "channel", "other")  # 公开栏公布100条,其他形式200条
    return len(here) < 2 and (apart or not others)


def _is_beside_a_medium(words: Field, facets: Mapping[str, str]) -> bool:
    """Tell whether other media have a figure of their own: 广播公开320条,公开栏公开860条."""
    if facets.get("channel") not in ("medium", "other") or says(words.near, "channel", "other"):
        return False
    others = (c for c in words.sentence.clauses if c is not words.clause and c.counts)
    return any(_is_of_media(clause) for clause in others)


def _is_one_of_means(words: Field) -> bool:
    """Tell whether a platform is told beside channels (信息平台上传19条;公开栏张贴25条)."""
    if says(words.own, "topic"):
        return False
    others = (c for c in words.sentence.clauses if c is not words.clause and c.counts)
    platform = says(words.own, "work", "neutral") or says(words.own, "channel", "platform")
    return platform and any(says(c.tokens, "channel") for c in others)


def _is_of_media(clause: Clause) -> bool:
    named = says(clause.tokens, "channel", "medium")
    return named and not says(clause.tokens, "channel", "other")


def _is_beside_a_channel(words: Field, setting: Setting) -> bool:
    """Tell whether a list of channels stands beside one that has a figure, so that it is not all.

    通过政府网站公开5716条,同时在公报、公告栏等载体公开3284条.
    """
    clauses = words.sentence.clauses
    before = clauses[: clauses.index(words.clause)]
    beside = any(clause.counts and says(clause.tokens, "channel") for clause in before)
    return (beside or _is_less_than_a_channel(words, setting)) and says(words.own, "channel")


def _is_less_than_a_channel(words: Field, setting: Setting) -> bool:
    """Tell whether it is less than one channel has (网站公开5667条。通过报纸等方式公开2500条)."""
    told = (one for one in setting.linked if one.facets.get("channel") in _PLATFORMS)
    return any(one.quantity.amount.value > words.quantity.amount.value for one in told)


def _is_in_the_unknown(words: Field) -> bool:
    """Tell whether it went out in something that nobody knows (在党政内网公开信息460余条)."""
    verb = next((t for t in words.own if t.has("act", "publish")), None)
    place = words.sentence.text.rfind("在", words.begin, verb.start) if verb else -1
    if place < 0 or says(words.sentence.within(place, verb.start), "work", "ogi"):
        return False  # 在市政府信息公开目录中发布信息286条
    return bool(words.sentence.unknown(place, verb.start))


def _has_unknown_subject(words: Field, setting: Setting) -> bool:
    """Tell whether unknown words stand before the verb (供水公司公开), other than a place."""
    verb = next((t for t in words.own if t.has("act", "publish")), None)
    if verb is None or not words.sentence.unknown(words.begin, verb.start):
        return False
    return not is_named_place(words, verb.start, setting.body)


def _is_of_unknown_kind(words: Field) -> bool:
    """Tell whether unknown words say which of a channel's items (网站信息中,环境质量信息365条)."""
    noun = next((t for t in words.own if t.has("topic")), None)
    return noun is not None and bool(words.sentence.unknown(words.begin, noun.start))
