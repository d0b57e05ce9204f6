"""Checks (核对): what a report says against itself.

Each result is a row that says what was expected, what was found and how many values were
examined. Nothing is dropped or mended for a breach, and a missing part is never a zero.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import pandas as pd

from analysis import tables
from analysis.codebook.identities import identities, rows, sums_of
from analysis.codebook.remarks import remark, remarked
from analysis.intervals import DECIMALS, OPEN, Amount, add, merge
from analysis.records import Doubt, Facts, Refusal
from analysis.stated import Figures, amount, joined, stated, terms, total

SIGNS = {
    ("equal", "consistent"): "=",
    ("equal", "breach"): "≠",
    ("at_least", "consistent"): "≥",
    ("at_least", "breach"): "<",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A total and its parts, as one report states them.

    Attributes
    ----------
    place : tuple of str
        report_id, scope and applicant.
    rule, relation : str
        Name of the rule, and whether the parts have to be ``equal`` or ``at_least`` the total.
    indicators : tuple of str
        Ids involved, the total first.
    total : Amount or None
        None where it is not stated.
    parts : tuple of (Amount or None)
        In the order of the form.
    whole, missing : tuple of str
        Ids that the total is stated for, and ids of the parts that are None.
    """

    place: tuple[str, str, str]
    rule: str
    relation: str
    indicators: tuple[str, ...]
    total: Amount | None
    parts: tuple[Amount | None, ...]
    whole: tuple[str, ...]
    missing: tuple[str, ...] = ()

    @property
    def unstated(self) -> tuple[str, ...]:
        """Ids of the total that are not stated."""
        return self.total.missing if self.total else self.whole


def findings(
    observations: pd.DataFrame,
    reports: pd.DataFrame,
    facts: Mapping[str, Facts] = MappingProxyType({}),
) -> pd.DataFrame:
    """Check every report against itself.

    Parameters
    ----------
    observations, reports : DataFrame
        The tables of these names.
    facts : mapping of str to Facts
        What was read out of each report, for what its tables left open.

    Returns
    -------
    DataFrame
        The table ``findings``: conflicts, sums of the form, parts of a whole by scope, and
        several reports for one body and year. No row for a rule about which a report is silent.
    """
    years = tables.reports_only(reports).set_index("report_id")["year"].to_dict()
    figures = {place: found for place, found in stated(observations).items() if place[0] in years}
    cases = [*_scopes(figures)]
    for place, found in figures.items():
        cases += [*_sums(place, years[place[0]], found), *_joint(place, found)]
    rows = [*map(_finding, cases), *_conflicts(observations), *_repeated(years), *_left_open(facts)]
    return tables.frame("findings", rows)


def state(relation: str, total: Amount, parts: Amount) -> str:
    """Compare a total with its parts added up, as intervals.

    Parts are never negative: where some are missing, those stated can already exceed the total.

    Parameters
    ----------
    relation : {'equal', 'at_least'}
        Whether the parts make up the total, or may exceed it.
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
    """
    short, over = parts.upper < total.lower, parts.lower > total.upper
    if total.conflicts or parts.conflicts:
        return "not_assessable"
    if short or (over and relation == "equal"):
        return "breach"
    if relation == "at_least" and parts.lower >= total.upper:
        return "consistent"
    reach = parts.upper - total.lower
    comparable = not math.isnan(reach) or not math.isnan(parts.lower - total.upper)
    enough = comparable if relation == "equal" else not math.isnan(reach)
    complete = not parts.missing and not total.missing
    return "consistent" if enough and complete else "not_assessable"


def _sums(place: tuple[str, str, str], year: int, figures: Figures) -> Iterator[Case]:
    """Yield the sums of the form of which anything is stated."""
    merged = joined(figures)
    for name, one in sums_of(year).items():
        whole, parts = rows([one.total]), terms(one.parts, merged)
        if any(term in merged for term in (*whole, *parts)):
            yield _case(place, f"sum.{name}", one.relation, whole, parts, merged)


def _joint(place: tuple[str, str, str], figures: Figures) -> Iterator[Case]:
    """Yield each joint figure that is stated beside all of its members."""
    for name, members in identities().joint.items():
        if all(term in figures for term in (name, *members)):
            yield _case(place, f"sum.{name}", "equal", (name,), members, figures)


def _case(
    place: tuple[str, str, str],
    rule: str,
    relation: str,
    whole: tuple[str, ...],
    parts: tuple[str, ...],
    figures: Figures,
) -> Case:
    amounts = tuple(figures.get(one) for one in parts)
    missing = tuple(one for one in parts if one not in figures)
    ids = (*whole, *parts)
    return Case(place, rule, relation, ids, total(whole, figures), amounts, whole, missing)


def _scopes(figures: Mapping[tuple[str, str, str], Figures]) -> Iterator[Case]:
    """Yield figures of the whole that are stated for the body's own level and those below too."""
    for place, found in figures.items():
        report_id, scope, applicant = place
        levels = [figures.get((report_id, one, applicant), {}) for one in ("municipal", "county")]
        for indicator, whole in found.items():
            if scope == "all" and all(indicator in level for level in levels):
                parts, ids = tuple(level[indicator] for level in levels), (indicator,)
                yield Case(place, f"scope.{indicator}", "equal", ids, whole, parts, ids)


