"""Settled figures (已定数值): those of a report whose files and corrections are what they were.

They move only when the program or the codebook reads them otherwise, which somebody has to accept.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.dataset import earlier, load
from analysis.errors import TableError

Tables = Mapping[str, pd.DataFrame]

AMOUNT = ("value", "lower", "upper", "unit")
WHOSE = {
    "observations": ("report_id", "indicator", "applicant", "scope", "scope_name"),
    "values": ("report_id", "indicator", "applicant", "scope"),
    "measures": ("report_id", "measure", "scope"),
}
NOTHING = "nothing"


class Moved(NamedTuple):
    """A figure that is another than it was.

    Attributes
    ----------
    table : str
        ``observations``, ``values`` or ``measures``.
    whose : str
        Report, indicator or measure, applicant and scope.
    before, after : str
        The amounts stated, ``nothing`` where there are none.
    """

    table: str
    whose: str
    before: str
    after: str

    def __str__(self) -> str:
        """Return it as one line."""
        return f"{self.table}: {self.whose}: {self.before} → {self.after}"


def moved(before: Tables, after: Tables) -> list[Moved]:
    """Return the figures that differ in reports whose files and corrections do not.

    A measure that is new in the codebook gives figures that nobody had: none of them has moved.

    Parameters
    ----------
    before, after : mapping of str to DataFrame
        Tables as printed (`dataset.load`), by name.
    """
    grounds = _grounds(before), _grounds(after)
    settled = {one for one, ground in grounds[0].items() if grounds[1].get(one) == ground}
    return [
        one
        for table in WHOSE
        if table in before and table in after
        for one in _moved(table, before[table], _not_new(before[table], after[table]), settled)
    ]


def _not_new(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Leave out measures without any row before: each has one where it cannot be computed, too."""
    return after[after["measure"].isin(before["measure"])] if "measure" in after else after


def since_accepted(folder: Path, before: Tables, after: Tables) -> list[Moved]:
    """Return what moved since the tables of `folder` were committed: that is how it is accepted.

    A report that no commit has is compared with `before`, the tables that stood.
    """
    accepted = _committed(folder)
    known = set(_grounds(accepted))
    others = {
        name: table[~table["report_id"].isin(known)]
        for name, table in before.items()
        if "report_id" in table
    }
    return [*moved(accepted, after), *moved(others, after)]


def _committed(folder: Path) -> Tables:
    try:
        with earlier(folder, "HEAD") as held:
            return load(held)
    except TableError:  # no git, or no commit with these tables
        return {}


def _grounds(tables: Tables) -> dict[str, list[tuple[str, ...]]]:
    """Return what the figures of each report rest on: digests of its files, its corrections."""
    found = defaultdict(list)
    for name, columns in (("reports", ["sha256"]), ("corrections", None)):
        for row in tables.get(name, pd.DataFrame()).to_dict("records"):
            found[row["report_id"]].append((name, *(row.get(c, "") for c in columns or row)))
    found.pop("", None)  # files that are no report's
    return {report_id: sorted(rows) for report_id, rows in found.items()}


def _moved(
    table: str, before: pd.DataFrame, after: pd.DataFrame, settled: set[str]
) -> Iterator[Moved]:
    old, new = (_amounts(table, content, settled) for content in (before, after))
    for whose in sorted({*old, *new}):
        amounts = [", ".join(sorted(of.get(whose, [NOTHING]))) for of in (old, new)]
        if amounts[0] != amounts[1]:
            yield Moved(table, " ".join(filter(None, whose)), *amounts)


def _amounts(table: str, content: pd.DataFrame, settled: set[str]) -> dict[tuple, list[str]]:
    """Return the amounts stated for each figure; a row without one states none."""
    found = defaultdict(list)
    for row in content[content["report_id"].isin(settled)].to_dict("records"):
        value, lower, upper, unit = (row.get(column, "") for column in AMOUNT)
        if value or lower or upper:
            exact = lower == upper == value
            amount = value if exact else f"{value} [{lower}, {upper}]".strip()
            found[tuple(row.get(column, "") for column in WHOSE[table])].append(
                f"{amount} {unit}".strip()
            )
    return found
