"""What a report says of its own figures (算术陈述): printed shares, growth, parts of a whole."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from analysis import tables
from analysis.checks.causes import is_slip
from analysis.checks.comparison import SIGNS, Relation, state, written
from analysis.checks.sums import Stated
from analysis.codebook.claims import claims
from analysis.codebook.identities import identities
from analysis.codebook.measures import measure_of_share, measures
from analysis.codebook.quantities import quantities
from analysis.codebook.remarks import remark
from analysis.intervals import DECIMALS, OPEN, Amount, add, ratio
from analysis.records import Claim, Facts, Figure, Finding
from analysis.stated import joined, terms, total

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
_APART, _TELLING = 0.3, 100  # how far off a slip may be, and from which figure on it tells
_ROW = 3  # shares that tell together what they are of
_DIGITS = 3  # of a figure that a slip may be seen in, where words relate it to the others
HUNDRED = Amount(100.0, 100.0, 100.0, ())
SHOWN = 4  # decimals of a quotient in the arithmetic written out


def claimed(
    facts: Mapping[str, Facts], stated: Stated, earlier: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield what checking each claim gives; nothing where a claim is about nothing comparable.

    Parameters
    ----------
    facts : mapping of str to Facts
        By report.
    stated : mapping
        Figures by report, scope and applicant, then by indicator.
    earlier : mapping of str to str
        The report of the year before, by report.
    """
    for report_id, found in facts.items():
        yield from _told_apart(_claimed(report_id, found, stated, earlier))


