"""The patterns that the words of claims make up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from analysis.codebook.claims import Claims, claims, doublings, expanded
from analysis.codebook.quantities import quantities

NUMBER = r"(?P<number>[一二两三四五六七八九十]{1,2}|\d{1,2})"


@dataclass(frozen=True)
class Words:
    """The patterns of the codebook's words; ``any`` is of all that begins or ends a claim."""

    any: re.Pattern
    share: re.Pattern
    shared: re.Pattern
    whole: re.Pattern
    filler: re.Pattern
    change: re.Pattern
    from_: re.Pattern
    growth: re.Pattern
    now: re.Pattern
    compared: re.Pattern
    change_words: frozenset[str]
    down: frozenset[str]
    doubled: re.Pattern
    part: re.Pattern
    parts: tuple[str, ...]
    within: tuple[str, ...]
    dealt: tuple[str, ...]
    divided: re.Pattern
    some: re.Pattern
    rest: re.Pattern
    closed: re.Pattern
    open: re.Pattern
    sum: re.Pattern
    together: re.Pattern
    rate: re.Pattern
    about: re.Pattern
    kin: re.Pattern
    other_years: re.Pattern
    series: re.Pattern
    recent: re.Pattern


@cache
def words() -> Words:
    """Return the patterns."""
    book = claims()
    behind = either(book.behind)
    telling = (*book.share, *book.up, *book.down, *book.part, *book.rest, *book.sum, *book.times)
    telling = (
        *telling,
        *book.dealt,
        *book.series,
        *book.running,
        *book.yearly,
        *(f"{w}," for w in book.within),
        book.turns,
    )
    return Words(
        any=re.compile(rf"{either(telling)}|{either(book.rates)}|%|[:(]\D{{0,10}}\d"),
        share=re.compile(rf"(?:{either(book.share)})(?P<base>[^%,;:()]{{0,40}})$"),
        shared=re.compile(rf"[,(]?(?:{either(book.share)})?[^%,;:()。\d]{{0,20}}\d[\d.]*%"),
        whole=re.compile(rf"(?:{either(book.whole)})*"),
        filler=re.compile(
            rf"(?:{either([*book.series, *book.dealt, *book.behind, '为', '各'])})+$"
        ),
        change=re.compile(
            rf"^(?P<word>{either([*book.up, *book.down])})"
            rf"(?:{either(book.until)})[^,;:。()]{{0,8}}$"
        ),
        from_=re.compile(rf"(?:{either(book.since)})[^,;:。]{{0,10}}$"),
        growth=re.compile(  # 其中2009年新增1240条 are no more than in 2008
            rf"(?<!新)(?P<word>{either([*book.up, *book.down])})(?:{behind})*$"
        ),
        now=re.compile(rf"[,(](?:{either(book.now)})+"),
        compared=re.compile(either(book.against)),
        change_words=frozenset([*book.up, *book.down]),
        down=frozenset(book.down),
        doubled=re.compile(either(doublings())),
        part=re.compile(rf"(?:{either(book.part)})[^()]*$"),
        parts=tuple(book.part),
        within=tuple(f"{word}," for word in book.within),
        dealt=tuple(book.dealt),
        divided=re.compile(either(book.divided).replace("…", "[^,;:。]{1,12}")),
        some=re.compile(either(book.some)),
        rest=re.compile(rf"[、,;和及:]*(?:{either(book.rest)})"),
        closed=re.compile(
            rf"(?<=[,;、(])[均也都]?(?:{either(expanded(book.closed))})(?=[,;。)]|$)"
        ),
        open=re.compile(rf"等|{either(book.rest)}"),
        sum=_sum(book),
        together=re.compile(rf"(?:{_several(book)}|{either(book.sum)})为?"),
        rate=re.compile(rf"(?P<rate>{either(book.rates)})[为达到]{{0,2}}$"),
        about=re.compile(rf"^(?:{either(expanded(book.about))})+"),
        kin=re.compile(rf"(?:{either(book.kin)})$"),
        other_years=re.compile(rf"20\d{{2}}年(?!{either(book.older)})|{either(book.ever)}"),
        series=re.compile(rf"(?:{either(book.series)})[^,;:。\d]{{0,8}}$"),
        recent=re.compile(rf"(?:{either(book.recent)}){NUMBER}年"),
    )


def _sum(book: Claims) -> re.Pattern:
    """Return the pattern of a clause that adds up: 三家合计, 以上共, 全年共收到申请."""
    over = rf"(?:{either(expanded(book.over))}|,)*"
    word = rf"(?P<word>{either(book.sum)})(?!{either(book.unlike)})"
    told = rf"(?:{_several(book)}|{word})"
    verb = r"为?(?P<verb>[^,;:。()\d]{0,12})"
    return re.compile(rf"(?:{over}{told}|(?:{either(book.yearly)})){verb}")


def _several(book: Claims) -> str:
    """Return the pattern of a sum that says how many are added up: 三家合计, 前两类共."""
    which = rf"(?P<first>{either(book.first)})?{NUMBER}(?:{either(book.several)})"
    return rf"{which}(?:{either([*book.sum, *book.running])})"


def either(words: Iterable[str]) -> str:
    """Return a pattern of one of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def published() -> frozenset[str]:
    """Return the classifiers of what may go out through two channels; people come once."""
    classes = quantities().classifiers
    return frozenset(("", *classes["items"], *classes["pieces"]))


@cache
def then(year: int) -> re.Pattern:
    """Return the pattern of words before a figure of the year before."""
    past = rf"{either(claims().then)}|{year - 1}年(?!{either(claims().older)})"
    months = r"(?:\d{1,2}月?[至到—-]\d{1,2}月)?"  # 与2008年5至12月的35872条相比
    return re.compile(rf"(?:{past}){months}[^,;:()。\d%]{{0,10}}\(?$")


@cache
def times(year: int) -> re.Pattern:
    """Return that of words that make a number a multiple of the year before: 是去年(32件)的3倍."""
    past = rf"(?:{either(claims().then)}|{year - 1}年)"
    return re.compile(rf"({either(claims().equals)}){past}[^,;:。]{{0,20}}的?$")
