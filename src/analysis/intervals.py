"""Counts as intervals: what the words of a report allow, added up and divided.

Every figure is a count or an amount that is never negative. An end that the words leave open is
NaN, which every sum and quotient passes on, so that nothing is concluded from an open end.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

OPEN = math.nan
DECIMALS = 6  # finer than any report; hides what adding binary fractions leaves behind


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with the interval that the words allow.

    Attributes
    ----------
    value : float
        The number named; NaN where values conflict. Of a sum with parts missing, what is stated.
    lower, upper : float
        The interval; NaN is an open end.
    keys : tuple of str
        Observations that it rests on.
    missing : tuple of str
        Indicators that a report does not state and that belong to the sum. They leave the upper
        end open: a missing figure is never a zero.
    conflicts : tuple of str
        Indicators for which the report states values that exclude each other.
    """

    value: float
    lower: float
    upper: float
    keys: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it is one number that nothing is missing from."""
        return self.lower == self.value == self.upper

    @property
    def width(self) -> float:
        """Length of the interval, infinite with an open end."""
        return math.inf if math.isnan(self.upper - self.lower) else self.upper - self.lower


def add(amounts: Sequence[Amount], missing: Iterable[str] = ()) -> Amount:
    """Add up, naming in `missing` the parts that are not stated.

    Examples
    --------
    >>> add([Amount(64, 64, 64), Amount(40, 40, 50)])
    Amount(value=104, lower=104, upper=114, keys=(), missing=(), conflicts=())
    >>> add([Amount(64, 64, 64)], ["request.received_fax"]).upper
    nan
    """
    missing = (*_joined(one.missing for one in amounts), *missing)
    return Amount(
        value=round(sum(one.value for one in amounts), DECIMALS),
        lower=round(sum(one.lower for one in amounts), DECIMALS),
        upper=OPEN if missing else round(sum(one.upper for one in amounts), DECIMALS),
        keys=_joined(one.keys for one in amounts),
        missing=missing,
        conflicts=_joined(one.conflicts for one in amounts),
    )


def merge(amounts: Sequence[Amount], name: str) -> Amount:
    """Make one figure of all that a report states for `name`.

    Statements that agree narrow each other: an exact value inside the interval of another stands.
    Those that exclude each other are a conflict: the interval that holds them all, and no value.

    Examples
    --------
    >>> about, exact = Amount(110000, 110000, 120000), Amount(115020, 115020, 115020)
    >>> merge([about, exact], "disclosure.total").value
    115020
    >>> merge([Amount(34, 34, 34), Amount(24, 24, 24)], "response.press_conferences")
    ... # doctest: +NORMALIZE_WHITESPACE
    Amount(value=nan, lower=24.0, upper=34.0, keys=(), missing=(),
           conflicts=('response.press_conferences',))
    """
    if len(amounts) == 1:
        return amounts[0]
    lowers, uppers = [one.lower for one in amounts], [one.upper for one in amounts]
    keys = _joined(one.keys for one in amounts)
    conflicts = _joined(one.conflicts for one in amounts)
    lower, upper = np.fmax.reduce(lowers), np.fmin.reduce(uppers)
    if lower > upper:
        hull = float(np.min(lowers)), float(np.max(uppers))
        return Amount(OPEN, *hull, keys, conflicts=_joined([conflicts, (name,)]))
    value = min(amounts, key=lambda one: one.width).value
    return Amount(value, float(lower), float(upper), keys, conflicts=conflicts)


def ratio(numerator: Amount, denominator: Amount) -> tuple[float, float, float]:
    """Divide two figures that have no part in common.

    Returns
    -------
    value, lower, upper : float
        The value is NaN unless both are exact; an end is NaN where it is open or divides by zero.

    Examples
    --------
    >>> ratio(Amount(1, 1, 1), Amount(4, 4, 5))
    (nan, 0.2, 0.25)
    """
    exact = numerator.exact and denominator.exact
    return (
        _divide(numerator.value, denominator.value) if exact else OPEN,
        _divide(numerator.lower, denominator.upper),
        _divide(numerator.upper, denominator.lower),
    )


def share(part: Amount, rest: Amount) -> tuple[float, float, float]:
    """Divide `part` by the sum of `part` and `rest`, each moving both numerator and denominator.

    Returns
    -------
    value, lower, upper : float
        As for `ratio`.

    Examples
    --------
    >>> share(Amount(1, 1, 2), Amount(2, 2, 3))
    (nan, 0.25, 0.5)
    """
    exact = part.exact and rest.exact
    return (
        _divide(part.value, part.value + rest.value) if exact else OPEN,
        _divide(part.lower, part.lower + rest.upper),
        _divide(part.upper, part.upper + rest.lower),
    )


def _divide(numerator: float, denominator: float) -> float:
    return numerator / denominator if denominator else OPEN


def _joined(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))
