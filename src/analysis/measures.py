"""Measures (比率): shares and rates of what reports state, with the interval that the words allow.

Numerator and denominator come from the same report and scope. Where something is missing, the
bound that remains is given and no value; where values conflict, the interval holds them all.
"""

import math
from collections.abc import Iterator
from itertools import chain

import pandas as pd

from analysis import tables
from analysis.codebook.checks import checks
from analysis.codebook.indicators import indicators
from analysis.codebook.measures import Denominator, Measure, measure_of_share, measures
from analysis.codebook.remarks import remark, remarked
from analysis.intervals import DECIMALS, OPEN, Amount, add, ratio, share
from analysis.stated import SCOPES, Figures, joined, stated, terms, total


def measure(
    observations: pd.DataFrame, printed_shares: pd.DataFrame, reports: pd.DataFrame
) -> pd.DataFrame:
    """Compute every measure of the codebook for every report that was read.

    Parameters
    ----------
    observations, printed_shares, reports : DataFrame
        The tables of these names.

    Returns
    -------
    DataFrame
        The table ``measures``. Each denominator gives a row of its own. For the whole of a report
        (scope ``all``) a measure of what its form asks for that cannot be computed has one row
        ``not_stated`` that says what is missing; other scopes have rows only where something can
        be computed.
    """
    figures = stated(observations)
    units = observations[observations["scope"] == "unit"].groupby("report_id")["indicator"]
    of_units = units.agg(set).to_dict()
    rows = list(_printed(printed_shares))
    for report in tables.reports_only(reports).itertuples():
        ours = {"body": report.body, "year": report.year, "report_id": report.report_id}
        for scope in SCOPES:
            given = joined(_given(figures, report.report_id, scope))
            found = _computed(given)
            if scope == "all":
                named = of_units.get(report.report_id, set())
                found = chain(found, _absent(given, report.year, named))
            rows += [ours | {"scope": scope} | row for row in found]
    return tables.frame("measures", rows)


def _given(figures: dict, report_id: str, scope: str) -> dict[str, Amount]:
    """Return figures of one scope; of those given by kind of applicant the total."""
    found = (figures.get((report_id, scope, asking), {}) for asking in ("", "total"))
    return {name: one for of in found for name, one in of.items()}


def _computed(given: Figures) -> Iterator[dict]:
    for name, definition in measures().items():
        for denominator in _applicable(definition, given):
            row = _quotient(definition, denominator, given)
            if row:
                yield {"measure": name, "unit": definition.unit} | row


def _absent(given: Figures, year: int, of_units: set[str]) -> Iterator[dict]:
    """Yield a row for every measure that cannot be computed, saying what is missing.

    What the form of the year does not ask for is not missing.
    """
    for name, definition in measures().items():
        applicable = [
            one for one in _applicable(definition, given) if one in definition.asked(year)
        ]
        if applicable and not any(_quotient(definition, one, given) for one in applicable):
            row = _not_stated(definition, applicable[0], given, of_units)
            yield {"measure": name, "unit": definition.unit} | row


def _applicable(definition: Measure, given: Figures) -> list[Denominator]:
    return [one for one in definition.denominators if one.unless not in given]


def _quotient(definition: Measure, denominator: Denominator, given: Figures) -> dict | None:
    """Divide, or return None where numerator or denominator leaves nothing to say."""
    top, bottom = terms(definition.numerator, given), terms(denominator.ids, given)
    inside = set(top) <= set(bottom)
    part = total(top, given)
    other = total([one for one in bottom if one not in top] if inside else bottom, given)
    if not part or not other:
        return None
    whole = add([part, other]) if inside else other
    ends = share(part, other) if inside else ratio(part, other)
    value, lower, upper = (round(end * definition.factor, DECIMALS) for end in ends)
    missing = (*part.missing, *other.missing)
    nothing = math.isnan(lower) and math.isnan(upper)
    if whole.upper == 0 or (nothing and missing):
        return None
    conflicts = dict.fromkeys((*part.conflicts, *other.conflicts))
    remarks = [
        remarked({"missing": missing, "conflict": conflicts}),
        remark("open") if nothing else "",
    ]
    return _named(top, bottom, denominator, part, whole) | {
        "value": value,
        "lower": lower,
        "upper": upper,
        "status": "bounds" if math.isnan(value) else "computed",
        "note": "; ".join(filter(None, remarks)),
    }


def _not_stated(
    definition: Measure, denominator: Denominator, given: Figures, of_units: set[str]
) -> dict:
    top, bottom = terms(definition.numerator, given), terms(denominator.ids, given)
    part, whole = total(top, given), total(bottom, given)
    missing = [one for one in dict.fromkeys((*top, *bottom)) if one not in given]
    conflicts = whole.conflicts if whole else ()
    remarks = [
        remarked(
            {
                "missing": missing,
                "unit_only": [one for one in missing if one in of_units],
                "conflict": conflicts,
            }
        ),
        remark("zero") if whole and whole.upper == 0 else "",
    ]
    return _named(top, bottom, denominator, part, whole) | {
        "status": "not_stated",
        "note": "; ".join(filter(None, remarks)),
    }


def _named(
    top: tuple[str, ...],
    bottom: tuple[str, ...],
    denominator: Denominator,
    part: Amount | None,
    whole: Amount | None,
) -> dict:
    """Return the columns that say what was divided by what."""
    keys = dict.fromkeys(key for one in (part, whole) if one for key in one.keys)
    ids = {*top, *bottom}
    missing = ids - {*_stated(top, part), *_stated(bottom, whole)}
    return {
        "coverage": round(1 - len(missing) / len(ids), DECIMALS),
        "small": "small" if whole and 0 < whole.value < checks().small else "",
        "comparable_from": max(indicators()[one].comparable_from or 0 for one in ids) or None,
        "numerator": " ".join(top),
        "denominator": " ".join(bottom),
        "denominator_kind": denominator.kind,
        "n": whole.value if whole else OPEN,
        "observations": " ".join(keys),
    }


def _stated(ids: tuple[str, ...], amount: Amount | None) -> set[str]:
    return set(ids) - set(amount.missing) if amount else set()


def _printed(printed_shares: pd.DataFrame) -> Iterator[dict]:
    """Yield the shares that reports print, as they stand; their base is the report's own."""
    of_share = measure_of_share()
    for row in printed_shares[printed_shares["scope"] != "unit"].itertuples():
        if row.indicator in of_share:
            yield {
                "body": row.body,
                "year": row.year,
                "report_id": row.report_id,
                "scope": row.scope,
                "measure": of_share[row.indicator],
                "value": row.value,
                "lower": row.lower,
                "upper": row.upper,
                "unit": row.unit,
                "numerator": row.indicator,
                "status": "as_printed",
                "observations": f"{row.report_id}:{row.start}-{row.end}",
            }
