"""One year of a body against the year before (跨年衔接)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from analysis import tables
from analysis.checks.comparison import Case, case, written
from analysis.checks.sums import Stated
from analysis.codebook.checks import checks
from analysis.codebook.identities import OverYears, identities
from analysis.codebook.indicators import indicators
from analysis.codebook.remarks import remark
from analysis.intervals import Amount
from analysis.records import Finding


def before(reports: pd.DataFrame) -> dict[str, str]:
    """Return the report of the year before, by report; none for a body's first.

    Parameters
    ----------
    reports : DataFrame
        The table of that name. Of several texts of one body and year the first is taken.
    """
    known = tables.reports_only(reports).sort_values("report_id").drop_duplicates(["body", "year"])
    ids = {(row.body, row.year): row.report_id for row in known.itertuples()}
    earlier = {one: ids.get((body, year - 1)) for (body, year), one in ids.items()}
    return {one: other for one, other in earlier.items() if other}


def carried(stated: Stated, years: Mapping[str, int], earlier: Mapping[str, str]) -> Iterator[Case]:
    """Yield every identity over years of which both reports state something.

    Parameters
    ----------
    stated : mapping
        Figures by report, scope and applicant, then by indicator.
    years : mapping of str to int
        The reporting year by report.
    earlier : mapping of str to str
        The report of the year before, by report.
    """
    for place, figures in stated.items():
        report_id, year = place[0], years[place[0]]
        other = stated.get((earlier.get(report_id), *place[1:]), {})
        for name, one in identities().over_years.items():
            before = {f"{i}@{year - 1}": other[i] for i in one.earlier if i in other}
            if before and one.holds_in(year) and any(i in figures for i in one.later):
                yield _case(place, name, one, year - 1, {**figures, **before})


def _case(
    place: tuple[str, str, str], name: str, one: OverYears, year: int, figures: dict[str, Amount]
) -> Case:
    earlier = tuple(f"{i}@{year}" for i in one.earlier)
    found = case(place, f"years.{name}", "equal", one.later, (*earlier, *one.added), figures)
    return replace(found, indicators=tuple(dict.fromkeys((*one.later, *one.earlier, *one.added))))


def jumps(
    stated: Stated, years: Mapping[str, int], earlier: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield figures of the whole far from those of the year before; parameters as for `carried`.

    They are not assessable: a campaign and a misprint look alike.
    """
    for place, figures in stated.items():
        report_id, scope, applicant = place
        other = stated.get((earlier.get(report_id), scope, applicant), {})
        if scope == "all" and applicant in ("", "total"):
            for indicator in sorted(figures.keys() & other.keys()):
                pair = figures[indicator], other[indicator]
                same_meaning = indicators()[indicator].comparable_from != years[report_id]
                if same_meaning and _is_jump(*pair):
                    yield _jump(place, indicator, *pair)


def _is_jump(now: Amount, then: Amount) -> bool:
    limit, (less, more) = checks().jump, sorted([now.value, then.value])
    exact = now.exact and then.exact
    return exact and more >= limit.at_least and more >= limit.factor * less


def _jump(place: tuple[str, str, str], indicator: str, now: Amount, then: Amount) -> Finding:
    report_id, scope, applicant = place
    return Finding(
        finding_id=":".join(filter(None, (report_id, f"jump.{indicator}", scope, applicant))),
        report_id=report_id,
        rule=f"jump.{indicator}",
        state="not_assessable",
        indicators=indicator,
        applicant=applicant,
        scope=scope,
        stated=now.value,
        expected=then.value,
        difference=now.value - then.value,
        cases=2,
        ground=remark("jump"),
        detail=f"{written(then)} → {written(now)}",
        observations=" ".join((*now.keys, *then.keys)),
    )
