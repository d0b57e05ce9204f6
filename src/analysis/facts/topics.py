"""What a number counts: the noun that its classifier may count, stated, implied or carried on."""

import re
from dataclasses import replace

from analysis.codebook.quantities import quantities
from analysis.facts.carried import carried_on, lasting, topic_before
from analysis.facts.facets import from_heading, own_facets, stated_facets
from analysis.facts.fields import APPEALS, OF_OUTCOMES, Field, Link, Setting
from analysis.facts.handed_on import handed_on
from analysis.facts.implied import implied_topic
from analysis.facts.lexing import Token, says, values
from analysis.facts.nouns import fitting_topic, said_of_all_lawsuits, stated_topic

_WRITTEN = re.compile(
    "书面(?:形式)?(?:的?申请|提出|提交|递交)?$|书面(?:形式)?(?:提出|提交|递交)?的?申请"
)
_REPLIES = {"outcome", "ground"}  # 内部事务信息2件;无法提供17件,包括本机关不掌握15件: of no ground


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
    if _counts_channels(words):
        return None
    if _is_printed(words):
        return "information", {"channel": "gazette"}
    if (carried := handed_on(words, setting.year)) and _is_of_requests(words, setting):
        return "request", {"carried": carried}
    if words.after and (words.mute or _names_a_whole(words)):
        return _behind(words, prior, setting)
    if words.after and words.says_only_who and (found := _behind(words, prior, setting)):
        return found
    topic = stated_topic(words, setting) or implied_topic(words, words.own, prior, setting)
    if topic is None:
        found = carried_on(words, named, prior, setting)
        return _as_concluded(words, found, setting) if found else None
    facets = stated_facets(words, topic) or from_heading(words, topic, setting.heading)
    nested = says(words.clause.tokens, "relation", "part")
    if prior and prior.topic == topic and _is_by_another_route(words, prior, facets):
        return None
    if nested and prior and prior.topic == topic:
        own = _REPLIES if not _REPLIES.isdisjoint(facets) else ()
        facets = lasting(prior, "role", *own) | facets
    return _as_concluded(words, (topic, facets), setting)


def _is_printed(words: Field) -> bool:
    """Tell whether documents are those that a gazette printed (公报出刊12期,刊登文件142件)."""
    printed = says(words.own, "shield", "document") and says(words.own, "act", "publish")
    if not printed or says(words.own, "topic"):
        return False
    text, since = words.sentence.text, words.sentence.text.rfind(";", 0, words.begin)
    told = [t for t in words.sentence.before(words.quantity.before) if t.start > since]
    named = [t for t in words.own if t.has("shield", "document")]
    covered = sum(t.end - t.start for t in named)
    known = words.sentence.unknown(words.begin, words.quantity.before) == covered
    joined = named[-1].end == words.quantity.before
    listed = text.startswith("、", words.quantity.behind)  # 市政府文件86件、规范性文件28件
    return known and joined and not listed and set(values(told, "channel")) == {"gazette"}


def _is_by_another_route(words: Field, prior: Link, facets: dict[str, str]) -> bool:
    """Tell whether it stands beside those of one route, by none of the form (书面申请1件)."""
    text = words.sentence.text
    written = _WRITTEN.search(text, words.begin, words.quantity.before) and "outcome" not in facets
    listed = text.startswith("、", words.begin) or written
    return bool(listed) and "route" in prior.facets and "route" not in facets


def _is_of_requests(words: Field, setting: Setting) -> bool:
    """Tell whether requests are spoken of, and no appeals in the sentence."""
    before = words.sentence.before(words.quantity.before)
    return setting.speaks_of("topic.request") and not says(before, "topic", *APPEALS)


def _names_a_whole(words: Field) -> bool:
    """Tell whether the noun before is but what a number is some of (上述申请中有1件引起复议)."""
    nouns = [t for t in words.own if "topic" in t.notions]
    last = nouns[-1] if nouns else None
    return last is not None and words.sentence.text.startswith("中", last.end)


