"""Indicators that a number may answer although its words do not settle which (待核指标)."""

from collections.abc import Iterator

from analysis.codebook.frames import Frame, frames
from analysis.facts.facets import UnclearError, facets_of
from analysis.facts.fields import Field, Setting, unit_class
from analysis.facts.lexing import values
from analysis.facts.times import is_of_another_time


def candidates(words: Field, setting: Setting) -> list[str]:
    """Return the indicators that the words beside a number name, each once.

    None where they say that it is another year's or another subject's, which settles it.
    """
    if not values(words.near, "topic"):
        return []
    if words.foreign or is_of_another_time(words, setting.year):
        return []
    return list(dict.fromkeys(_named(words, setting)))


def _named(words: Field, setting: Setting) -> Iterator[str]:
    for topic in dict.fromkeys(values(words.near, "topic")):
        frame = frames()[topic]
        unit = unit_class(words.quantity, frame)
        for facets in _readings(frame, words) if unit is not None else ():
            row = frame.row(facets, unit)
            if row and (name := row.stated_in(setting.year)):
                yield name


def _readings(frame: Frame, words: Field) -> list[dict[str, str]]:
    """Return the facets that the words state, one reading for each value where several stand."""
    try:
        return [facets_of(frame, words.near)]
    except UnclearError as error:
        facet = str(error)
        stated = values(words.near, facet)
        return [{facet: value} for value in stated if value in frame.accepted(facet)]
