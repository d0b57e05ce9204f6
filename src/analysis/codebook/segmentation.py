"""What stays one word when a text is cut (分词), and what is cut out but not counted."""

import re
from collections.abc import Iterator
from functools import cache

import bracex
from pydantic import BaseModel, ConfigDict

from analysis.codebook import notions
from analysis.codebook.areas import areas
from analysis.codebook.headings import headings
from analysis.codebook.indicators import indicators
from analysis.codebook.loading import load


class Names(BaseModel):
    """How names of offices end, each with an example, and words that end so and name nobody."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    endings: dict[str, str]
    words: frozenset[str]


class Segmentation(BaseModel):
    """The whole file; see the comments there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    notions: tuple[str, ...]
    longest: int
    joints: re.Pattern
    refused: dict[str, str]
    whole: dict[str, str]
    least_characters: int
    stops: frozenset[str]
    figures: re.Pattern
    apart: dict[str, str]
    names: Names


@cache
def segmentation() -> Segmentation:
    """Return the rules about words."""
    return load("segmentation", Segmentation)


@cache
def apart() -> re.Pattern:
    """Return the pattern of numbers and addresses whose letters are no words.

    Examples
    --------
    >>> apart().findall("印发通知(乐政办发〔2017〕19号)")
    ['乐政办发〔2017〕19号']
    """
    return re.compile("|".join(f"(?:{one})" for one in segmentation().apart))


@cache
def whole_words() -> tuple[str, ...]:
    """Return the words that stay whole, in one order, whatever the order of the files.

    Examples
    --------
    >>> {"依申请公开", "政务微博", "行政复议", "重大建设项目"} <= set(whole_words())
    True
    >>> "各类政府信息" in whole_words()
    False
    """
    rules = segmentation()
    refused = re.compile("|".join(rules.refused))
    taken = {
        word
        for word in _named()
        if rules.least_characters < len(word) <= rules.longest and not refused.search(word)
    }
    return tuple(sorted(taken | set(rules.whole), key=lambda word: (len(word), word)))


def _named() -> Iterator[str]:
    """Yield the words of other files of the codebook."""
    rules = segmentation()
    for one in indicators().values():
        for label in (one.label.zh, one.short.zh):
            yield from rules.joints.split(label)
    for topic in headings().topics.values():
        yield from topic.words
    for area in areas().values():
        yield from rules.joints.split(area.label.zh)
        for form in area.forms:
            yield from bracex.expand(form)
    for word, meanings in notions.words().items():
        if any(name.split(".")[0] in rules.notions for name in meanings):
            yield word
