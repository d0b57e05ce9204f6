"""Parts against their whole (总分关系), and items against how many were announced."""

from collections.abc import Iterator
from itertools import takewhile

from analysis import tables
from analysis.checks.causes import is_slip
from analysis.checks.claims.outcome import amount_of, finding
from analysis.checks.comparison import SIGNS, Relation, state, written
from analysis.codebook.identities import identities
from analysis.codebook.quantities import quantities
from analysis.codebook.remarks import remark
from analysis.intervals import OPEN, Amount, add
from analysis.records import Claim, Figure, Finding

_APART, _TELLING = 0.3, 100  # how far off a slip may be, and from which figure on it tells
_DIGITS = 3  # of a figure that a slip may be seen in, where words relate it to the others


def divided(report_id: str, one: Claim) -> Iterator[Finding]:
    """Check parts against their whole; those of several divisions are not added up.

    Of figures that no word relates, only a slip of the pen is a breach.
    """
    whole = amount_of(report_id, one.stated)
    chosen, relation = _chosen(one, [amount_of(report_id, part) for part in one.terms], whole)
    summed = add(chosen)
    outcome = state(relation, whole, summed)
    if one.relation == "near" and relation != "equal":
        return
    sign = SIGNS.get((relation, outcome), "vs")
    yield finding(
        report_id, one, outcome,
        expected=summed.value if summed.exact else OPEN,
        ground=remark("open") if outcome == "not_assessable" else "",
        detail=f"{' + '.join(map(written, chosen))} = {written(summed)} {sign} {written(whole)}",
    )  # fmt: skip


def _chosen(one: Claim, parts: list[Amount], whole: Amount) -> tuple[list[Amount], Relation]:
    """Return the parts to be added up: those that make up the whole, the first, or all.

    Parts that divide the whole in several ways are not added up: 其中区政府6件,维持16件,纠错3件;
    nor is what exceeds it behind the first: 解读58篇,其中图解17篇,转载312篇.
    Parts that differ from the whole as by a slip of the pen were meant to make it up.
    """
    for run in _runs(parts):
        aside = [figure for figure, part in zip(one.terms, parts, strict=True) if part not in run]
        if state("equal", whole, add(run)) == "consistent" and _may_be_left(one, aside):
            return run, "equal"
    steps = {figure.step for figure in (one.stated, *one.terms)}
    unit = steps.pop() or float(quantities().worth.get(one.stated.unit, 1))
    slip = not steps and len(parts) > 1 and _is_slip(whole, add(parts), unit)
    if one.relation == "near":
        meant = slip and is_slip(whole.value, add(parts).value, _DIGITS)
        return parts, "equal" if meant else "at_most"
    if slip or one.relation in ("equal", "at_least") or _is_complete(one):
        return parts, one.relation if one.relation == "at_least" else "equal"
    within = list(takewhile(lambda part: state("at_most", whole, part) != "breach", parts))
    if len(within) < len(parts) or not _may_divide(one):
        return within[:1] or parts[:1], "at_most"
    return parts, "at_most"


def _may_be_left(one: Claim, aside: list[Figure]) -> bool:
    """Tell whether figures may stand aside of the parts that make up a whole.

    诉讼19件,其中以市政府为被告的6件,驳回16件,纠错1件,其他情形2件: the six are none of the results.
    """
    return one.relation != "equal" or all(f.indicator in ("", one.stated.indicator) for f in aside)


def _is_slip(whole: Amount, summed: Amount, unit: float = 1) -> bool:
    """Tell whether a sum is off as a slip of the pen in it or in one of its parts makes it.

    One digit more or less in a part makes the sum 7392 from 7402. In units of the last digit.
    """
    stated, expected = round(whole.value / unit), round(summed.value / unit)
    apart = str(abs(stated - expected)).rstrip("0")
    small = abs(stated - expected) < _APART * stated
    one_digit = len(apart) == 1 and small and min(stated, expected) >= _TELLING
    return one_digit or is_slip(stated, expected, _DIGITS)


def _may_divide(one: Claim) -> bool:
    """Tell whether parts divide their whole in one way, as far as can be known."""
    divisions = _divisions(one)
    return one.relation == "at_most" or (len(divisions) == 1 and "" not in divisions)


def _is_complete(one: Claim) -> bool:
    """Tell whether the parts are all that the form divides the whole into."""
    total, parts = one.stated.indicator, {part.indicator for part in one.terms}
    divided = (s for s in identities().sums.values() if s.relation == "equal" and s.total == total)
    return any(set(s.parts) == parts for s in divided)


def _runs(parts: list[Amount]) -> Iterator[list[Amount]]:
    """Yield the neighbours that may make up a whole, the longest first, two at least."""
    for length in range(len(parts), 1, -1):
        for first in range(len(parts) - length + 1):
            yield parts[first : first + length]


def _divisions(one: Claim) -> set[str]:
    """Return what divides the whole: levels, a sum of the form, or something unknown (empty)."""
    return {_division(one.stated.indicator, part.indicator) for part in one.terms}


def _division(whole: str, part: str) -> str:
    if not part or part == whole:
        return part
    sums = identities().sums.items()
    return next((name for name, s in sums if s.total == whole and part in s.parts), "other")


def items(report_id: str, one: Claim) -> Finding:
    """Check how many items are announced against those that are named."""
    named = len(one.terms)
    right = one.stated.value == named
    return finding(
        report_id, one, "consistent" if right else "breach", expected=named,
        detail=f"{tables.plain(one.stated.value)} {'=' if right else '≠'} {named}",
    )  # fmt: skip
