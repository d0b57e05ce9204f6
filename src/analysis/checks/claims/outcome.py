"""A claim with its outcome becomes a finding; its numbers become intervals."""

import math
from collections.abc import Iterable

from analysis import tables
from analysis.intervals import DECIMALS, OPEN, Amount
from analysis.records import Claim, Figure, Finding

SHOWN = 4  # decimals of a quotient in the arithmetic written out
_EXACT = 1e-6


def fits(printed: Figure, true: tuple[float, float]) -> bool:
    """Tell whether a number printed may be a quotient, rounded or cut off at its last digit.

    Parameters
    ----------
    printed : Figure
    true : tuple of float
        Ends of the quotient.

    Examples
    --------
    >>> printed = Figure(0, 1, 51.6, 51.6, 51.6, 0.1, "%")
    >>> [fits(printed, (true, true)) for true in (51.6667, 51.7, 51.56, 51.54)]
    [True, False, True, False]
    """
    lower, upper = true
    least, most = _ends(printed)
    beyond = printed.step or 2 * _EXACT  # what was cut off; a number printed whole is exact
    return lower < most + beyond - _EXACT and upper > least - printed.step / 2 - _EXACT


def _ends(figure: Figure) -> tuple[float, float]:
    least = -math.inf if figure.lower is None else figure.lower
    return least, math.inf if figure.upper is None else figure.upper


def shown(quotient: tuple[float, float, float]) -> str:
    """Write a quotient, or its ends where it is no number."""
    ends = [tables.plain(round(end, SHOWN)) for end in quotient]
    return ends[0] or "..".join(ends[1:])


def finding(
    report_id: str,
    one: Claim,
    outcome: str,
    expected: float,
    detail: str,
    ground: str = "",
    likely_cause: str = "",
    keys: Iterable[str] = (),
    indicators: Iterable[str] = (),
) -> Finding:
    """Return the finding on a claim; further `keys` and `indicators` are of figures elsewhere."""
    figures = (one.stated, *one.terms)
    ids = dict.fromkeys((*(figure.indicator for figure in figures), *indicators))
    scoped = next((figure for figure in figures if figure.scope), one.stated)
    places = dict.fromkeys((*(_key(report_id, figure) for figure in figures), *keys))
    stated = one.stated.value * (one.sign if one.kind == "growth" else 1)
    expected = round(expected * (one.sign if one.kind == "growth" else 1), DECIMALS)
    return Finding(
        finding_id=f"{report_id}:{one.kind}:{one.stated.start}",
        report_id=report_id,
        rule=one.kind,
        state=outcome,
        indicators=" ".join(filter(None, ids)),
        scope=scoped.scope,
        scope_name=scoped.scope_name,
        stated=stated,
        expected=expected,
        difference=round(stated - expected, DECIMALS),
        cases=len(places),
        likely_cause=likely_cause,
        ground=ground,
        detail=detail,
        observations=" ".join(places),
    )


def amount_of(report_id: str, figure: Figure) -> Amount:
    """Return a number of a claim with its interval and its place."""
    lower = OPEN if figure.lower is None else figure.lower
    upper = OPEN if figure.upper is None else figure.upper
    return Amount(figure.value, lower, upper, (_key(report_id, figure),))


def _key(report_id: str, figure: Figure) -> str:
    return f"{report_id}:{figure.start}-{figure.end}"
