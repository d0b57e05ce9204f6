"""When sentences of reports count as the same (雷同), and the formulae that nobody owns (套语)."""

import re
from functools import cache
from itertools import chain

from ahocorasick_rs import AhoCorasick, MatchKind
from pydantic import BaseModel, ConfigDict

from analysis.codebook.forms import forms
from analysis.codebook.headings import headings
from analysis.codebook.loading import load

_SILENT = re.compile(r"\W")


class Boilerplate(BaseModel):
    """In how many bodies of how many provinces a sentence is nobody's own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bodies: int
    provinces: int


class Rows(BaseModel):
    """What of the name of a row of a national form is wording of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    around: re.Pattern
    shortest: int


class Reuse(BaseModel):
    """The file ``reuse.yaml``; its comments explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    shortest: int
    similarity: float
    boilerplate: Boilerplate
    numbering: re.Pattern
    titles: re.Pattern
    figures: re.Pattern
    rows: Rows
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


def without_formulae(words: str) -> tuple[str, tuple[str, ...]]:
    """Take formulae out of words without punctuation, and name those found.

    The wording of the national forms counts as a formula where a figure (``0``) is stated.

    Examples
    --------
    >>> without_formulae("我市坚持以公开为常态不公开为例外扎实推进工作")
    ('我市坚持扎实推进工作', ('decision_2014',))
    >>> without_formulae("告知通过其他途径办理的0件占总数0")
    ('的0件占总数0', ('form_2014',))
    """
    automaton, names = _phrases(with_rows="0" in words)
    found = automaton.find_matches_as_indexes(words)
    kept, last = [], 0
    for _, start, end in found:
        kept.append(words[last:start])
        last = end
    return "".join([*kept, words[last:]]), tuple(dict.fromkeys(names[i] for i, _, _ in found))


@cache
def _phrases(with_rows: bool) -> tuple[AhoCorasick, list[str]]:
    said = {_SILENT.sub("", p): name for name, one in formulae().items() for p in one.phrases}
    if with_rows:
        said = _rows() | said
    return AhoCorasick(list(said), matchkind=MatchKind.LeftmostLongest), list(said.values())


def _rows() -> dict[str, str]:
    """Return the wording of the rows of the national forms, with the first form that has it."""
    known = reuse().rows
    found: dict[str, str] = {}
    for name, form in forms().items():
        for row in chain.from_iterable(part.rows for part in form.parts.values()):
            for label in (row.label, *row.also):
                words = known.around.sub("", known.around.sub("", label))
                if len(words := _SILENT.sub("", words)) >= known.shortest:
                    found.setdefault(words, name)
    return found


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
