"""Claims (算术陈述): the words in which a sentence does arithmetic with its own figures."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache

import bracex
from ahocorasick_rs import AhoCorasick
from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Rate(BaseModel):
    """What a rate is of: verbs of the part, verbs of the whole, and a sentence that has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    part: tuple[str, ...]
    whole: tuple[str, ...]
    example: str


class Doubled(BaseModel):
    """What multiple a word says that a figure has become, and a sentence that says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    times: int
    example: str


class Total(BaseModel):
    """Which indicators a whole may be that is named far from its figure, and a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    of: tuple[str, ...]
    example: str


class Referent(BaseModel):
    """Which of two figures a pronoun means, and a sentence that has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    last: bool
    example: str


class Division(BaseModel):
    """What a whole is divided into without a rest: words for each part, and a sentence.

    Parts that may be left out where there are none of them stand before the first of `closing`
    words, one of which then has to be there: 维持2件,其他结果1件. `of` are topics of such wholes.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    parts: tuple[tuple[str, ...], ...]
    closing: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    example: str

    def covers(self, names: list[str]) -> bool:
        """Tell whether each name holds a word of another part, and no part is missing.

        Examples
        --------
        >>> halves = Division(parts=[["上半年"], ["下半年"]], example="")
        >>> halves.covers(["上半年收到", "下半年收到"]), halves.covers(["上半年收到", "全年收到"])
        (True, False)
        """
        closed = any(word in names[-1] for word in self.closing)
        return self.tells_apart(names) and (closed or len(names) == len(self.parts))

    def tells_apart(self, names: list[str]) -> bool:
        """Tell whether each of several names holds a word of another part.

        Examples
        --------
        >>> results = Division(parts=[["维持"], ["纠正"], ["未审结"]], example="")
        >>> results.tells_apart(["维持", "尚未审结"]), results.tells_apart(["维持", "维持原判"])
        (True, False)
        """
        of = {self._part(name) for name in names}
        return len(names) > 1 and None not in of and len(of) == len(names)

    def _part(self, name: str) -> int | None:
        """Return which part a name is of; of several words in it the longest counts."""
        found = [(len(w), i) for i, words in enumerate(self.parts) for w in words if w in name]
        return max(found)[1] if found else None


class Claims(BaseModel):
    """The file ``claims.yaml``; its comments explain each key, words come with a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    share: dict[str, str]
    whole: dict[str, str]
    totals: dict[str, Total]
    up: dict[str, str]
    down: dict[str, str]
    behind: dict[str, str]
    then: dict[str, str]
    older: dict[str, str]
    now: dict[str, str]
    ever: dict[str, str]
    since: dict[str, str]
    until: dict[str, str]
    equals: dict[str, str]
    times: tuple[str, ...]
    doubled: dict[str, Doubled]
    turns: str
    points: tuple[str, ...]
    part: dict[str, str]
    within: dict[str, str]
    dealt: dict[str, str]
    divided: dict[str, str]
    some: dict[str, str]
    sets: dict[str, Division]
    rest: dict[str, str]
    row: dict[str, str]
    closed: dict[str, str]
    sum: dict[str, str]
    over: dict[str, str]
    yearly: dict[str, str]
    unlike: dict[str, str]
    running: dict[str, str]
    several: dict[str, str]
    first: dict[str, str]
    units: dict[str, str]
    below: dict[str, str]
    naming: dict[str, str]
    marks: dict[str, str]
    turns_of: dict[str, str]
    series: dict[str, str]
    recent: dict[str, str]
    against: dict[str, str]
    pair: dict[str, Referent]
    about: dict[str, str]
    kin: dict[str, str]
    narrowing: dict[str, str]
    rates: dict[str, Rate]


@cache
def claims() -> Claims:
    """Return the words of claims.

    Examples
    --------
    >>> claims().rates["办结率"].part
    ('办结',)
    """
    return load("claims", Claims)


def expanded(words: Iterable[str]) -> Iterator[str]:
    """Yield the literal words that words with ``{a,b}`` in them stand for.

    Examples
    --------
    >>> list(expanded(["翻{,了}番"]))
    ['翻番', '翻了番']
    """
    for word in words:
        yield from bracex.expand(word)


@cache
def doublings() -> dict[str, int]:
    """Return what multiple each literal word says.

    Examples
    --------
    >>> doublings()["翻了两番"]
    4
    """
    return {word: one.times for form, one in claims().doubled.items() for word in expanded([form])}


def parts_in(text: str) -> frozenset[tuple[int, int]]:
    """Return the parts of divisions that words of a text name, as places of division and part.

    Examples
    --------
    >>> len(parts_in("上半年收到3件,下半年收到5件")), len(parts_in("收到申请8件"))
    (2, 0)
    """
    automaton, owners = _words_of_divisions()
    found = automaton.find_matches_as_indexes(text, overlapping=True)
    return frozenset(owners[i] for i, _, _ in found)


def divisions_of(parts: Collection[tuple[int, int]]) -> list[Division]:
    """Return the divisions of which several of some parts are, in their order.

    Examples
    --------
    >>> [len(division.parts) for division in divisions_of(parts_in("上半年3件,下半年5件"))]
    [2]
    >>> divisions_of(parts_in("上半年收到申请8件"))
    []
    """
    if len(parts) < 2:
        return []
    several = Counter(division for division, _ in parts)
    return [one for i, one in enumerate(claims().sets.values()) if several[i] > 1]


@cache
def _words_of_divisions() -> tuple[AhoCorasick, list[tuple[int, int]]]:
    """Return what finds the words of all divisions, and of which division and part each word is."""
    parts = [
        (i, j, part) for i, s in enumerate(claims().sets.values()) for j, part in enumerate(s.parts)
    ]
    owned = [(word, (i, j)) for i, j, part in parts for word in part]
    return AhoCorasick([word for word, _ in owned]), [owner for _, owner in owned]
