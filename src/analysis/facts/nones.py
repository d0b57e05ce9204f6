"""Stated nones: a report says that nothing of a kind occurred (无…发生, 未收取费用)."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.codebook.frames import frames
from analysis.facts.fields import Setting
from analysis.facts.lexing import Token
from analysis.facts.linking import inherited_scope
from analysis.facts.scoping import Scope, ScopeTrail
from analysis.facts.sentences import Clause, Sentence

_REACH = 4  # unknown characters that may stand between a negation and what it negates


@dataclass(frozen=True, slots=True)
class StatedNone:
    """An indicator that a report says is none, and the words that say so (offsets in the view)."""

    indicator: str
    scope: Scope
    start: int
    end: int


def find_nones(sentence: Sentence, setting: Setting) -> list[StatedNone]:
    """Return the indicators that a sentence says are none.

    Parameters
    ----------
    sentence : Sentence
    setting : Setting
        As it was before the sentence's numbers were linked.
    """
    if not sentence.mentions("none"):
        return []
    trail = ScopeTrail(inherited_scope(sentence, setting))
    found: list[StatedNone] = []
    for clause in sentence.clauses:
        trail.enter(clause)
        found += _nones_of(sentence, clause, trail, setting)
    return found


def _nones_of(sentence, clause: Clause, trail, setting) -> Iterator[StatedNone]:
    for negation in (t for t in clause.tokens if t.has("none")):
        if clause.counts or any(t.has("relation", "past", "plan") for t in clause.tokens):
            return
        topics = _negated(sentence, clause, negation)
        for topic, token in topics.items():
            frame = frames()[topic]
            if all(setting.speaks_of(n) for n in frame.needs):
                start, end = min(negation.start, token.start), max(negation.end, token.end)
                yield StatedNone(frame.stated_none, trail.scope, start, end)


def _negated(sentence: Sentence, clause: Clause, negation: Token) -> dict[str, Token]:
    """Return the topics a negation governs: those behind it, or, where none is, those before it."""
    if negation.has("none", "fee"):
        return {"fee": negation}
    behind = [t for t in clause.tokens if t.start >= negation.end]
    before = [t for t in clause.tokens if t.end <= negation.start]
    governed = _reached(sentence, negation, behind) or _listed_before(sentence, negation, before)
    if len(governed) > 1:  # 因政府信息公开申请引发的行政复议 negates the reconsideration only
        governed.pop("request", None)
    return governed


def _reached(sentence: Sentence, negation: Token, behind: list[Token]) -> dict[str, Token]:
    """Return the topics behind a negation as far as its words are understood."""
    found: dict[str, Token] = {}
    reach = _REACH if negation.end - negation.start > 1 else 0
    for token in behind:
        if sentence.unknown(negation.end, token.start) > reach or token.has("foreign"):
            break
        found |= {t: token for t in token.values("topic") if frames()[t].stated_none}
    return found


def _listed_before(sentence: Sentence, negation: Token, before: list[Token]) -> dict[str, Token]:
    """Return the topics before a negation that closes its clause: 行政复议、行政诉讼均未发生."""
    found: dict[str, Token] = {}
    for token in reversed(before):
        if sentence.unknown(token.end, negation.start) or token.has("foreign"):
            break
        found |= {t: token for t in token.values("topic") if frames()[t].stated_none}
    return found
