"""Whose figure a number is: the office or platform named with it, or as it holds (数字归属)."""

import re
from itertools import pairwise

from analysis.codebook.frames import frames
from analysis.codebook.scopes import scopes
from analysis.facts.facets import own_facets
from analysis.facts.fields import Field, Setting
from analysis.facts.lexing import Token, says, values
from analysis.facts.naming import (
    is_above,
    named_subject,
    scope_of_whole,
    subject_at_head,
    subject_is_platform,
)
from analysis.facts.own_names import is_own_site, is_site_above
from analysis.facts.scoping import ALL, Scope, ScopeTrail, stated_scope
from analysis.facts.sentences import Sentence
from analysis.facts.thread import Thread

_ACCOUNTS = ("weibo", "wechat")
_PLATFORMS = ("website", *_ACCOUNTS)  # one gazette is all there is of its kind
_LEVELS = ("municipal", "county")
_NO_PLATFORMS = (None, "many", "medium", "other")
_SHORT = 2  # 微博 alone, without a name
_PARTS = {"result", "outcome", "ground", "timing", "route"}
_LISTED = re.compile("[、和及与]|以及")
_JOINED = re.compile("[和及与]|以及")  # 县政府门户网站及各部门子网站 are no single platform


def inherited_scope(sentence: Sentence, setting: Setting) -> Scope:
    """Return the scope that holds when a sentence begins: of the headings, or carried on (其中)."""
    if sentence.opens_as_part:
        return ALL if _exceeds_last_level(sentence, setting) else setting.scope
    if setting.only_scope and _names_only_parts(sentence):
        return setting.only_scope
    stated = set(values(setting.headings, "scope"))
    return Scope(stated.pop()) if len(stated) == 1 else _announced(setting)


def _announced(setting: Setting) -> Scope:
    """Return the office whose figures a section announced last.

    省政府办公厅办理的申请具体情况如下: In the next paragraph: 通过网上申请的124件.
    """
    opening = setting.opening
    subject = opening and subject_at_head(opening, opening.clauses[0], setting.body)
    return subject or ALL


def _exceeds_last_level(sentence: Sentence, setting: Setting) -> bool:
    """Tell whether parts are of both levels told (市直收到198宗,县区148宗。其中,当面提交203宗)."""
    levels = {one.scope.kind: one.quantity for one in setting.linked}
    last = levels.get(setting.scope.kind)
    if last is None or not levels.keys() >= set(_LEVELS):
        return False
    alike = (q for q in sentence.counted if q.classifier == last.classifier)
    return any(q.amount.value > last.amount.value for q in alike)


def _names_only_parts(sentence: Sentence) -> bool:
    """Tell whether a sentence gives results and the like, and does not say of what."""
    named = (t for t in sentence.tokens if "topic" in t.notions and "route" not in t.notions)
    if any(t.end - t.start > _SHORT for t in named):
        return False
    return any(not _PARTS.isdisjoint(t.notions) for t in sentence.tokens)


def whose(
    words: Field, topic: str, facets: dict[str, str], trail: ScopeTrail, thread: Thread, body: str
) -> Scope:
    """Return whose figure a number is: the office that is the subject, a platform, or as it holds.

    Parameters
    ----------
    words : Field
    topic, facets
        What was read of the number.
    trail : ScopeTrail
        The scope that holds; an office that is the subject holds for the numbers behind, too.
    thread : Thread
    body : str
        Who reports.
    """
    if told := _told_outright(words, topic, trail, thread):
        return told
    subject = _subject(words, topic, trail, thread, body)
    if subject and "channel" not in facets:
        subject = _taken(subject, words, trail)
    if _exceeds_part(words, topic, trail, thread):
        trail.end_part()
    held = scope_of_whole(words) or trail.scope_of(topic)
    if words.mute and not frames()[topic].of_the_body and (behind := stated_scope(words.after)):
        return behind  # 其余9宗均由各镇(街道)受理
    if subject or stated_scope(words.own) or facets.get("channel") in _NO_PLATFORMS:
        return subject or held
    platform = _platform(words, trail, thread)
    if platform and words.sentence.level == "department" and is_site_above(platform.name, body):
        return Scope("above")  # 在省厅网站发布稿件12篇
    return held if platform is None or is_own_site(platform.name, body) else platform


def _told_outright(words: Field, topic: str, trail: ScopeTrail, thread: Thread) -> Scope | None:
    """Return whose figure it is whoever is the subject: an account's, or the body's own.

    县监察局受理涉及政府信息公开的投诉2起: of all bodies.
    """
    if account := _one_of_several(words, thread):
        return Scope("unit", account)
    if frames()[topic].of_the_body and _names_its_rooms(words):
        return ALL
    supervised = topic == "complaint" and trail.subject and is_supervisor(trail.subject)
    return (
        (stated_scope(words.own) or ALL) if supervised and says(words.own, "work", "ogi") else None
    )


def _taken(subject: Scope, words: Field, trail: ScopeTrail) -> Scope:
    """Return the subject of a figure, which is that of those behind it, too, but behind 其中.

    市政府新闻办举办市政府新闻发布会52场,我局参加4场: an office above is none of the body's.
    """
    if is_above(subject, words.sentence.level, words.sentence.body):
        subject = Scope("above")
    if trail.part is None:
        trail.take(subject, holds=not subject_is_platform(words))
    return subject


def _names_its_rooms(words: Field) -> bool:
    """Tell whether an office's own rooms are named, and no office below it (各科室另有18名)."""
    rooms = [t for t in words.own if t.has("scope")]
    office = words.sentence.level == "department" and rooms
    text = words.sentence.text
    return bool(office) and all(
        t.has("scope", "municipal") and text.startswith("各", t.start) for t in rooms
    )


