"""What percentage other parts leave of a whole (其余占比)."""

import math
from collections.abc import Iterator

from analysis.checks.claims.outcome import SHOWN, amount_of, finding, fits, shown
from analysis.checks.comparison import written
from analysis.checks.sums import Stated
from analysis.codebook.identities import identities
from analysis.intervals import OPEN, Amount, ratio
from analysis.records import Claim, Figure, Finding

HUNDRED = Amount(100.0, 100.0, 100.0, ())


def rest(report_id: str, one: Claim, stated: Stated) -> Iterator[Finding]:
    """Check what is left of a whole against its other parts, in percent.

    Where some of them are figures, they may be of any total that the report states.
    """
    figures = [figure for figure in one.terms if figure.unit != "%"]
    wholes = [HUNDRED] if not figures else list(_wholes(report_id, figures, stated))
    left = [(whole, _left(report_id, one, whole)) for whole in wholes]
    left = [(whole, ends) for whole, ends in left if ends and ends[1] >= 0]
    if not left:
        return
    fitting = [pair for pair in left if fits(one.stated, pair[1])]
    whole, ends = min(fitting or left, key=lambda pair: abs(sum(pair[1]) / 2 - one.stated.value))
    found = finding(
        report_id, one, "consistent" if fitting else "breach",
        expected=round(sum(ends) / 2, SHOWN), keys=whole.keys,
        detail=f"{_told_left(report_id, one, whole)} = {shown((OPEN, *ends))} % "
        f"{'≈' if fitting else '≠'} {written(amount_of(report_id, one.stated))} %",
    )  # fmt: skip
    yield found._replace(rule="share")


def _told_left(report_id: str, one: Claim, whole: Amount) -> str:
    """Write ``100 % − 58.3 % − 4410 / 47095``."""
    parts = ((written(amount_of(report_id, figure)), figure.unit) for figure in one.terms)
    told = (f"{part} %" if unit == "%" else f"{part} / {written(whole)}" for part, unit in parts)
    return " − ".join(["100 %", *told])


def _wholes(report_id: str, figures: list[Figure], stated: Stated) -> Iterator[Amount]:
    """Yield the totals of a report that some figures may be parts of, in a stable order."""
    names = {one.total for one in identities().sums.values()}
    least = sum(figure.value for figure in figures)
    for place in sorted(place for place in stated if place[0] == report_id):
        for name in sorted(names & stated[place].keys()):
            if stated[place][name].value >= least:
                yield stated[place][name]


def _left(report_id: str, one: Claim, whole: Amount) -> tuple[float, float] | None:
    """Return the ends of what is left of a hundred; printed shares are rounded or cut off."""
    ends = [_share_ends(report_id, figure, whole) for figure in one.terms]
    if any(map(math.isnan, (end for pair in ends for end in pair))):
        return None
    return 100 - sum(upper for _, upper in ends), 100 - sum(lower for lower, _ in ends)


def _share_ends(report_id: str, figure: Figure, whole: Amount) -> tuple[float, float]:
    if figure.unit == "%":
        printed = amount_of(report_id, figure)
        return printed.lower - figure.step / 2, printed.upper + figure.step
    _, lower, upper = ratio(amount_of(report_id, figure), whole)
    return 100 * lower, 100 * upper
