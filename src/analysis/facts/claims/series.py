"""Figures of several years in one row (分别为…), and the growth that is said of them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from analysis.codebook.claims import claims
from analysis.facts.claims.growth import growth
from analysis.facts.claims.said import Part, Said, number
from analysis.facts.claims.words import either, words
from analysis.facts.quantities import Quantity

Series = Mapping[int, Quantity]
_SPAN = re.compile(r"(20\d{2})年?[至到~—-](20\d{2})年")
_NAMED = re.compile(r"(?:20\d{2}年?度?[、,和及与])+20\d{2}年")
_YEAR = re.compile(r"20\d{2}(?=年)")


def series(said: Said) -> Series:
    """Return the figures of years that a sentence lists, by year; none where it lists none.

    The years stand before them, as many as the figures: 2013年至2015年…分别为31件、40件和52件.
    """
    sentence = said.text[said.sentence.start : said.sentence.end]
    if not any(word in sentence for word in claims().series):
        return {}
    for group in said.listed(said.counted):
        years = _years(said, group[0]) if words().series.search(said.lead(group[0])) else []
        if len(years) == len(group) > 1 and _is_of_one_kind(group):
            return dict(zip(years, group, strict=True))
    return {}


def _is_of_one_kind(group: list[Quantity]) -> bool:
    """Tell whether all have one classifier, which the last alone may bear: 31、40、52件."""
    return {q.classifier for q in group} <= {"", group[-1].classifier}


def _years(said: Said, first: Quantity) -> list[int]:
    """Return the years that stand before a row of figures, in their order."""
    place = said.sentence.start, first.before
    if named := _NAMED.search(said.text, *place):
        return [int(year) for year in re.findall(r"20\d{2}", named[0])]
    if span := _SPAN.search(said.text, *place):
        return list(range(int(span[1]), int(span[2]) + 1))
    recent = words().recent.search(said.text, *place)
    many = number(recent["number"]) if recent else 0
    return list(range(said.year - many + 1, said.year + 1))


def goes_on(said: Said, before: Series) -> Series:
    """Return the row of figures that the next sentence may speak of."""
    own = series(said)
    row = own or before
    return row if row and not _others(said, own, said.sentence.end) else {}


def _others(said: Said, own: Series, end: int) -> bool:
    """Tell whether other figures stand behind a row; one that adds up those before is none."""
    begin = max((q.start for q in own.values()), default=said.sentence.start - 1)
    counts = [q for q in said.counts(end) if q.start > begin]
    return any(not said.adds_up(q) for q in counts)


def of_series(said: Said, stated: Quantity, before: Series) -> list[Part]:
    """Return the growth that a number states of a row of figures, none where it is of no row.

    Parameters
    ----------
    said : Said
    stated : Quantity
        A number that is said to be a growth.
    before : Series
        The row of the sentences before.
    """
    own = series(said)
    figures = own or before
    if not figures or _others(said, own, stated.start):
        return []
    if any(q.start > stated.start for q in figures.values()):
        return []
    return list(_growths(said, stated, figures))


def _growths(said: Said, stated: Quantity, figures: Series) -> Iterator[Part]:
    """Yield the growth of a year that is named, or those of the years one after the other."""
    group = next(g for g in said.listed(said.quantities) if stated in g)
    pairs = _in_turn(figures) if words().series.search(said.lead(stated)) else []
    if not pairs and len(group) == 1:
        pairs = [_named(said, stated, figures)]
    for one, (now, then) in zip(group[::-1], pairs[::-1], strict=False):
        if now in figures and then in figures and len(group) - len(pairs) in (0, 1):
            word = said.growths[stated.start]
            yield growth(said, one, figures[now], (figures[then],), word)


def _in_turn(figures: Series) -> list[tuple[int, int]]:
    return [(year, year - 1) for year in sorted(figures)[1:]]


def _named(said: Said, stated: Quantity, figures: Series) -> tuple[int, int]:
    """Return the year that grew, and the one that it is measured by; zeros where none is named."""
    own = series(said)
    behind = max((q.behind for q in own.values()), default=said.sentence.start)
    lead = said.lead(stated)
    against = _against().search(lead)
    grown = [int(year) for year in _YEAR.findall(_against().sub("", lead))]
    if not (against or grown):
        return 0, 0
    told = _against().sub("", said.text[behind : stated.before])
    years = [int(year) for year in _YEAR.findall(told)] or [max(figures)]
    return years[-1], int(against[1]) if against else years[-1] - 1


@cache
def _against() -> re.Pattern:
    return re.compile(rf"(?:{either(claims().against)})(20\d{{2}})年")