def _as_concluded(
    words: Field, found: tuple[str, dict[str, str]], setting: Setting
) -> tuple[str, dict[str, str]] | None:
    """Return what 办理 says where what came in was told before: 新收3862件;…全年办理3905件.

    The form since 2019 adds up the outcomes of what was handled: 办理1300件,予以公开560件.
    """
    came_in = "request", {"act": "receive"}
    told = any((one.topic, one.facets) == came_in for one in setting.stated.values())
    verbs = [words.sentence.text[t.start : t.end] for t in words.own if t.has("act")]
    behind = [t for t in words.sentence.tokens if t.start > words.quantity.start]
    divided = setting.year >= OF_OUTCOMES and says(behind, "outcome")
    handled = found == came_in and (told or divided) and verbs in (["办理"], ["处理"])
    if handled and _is_in_hand(words, setting):
        return None
    return ("request", {"act": "conclude"}) if handled else found


def _is_in_hand(words: Field, setting: Setting) -> bool:
    """Tell whether it is what there was to handle: 新收486件,加上年结转11件,共办理497件.

    So it is in 在办理的18件申请中,…1件结转下年度.
    """
    told = [one for one in setting.stated.values() if one.topic == "request"]
    received = {o.quantity.amount.value for o in told if o.facets == {"act": "receive"}}
    left = {o.quantity.amount.value for o in told if o.facets.get("carried") == "in"}
    sums = {one + other for one in received for other in left}
    named = words.sentence.text.endswith("办理的", 0, words.quantity.before)
    behind = [t for t in words.sentence.tokens if t.start > words.quantity.start]
    divided = says(behind, "outcome")  # 办理50件,其中予以公开30件
    return named or (words.quantity.amount.value in sums and not divided)


def _behind(words: Field, prior: Link | None, setting: Setting):
    """Return what the words behind a number say, if all are understood (3件属于国家秘密)."""
    if words.followed_by_unknown or words.sentence.text.startswith("中", words.quantity.behind):
        return None  # 132件中信函申请占61.4%
    words = replace(words, after=_up_to_whole(words))
    nouns = (fitting_topic(token, words.quantity) for token in words.after)
    topic = next(filter(None, nouns), None)
    topic = said_of_all_lawsuits(words) if topic == "litigation" else topic
    topic = topic or implied_topic(words, words.after, prior, setting)
    if topic == "staff" and says(words.after, "topic", "training"):
        topic = "training"  # 市直各部门共320名工作人员参加了培训
    behind = replace(words, own=words.after)
    topic = topic or topic_before(behind, prior, setting)
    if topic is None:
        return None
    facets, own = stated_facets(behind, topic), own_facets(behind)
    received = (topic, facets) == ("request", {"act": "receive"})
    if received and prior and not says(words.after, "scope"):
        return None  # 已答复209件,…另有4件因年底收到
    if not own - {"channel"} <= facets.keys():
        return None  # 余下180件按其他情形告知: the form has no such reply
    says_more = own or says(words.after, "topic") or says(words.after, "act")
    return (topic, facets) if says_more else None


def _counts_channels(words: Field) -> bool:
    """Tell whether it is the channels that are counted.

    对全市126个政府网站开展抽查; 开设政务新媒体34个(微信公众号29、微博3、其他2).
    """
    bodies, number = quantities().classifiers["bodies"], words.quantity
    aside = words.sentence.text.rfind("(", words.sentence.start, number.start)
    opened = aside > words.sentence.text.rfind(")", words.sentence.start, number.start)
    whole = [q for q in words.sentence.quantities if opened and q.behind == aside]
    if whole and not number.classifier and whole[0].classifier in bodies:
        return says(words.own, "channel")
    return number.classifier in bodies and words.head is not None and words.head.has("channel")


def _up_to_whole(words: Field) -> list[Token]:
    """Return the words behind a number up to a whole that is but named.

    9件申请中网络申请6件; 19件申请已按期答复17件: neither way nor timing is said of all.
    """
    text = words.sentence.text
    last = next((t for t in words.after if "topic" in t.notions), None)
    parted = any(q.start > words.quantity.start for q in words.clause.counts)
    is_whole = last and (text.startswith("中", last.end) or (parted and last is words.head))
    return [t for t in words.after if t.start <= last.start] if is_whole else words.after
