"""A body against those of the level below (上下级报告)."""

from collections.abc import Iterator

import pandas as pd

from analysis import tables
from analysis.checks.comparison import Case
from analysis.checks.sums import Stated
from analysis.codebook.divisions import divisions

ABOVE = ("province", "prefecture")


def below(stated: Stated, reports: pd.DataFrame) -> Iterator[Case]:
    """Yield what a report says of the level below against the reports of that level.

    Development zones are no divisions and count in the report above: the parts may leave some of
    it open. A place without a report is named as missing.

    Parameters
    ----------
    stated : mapping
        Figures by report, scope and applicant, then by indicator.
    reports : DataFrame
        The table of that name.
    """
    known = tables.reports_only(reports).sort_values("report_id").drop_duplicates(["body", "year"])
    ids = {(row.adcode, row.year): row.report_id for row in known.itertuples() if row.adcode}
    for row in known[known["level"].isin(ABOVE)].itertuples():
        inside = divisions().below(row.body, row.province, row.year)
        theirs = {place.name: ids.get((place.adcode, row.year)) for place in inside}
        yield from _of_one(row.report_id, theirs, stated)


def _of_one(report_id: str, theirs: dict[str, str | None], stated: Stated) -> Iterator[Case]:
    place = (report_id, "county", "")
    columns = {name: stated.get((one, "all", ""), {}) for name, one in theirs.items()}
    for indicator, whole in stated.get(place, {}).items():
        parts = tuple(column.get(indicator) for column in columns.values())
        if any(parts):
            missing = tuple(name for name, part in zip(columns, parts, strict=True) if not part)
            ids, rule = (indicator,), f"counties.{indicator}"
            yield Case(place, rule, "at_most", ids, whole, parts, ids, missing)
