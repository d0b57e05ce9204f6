"""Whose figure a number is (范围): scope words, carried scopes, named offices and platforms."""

import re
from dataclasses import dataclass

from analysis.codebook.scopes import scopes
from analysis.facts.sentences import Clause, Sentence

_LEAD_IN = 4  # words before a name that only lead to it: 分别涉及红旗区2件
_JOINTS = re.compile(r"[、,]|以及|和|及|与")


@dataclass(frozen=True, slots=True)
class Scope:
    """``all``, ``municipal``, ``county``, or ``unit`` with its name as written."""

    kind: str
    name: str = ""


ALL = Scope("all")


class ScopeTrail:
    """The scope that holds while one reads on.

    A scope word holds to the end of its sentence; behind 其中 it holds to the next semicolon only,
    as in 全市设置848个,其中,各县(市)区设置545个;专职人员40人.
    """

    def __init__(self, inherited: Scope = ALL):
        self.sentence = inherited
        self.part: Scope | None = None
        self.in_part = False

    def enter(self, clause: Clause) -> None:
        """Take in the scope words of the next clause."""
        if clause.opened_by == ";":
            self.in_part, self.part = False, None
        self.in_part = self.in_part or any(t.has("relation", "part") for t in clause.tokens)
        stated = stated_scope(clause)
        if stated and self.in_part:
            self.part = stated
        elif stated:
            self.sentence = stated

    @property
    def scope(self) -> Scope:
        """The scope that holds here."""
        return self.part or self.sentence


def stated_scope(clause: Clause, before: int | None = None) -> Scope | None:
    """Return the scope that the words of a clause state, those before an offset where one is given.

    全市市、县两级政府 is the whole; 各县区和市直各部门 together are the whole, too.
    """
    kinds = {
        kind
        for token in clause.tokens
        if before is None or token.start < before
        for kind in token.values("scope")
    }
    if not kinds:
        return None
    return Scope(kinds.pop()) if len(kinds) == 1 else ALL


def named_subject(sentence: Sentence, clause: Clause, before: int) -> Scope | None:
    """Return the office that a clause begins with (市政府办公室受理23件), if it is its subject.

    The words between its name and the number must all be known, and begin with a known word.
    """
    begin = clause.start
    for token in clause.tokens:
        if token.start > begin or not token.has("function"):
            break
        begin = token.end
    for date in sentence.marked:
        begin = date.end if date.start == begin else begin
    match = scopes().offices.pattern.match(sentence.text, begin, before)
    if not match or sentence.unknown(match.end(), before):
        return None
    return Scope("unit", match.group())


def named_unit(sentence: Sentence, clause: Clause, begin: int, end: int) -> Scope | None:
    """Return the office or place if the words of a span are nothing but its name (辉县市15件)."""
    written = sentence.text[begin:end].strip("、,和及与“”有为共")
    found = names(written)
    inside = [t for t in clause.tokens if begin <= t.start < end]
    if len(found) != 1 or stated_scope(clause) or any(t.has("topic") for t in inside):
        return None
    return Scope("unit", found[0]) if len(written) - len(found[0]) <= _LEAD_IN else None


def names(text: str) -> list[str]:
    """Return the offices and places that a list of names ends with, in order.

    Examples
    --------
    >>> names("申请量居前3位的是辉县市、原阳县和红旗区")
    ['辉县市', '原阳县', '红旗区']
    >>> names("市工商管理局和市环境保护局各")
    ['市工商管理局', '市环境保护局']
    """
    found = []
    for item in reversed([part for part in _JOINTS.split(text) if part]):
        name = _name(item)
        if name is None:
            break
        found.append(name)
    return found[::-1]


def _name(item: str) -> str | None:
    """Return the name at the end of one item of a list, without the words that lead to it."""
    words = re.sub(r"^.*(?:是|为|涉及|其中|分别)", "", item).removesuffix("各").strip("“”:")
    for shape in (scopes().places, scopes().offices):
        if shape.pattern.fullmatch(words):
            return words
    return None
