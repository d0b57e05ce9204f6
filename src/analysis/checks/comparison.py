"""A total and its parts, compared as intervals (总数与各部分)."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from analysis import tables
from analysis.codebook.remarks import remark, remarked
from analysis.intervals import DECIMALS, OPEN, Amount, add
from analysis.records import Finding
from analysis.stated import Figures, total

Relation = Literal["equal", "at_least", "at_most"]
SIGNS = {
    ("equal", "consistent"): "=",
    ("equal", "breach"): "≠",
    ("at_least", "consistent"): "≥",
    ("at_least", "breach"): "<",
    ("at_most", "consistent"): "≤",
    ("at_most", "breach"): ">",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A total and its parts, as they are stated.

    Attributes
    ----------
    place : tuple of str
        report_id, scope and applicant.
    rule, relation : str
        Name of the rule, and whether the parts have to be ``equal`` to the total, ``at_least`` or
        ``at_most`` it.
    indicators : tuple of str
        Ids involved, the total first.
    total : Amount or None
        None where it is not stated.
    parts : tuple of (Amount or None)
        In the order of the form.
    whole, missing : tuple of str
        Names that the total is stated for, and names of the parts that are None.
    """

    place: tuple[str, str, str]
    rule: str
    relation: Relation
    indicators: tuple[str, ...]
    total: Amount | None
    parts: tuple[Amount | None, ...]
    whole: tuple[str, ...]
    missing: tuple[str, ...] = ()

    @property
    def unstated(self) -> tuple[str, ...]:
        """Names of the total that are not stated."""
        return self.total.missing if self.total else self.whole


def case(
    place: tuple[str, str, str],
    rule: str,
    relation: Relation,
    whole: tuple[str, ...],
    parts: tuple[str, ...],
    figures: Figures,
) -> Case:
    """Return the case of two sums of `figures`, by the names of their terms."""
    amounts = tuple(figures.get(one) for one in parts)
    missing = tuple(one for one in parts if one not in figures)
    ids = tuple(dict.fromkeys((*whole, *parts)))
    return Case(place, rule, relation, ids, total(whole, figures), amounts, whole, missing)


def state(relation: Relation, total: Amount, parts: Amount) -> str:
    """Compare a total with its parts added up, as intervals.

    Parts are never negative: where some are missing, those stated can already exceed the total.

    Parameters
    ----------
    relation : {'equal', 'at_least', 'at_most'}
        Whether the parts make up the total, may exceed it, or may leave some of it open.
    total, parts : Amount
        What is not stated of them stands in ``missing`` and leaves their upper end open.

    Returns
    -------
    {'breach', 'consistent', 'not_assessable'}
        Consistent where the intervals meet; not assessable where values conflict, a figure that
        matters is missing or an open end could hide either outcome.

    Examples
    --------
    >>> state("equal", Amount(120, 120, 120), Amount(130, 130, OPEN, missing=("fax",)))
    'breach'
    >>> state("at_least", Amount(120, 120, 120), Amount(130, 130, 130))
    'consistent'
    >>> state("at_most", Amount(120, 120, 120), Amount(130, 130, 130))
    'breach'
    """
    if total.conflicts or parts.conflicts:
        return "not_assessable"
    short, over = parts.upper < total.lower, parts.lower > total.upper
    if (short and relation != "at_most") or (over and relation != "at_least"):
        return "breach"
    if relation == "at_least" and parts.lower >= total.upper:
        return "consistent"
    missing_or_open = {
        "equal": math.isnan(parts.upper - total.lower) and math.isnan(parts.lower - total.upper),
        "at_least": math.isnan(parts.upper - total.lower),
        "at_most": math.isnan(parts.lower - total.upper),
    }
    complete = not parts.missing and not total.missing
    return "consistent" if complete and not missing_or_open[relation] else "not_assessable"


def compared(case: Case) -> Finding:
    """Return what comparing a total with its parts gives, the arithmetic written out."""
    given, total = [one for one in case.parts if one], case.total
    whole = add(given, case.missing)
    outcome = state(case.relation, total, whole) if total and given else "not_assessable"
    stated_value = total.value if total and total.exact else OPEN
    expected = whole.value if given and whole.exact else OPEN
    report_id, scope, applicant = case.place
    return Finding(
        finding_id=":".join(filter(None, (report_id, case.rule, scope, applicant))),
        report_id=report_id,
        rule=case.rule,
        state=outcome,
        indicators=" ".join(case.indicators),
        applicant=applicant,
        scope=scope,
        stated=stated_value,
        expected=expected,
        difference=round(stated_value - expected, DECIMALS),
        cases=len(given) + len(case.whole) - len(case.unstated),
        ground=_obstacle(case, whole) if outcome == "not_assessable" else "",
        detail=_arithmetic(case, whole, outcome),
        observations=" ".join(dict.fromkeys((*whole.keys, *(total.keys if total else ())))),
    )


def written(one: Amount | None) -> str:
    """Write an amount: ``?`` is a figure not stated, ``~`` one whose words give no bound.

    Examples
    --------
    >>> written(Amount(110000, 110000, 120000)), written(None)
    ('110000..120000', '?')
    """
    if one is None:
        return "?"
    if one.missing:
        return f"{written(replace(one, upper=one.lower, missing=()))} + ?"
    ends = tables.plain(one.lower), tables.plain(one.upper)
    return ends[0] if one.exact else "..".join(ends) if any(ends) else f"~{tables.plain(one.value)}"


def _obstacle(case: Case, whole: Amount) -> str:
    """Say why a case cannot be assessed."""
    conflicts = dict.fromkeys((*(case.total.conflicts if case.total else ()), *whole.conflicts))
    ground = remarked({"missing": (*case.unstated, *case.missing), "conflict": conflicts})
    return ground or remark("open")


def _arithmetic(case: Case, whole: Amount, outcome: str) -> str:
    """Write ``64 + 40 + 16 = 120 = 120``; ``?`` is a figure not stated."""
    exact = case.total and case.total.exact and whole.exact
    sign = SIGNS.get((case.relation, outcome), "vs")
    sign = "≈" if sign == "=" and not exact else sign
    summed = f" = {written(whole)}" if any(case.parts) else ""
    return f"{' + '.join(map(written, case.parts))}{summed} {sign} {written(case.total)}"
