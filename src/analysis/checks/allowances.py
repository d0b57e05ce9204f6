"""What explains a difference (容许情形): rounded figures, a part that the form does not have."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping

from analysis import tables
from analysis.codebook.remarks import remark
from analysis.records import Facts, Finding

ADDED_UP = ("sum", "scope", "list", "applicants", "counties")
_NARROW = str.maketrans({"．": ".", "，": None, ",": None})
_UNEQUAL = re.compile("[≠<>]")
_ALIKE = 0.05  # wholes that two rounded shares let expect
_TELLING = 10  # smaller numbers are alike by chance
_LARGE = 1000  # a number printed in 万 is worth so much more than its digits


def allowed(found: Iterable[Finding], facts: Mapping[str, Facts]) -> Iterator[Finding]:
    """Yield the findings, those that something explains as consistent, with what does.

    Parameters
    ----------
    found : iterable of Finding
    facts : mapping of str to Facts
        By report.
    """
    steps = {key: step for report_id in facts for key, step in _steps(report_id, facts[report_id])}
    for one in found:
        if one.state == "breach" and one.rule.partition(".")[0] in ADDED_UP:
            yield _explained(one, steps, facts.get(one.report_id))
        else:
            yield one


def _explained(one: Finding, steps: Mapping[str, float], facts: Facts | None) -> Finding:
    if ground := _ground(one, steps, facts):
        detail = _UNEQUAL.sub("≈", one.detail)
        return one._replace(state="consistent", ground=ground, detail=detail)
    if facts and (beside := next(_beside(one, facts), None)):
        ground = remark("beside", [beside])
        return one._replace(state="not_assessable", ground=ground, difference=math.nan)
    if facts and one.rule != "list" and _makes_up_more(one, facts):
        return one._replace(state="not_assessable", ground=remark("makes_up"), difference=math.nan)
    return one


def _makes_up_more(one: Finding, facts: Facts) -> bool:
    """Tell whether the parts make up another figure, or the total together with others.

    复议158宗,已审结149宗,其中维持117宗,纠错14宗,其他18宗: what is pending has no row in the form.
    """
    starts = {int(key.rpartition(":")[2].split("-")[0]) for key in one.observations.split()}
    lists = [claim for claim in facts.claims if claim.kind == "list"]
    return any(
        len(starts - {part.start for part in claim.terms}) == 1
        and math.isclose(sum(part.value for part in claim.terms), claim.stated.value)
        for claim in lists
    )


def _beside(one: Finding, facts: Facts) -> Iterator[str]:
    """Yield rows that a report counts beside the total and not within it.

    Without the row the parts make up the total, or both are printed as shares of one whole:
    “不予公开”1,503件,占5.4%;“非《条例》所指政府信息”1,713件,占6.1%.
    """
    starts = {int(key.rpartition(":")[2].split("-")[0]) for key in one.observations.split()}
    whole, *parts = one.indicators.split() or [""]
    rows = [r for r in facts.observations if r.start in starts and r.indicator in parts]
    excess = sum(row.value for row in rows) - one.stated
    alike = (row for row in rows if math.isclose(row.value, excess) and excess >= _TELLING)
    yield from (row.indicator for row in alike)
    bases = {
        claim.terms[0].indicator: claim.terms[0].value / claim.stated.value
        for claim in facts.claims
        if claim.kind == "share" and claim.terms[0].start in starts and claim.stated.value
    }
    alike = [part for part in parts if whole in bases and part in bases]
    yield from (p for p in alike if math.isclose(bases[whole], bases[p], rel_tol=_ALIKE))


def _ground(one: Finding, steps: Mapping[str, float], facts: Facts | None) -> str:
    reach = sum(steps.get(key, 0.0) for key in one.observations.split())
    if abs(one.difference) <= reach:
        return remark("rounding")
    if one.difference > 0 and facts and one.difference in set(_others(one, facts)):
        return remark("outside_form", [tables.plain(one.difference)])
    return ""


def _steps(report_id: str, facts: Facts) -> Iterator[tuple[str, float]]:
    """Yield the worth of the last digit of figures printed in 万 or 亿: 100 in 2.14万."""
    printed = {one.start: one.text.translate(_NARROW) for one in facts.numerals}
    for one in facts.observations:
        whole, _, decimals = printed.get(one.start, "").partition(".")
        if whole.isdecimal() and int(whole) and one.value >= _LARGE * float(f"{whole}.{decimals}"):
            times = round(one.value / float(f"{whole}.{decimals}"))
            yield f"{report_id}:{one.start}-{one.end}", times * 10.0 ** -len(decimals)
    for claim in facts.claims:
        for figure in (claim.stated, *claim.terms):
            yield f"{report_id}:{figure.start}-{figure.end}", figure.step


def _others(one: Finding, facts: Facts) -> Iterator[float]:
    """Yield figures beside those of a finding that are of no row of the form, or of one office.

    通过其他形式提交346件,占1.2%: a route that the form does not have. 市政府办公室1745条 beside
    those of the departments and of the levels below.
    """
    spans = [key.rpartition(":")[2].split("-") for key in one.observations.split()]
    first, last = min(int(start) for start, _ in spans), max(int(end) for _, end in spans)
    own = {int(start) for start, _ in spans}
    for row in (row for row in facts.observations if row.start not in own):
        alike = row.scope == "unit" and row.indicator in one.indicators.split()
        if alike and first <= row.start <= last + _NEAR:
            yield row.value
    for claim in facts.claims:
        for figure in claim.terms if claim.kind != "items" else ():
            near = first <= figure.start <= last + _NEAR and figure.start not in own
            if near and not figure.indicator:
                yield figure.value


_NEAR = 60  # characters behind the last of them
