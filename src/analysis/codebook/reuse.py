"""When sentences of reports count as the same (雷同), and the formulae that nobody owns (套语)."""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from pydantic import BaseModel, ConfigDict

from analysis.codebook.headings import headings
from analysis.codebook.loading import load

_SILENT = re.compile(r"\W")


class Boilerplate(BaseModel):
    """In how many bodies of how many provinces a sentence is nobody's own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bodies: int
    provinces: int


class Reuse(BaseModel):
    """The file ``reuse.yaml``; its comments explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    shortest: int
    similarity: float
    boilerplate: Boilerplate
    numbering: re.Pattern
    titles: re.Pattern
    figures: re.Pattern
    returning: tuple[str, ...]


class Formula(BaseModel):
    """Wording of one national document."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    phrases: tuple[str, ...]


@cache
def reuse() -> Reuse:
    """Return when sentences count as the same."""
    return load("reuse", Reuse)


@cache
def formulae() -> dict[str, Formula]:
    """Return the wording of national documents by id."""
    return load("formulae", dict[str, Formula])


@cache
def _phrases() -> tuple[AhoCorasick, list[str]]:
    said = [(_SILENT.sub("", p), name) for name, one in formulae().items() for p in one.phrases]
    automaton = AhoCorasick([words for words, _ in said], matchkind=MatchKind.LeftmostLongest)
    return automaton, [name for _, name in said]


def without_formulae(words: str) -> tuple[str, tuple[str, ...]]:
    """Take formulae out of words without punctuation, and name those found.

    Examples
    --------
    >>> without_formulae("我市坚持以公开为常态不公开为例外扎实推进工作")
    ('我市坚持扎实推进工作', ('decision_2014',))
    """
    automaton, names = _phrases()
    found = automaton.find_matches_as_indexes(words)
    kept, last = [], 0
    for _, start, end in found:
        kept.append(words[last:start])
        last = end
    return "".join([*kept, words[last:]]), tuple(dict.fromkeys(names[i] for i, _, _ in found))


def topic_of(section: str) -> str:
    """Return which of the returning topics the lowest heading names, empty where none does.

    Examples
    --------
    >>> topic_of("七、存在的主要问题和改进措施 / (二)2018年改进措施"), topic_of("一、概述")
    ('problems', '')
    """
    known = headings().topics
    for label in reversed(section.split(" / ")):
        for topic in reuse().returning:
            if any(word in label for word in known[topic].words):
                return topic
    return ""