def _told_apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, those of one whole that is divided in several ways with ids of their own."""
    seen: dict[str, int] = {}
    for one in found:
        seen[one.finding_id] = times = seen.get(one.finding_id, 0) + 1
        yield one._replace(finding_id=f"{one.finding_id}:{times}") if times > 1 else one


def _claimed(
    report_id: str, found: Facts, stated: Stated, earlier: Mapping[str, str]
) -> Iterator[Finding]:
    shares = [one for one in found.claims if one.kind == "share"]
    yield from _shares(report_id, shares, stated)
    for one in found.claims:
        if one.kind == "growth":
            yield from _growth(report_id, one, stated, earlier.get(report_id))
        elif one.kind == "list":
            yield from _list(report_id, one)
        elif one.kind == "items":
            yield _items(report_id, one)
        elif one.kind == "rest":
            yield from _rest(report_id, one, stated)
        elif one.kind == "again":
            yield from _again(report_id, one, stated)


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


_EXACT = 1e-6


def _ends(figure: Figure) -> tuple[float, float]:
    least = -math.inf if figure.lower is None else figure.lower
    return least, math.inf if figure.upper is None else figure.upper


# Shares -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Base:
    """A whole that a share may be of, and the share that results, in percent."""

    amount: Amount
    indicators: tuple[str, ...]
    quotient: tuple[float, float, float]


def _shares(report_id: str, shares: list[Claim], stated: Stated) -> Iterator[Finding]:
    """Check the shares of a report; one that fits nothing is measured by the whole of its kin."""
    bases = {one: list(_bases(report_id, one, stated)) for one in shares}
    for row in _rows(shares):
        for total_of, whole in _totals(report_id, stated):
            found = {one: _base(_part(report_id, one), whole, (total_of,)) for one in row}
            if sum(_fitting(one, [base]) is None for one, base in found.items()) <= 1:
                for one, base in found.items():
                    bases[one].append(base)
    fitting = {one: base for one in shares if (base := _fitting(one, bases[one]))}
    for one in shares:
        kin = [fitting[o].amount for o in fitting if o.evidence == one.evidence]
        yield _share(report_id, one, bases[one], fitting.get(one), kin)


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
        yield _base(part, _amount(report_id, whole), (whole.indicator,))
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
    return add([_amount(report_id, figure) for figure in one.terms])


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
    return _finding(
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
    part = " + ".join(written(_amount(report_id, figure)) for figure in one.terms)
    part = f"({part})" if len(one.terms) > 1 else part
    sign = {"consistent": "≈", "breach": "≠"}.get(outcome, "vs")
    stated = f"{sign} {written(_amount(report_id, one.stated))} %"
    if not base:
        return f"{part} / ? {stated}"
    return f"{part} / {written(base.amount)} = {_shown(base.quotient)} % {stated}"


def _shown(quotient: tuple[float, float, float]) -> str:
    ends = [tables.plain(round(end, SHOWN)) for end in quotient]
    return ends[0] or "..".join(ends[1:])


# Growth -------------------------------------------------------------------------------------------


def _growth(report_id: str, one: Claim, stated: Stated, before: str | None) -> Iterator[Finding]:
    now = one.terms[0]
    then = [_amount(report_id, figure) for figure in one.terms[1:]]
    if one.relation == "of_difference":
        then = [_less(_amount(report_id, now), then[0], one.sign)]
    if not then and now.indicator and now.scope != "unit":
        found = stated.get((before, now.scope, ""), {}).get(now.indicator)
        then = [found] if found and not found.conflicts else []
    if not (then or now.indicator):
        return
    figure = _amount(report_id, now)
    if one.relation == "direction":
        yield _turn(report_id, one, figure, then[0])
        return
    quotient = _grown(one, figure, then[0]) if then else (OPEN, OPEN, OPEN)
    if any(map(math.isnan, quotient[1:])):
        outcome = "not_assessable"
    else:
        outcome = "consistent" if fits(one.stated, quotient[1:]) else "breach"
    ground = "" if outcome != "not_assessable" else remark("open" if then else "no_earlier")
    yield _finding(
        report_id, one, outcome, expected=quotient[0], ground=ground,
        detail=_difference(report_id, one, figure, then, quotient, outcome),
        keys=then[0].keys if then else (),
    )  # fmt: skip


def _turn(report_id: str, one: Claim, now: Amount, then: Amount) -> Finding:
    """Check the direction in which a figure is said to have become another."""
    before, after = (then, now) if one.sign > 0 else (now, then)
    outcome = state("at_most", after, before)  # the smaller one is no more than the greater
    sign = TURNS.get((outcome, one.sign), "vs")
    return _finding(
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
    stated = f"{down}{written(_amount(report_id, one.stated))}{unit}"
    earlier = written(then[0]) if then else "?"
    return f"{earlier} → {written(now)}: {down}{_shown(quotient) or '?'}{unit} {sign} {stated}"


# Lists --------------------------------------------------------------------------------------------


def _list(report_id: str, one: Claim) -> Iterator[Finding]:
    """Check parts against their whole; those of several divisions are not added up.

    Of figures that no word relates, only a slip of the pen is a breach.
    """
    whole = _amount(report_id, one.stated)
    chosen, relation = _chosen(one, [_amount(report_id, part) for part in one.terms], whole)
    summed = add(chosen)
    outcome = state(relation, whole, summed)
    if one.relation == "near" and relation != "equal":
        return
    sign = SIGNS.get((relation, outcome), "vs")
    yield _finding(
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


def _items(report_id: str, one: Claim) -> Finding:
    """Check how many items are announced against those that are named."""
    named = len(one.terms)
    right = one.stated.value == named
    return _finding(
        report_id, one, "consistent" if right else "breach", expected=named,
        detail=f"{tables.plain(one.stated.value)} {'=' if right else '≠'} {named}",
    )  # fmt: skip


# Rests --------------------------------------------------------------------------------------------


def _rest(report_id: str, one: Claim, stated: Stated) -> Iterator[Finding]:
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
    found = _finding(
        report_id, one, "consistent" if fitting else "breach",
        expected=round(sum(ends) / 2, SHOWN), keys=whole.keys,
        detail=f"{_told_left(report_id, one, whole)} = {_shown((OPEN, *ends))} % "
        f"{'≈' if fitting else '≠'} {written(_amount(report_id, one.stated))} %",
    )  # fmt: skip
    yield found._replace(rule="share")


def _told_left(report_id: str, one: Claim, whole: Amount) -> str:
    """Write ``100 % − 58.3 % − 4410 / 47095``."""
    parts = ((written(_amount(report_id, figure)), figure.unit) for figure in one.terms)
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
        amount = _amount(report_id, figure)
        return amount.lower - figure.step / 2, amount.upper + figure.step
    _, lower, upper = ratio(_amount(report_id, figure), whole)
    return 100 * lower, 100 * upper


# Told again ---------------------------------------------------------------------------------------


def _again(report_id: str, one: Claim, stated: Stated) -> Iterator[Finding]:
    """Check a figure that plans or problems go back to against the one stated in its place."""
    figures = stated.get((report_id, one.stated.scope, ""), {})
    first, again = figures.get(one.stated.indicator), _amount(report_id, one.stated)
    if first is None or first.conflicts or not _is_near(first, again):
        return
    rounded = abs(first.value - again.value) <= one.stated.step  # 23816条 and 2.38万条
    outcome = "consistent" if rounded else state("equal", first, again)
    sign = {"breach": "≠", "consistent": "∩"}.get(outcome, "vs")
    found = _finding(
        report_id, one, outcome, expected=first.value if first.exact else OPEN,
        detail=f"{written(first)} {sign} {written(again)}", keys=first.keys,
    )  # fmt: skip
    yield found._replace(
        rule="conflict", finding_id=found.finding_id.replace(":again:", ":conflict:")
    )


def _is_near(first: Amount, again: Amount) -> bool:
    """Tell whether a figure may be meant for another one; a part that nobody names is far off."""
    return first.value < 2 * again.value and again.value < 2 * first.value


# All of them --------------------------------------------------------------------------------------


def _finding(
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


def _amount(report_id: str, figure: Figure) -> Amount:
    lower = OPEN if figure.lower is None else figure.lower
    upper = OPEN if figure.upper is None else figure.upper
    return Amount(figure.value, lower, upper, (_key(report_id, figure),))


def _key(report_id: str, figure: Figure) -> str:
    return f"{report_id}:{figure.start}-{figure.end}"
