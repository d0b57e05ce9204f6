"""How far figures are from those of the year before (增减)."""

import math
from collections.abc import Iterator

from analysis.checks.claims.outcome import amount_of, finding, fits, shown
from analysis.checks.comparison import state, written
from analysis.checks.sums import Stated
from analysis.codebook.remarks import remark
from analysis.intervals import OPEN, Amount, add, ratio
from analysis.records import Claim, Finding

UNITS = {
    "percent": " %",
    "of_difference": " %",
    "difference": "",
    "points": " 个百分点",
    "times": " ×",
    "fold": " ×",
}
TURNS = {
    ("consistent", 1): "<",
    ("consistent", -1): ">",
    ("breach", 1): "≮",
    ("breach", -1): "≯",
}


def growth(report_id: str, one: Claim, stated: Stated, before: str | None) -> Iterator[Finding]:
    """Check a growth or a direction; the year before is told, or stated by its own report."""
    now = one.terms[0]
    then = [amount_of(report_id, figure) for figure in one.terms[1:]]
    if one.relation == "of_difference":
        then = [_less(amount_of(report_id, now), then[0], one.sign)]
    if not then and now.indicator and now.scope != "unit":
        found = stated.get((before, now.scope, ""), {}).get(now.indicator)
        then = [found] if found and not found.conflicts else []
    if not (then or now.indicator):
        return
    figure = amount_of(report_id, now)
    if one.relation == "direction":
        yield _turn(report_id, one, figure, then[0])
        return
    quotient = _grown(one, figure, then[0]) if then else (OPEN, OPEN, OPEN)
    if any(map(math.isnan, quotient[1:])):
        outcome = "not_assessable"
    else:
        outcome = "consistent" if fits(one.stated, quotient[1:]) else "breach"
    ground = "" if outcome != "not_assessable" else remark("open" if then else "no_earlier")
    yield finding(
        report_id, one, outcome, expected=quotient[0], ground=ground,
        detail=_difference(report_id, one, figure, then, quotient, outcome),
        keys=then[0].keys if then else (),
    )  # fmt: skip


def _turn(report_id: str, one: Claim, now: Amount, then: Amount) -> Finding:
    """Check the direction in which a figure is said to have become another."""
    before, after = (then, now) if one.sign > 0 else (now, then)
    outcome = state("at_most", after, before)  # the smaller one is no more than the greater
    sign = TURNS.get((outcome, one.sign), "vs")
    return finding(
        report_id, one, outcome, expected=then.value,
        ground=remark("open") if outcome == "not_assessable" else "",
        detail=f"{written(then)} {sign} {written(now)}",
    )  # fmt: skip


def _less(now: Amount, apart: Amount, sign: int) -> Amount:
    """Return the figure of the year before, from that of the year and how far it is from it."""
    if sign < 0:
        return add([now, apart])
    ends = now.lower - apart.upper, now.upper - apart.lower
    return Amount(now.value - apart.value, *ends, (*now.keys, *apart.keys))


def _grown(one: Claim, now: Amount, then: Amount) -> tuple[float, float, float]:
    """Return the growth from `then` to `now` as value and ends, in the sense of the claim."""
    if one.relation in ("difference", "points"):
        return _signed(
            one.sign, now.value - then.value, now.lower - then.upper, now.upper - then.lower
        )
    value, lower, upper = ratio(now, then)
    if one.relation == "times":
        return value, lower, upper
    hundred = 1 if one.relation == "fold" else 100
    return _signed(one.sign, *(hundred * (end - 1) for end in (value, lower, upper)))


def _signed(sign: int, value: float, lower: float, upper: float) -> tuple[float, float, float]:
    return (value, lower, upper) if sign > 0 else (-value, -upper, -lower)


def _difference(
    report_id: str,
    one: Claim,
    now: Amount,
    then: list[Amount],
    quotient: tuple[float, float, float],
    outcome: str,
) -> str:
    """Write ``147 → 214: 45.5782 % ≈ 45.6 %``; less is written with its sign."""
    unit = UNITS[one.relation]
    sign = {"consistent": "≈", "breach": "≠"}.get(outcome, "vs")
    down = "−" if one.sign < 0 else ""
    stated = f"{down}{written(amount_of(report_id, one.stated))}{unit}"
    earlier = written(then[0]) if then else "?"
    return f"{earlier} → {written(now)}: {down}{shown(quotient) or '?'}{unit} {sign} {stated}"
