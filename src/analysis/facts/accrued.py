"""Figures that had built up by a day (截至…累计), which may be of many years or of the year."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from analysis.codebook.periods import periods
from analysis.facts.quantities import Quantity
from analysis.facts.sentences import Sentence
from analysis.records import Observation


def is_accrued(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a figure is said to have built up by a day.

    Examples
    --------
    >>> from analysis.facts.cutting import sentences
    >>> [one] = sentences("截至2017年12月31日,主动公开政府信息累计10556条。", "county")
    >>> is_accrued(one, one.quantities[-1])
    True
    >>> [one] = sentences("截止2015年底,全县各级行政机关全年主动公开政府信息8000条。", "county")
    >>> is_accrued(one, one.quantities[-1])
    False
    """
    until = _until().search(sentence.text, sentence.start, quantity.before)
    if until is None:
        return False
    said = sentence.text[sentence.start : quantity.before]
    return any(w in said for w in periods().running) and not any(w in said for w in periods().of_it)


@cache
def _until() -> re.Pattern:
    return re.compile(f"(?:{'|'.join(map(re.escape, periods().until))})")


def of_many_years(
    found: Iterable[Observation], accrued: Collection[Observation]
) -> set[Observation]:
    """Return the figures that had built up over years: the report has a smaller one of the year.

    Where it has none they are taken for the year's, as most reports mean them.

    Parameters
    ----------
    found : iterable of Observation
        All that a report states.
    accrued : collection of Observation
        Those of them that are said to have built up by a day.
    """
    plain = [one for one in found if accrued and one not in accrued]
    return {one for one in accrued if any(_is_of_the_year(other, one) for other in plain)}


def _is_of_the_year(other: Observation, one: Observation) -> bool:
    """Tell whether another figure is the year's of the same, or of a whole that this is within.

    One office may have several names: 市政府网站, 市政府门户网站.
    """
    alike = other.indicator == one.indicator and other.scope in (one.scope, "all")
    return alike and other.value < one.value
