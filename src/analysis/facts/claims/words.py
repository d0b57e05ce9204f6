"""The patterns that the words of claims make up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from analysis.codebook.claims import claims


@dataclass(frozen=True)
class Words:
    """The patterns of the codebook's words; ``any`` is of all that begins or ends a claim."""

    any: re.Pattern
    share: re.Pattern
    whole: re.Pattern
    change: re.Pattern
    from_: re.Pattern
    growth: re.Pattern
    change_words: frozenset[str]
    down: frozenset[str]
    part: re.Pattern
    rest: re.Pattern
    sum: re.Pattern
    rate: re.Pattern


@cache
def words() -> Words:
    """Return the patterns."""
    book = claims()
    behind = either(book.behind)
    telling = (*book.share, *book.up, *book.down, *book.part, *book.rest, *book.sum, *book.times)
    return Words(
        any=re.compile(rf"{either(telling)}|{either(book.rates)}|%|[:(]\D{{0,10}}\d"),
        share=re.compile(rf"(?:{either(book.share)})(?P<base>[^%,;:()]{{0,40}})$"),
        whole=re.compile(rf"(?:{either(book.whole)})*"),
        change=re.compile(rf"^(?:{either([*book.up, *book.down])})(?:{either(book.until)})$"),
        from_=re.compile(rf"(?:{either(book.since)})[^,;:。]{{0,10}}$"),
        growth=re.compile(rf"(?P<word>{either([*book.up, *book.down])})(?:{behind})*$"),
        change_words=frozenset([*book.up, *book.down]),
        down=frozenset(book.down),
        part=re.compile(rf"(?:{either(book.part)})[^()]*$"),
        rest=re.compile(rf"[、,;和及:]*(?:{either(book.rest)})"),
        sum=re.compile(rf"[,;](?:{either(book.sum)})为?$"),
        rate=re.compile(rf"(?P<rate>{either(book.rates)})[为达到]{{0,2}}$"),
    )


def either(words: Iterable[str]) -> str:
    """Return a pattern of one of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def then(year: int) -> re.Pattern:
    """Return the pattern of words before a figure of the year before."""
    return re.compile(rf"(?:{either(claims().then)}|{year - 1}年)[^,;:()。\d%]{{0,10}}\(?$")


@cache
def times(year: int) -> re.Pattern:
    """Return that of words that make a number a multiple of the year before: 是去年(32件)的3倍."""
    past = rf"(?:{either(claims().then)}|{year - 1}年)"
    return re.compile(rf"({either(claims().equals)}){past}[^,;:。]{{0,20}}的?$")