def _finding(case: Case) -> dict:
    given, total = [one for one in case.parts if one], case.total
    whole = add(given, case.missing)
    outcome = state(case.relation, total, whole) if total and given else "not_assessable"
    stated_value = total.value if total and total.exact else OPEN
    expected = whole.value if given and whole.exact else OPEN
    report_id, scope, applicant = case.place
    return {
        "finding_id": ":".join(filter(None, (report_id, case.rule, scope, applicant))),
        "report_id": report_id,
        "rule": case.rule,
        "state": outcome,
        "indicators": " ".join(case.indicators),
        "applicant": applicant,
        "scope": scope,
        "stated": stated_value,
        "expected": expected,
        "difference": round(stated_value - expected, DECIMALS),
        "cases": len(given) + len(case.whole) - len(case.unstated),
        "likely_cause": "undecided" if outcome == "breach" else "",
        "ground": _obstacle(case, whole) if outcome == "not_assessable" else "",
        "detail": _arithmetic(case, whole, outcome),
        "observations": " ".join(dict.fromkeys((*whole.keys, *(total.keys if total else ())))),
    }


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
    summed = f" = {_written(whole)}" if any(case.parts) else ""
    return f"{' + '.join(map(_written, case.parts))}{summed} {sign} {_written(case.total)}"


def _written(one: Amount | None) -> str:
    if one is None:
        return "?"
    if one.missing:
        return f"{_written(replace(one, upper=one.lower, missing=()))} + ?"
    ends = tables.plain(one.lower), tables.plain(one.upper)
    return ends[0] if one.exact else "..".join(ends) if any(ends) else f"~{tables.plain(one.value)}"


def _conflicts(observations: pd.DataFrame) -> Iterator[dict]:
    """Yield, for each indicator stated more than once, whether the values exclude each other."""
    place = ["report_id", "indicator", "applicant", "scope", "scope_name"]
    for key, group in observations.groupby(place, sort=False):
        if len(group) > 1:
            yield _statements(dict(zip(place, key, strict=True)), group.sort_values("start"))


def _statements(place: dict[str, str], group: pd.DataFrame) -> dict:
    amounts = [amount(row) for row in group.itertuples()]
    merged = merge(amounts, place["indicator"])
    first = amounts[0]
    farthest = max(amounts, key=lambda one: abs(one.value - first.value))
    breach = bool(merged.conflicts)
    comparable = breach and first.exact and farthest.exact
    indicator, *rest = (place[one] for one in ("indicator", "scope", "scope_name", "applicant"))
    name = ":".join(filter(None, (place["report_id"], "conflict", indicator, *rest)))
    return {
        "finding_id": name,
        "report_id": place["report_id"],
        "rule": "conflict",
        "state": "breach" if breach else "consistent",
        "indicators": indicator,
        "applicant": place["applicant"],
        "scope": place["scope"],
        "stated": first.value if comparable else OPEN,
        "expected": farthest.value if comparable else OPEN,
        "difference": round(first.value - farthest.value, DECIMALS) if comparable else OPEN,
        "cases": len(amounts),
        "likely_cause": "undecided" if breach else "",
        "detail": (" ≠ " if breach else " ∩ ").join(map(_written, amounts)),
        "scope_name": place["scope_name"],
        "observations": " ".join(merged.keys),
    }


def _repeated(years: dict[str, int]) -> Iterator[dict]:
    """Yield a breach for each further report of one body and year."""
    for report_id in years:
        first, _, number = report_id.rpartition("-")
        if first in years and number.isdigit():
            yield {
                "finding_id": f"{report_id}:duplicate_report",
                "report_id": report_id,
                "rule": "duplicate_report",
                "state": "breach",
                "cases": 2,
                "likely_cause": "undecided",
                "ground": remark("same_year", [first]),
                "detail": f"{first} {report_id}",
            }


def _left_open(facts: Mapping[str, Facts]) -> Iterator[dict]:
    """Yield a breach for each table that could not be read, or that two readers read otherwise."""
    for report_id, found in facts.items():
        for one in found.refusals:
            yield _of_table(report_id, "form_refused", one, one.labels, f"{one.form}: ")
        for one in found.doubts:
            yield _of_table(report_id, "reader_disagreement", one, one.numerals, "")


def _of_table(
    report_id: str, rule: str, table: Refusal | Doubt, words: tuple[str, ...], about: str
) -> dict:
    return {
        "finding_id": f"{report_id}:{rule}:{table.start}",
        "report_id": report_id,
        "rule": rule,
        "state": "breach",
        "cases": len(words),
        "likely_cause": "reading" if rule == "reader_disagreement" else "undecided",
        "ground": remark(rule),
        "detail": about + "、".join(words),
        "observations": f"{report_id}:{table.start}-{table.end}",
    }
