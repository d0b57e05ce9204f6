"""Claims (算术陈述): the words in which a sentence does arithmetic with its own figures."""

from collections.abc import Iterable, Iterator
from functools import cache

import bracex
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


class Referent(BaseModel):
    """Which of two figures a pronoun means, and a sentence that has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    last: bool
    example: str


class Claims(BaseModel):
    """The file ``claims.yaml``; its comments explain each key, words come with a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    share: dict[str, str]
    whole: dict[str, str]
    up: dict[str, str]
    down: dict[str, str]
    behind: dict[str, str]
    then: dict[str, str]
    ever: dict[str, str]
    since: dict[str, str]
    until: dict[str, str]
    equals: dict[str, str]
    times: tuple[str, ...]
    doubled: dict[str, Doubled]
    turns: str
    points: tuple[str, ...]
    part: dict[str, str]
    rest: dict[str, str]
    closed: dict[str, str]
    sum: dict[str, str]
    running: dict[str, str]
    several: dict[str, str]
    first: dict[str, str]
    units: dict[str, str]
    below: dict[str, str]
    naming: dict[str, str]
    marks: dict[str, str]
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
