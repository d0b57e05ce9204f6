"""What a number counts where a facet alone implies it: 属“同意公开”的62件, 维持3件 (言外所计)."""

import re
from functools import cache

from analysis.codebook.frames import frames
from analysis.codebook.quantities import quantities
from analysis.facts.fields import LAWSUITS, Field, Link, Setting, fits
from analysis.facts.lexing import Token, says
from analysis.facts.nouns import stands_beside

_TOLD = re.compile("、(?:并|已|均|同时)?告知[^,;。、]{2,16}的")


def implied_topic(
    words: Field, near: list[Token], prior: Link | None, setting: Setting
) -> str | None:
    """Return the topic that a facet alone implies: 属“同意公开”的62件, 维持3件, 政务微信1800条."""
    last = next((t for t in reversed(near) if _is_telling(t)), None)
    if last is None or words.foreign or not _is_understood(words, last):
        return None
    if last.has("channel") and (_counts_channels(words) or _is_of_no_channel(words, prior)):
        return None
    if last.has("result") and _is_of_complaints(words):
        return None
    if last.has("result"):
        spoken = setting.appeal(words.sentence, words.quantity.start)
        if spoken or "outcome" not in last.notions:
            return prior.topic if prior and _are_lawsuits(prior.topic, spoken) else spoken
    if last.has("relation", "rest"):
        return prior.topic if prior and _has_a_rest(prior) else None
    if last.has("channel") and (went_on := _going_on(words, prior, setting)):
        return went_on
    implied = _implied_by_frames(words, near, last, setting)
    if implied is None and last.has("channel"):
        return _published(words, near, prior, setting)
    return implied


def _is_of_complaints(words: Field) -> bool:
    """Tell whether complaints were told last (收到举报投诉5件,经核查,维持原结果的4件)."""
    nouns = [t for t in words.sentence.before(words.quantity.before) if t.has("topic")]
    return bool(nouns) and nouns[-1].has("topic", "complaint")


def _going_on(words: Field, prior: Link | None, setting: Setting) -> str | None:
    """Return the topic that a channel is a part of.

    公开1400条,其中网站1102条, although 网上 is a route of requests, too.
    """
    goes_on = prior or (setting.prior if words.sentence.opens_as_part else None)
    return goes_on.topic if goes_on and "channel" in frames()[goes_on.topic].facets else None


def _implied_by_frames(
    words: Field, near: list[Token], last: Token, setting: Setting
) -> str | None:
    """Return the first topic that the codebook has implied by such a word, beside those near it."""
    if _counts_another(words, near, last):
        return None
    for topic, frame in frames().items():
        if last.notions.keys().isdisjoint(frame.implied_by):
            continue
        in_place = not frame.in_context or setting.speaks_of(f"topic.{topic}")
        in_place = in_place or setting.counted(topic)
        other = stands_beside(near, frame, [*frame.not_with, *frame.implied_without])
        if in_place and not other and fits(words.quantity, frame):
            return topic
    return None


def _published(words: Field, near: list[Token], prior: Link | None, setting: Setting) -> str | None:
    """Return what a channel has where it goes on with nothing: information, if that is spoken of.

    公开渠道:厅门户网站4126条;官方微博738条.
    """
    fitting = fits(words.quantity, frames()["information"])
    above = says(setting.headings, "topic", "information")
    above = above or says(setting.headings, "act", "publish")  # (一)主动公开情况
    if fitting and (above or setting.counted("information")):
        return "information"
    before = prior or setting.prior
    if before and "channel" in frames()[before.topic].facets:
        return before.topic
    opening = words.sentence.clauses[0]
    told = not opening.counts and words.sentence.text.startswith(":", opening.end)
    spoken = [*near, *(opening.tokens if told else [])]
    return "information" if fitting and says(spoken, "act", "publish") else None


def _counts_another(words: Field, near: list[Token], last: Token) -> bool:
    """Tell whether a noun that may be counted follows the facet: for something else, or refused.

    组织教师线上培训26场; 网上受理企业开办申请3278件; but 不予公开的政府信息0件 are requests.
    """
    behind = (t for t in near if t.start > last.start and "label" not in t.notions)
    nouns = (noun for t in behind for noun in t.values("topic"))
    return any(fits(words.quantity, frames()[noun]) for noun in nouns)


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
