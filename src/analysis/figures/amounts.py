"""How a value, an interval or a missing value is written (数值的写法)."""

import math

from analysis.codebook.checks import checks
from analysis.codebook.words import word

# No figure at all, one for a part of the body only, or a share of another whole.
SILENT = ("not_stated", "part_only", "other_denominator")


def status(value: float, lower: float, upper: float) -> str:
    """Say what is known: one value, an interval, one end of it, about so much, or nothing.

    Examples
    --------
    >>> nan = float("nan")
    >>> status(110000, 110000, 120000), status(nan, nan, 48.7), status(nan, nan, nan)
    ('interval', 'at_most', 'not_stated')
    """
    ends = (math.isnan(lower), math.isnan(upper))
    if ends == (False, False):
        return "exact" if lower == upper else "interval"
    if ends == (True, True):
        return "not_stated" if math.isnan(value) else "about"
    return "at_most" if ends[0] else "at_least"


def number(value: float, unit: str) -> str:
    """Write one number: shares with one decimal, rates with two, counts as published.

    Examples
    --------
    >>> number(130661, "条"), number(76.1, "万元"), number(73.3516, "%"), number(0.0811, "万元/人")
    ('130,661', '76.1', '73.4%', '0.08')
    """
    if unit == "%":
        return f"{value:.1f}%"
    return f"{value:,.2f}" if "/" in unit else f"{value:,.15g}"


def written(value: float, lower: float, upper: float, unit: str, language: str) -> str:
    """Write a value as it is known, with its interval or its open end.

    Examples
    --------
    >>> written(110000, 110000, 120000, "条", "zh")
    '110,000–120,000'
    >>> written(float("nan"), 32.46, float("nan"), "%", "zh")
    '≥ 32.5%'
    """
    known = status(value, lower, upper)
    if known == "interval":
        return _interval(lower, upper, unit)
    one = {"exact": lower, "at_least": lower, "at_most": upper, "about": value}
    return word(f"amount.{known}", language, number=number(one.get(known, 0), unit))


def _interval(lower: float, upper: float, unit: str) -> str:
    """Both ends; shares that one decimal cannot tell apart get a second."""
    ends = [number(lower, unit), number(upper, unit)]
    if unit == "%" and ends[0] == ends[1]:
        ends = [f"{lower:.2f}%", f"{upper:.2f}%"]
    return "–".join([ends[0].rstrip("%"), ends[1]])


def small(count: float, language: str) -> str:
    """Mark a share that rests on few cases, otherwise nothing.

    Examples
    --------
    >>> small(8, "zh"), small(120, "zh")
    ('（n = 8）', '')
    """
    return word("amount.small", language, n=number(count, "")) if 0 < count < checks().small else ""
