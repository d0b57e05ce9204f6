"""Figures that plans and problems go back to (前后不一)."""

from collections.abc import Iterator

from analysis.checks.claims.outcome import amount_of, finding
from analysis.checks.comparison import state, written
from analysis.checks.sums import Stated
from analysis.intervals import OPEN, Amount
from analysis.records import Claim, Finding


def again(report_id: str, one: Claim, stated: Stated) -> Iterator[Finding]:
    """Check a figure that plans or problems go back to against the one stated in its place."""
    figures = stated.get((report_id, one.stated.scope, ""), {})
    first, again = figures.get(one.stated.indicator), amount_of(report_id, one.stated)
    if first is None or first.conflicts or not _is_near(first, again):
        return
    rounded = abs(first.value - again.value) <= one.stated.step  # 23816条 and 2.38万条
    outcome = "consistent" if rounded else state("equal", first, again)
    sign = {"breach": "≠", "consistent": "∩"}.get(outcome, "vs")
    found = finding(
        report_id, one, outcome, expected=first.value if first.exact else OPEN,
        detail=f"{written(first)} {sign} {written(again)}", keys=first.keys,
    )  # fmt: skip
    yield found._replace(
        rule="conflict", finding_id=found.finding_id.replace(":again:", ":conflict:")
    )


def _is_near(first: Amount, again: Amount) -> bool:
    """Tell whether a figure may be meant for another one; a part that nobody names is far off."""
    return first.value < 2 * again.value and again.value < 2 * first.value
