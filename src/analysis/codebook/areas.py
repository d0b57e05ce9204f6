"""Policy areas (政策领域) that figures outside the forms are about."""

from functools import cache

import bracex
from ahocorasick_rs import AhoCorasick, MatchKind
from pydantic import BaseModel, ConfigDict

from analysis.codebook.announcements import announcements
from analysis.codebook.indicators import Label
from analysis.codebook.loading import load


class Area(BaseModel):
    """A policy area, with the words that name it, each with an example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    forms: dict[str, str]


@cache
def areas() -> dict[str, Area]:
    """Return every area by id."""
    return load("areas", dict[str, Area])


@cache
def _words() -> tuple[AhoCorasick, list[str]]:
    named = {
        word: name
        for name, area in areas().items()
        for form in area.forms
        for word in bracex.expand(form)
    }
    return AhoCorasick(list(named), matchkind=MatchKind.LeftmostLongest), list(named.values())


def areas_in(text: str) -> list[str]:
    """Return the areas that a text names, in order.

    The name of an office or of a website names no area.

    Examples
    --------
    >>> areas_in("公示扶贫项目154个、低保对象1.2万户")
    ['poverty', 'social_assistance']
    >>> areas_in("市教育局"), areas_in("“信用新乡”网站已发布信息257条")
    ([], [])
    """
    automaton, names = _words()
    if not automaton.find_matches_as_indexes(text):
        return []  # most texts name none, with or without platforms
    known = announcements()
    said = known.platforms.sub(lambda name: "“" * len(name[0]), text)
    found = automaton.find_matches_as_indexes(said)
    return [names[i] for i, _, end in found if not known.offices.match(said, end)]
