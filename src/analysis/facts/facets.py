"""Through which channel, by which route, with which outcome: the facets of a number."""

from analysis.codebook.frames import Frame, frames
from analysis.facts.fields import Field
from analysis.facts.lexing import Token

_NEAREST = ("act", "role")  # of several verbs the last governs the number


class UnclearError(Exception):
    """The words state values of one facet that together name no row of the form."""


def stated_facets(words: Field, topic: str) -> dict[str, str]:
    """Return the facets that the own words and those before them state for a topic.

    Raises
    ------
    UnclearError
        When values of one facet stand together that the codebook gives no meaning.
    """
    frame = frames()[topic]
    found = _facets(frame, words.near)
    found |= _from_lead(words, frame, found)
    return found | _from_subject(words, frame, found) | _from_verb_before(words, frame, found)


def own_facets(words: Field) -> set[str]:
    """Return the facets, verbs and persons aside, that the own words speak of for any topic."""
    known = {facet for frame in frames().values() for facet in frame.facets} - set(_NEAREST)
    telling = [t for t in words.own if not t.has("act")]  # 已主动公开 is a verb, too
    return {facet for facet in known if any(t.has(facet) for t in telling)}


def _facets(frame: Frame, tokens: list[Token], only: tuple[str, ...] = ()) -> dict[str, str]:
    values = {f: _value(frame, f, tokens) for f in frame.facets if not only or f in only}
    return {facet: value for facet, value in values.items() if value}


def _value(frame: Frame, facet: str, tokens: list[Token]) -> str:
    """Return the value that words state for a facet, empty where they state none."""
    stated = [value for token in tokens for value in token.values(facet)]
    accepted = frame.accepted(facet)
    if not stated and "other" in accepted and any(t.has("relation", "rest") for t in tokens):
        return "other"  # 政府网站2400条、微博300条、其他156条
    if facet in _NEAREST:
        return next((value for value in reversed(stated) if value in accepted), "")
    if not stated or (len(set(stated)) == 1 and stated[0] in accepted):
        return stated[0] if stated else ""
    for entry in frame.together:
        if entry.covers(facet, stated):
            return entry.means
    raise UnclearError(facet)


def _from_lead(words: Field, frame: Frame, found: dict[str, str]) -> dict[str, str]:
    """Return facets that the clauses before state for this number.

    网络申请是主要申请形式,申请量为64件: a noun phrase takes the route named before it.
    利用电视、广播等方式公开信息,全年共发布21582条: the means named before hold for the verb.
    """
    has_verb = any(t.has("act") and not t.has("act", "hold") for t in words.own)
    by_means = any(t.has("relation", "by") for t in words.lead)
    wanted = ("channel",) if by_means and "channel" not in found else ()
    if not has_verb and not found:
        wanted += ("route", "outcome", "ground")
    return _facets(frame, words.lead, wanted) if wanted else {}


def _from_subject(words: Field, frame: Frame, found: dict[str, str]) -> dict[str, str]:
    """Return the channel that the sentence is about (《公报》编辑出版12期,刊登政府信息312条)."""
    if "channel" in found or any(t.has("scope") or t.has("label", "whole") for t in words.own):
        return {}
    subject = words.subject
    return _facets(frame, [subject], ("channel",)) if subject and subject.has("channel") else {}


def _from_verb_before(words: Field, frame: Frame, found: dict[str, str]) -> dict[str, str]:
    """Return the nearest verb before, where there is none here (公开文件129件,规范性文件109件)."""
    if "act" not in frame.facets or "act" in found:
        return {}
    before = [t for t in words.sentence.tokens if t.end <= words.begin]
    return _facets(frame, before, ("act",))
