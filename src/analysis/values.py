"""One value per body, year and indicator (取值): what a report states, under one rule.

A value decided by hand comes first, then a table, then prose. Statements of one rank that agree
narrow each other; where they exclude each other, the interval that holds them all stands and no
value. The whole of a report (scope ``all``) is never made of other scopes.
"""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis import tables
from analysis.codebook.forms import asked_in, by_applicant
from analysis.codebook.indicators import indicators
from analysis.codebook.remarks import remark
from analysis.intervals import OPEN, Amount, merge
from analysis.stated import SCOPES, amount, foremost, statements

WHOLE = "all"


def values(observations: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return what each report states for each indicator that its form asks for.

    Parameters
    ----------
    observations, reports : DataFrame
        The tables of these names.

    Returns
    -------
    DataFrame
        The table ``values``. For the whole of a report an indicator of its form that is not stated
        has a row that says so, and of which other scopes it is stated.
    """
    found = statements(observations)
    units = observations[observations["scope"] == "unit"]
    of_units = units.groupby("report_id")["indicator"].agg(set).to_dict()
    rows = []
    for report in tables.reports_only(reports).itertuples():
        ours = {"body": report.body, "year": report.year, "report_id": report.report_id}
        stated = {place[1:]: of for place, of in found.items() if place[0] == report.report_id}
        named = of_units.get(report.report_id, set())
        rows += [ours | row for row in (*_stated(stated), *_silent(stated, report.year, named))]
    return tables.frame("values", rows)


def _stated(stated: Mapping[tuple[str, str], Mapping[str, Sequence]]) -> Iterator[dict]:
    for (scope, applicant), found in stated.items():
        for indicator, rows in found.items():
            yield _place(indicator, scope, applicant) | _value(indicator, rows)


def _value(indicator: str, rows: Sequence) -> dict:
    first = foremost(rows)
    one = merge([*map(amount, first)], indicator)
    status = "conflict" if one.conflicts else "stated" if one.exact else "interval"
    return {
        "value": one.value if status != "conflict" else OPEN,
        "lower": one.lower,
        "upper": one.upper,
        "status": status,
        "source": first[0].source,
        "statements": sum(1 + len(row.also_at.split()) for row in rows),
        "observations": " ".join(one.keys),
        "note": _note(one, rows),
    }


def _note(one: Amount, rows: Sequence) -> str:
    """Say what conflicts, or which statement of a lower rank says otherwise."""
    if one.conflicts:
        return remark("conflict", one.conflicts)
    others = [row for row in rows if amount(row).keys[0] not in one.keys]
    differing = [row for row in others if merge([one, amount(row)], row.indicator).conflicts]
    return remark("differs", [tables.plain(row.value) for row in differing]) if differing else ""


def _silent(
    stated: Mapping[tuple[str, str], Mapping[str, Sequence]], year: int, of_units: set[str]
) -> Iterator[dict]:
    """Yield what the form of the year asks for and the report does not state of the whole."""
    for indicator in sorted(asked_in(year)):
        applicant = "total" if indicator in by_applicant() else ""
        elsewhere = [s for s in SCOPES if indicator in stated.get((s, applicant), {})]
        if WHOLE not in elsewhere:
            elsewhere += ["unit"] if indicator in of_units else []
            note = remark("elsewhere", elsewhere) if elsewhere else ""
            yield _place(indicator, WHOLE, applicant) | {"status": "not_stated", "note": note}


def _place(indicator: str, scope: str, applicant: str) -> dict:
    unit = indicators()[indicator].unit
    return {"indicator": indicator, "scope": scope, "applicant": applicant, "unit": unit}