def _one_of_several(words: Field, thread: Thread) -> str:
    """Return the account singled out of others: 开通账号46个。其中“平安洛阳”微博发布4213条."""
    part = words.sentence.opens_as_part and thread.prior is None
    accounts = (t.name for t in words.own if t.name and t.has("channel", *_ACCOUNTS))
    return next(accounts, "") if part else ""


def _subject(
    words: Field, topic: str, trail: ScopeTrail, thread: Thread, body: str
) -> Scope | None:
    """Return the office that a number is said of.

    What one has is its body's (办公室负责日常工作,有兼职人员8人), but not beside what the body has:
    工作人员215人;县政府信息公开办公室有专职人员3人.
    """
    no_one = _is_of_gazette(words) or _is_on_its_only_site(words)
    subject = None if no_one else named_subject(words, body)
    own = subject and not trail.in_part and trail.is_own_office(subject, topic)
    return None if own and thread.total(topic, ALL) is None else subject


def _is_on_its_only_site(words: Field) -> bool:
    """Tell whether a website is named first that is all an office has (市政府网站公开112条)."""
    first = next((t for t in words.own if t.name), None)
    return (
        first is not None and first.has("channel", "website") and _is_its_only_site(words.sentence)
    )


def _is_of_gazette(words: Field) -> bool:
    """Tell whether the gazette published, which is the one of the body (《公报》公开86条)."""
    first = next((t for t in words.own if t.name), None)
    return first is not None and first.has("channel", "gazette")


def _exceeds_part(words: Field, topic: str, trail: ScopeTrail, thread: Thread) -> bool:
    """Tell whether a number is too large for the part told before (其中市本级12件,维持18件)."""
    if trail.part is None or stated_scope(words.own) or not own_facets(words):
        return False
    whole = thread.total(topic, trail.part)
    return bool(whole) and whole.quantity.amount.value < words.quantity.amount.value


def _platform(words: Field, trail: ScopeTrail, thread: Thread) -> Scope | None:
    """Return the platform that published: named here, or before a part of it (其中).

    A township has no site of its own: what it puts on the county's is its own figure. So is what an
    office puts there, but beside what its own site has (局门户网站公开1503条,市政府网站公开312条).
    """
    channels = [token for token in words.own if token.has("channel")]
    if not says(channels, "channel", *_ACCOUNTS) and _is_its_only_site(words.sentence):
        return None
    one = next((t for t in channels if t.name and t.has("channel", *_PLATFORMS)), None)
    joined = one and (_lists_sites(words, channels) or _JOINED.match(words.sentence.text, one.end))
    named = _account(words, channels) if one is None else "" if joined else one.name
    if named and trail.part is None and stated_scope(words.clause.tokens) is None:
        return Scope("unit", named)
    if named or not trail.in_part:
        return None
    listed = words.sentence.text.startswith("、", words.begin) and thread.found
    before = thread.found[-1] if listed else thread.prior  # 其中“云岭发布”微博5128条、微信3016条
    return before.scope if before and before.scope.kind == "unit" else None


def _lists_sites(words: Field, channels: list[Token]) -> bool:
    """Tell whether several sites are listed (通过市政府门户网站政务公开专栏、局网站发布1037条)."""
    sites = [t for t in channels if t.has("channel", "website")]
    beside = pairwise(sites)
    return any(_LISTED.search(words.sentence.text, a.end, b.start) for a, b in beside)


def _is_its_only_site(sentence: Sentence) -> bool:
    sites = {sentence.text[t.start : t.end] for t in sentence.tokens if t.has("channel", "website")}
    above = any(is_site_above(site, sentence.body) for site in sites)
    office = sentence.level == "department" and not above
    return sentence.level == "township" or (office and len(sites) == 1)


def _account(words: Field, channels: list[Token]) -> str:
    """Return the platform that a sentence is about, where a number is said of it.

    “天津发布”微博粉丝达412万,发布微博1.13万条. Of another service without a name of its own, it is
    the name alone: “@成都发布”微博粉丝达598万,推送微信2910条.
    """
    subject = _speaker(words) or words.subject
    if subject is None or not subject.has("channel", *_PLATFORMS):
        return ""
    if _JOINED.match(words.sentence.text, subject.end):
        return ""
    about = set(values(channels, "channel")).intersection(_ACCOUNTS)
    if not channels or (about and subject.has("channel", *about)):
        return subject.name
    bare = about and all(token.end - token.start <= _SHORT for token in channels)
    between = words.sentence.within(subject.end, words.quantity.before)
    others = says(between, "scope") or "“" in words.sentence.text[subject.end : words.begin]
    other = bare and not others and subject.has("channel", *_ACCOUNTS)
    return subject.name[: subject.name.find("”") + 1] if other else ""


def _speaker(words: Field) -> Token | None:
    """Return the named platform that the clause before begins with.

    全市政府网站由68家集约至11家,市政府门户网站全年访问量2360万人次,同比增长15%,发布信息2.3万条.
    """
    clauses = words.sentence.clauses
    since = words.sentence.text.rfind(";", 0, words.begin)
    before = (c for c in clauses[: clauses.index(words.clause)] if c.start > since)
    openings = (c.tokens[0] for c in before if c.tokens)
    named = [t for t in openings if t.name and t.has("channel")]
    scoped = stated_scope(words.sentence.within(named[-1].end, words.begin)) if named else None
    return named[-1] if named and scoped is None else None


def is_supervisor(subject: Scope) -> bool:
    """Tell whether complaints about the work of the whole body are made to an office.

    A place by name has its own: 临水县信访局.
    """
    placed = scopes().places.pattern.match(subject.name)
    return not placed and any(word in subject.name for word in scopes().supervisors)
