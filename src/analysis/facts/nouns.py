"""The noun that a number counts, where its own words state one (所计何物)."""

import re

from analysis.codebook.frames import Frame, frames
from analysis.facts.fields import LAWSUITS, Field, Setting, fits, unit_class
from analysis.facts.lexing import Token, says
from analysis.facts.narrowed import is_narrowed
from analysis.facts.quantities import Quantity

_JOINT = re.compile("[、和及与]|以及")


def stated_topic(words: Field, setting: Setting) -> str | None:
    """Return the topic of the nearest noun that the classifier may count."""
    if words.head and words.head.has("topic"):
        topic = fitting_topic(words.head, words.quantity)
        topic = said_of_all_lawsuits(words) if topic == "litigation" else topic
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


def fitting_topic(token: Token, quantity: Quantity) -> str | None:
    """Return the last topic of a word that the number's classifier may count."""
    if "topic" not in token.notions:
        return None
    return next((t for t in reversed(token.values("topic")) if fits(quantity, frames()[t])), None)


def _kind_of_lawsuit(words: Field) -> str:
    """Return which lawsuits own words name before the noun (未经复议直接起诉的…行政诉讼1件)."""
    return next((t for t in reversed(LAWSUITS[1:]) if says(words.own, "topic", t)), "litigation")


def said_of_all_lawsuits(words: Field) -> str:
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
    if is_of_two(words, token):
        return True
    before = [t for t in words.own if t.end < token.start]
    last = before[-1] if before else None
    joined = last and _JOINT.fullmatch(words.sentence.text, last.end, token.start)
    other = fitting_topic(last, words.quantity) if joined else None
    return other is not None and other != topic


def is_of_two(words: Field, token: Token) -> bool:
    """Tell whether one word names two topics that the classifier may count: 复议、诉讼案件."""
    return len({t for t in token.values("topic") if fits(words.quantity, frames()[t])}) > 1


def _is_meant(words: Field, token: Token, topic: str, setting: Setting) -> bool:
    """Tell whether a noun is what is counted: understood up to the number, and not narrowed."""
    frame = frames()[topic]
    unknown = words.sentence.unknown(token.end, words.quantity.before)
    other = token.has("foreign") or stands_beside(words.own, frame, frame.not_with)
    return not other and not unknown and not is_narrowed(words, token, topic, setting)


def stands_beside(words: list[Token], frame: Frame, notions: list[str]) -> bool:
    """Tell whether a word for one of some notions stands beside, that tells no rows apart."""
    if not notions:
        return False
    telling = set(frame.facets) - {"act"}
    beside = [t for t in words if t.notions.keys().isdisjoint(telling)]
    return any(says(beside, *notion.split(".")) for notion in notions)
