"""Checks (核对): what reports say against themselves, the year before and the level below.

Each result is a row that says what was expected, what was found and how many values were
examined. Nothing is dropped or mended for a breach, and a missing part is never a zero.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import pandas as pd

from analysis import tables
from analysis.checks.allowances import allowed
from analysis.checks.causes import with_causes
from analysis.checks.claims import claimed
from analysis.checks.comparison import compared
from analysis.checks.statements import conflicts, units
from analysis.checks.structure import later, left_open, outlines, periods, pictured, repeated
from analysis.checks.sums import sums
from analysis.checks.territory import below
from analysis.checks.years import before, carried, jumps
from analysis.records import Facts, Finding
from analysis.stated import stated


def findings(
    observations: pd.DataFrame,
    reports: pd.DataFrame,
    facts: Mapping[str, Facts] = MappingProxyType({}),
) -> pd.DataFrame:
    """Check every report against itself, the body's report of the year before and those below.

    Parameters
    ----------
    observations, reports : DataFrame
        The tables of these names.
    facts : mapping of str to Facts
        What was read out of each report, for what its tables do not hold.

    Returns
    -------
    DataFrame
        The table ``findings``. No row for a rule about which a report is silent.
    """
    years = tables.reports_only(reports).set_index("report_id")["year"].to_dict()
    figures = {place: found for place, found in stated(observations).items() if place[0] in years}
    earlier = before(reports)
    cases = [
        *sums(figures, years), *carried(figures, years, earlier), *below(figures, reports),
    ]  # fmt: skip
    found = [
        *map(compared, cases),
        *conflicts(observations, figures, years),
        *units(observations, figures),
        *claimed(facts, figures, earlier),
        *jumps(figures, years, earlier),
        *repeated(years),
        *periods(years, facts),
        *later(facts),
        *outlines(facts),
        *left_open(facts),
        *pictured(facts),
    ]
    judged = with_causes(_once(allowed(found, facts)), observations)
    return tables.frame("findings", (one._asdict() for one in judged))


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings without lists of figures that a sum finds to disagree already."""
    found = list(found)
    breaches = [one for one in found if one.state == "breach"]
    sums = {_figures(one) for one in breaches if one.rule.startswith(("sum.", "scope."))}
    for one in found:
        if not (one.rule == "list" and one.state == "breach" and _figures(one) in sums):
            yield one


def _figures(one: Finding) -> frozenset[str]:
    return frozenset(one.observations.split())
