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


def is_of_the_year(sentence: Sentence, quantity: Quantity, year: int) -> bool:
    """Tell whether a figure is said to be of the year, and of no field of work alone.

    2017年,全市公开12000条 is; 围绕脱贫攻坚,公开1200条 may be a part of what had built up.
    """
    said = sentence.text[sentence.start : quantity.before]
    if any(word in said for word in periods().part_of_it):
        return False
    return f"{year}年" in said or any(word in said for word in periods().of_it)


def of_many_years(
    yearly: Iterable[Observation], accrued: Collection[Observation]
) -> set[Observation]:
    """Return the figures that had built up over years: the report has a smaller one of the year.

    Where it has none they are taken for the year's, as most reports mean them.

    Parameters
    ----------
    yearly : iterable of Observation
        What is said to be of the year.
    accrued : collection of Observation
        What is said to have built up by a day.
    """
    plain = [one for one in yearly if one not in accrued]
    return {one for one in accrued if any(_exceeds(one, other) for other in plain)}


def _exceeds(one: Observation, other: Observation) -> bool:
    """Tell whether a figure is more than another one of the same, or of a whole it is within.

    One office may have several names: 市政府网站, 市政府门户网站.
    """
    alike = other.indicator == one.indicator and other.scope in (one.scope, "all")
    return alike and other.upper is not None and other.upper < one.value
