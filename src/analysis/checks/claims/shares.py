"""The percentages that parts make of their wholes (占比)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.checks.claims.outcome import amount_of, finding, fits, shown
from analysis.checks.comparison import written
from analysis.checks.sums import Stated
from analysis.codebook.claims import claims
from analysis.codebook.identities import identities
from analysis.codebook.measures import measure_of_share, measures
from analysis.codebook.remarks import remark
from analysis.intervals import OPEN, Amount, add, ratio
from analysis.records import Claim, Finding
from analysis.stated import joined, terms, total

_ROW = 3  # shares that tell together what they are of


@dataclass(frozen=True)
class Base:
    """A whole that a share may be of, and the share that results, in percent."""

    amount: Amount
    indicators: tuple[str, ...]
    quotient: tuple[float, float, float]


def shares(report_id: str, printed: list[Claim], stated: Stated) -> Iterator[Finding]:
    """Check the shares of a report; one that fits nothing is measured by the whole of its kin."""
    bases = {one: list(_bases(report_id, one, stated)) for one in printed}
    for row in _rows(printed):
        for one, base in _in_common(report_id, row, stated):
            bases[one].append(base)
    fitting = {one: base for one in printed if (base := _fitting(one, bases[one]))}
    for one in printed:
        kin = [fitting[o].amount for o in fitting if o.evidence == one.evidence]
        yield _share(report_id, one, bases[one], fitting.get(one), kin)


def _in_common(report_id: str, row: list[Claim], stated: Stated) -> Iterator[tuple[Claim, Base]]:
    """Yield the totals that all shares of a row fit, or all but one, with each share."""
    for name, whole in _totals(report_id, stated):
        found = {one: _base(_part(report_id, one), whole, (name,)) for one in row}
        if sum(_fitting(one, [base]) is None for one, base in found.items()) <= 1:
            yield from found.items()


def _rows(shares: list[Claim]) -> Iterator[list[Claim]]:
    """Yield the shares that one sentence states without their whole, three at least.

    征地批文类64件,占66.7%;矿业权类19件,占19.8%;规划类8件,占8.3%: of what, another one says.
    """
    rows: dict[str, list[Claim]] = {}
    for one in shares:
        if not one.named:
            rows.setdefault(one.evidence, []).append(one)
    yield from (row for row in rows.values() if len(row) >= _ROW)


def _totals(report_id: str, stated: Stated) -> Iterator[tuple[str, Amount]]:
    """Yield the totals of all that a report states, which shares may be of."""
    wholes = {one.total for one in identities().sums.values()}
    wholes |= {name for one in claims().totals.values() for name in one.of}
    figures = stated.get((report_id, "all", ""), {}) | stated.get((report_id, "municipal", ""), {})
    yield from ((one, figures[one]) for one in sorted(wholes & figures.keys()))


def _bases(report_id: str, one: Claim, stated: Stated) -> Iterator[Base]:
    part, first = _part(report_id, one), one.terms[0]
    for whole in one.wholes:
        yield _base(part, amount_of(report_id, whole), (whole.indicator,))
    for total_of, whole in _totals(report_id, stated) if one.relation else ():
        if total_of in claims().totals[one.relation].of:
            yield _base(part, whole, (total_of,))
    name = measure_of_share().get(first.indicator) if len(one.terms) == 1 else None
    figures = joined(stated.get((report_id, first.scope, ""), {}))
    for denominator in measures()[name].denominators if name else ():
        ids = terms(denominator.ids, figures)
        whole = total(ids, figures)
        if whole and not whole.missing and not whole.conflicts:
            yield _base(part, whole, ids)


def _part(report_id: str, one: Claim) -> Amount:
    """Return what has the share: a figure, or several together (三家合计占45%)."""
    return add([amount_of(report_id, figure) for figure in one.terms])


def _base(part: Amount, whole: Amount, ids: tuple[str, ...]) -> Base:
    value, lower, upper = (100 * end for end in ratio(part, whole))
    return Base(whole, tuple(filter(None, ids)), (value, lower, upper))


def _fitting(one: Claim, bases: list[Base]) -> Base | None:
    return next((base for base in bases if fits(one.stated, base.quotient[1:])), None)


def _share(
    report_id: str, one: Claim, bases: list[Base], fitting: Base | None, kin: list[Amount]
) -> Finding:
    known = [base for base in bases if not math.isnan(base.quotient[0])]
    of_kin = [base for base in known if base.amount in kin]
    nearest = min(
        of_kin or known, key=lambda b: abs(b.quotient[0] - one.stated.value), default=None
    )
    base = fitting or nearest
    if fitting:
        outcome, ground = "consistent", ""
    elif not bases:
        outcome, ground = "not_assessable", remark("no_base")
    elif not nearest:
        outcome, ground = "not_assessable", remark("open")
    elif one.named or of_kin or len(bases) > len(one.wholes):  # a measure has its whole
        outcome, ground = "breach", ""
    else:
        outcome, ground = "not_assessable", remark("base_unclear")
    off = outcome == "breach" and abs(base.quotient[0] - one.stated.value) < one.stated.step
    return finding(
        report_id, one, outcome,
        expected=base.quotient[0] if base else OPEN,
        detail=_quotient(report_id, one, base, outcome),
        ground=remark("rounded") if off else ground,
        likely_cause="report" if off else "",
        keys=base.amount.keys if base else (),
        indicators=base.indicators if base else (),
    )  # fmt: skip


def _quotient(report_id: str, one: Claim, base: Base | None, outcome: str) -> str:
    """Write ``62 / 120 = 51.6667 % ≈ 51.6 %``."""
    part = " + ".join(written(amount_of(report_id, figure)) for figure in one.terms)
    part = f"({part})" if len(one.terms) > 1 else part
    sign = {"consistent": "≈", "breach": "≠"}.get(outcome, "vs")
    stated = f"{sign} {written(amount_of(report_id, one.stated))} %"
    if not base:
        return f"{part} / ? {stated}"
    return f"{part} / {written(base.amount)} = {shown(base.quotient)} % {stated}"
