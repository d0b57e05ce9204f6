"""Whether a number that reads as one of requests is of requests (申请还是别的)."""

from collections.abc import Mapping

from analysis.facts.fields import Field
from analysis.facts.lexing import says

_HANDLED = ("receive", "conclude", "reply")


def is_no_request(words: Field, facets: Mapping[str, str]) -> bool:
    """Tell whether replies by a route, an unknown route or how open documents are is meant."""
    if _is_judged(words):
        return True
    if _is_published(words):
        return True
    if "route" in facets:
        return says(words.own, "act", "reply")  # 以邮寄方式答复23件
    is_part = _is_by_unknown_route(words) or _is_in_writing(words)
    return is_part or _is_an_attribute(words, facets)


def _is_judged(words: Field) -> bool:
    """Tell whether a body that decides on appeals took cases.

    行政复议机构受理信息公开类案件29件.
    """
    judges = [t for t in (*words.lead, *words.own) if t.has("relation", "judges")]
    asked = any(t.has("topic", "request") and _written(words, t) for t in words.near)
    return bool(judges) and not asked


def _written(words: Field, token) -> bool:
    return "申请" in words.sentence.text[token.start : token.end]


def _is_published(words: Field) -> bool:
    """Tell whether it is what went out (发布依申请公开信息共28条)."""
    beside = zip(words.own, words.own[1:], strict=False)
    return any(
        verb.has("act", "publish") and noun.has("topic", "request") and verb.end == noun.start
        for verb, noun in beside
    )


def _is_in_writing(words: Field) -> bool:
    """Tell whether requests in writing are told beside others (书面申请6件,口头申请12件).

    So they are in 办理申请17件,其中,网络申请11件,书面申请6件.
    """
    sentence = words.sentence
    written = "书面" in sentence.text[words.begin : words.quantity.before]
    others = "口头" in sentence.text[sentence.start : sentence.end]
    return written and (others or says(sentence.before(words.begin), "route"))


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
    head = words.head is not None and words.head.has("topic", "request")
    if head and words.mute and words.quantity.classifier == "条":
        return True  # 2条依申请公开,1条部分公开
    ends = (
        "依申请公开",
        "依申请公开信息",
        "依申请公开政府信息",
    )  # 主动公开1269条,依申请公开信息289条
    handled = says(words.own, "act", *_HANDLED)
    if not facets and words.quantity.classifier == "条" and said.endswith(ends) and not handled:
        return True
    beside = text[since : words.sentence.end].partition(";")[
        0
    ]  # 属主动公开的44条,属依申请公开的14条
    told = facets.keys() <= {"outcome"} and "主动公开" in said and "依申请公开" in beside
    handled = says(words.sentence.within(since, words.quantity.before), "act", *_HANDLED)
    return told and not handled
