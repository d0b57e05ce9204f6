"""Figures that look like answers and are not: another year's, a plan, another subject's."""

import re

from analysis.codebook.frames import frames
from analysis.facts.fields import Field, Setting
from analysis.facts.scoping import stated_scope

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_DAY = re.compile(r"(?<![至止—到底])(?:\d{4}年)?\d{1,2}月\d{1,2}日(?![至起止—到])")
_COMPARED = ("比", "较", "与", "同")


def is_refused(words: Field, topic: str, setting: Setting) -> bool:
    """Tell whether something said beside a number forbids to take it for the year's figure."""
    frame = frames()[topic]
    return (
        _is_of_another_time(words, setting.year)
        or (frame.dated and _is_of_one_day(words))
        or not all(_is_said(words, notion, setting) for notion in frame.needs)
        or (frame.strict and _is_of_another_subject(words, setting))
    )


def _is_of_another_time(words: Field, year: int) -> bool:
    """Tell whether a number is another year's, a growth, a plan, or of several years."""
    here = ("growth", "past", "plan", "compared", "rate")
    if any(t.has("relation", *here) for t in words.own):
        return True
    if any(t.has("relation", "past", "plan") for t in words.lead):
        return True
    years = _years(words)
    return _is_cumulative(words, years, year) or bool(years and int(years[-1][1]) != year)


def _years(words: Field) -> list[re.Match]:
    """Return the years named before the number, in the sentence and for it."""
    sentence = words.sentence
    named = _YEAR.finditer(sentence.text, sentence.start, words.quantity.start)
    return [year for year in named if not _is_beside_the_point(words, year)]


def _is_beside_the_point(words: Field, year: re.Match) -> bool:
    """Tell whether a year stands in a title, or is compared with in another clause.

    比2015年增加20件,办结118件: the 118 are of this year.
    """
    text, start = words.sentence.text, year.start()
    in_title = text.rfind("《", 0, start) > text.rfind("》", 0, start)
    return in_title or (text[start - 1 : start] in _COMPARED and start < words.clause.start)


def _is_cumulative(words: Field, years: list[re.Match], year: int) -> bool:
    """Tell whether a number counts from a start before the year (2008年以来, 开通以来)."""
    before = [t for t in words.sentence.tokens if t.end <= words.quantity.start]
    since = [t for t in before if t.has("relation", "cumulative")]
    return bool(since) and not any(
        int(named[1]) == year and named.end() == since[-1].start for named in years
    )


def _is_of_one_day(words: Field) -> bool:
    """Tell whether the sentence is about one day's event (12月21日举办了培训班)."""
    return bool(_DAY.search(words.sentence.text, words.sentence.start, words.quantity.start))


def _is_said(words: Field, notion: str, setting: Setting) -> bool:
    """Tell whether a notion that the frame needs was said, a verb in the same sentence."""
    facet, value = notion.split(".")
    if facet != "act":
        return setting.speaks_of(notion)
    return any(
        t.has(facet, value) for t in words.sentence.tokens if t.start < words.quantity.behind
    )


def _is_of_another_subject(words: Field, setting: Setting) -> bool:
    """Tell whether a count of everything is in fact one of a subject named before or above it."""
    if words.foreign or any(t.has("foreign") for t in setting.headings):
        return True
    if any(t.has("label", "whole") for t in words.own) or stated_scope(words.clause):
        return False
    return any(t.has("foreign") for t in words.sentence.tokens if t.end <= words.begin)
