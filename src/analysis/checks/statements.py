"""What a report states more than once (同一指标的多处表述): of one scope, of a unit and all."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from analysis import tables
from analysis.checks.comparison import Case, compared, written
from analysis.checks.sums import Stated
from analysis.codebook.identities import Sum, rows, sums_of
from analysis.codebook.remarks import remark
from analysis.intervals import DECIMALS, OPEN, merge
from analysis.records import Finding
from analysis.stated import Figures, amount, joined, terms, total

PLACE = ["report_id", "indicator", "applicant", "scope", "scope_name"]


def conflicts(
    observations: pd.DataFrame, stated: Stated, years: Mapping[str, int]
) -> Iterator[Finding]:
    """Yield, for each indicator stated more than once, whether the values exclude each other.

    Parameters
    ----------
    observations : DataFrame
        The table of that name.
    stated : mapping
        Figures by report, scope and applicant, then by indicator.
    years : mapping of str to int
        The reporting year by report.
    """
    alike = observations.groupby(PLACE[:3], sort=False)
    for key, group in observations.groupby(PLACE, sort=False):
        if len(group) > 1:
            found = _statements(dict(zip(PLACE, key, strict=True)), group.sort_values("start"))
            others = alike.get_group(key[:3]).query("scope != @found.scope and scope != 'unit'")
            figures = stated.get((found.report_id, found.scope, found.applicant), {})
            apart = found.state == "breach" and bool(figures)
            sums = sums_of(years[found.report_id]) if apart else {}
            yield found._replace(
                detail=found.detail + _elsewhere(others),
                ground=_supported(group, figures, sums.values()),
            )


def _supported(group: pd.DataFrame, figures: Figures, sums: Iterable[Sum]) -> str:
    """Say which of several values the parts of the form add up to: 108 or 118 = 15 + 93."""
    values = {amount(row).value for row in group.itertuples()}
    named, merged = (group["indicator"].iloc[0],), joined(figures)
    for one in sums:
        if one.relation == "equal" and rows([one.total]) == named:
            parts = total(terms(one.parts, merged), merged)
            if parts and parts.exact and parts.value in values:
                return remark("parts", [tables.plain(parts.value)])
    return ""


def _elsewhere(others: pd.DataFrame) -> str:
    """Write what is stated of other scopes, beside which statements are read: 34 ≠ 24 (all 40)."""
    told = [
        f"{row.scope} {written(amount(row))}" for row in others.sort_values("start").itertuples()
    ]
    return f" ({', '.join(told)})" if told else ""


def units(observations: pd.DataFrame, stated: Stated) -> Iterator[Finding]:
    """Yield, for each figure of a single unit, whether it is no more than the whole.

    Parameters
    ----------
    observations : DataFrame
        The table of that name.
    stated : mapping
        Figures by report, scope and applicant, then by indicator.
    """
    for row in observations.query("scope == 'unit'").drop_duplicates(PLACE).itertuples():
        whole = stated.get((row.report_id, "all", row.applicant), {}).get(row.indicator)
        if whole:
            ids, rule = (row.indicator,), f"unit.{row.indicator}"
            place = (row.report_id, "unit", row.applicant)
            one = compared(Case(place, rule, "at_most", ids, whole, (amount(row),), ids))
            name = f"{one.finding_id}:{row.scope_name}"
            yield one._replace(finding_id=name, scope_name=row.scope_name)


def _statements(place: dict[str, str], group: pd.DataFrame) -> Finding:
    amounts = [amount(row) for row in group.itertuples()]
    merged = merge(amounts, place["indicator"])
    first = amounts[0]
    farthest = max(amounts, key=lambda one: abs(one.value - first.value))
    breach = bool(merged.conflicts)
    comparable = breach and first.exact and farthest.exact
    indicator, *rest = (place[one] for one in ("indicator", "scope", "scope_name", "applicant"))
    name = ":".join(filter(None, (place["report_id"], "conflict", indicator, *rest)))
    return Finding(
        finding_id=name,
        report_id=place["report_id"],
        rule="conflict",
        state="breach" if breach else "consistent",
        indicators=indicator,
        applicant=place["applicant"],
        scope=place["scope"],
        scope_name=place["scope_name"],
        stated=first.value if comparable else OPEN,
        expected=farthest.value if comparable else OPEN,
        difference=round(first.value - farthest.value, DECIMALS) if comparable else OPEN,
        cases=len(amounts),
        detail=(" ≠ " if breach else " ∩ ").join(map(written, amounts)),
        observations=" ".join(merged.keys),
    )
